import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './error-state.module.css'
import { Icon } from './icon.tsx'

interface ErrorStateProps {
  /** What happened. */
  what?: ReactNode
  /** What is safe: is anything lost or half done? */
  safe?: ReactNode
  /** What to do now. */
  todo?: ReactNode
  /** Empty where the page already has it as its heading. */
  title?: string
  /** The number under which the server logged it. */
  code?: string | undefined
  offline?: boolean
  onRetry?: () => void
  retrying?: boolean
}

/** Something failed: says what happened, what is safe and what to do. Never blames, never shows a stack. */
export function ErrorState({ offline = false, onRetry, retrying = false, code, ...words }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  const kind = offline ? 'offline' : 'error'
  const {
    title = t(`${kind}.title`),
    what = t(`${kind}.what`),
    safe = t(`${kind}.safe`),
    todo = t(`${kind}.todo`),
  } = words
  return (
    <div role="alert" className={classes.error}>
      <span className={classes.icon}>
        <Icon of={offline ? IconPlugConnectedX : IconAlertTriangle} size={24} />
      </span>
      <div className={classes.words}>
        {title && <p className={classes.title}>{title}</p>}
        <p>{what}</p>
        {safe && <p>{safe}</p>}
        <p>{todo}</p>
        {code && <p className={classes.code}>{t('error.code', { code })}</p>}
        {onRetry && (
          <Button variant="default" onClick={onRetry} loading={retrying} className={classes.retry ?? ''}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
