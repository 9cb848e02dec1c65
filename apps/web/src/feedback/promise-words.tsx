import { type Promised, sentencesOf } from '@lederkreds/domain/feedback/promise'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDates } from '../ui/use-dates.ts'
import classes from './promise-words.module.css'

interface PromiseWordsProps extends Promised {
  /** Who asks, by name. */
  receiver: string
}

/** A promise, word by word: the same to her who gives it, before she sends it, and to those who answer. */
export function PromiseWords({ receiver, ...promised }: PromiseWordsProps) {
  const { t } = useTranslation('feedback/promise')
  const dates = useDates()
  const sentences = sentencesOf(promised)
  if (!sentences) return <Alert color="rose">{t('newer')}</Alert>
  return (
    <section className={classes.promise} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <ul>
        {sentences.map(({ key, givers: count, fewest, deadline }) => (
          <li key={key}>{t(`v1.${key}`, { receiver, count, fewest, deadline: dates.moment(deadline) })}</li>
        ))}
      </ul>
    </section>
  )
}
