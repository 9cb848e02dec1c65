import { IconAlertTriangle, IconBulb, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './advice-list.module.css'
import { Icon } from './icon.tsx'

type AdviceLevel = 'stop' | 'warn' | 'hint' | 'good'

export interface AdviceItem {
  id: string
  level: AdviceLevel
  text: ReactNode
  /** Why the rule exists; shown when asked for. */
  reason?: ReactNode
}

const icons = { stop: IconHandStop, warn: IconAlertTriangle, hint: IconBulb, good: IconCircleCheck }

/** Advice while something is being set up: a word and a mark for how strong it is, and the reason behind it. */
export function AdviceList({ items, label }: { items: readonly AdviceItem[]; label: string }) {
  const { t } = useTranslation('ui')
  return (
    <ul className={classes.list} aria-label={label} aria-live="polite">
      {items.map(({ id, level, text, reason }) => (
        <li key={id} className={classes.item} data-level={level}>
          <Icon of={icons[level]} />
          <div>
            <p className={classes.text}>
              <strong className={classes.level}>{t(`advice.${level}`)}.</strong> {text}
            </p>
            {reason && (
              <details>
                <summary>{t('advice.why')}</summary>
                <p className={classes.reason}>{reason}</p>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
