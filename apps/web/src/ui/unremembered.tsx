import type { ReactNode } from 'react'
import classes from './unremembered.module.css'

/**
 * Around fields that nobody else may read. Browsers write what stands in a field into their own files, to fill it again when
 * they come back after a crash; they leave out only what is in a form without autocompletion.
 */
export const Unremembered = ({ children }: { children: ReactNode }) => (
  <form autoComplete="off" className={classes.unremembered} onSubmit={(event) => event.preventDefault()}>
    {children}
  </form>
)
