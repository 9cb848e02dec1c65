import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ClockFieldProps {
  label: string
  /** HH:MM, or empty while what is written is no time of day. */
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** A time of day on the 24-hour clock, written "13.00", "13:00" or "13" in every browser. */
export function ClockField({ label, value, onChange, error }: ClockFieldProps) {
  const { t, i18n } = useTranslation('meetings')
  const [text, setText] = useState(shown(value, i18n.language))
  const [isLeft, setLeft] = useState(false)
  const write = (next: string) => {
    setText(next)
    onChange(readClock(next))
  }
  return (
    <TextInput
      label={label}
      required
      inputMode="text"
      autoComplete="off"
      maxLength={5}
      value={text}
      error={error ?? (isLeft && !readClock(text) && t('form.startTimeWrong'))}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      onBlur={() => {
        setLeft(true)
        if (readClock(text)) setText(shown(readClock(text), i18n.language))
      }}
    />
  )
}

const shown = (value: string, language: string) => (language === 'da' ? value.replace(':', '.') : value)

/** HH:MM of what somebody wrote, or nothing when it is no time of day. */
export function readClock(text: string): string {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:[.:](\d\d))?\s*$/.exec(text) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return ''
  return `${hour.padStart(2, '0')}:${minute}`
}
