import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import { firstDay, lastDay, noonOf } from './deadline.ts'
import classes from './feedback.module.css'

/** Until when answers come in; the day is said in the page's words as well. */
export function DeadlineField({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  const noon = noonOf(day)
  const now = new Date()
  return (
    <Section title={t('ask.deadline')}>
      <TextInput
        type="date"
        label={t('ask.deadlineDay')}
        className={classes.day ?? ''}
        value={day}
        min={firstDay(now)}
        max={lastDay(now)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={noon ? `${dates.moment(noon)}, ${dates.week(noon)}` : ' '}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Seal reader="participation" readers={t('ask.whoKnows')} />
    </Section>
  )
}
