import { useTranslation } from 'react-i18next'

const usual = [60, 90, 120, 150, 180, 210, 240, 300, 360, 420]

/** Usual lengths of a meeting for a select, in words, and the one there is. */
export function useMinutes() {
  const { t } = useTranslation('meetings')
  const words = (length: number) => {
    const [hours, minutes] = [Math.floor(length / 60), length % 60]
    if (hours === 0) return t('form.onlyMinutes', { minutes })
    return minutes === 0 ? t('form.hours', { hours }) : t('form.hoursMinutes', { hours, minutes })
  }
  return (now: number) =>
    [...new Set([...usual, now])]
      .sort((one, other) => one - other)
      .map((length) => ({ value: String(length), label: words(length) }))
}
