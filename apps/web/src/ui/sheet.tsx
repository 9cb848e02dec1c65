import type { ReactNode } from 'react'
import classes from './sheet.module.css'

/** What a page looks like on paper, in place of all that is on the screen: A4, black on white. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className={classes.sheet} data-sheet>
      {children}
    </div>
  )
}
