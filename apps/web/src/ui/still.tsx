import type { ReactNode } from 'react'
import classes from './still.module.css'

/** Fields that stand still while what is in them is on its way: what was written on meanwhile would not go along. */
export function Still({ when, children }: { when: boolean; children: ReactNode }) {
  return (
    <fieldset disabled={when} className={classes.still}>
      {children}
    </fieldset>
  )
}
