import type { SleepLog } from '@lederkreds/domain/journal/sleep'
import { useTranslation } from 'react-i18next'
import classes from './journal.module.css'

/** A night, as far as it was written down. */
export function SleepText({ sleep: { quality, bedtime, wakeTime, workThoughts } }: { sleep: SleepLog }) {
  const { t } = useTranslation('journal')
  const rows = [
    [t('sleep.quality'), quality && t(`sleep.q${quality as 1}`)],
    [t('sleep.bedtime'), bedtime],
    [t('sleep.wakeTime'), wakeTime],
    [t('sleep.workThoughts'), workThoughts !== null && t(`sleep.t${workThoughts as 0}`)],
  ] as const
  return (
    <dl className={classes.text}>
      {rows.map(
        ([label, said]) =>
          said && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
