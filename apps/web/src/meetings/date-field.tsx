import { TextInput } from '@mantine/core'
import { useDates } from '../ui/use-dates.ts'

interface DateFieldProps {
  label: string
  /** YYYY-MM-DD, or empty while it is not a whole date. */
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** A day. Browsers write dates in their own language, so it is said in the page's words as well. */
export function DateField({ label, value, onChange, error }: DateFieldProps) {
  const dates = useDates()
  const noon = `${value}T12:00:00Z`
  return (
    <TextInput
      type="date"
      label={label}
      required
      value={value}
      error={error}
      max="2199-12-31"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={value ? `${dates.day(noon)}, ${dates.week(noon)}` : ' '}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
