import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './facts.module.css'
import { Icon } from './icon.tsx'

/** A few facts side by side; one above the other on a phone. */
export function Facts({ children }: { children: ReactNode }) {
  return <div className={classes.facts}>{children}</div>
}

interface FactProps {
  label: string
  icon?: TablerIcon
  /** It is the reader's turn: the only thing that is ever amber. */
  yourTurn?: boolean
  /** What one can do about it, at the foot of the card. */
  action?: ReactNode
  children: ReactNode
}

/** One fact: a quiet word for what it is, and the fact itself, large enough to read in passing. */
export function Fact({ label, icon, yourTurn = false, action, children }: FactProps) {
  return (
    <section className={classes.fact} data-turn={yourTurn || undefined} aria-label={label}>
      <h2 className={classes.label}>
        {icon && <Icon of={icon} size={18} />}
        {label}
      </h2>
      <div className={classes.value}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </section>
  )
}
