import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import classes from './steps.module.css'

interface StepsProps {
  label: string
  /** In their order; `done` says that nothing is missing in it. */
  steps: readonly { id: string; title: string; done?: boolean }[]
  current: string
  /** Every step can be gone to at any time; leave it out where that is not so. */
  onGo?: (id: string) => void
}

/** Where one is in a wizard: a row of steps, or one line and a bar on a phone. */
export function Steps({ label, steps, current, onGo }: StepsProps) {
  const { t } = useTranslation('ui')
  const at = steps.findIndex(({ id }) => id === current)
  return (
    <nav aria-label={label} className={classes.steps}>
      <p className={classes.short}>
        {t('step.of', { step: at + 1, steps: steps.length })} · <strong>{steps[at]?.title}</strong>
      </p>
      <ol className={classes.list}>
        {steps.map(({ id, title, done = false }, index) => {
          const state = index === at ? 'now' : done ? 'done' : 'later'
          const content = (
            <>
              <span className={classes.number}>{done ? <Icon of={IconCheck} size={16} /> : index + 1}</span>
              <span className={classes.title}>{title}</span>
              <span className={classes.unseen}>({t(`step.${state}`)})</span>
            </>
          )
          return (
            <li key={id} data-state={state} data-done={done || undefined}>
              {onGo ? (
                <button
                  type="button"
                  className={classes.step}
                  onClick={() => onGo(id)}
                  aria-current={index === at ? 'step' : undefined}
                >
                  {content}
                </button>
              ) : (
                <span className={classes.step} aria-current={index === at ? 'step' : undefined}>
                  {content}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
