import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'
import { Icon } from './icon.tsx'

interface EmptyStateProps {
  title: string
  /** What to do next, or what will come here by itself. */
  children: ReactNode
  icon?: TablerIcon
  action?: ReactNode
}

/** Where nothing is yet: says what belongs here and how it comes. */
export function EmptyState({ title, children, icon, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon && (
        <span className={classes.icon}>
          <Icon of={icon} size={24} />
        </span>
      )}
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{children}</p>
      {action}
    </div>
  )
}
