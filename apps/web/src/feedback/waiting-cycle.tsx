import { useTranslation } from 'react-i18next'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import { CancelCycle } from './cancel-cycle.tsx'
import type { CyclePlace, ShownCycle } from './cycle-place.ts'
import classes from './feedback.module.css'
import { PromiseWords } from './promise-words.tsx'

/** Until the release: when that is and how many were asked. Whether anybody has answered is nobody's business. */
export function WaitingCycle({ cycle, place }: { cycle: ShownCycle; place: CyclePlace }) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  const count = cycle.invited.length
  return (
    <Section title={t('waiting.title', { deadline: dates.moment(cycle.deadline) })}>
      <p className={classes.text}>{t(`waiting.${cycle.promise}`, { count })}</p>
      <p className={classes.text}>{t('waiting.quiet')}</p>
      <PromiseWords
        promise={cycle.promise}
        givers={count}
        deadline={new Date(cycle.deadline)}
        version={cycle.promiseVersion}
        receiver={place.viewerName}
      />
      {cycle.viewerCanCancel && <CancelCycle cycleId={cycle.id} isSent />}
    </Section>
  )
}
