import { Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './feedback.module.css'
import type { ToldStepItem } from './use-told-steps.ts'

interface ToldStepCardProps {
  told: ToldStepItem
  name: string
  /** For whoever told it. */
  actions?: ReactNode
}

/** A step as the group reads it: whose it is, until when she wants it done, and how long it stands here. */
export function ToldStepCard({ told: { step, readers, expiresOn }, name, actions }: ToldStepCardProps) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  return (
    <Paper component="li" className={classes.letter ?? ''}>
      <h3>{name}</h3>
      {step ? <p className={classes.prose}>{step.text}</p> : <p className={classes.quiet}>{t('step.shut')}</p>}
      {step?.by && <p className={classes.quiet}>{t('step.until', { day: dates.date(step.by) })}</p>}
      <div className={classes.foot}>
        {readers > 0 && <Seal reader="members" count={readers} />}
        {expiresOn && <span className={classes.quiet}>{t('step.gone', { day: dates.date(expiresOn) })}</span>}
        {actions}
      </div>
    </Paper>
  )
}
