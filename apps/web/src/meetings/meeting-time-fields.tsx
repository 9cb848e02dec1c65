import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ClockField } from './clock-field.tsx'
import { DateField } from './date-field.tsx'
import classes from './meeting.module.css'
import { useMinutes } from './use-minutes.ts'

interface MeetingTime {
  /** Local: YYYY-MM-DD and HH:MM. */
  date: string
  startTime: string
  minutes: number
}

interface MeetingTimeFieldsProps {
  value: MeetingTime
  onChange: (value: MeetingTime) => void
  problemAt: (path: string) => string | undefined
}

/** Day, hour and length of one meeting, as the clock shows them in Copenhagen. */
export function MeetingTimeFields({ value, onChange, problemAt }: MeetingTimeFieldsProps) {
  const { t } = useTranslation('meetings')
  const minutes = useMinutes()
  return (
    <div className={classes.times}>
      <DateField
        label={t('form.date')}
        value={value.date}
        error={problemAt('date')}
        onChange={(date) => onChange({ ...value, date })}
      />
      <ClockField
        label={t('form.startTime')}
        value={value.startTime}
        error={problemAt('startTime')}
        onChange={(startTime) => onChange({ ...value, startTime })}
      />
      <Select
        label={t('form.length')}
        allowDeselect={false}
        data={minutes(value.minutes)}
        value={String(value.minutes)}
        error={problemAt('minutes')}
        onChange={(chosen) => onChange({ ...value, minutes: Number(chosen) })}
      />
    </div>
  )
}
