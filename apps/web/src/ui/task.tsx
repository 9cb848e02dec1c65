import { Anchor, Paper } from '@mantine/core'
import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './icon.tsx'
import classes from './task.module.css'

interface TaskProps {
  icon: TablerIcon
  to: string
  title: string
  /** Nobody else can do it. */
  isMine?: boolean
  children: ReactNode
}

/** What can be done and where, pressed anywhere; one of {@link Tasks}. */
export function Task({ icon, to, title, isMine = false, children }: TaskProps) {
  return (
    <Paper component="li" className={classes.task ?? ''} data-mine={isMine || undefined}>
      <span className={classes.icon}>
        <Icon of={icon} size={24} />
      </span>
      <div>
        <Anchor component={Link} to={to} className={classes.title ?? ''}>
          {title}
        </Anchor>
        <p className={classes.text}>{children}</p>
      </div>
    </Paper>
  )
}

export const Tasks = ({ children }: { children: ReactNode }) => <ul className={classes.tasks}>{children}</ul>
