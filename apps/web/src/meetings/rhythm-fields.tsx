import type { Rhythm } from '@lederkreds/domain/networks/network'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ClockField } from './clock-field.tsx'
import { DateField } from './date-field.tsx'
import classes from './season.module.css'
import { useMinutes } from './use-minutes.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const intervals = [1, 2, 3, 4, 5, 6, 8, 10, 12]

interface RhythmFieldsProps {
  value: Rhythm
  onChange: (value: Rhythm) => void
  problemAt: (path: string) => string | undefined
}

/** When a network meets: weekday, hour and length, how often, and between which days. */
export function RhythmFields({ value, onChange, problemAt }: RhythmFieldsProps) {
  const { t } = useTranslation('meetings')
  const minutes = useMinutes()
  const set = <Key extends keyof Rhythm>(key: Key, next: Rhythm[Key]) => onChange({ ...value, [key]: next })
  const every = [...new Set([...intervals, value.everyWeeks])].sort((one, other) => one - other)
  return (
    <div className={classes.rhythm}>
      <Select
        label={t('form.weekday')}
        allowDeselect={false}
        data={weekdays.map((day) => ({ value: String(day), label: t(`form.w${day}`) }))}
        value={String(value.weekday)}
        error={problemAt('weekday')}
        onChange={(chosen) => set('weekday', Number(chosen))}
      />
      <ClockField
        label={t('form.startTime')}
        value={value.startTime}
        error={problemAt('startTime')}
        onChange={(startTime) => set('startTime', startTime)}
      />
      <Select
        label={t('form.length')}
        allowDeselect={false}
        data={minutes(value.minutes)}
        value={String(value.minutes)}
        error={problemAt('minutes')}
        onChange={(chosen) => set('minutes', Number(chosen))}
      />
      <Select
        label={t('form.everyWeeks')}
        allowDeselect={false}
        data={every.map((weeks) => ({ value: String(weeks), label: t('form.every', { count: weeks }) }))}
        value={String(value.everyWeeks)}
        error={problemAt('everyWeeks')}
        onChange={(chosen) => set('everyWeeks', Number(chosen))}
      />
      <DateField
        label={t('form.from')}
        value={value.from}
        error={problemAt('from')}
        onChange={(from) => set('from', from)}
      />
      <DateField
        label={t('form.until')}
        value={value.until}
        error={problemAt('until')}
        onChange={(until) => set('until', until)}
      />
    </div>
  )
}
