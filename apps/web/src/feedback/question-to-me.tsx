import type { FeedbackAsk } from '@lederkreds/domain/feedback/document'
import { Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './answer.module.css'

/** What somebody is asked, in the receiver's own words. */
export function QuestionToMe({ ask, receiver }: { ask: FeedbackAsk; receiver: string }) {
  const { t } = useTranslation('feedback/answer')
  return (
    <Paper component="section" className={classes.ask ?? ''} aria-label={t('ask.title', { name: receiver })}>
      <h2>{t('ask.title', { name: receiver })}</h2>
      <p className={classes.question}>{ask.question}</p>
      {ask.situation && (
        <div>
          <h3>{t('ask.situation')}</h3>
          <p className={classes.prose}>{ask.situation}</p>
        </div>
      )}
      {ask.oneWish && (
        <div>
          <h3>{t('ask.wish')}</h3>
          <p className={classes.prose}>{ask.oneWish}</p>
        </div>
      )}
    </Paper>
  )
}
