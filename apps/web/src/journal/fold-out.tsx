import { type ReactNode, useState } from 'react'
import classes from './journal.module.css'

/** More to write for those who want to; open from the start where something stands in it. */
export function FoldOut({ label, isOpen, children }: { label: string; isOpen: boolean; children: ReactNode }) {
  const [first] = useState(isOpen)
  return (
    <details className={classes.foldOut} open={first}>
      <summary>{label}</summary>
      <div className={classes.folded}>{children}</div>
    </details>
  )
}
