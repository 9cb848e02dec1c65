import { lastDayOfAccess } from '@lederkreds/domain/networks/access'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDates } from '../ui/use-dates.ts'

interface AccessFieldProps {
  value: number | null
  /** The meetings' local days. */
  days: readonly string[]
  until: string
  onChange: (facilitatedMeetings: number | null) => void
}

/** For how many meetings the consultant stays, and the day that gives. */
export function AccessField({ value, days, until, onChange }: AccessFieldProps) {
  const { t } = useTranslation('networks/planning')
  const dates = useDates()
  const counts = Array.from({ length: Math.max(days.length, value ?? 1) }, (_, index) => index + 1)
  const all = 'all'
  return (
    <>
      <Select
        label={t('access.label')}
        allowDeselect={false}
        maw="26rem"
        data={[
          ...counts.map((count) => ({ value: String(count), label: t('access.count', { count }) })),
          { value: all, label: t('access.all') },
        ]}
        value={value === null ? all : String(value)}
        onChange={(chosen) => onChange(chosen === all || chosen === null ? null : Number(chosen))}
      />
      <p>{t('access.until', { day: dates.date(`${lastDayOfAccess(value, days, until)}T12:00:00Z`) })}</p>
    </>
  )
}
