import { useTranslation } from 'react-i18next'
import { daysBetween } from '../ui/date.ts'
import { useDates } from '../ui/use-dates.ts'

/** "i morgen, uge 49"; further away the week alone, since the date stands beside it. */
export function useNearWords() {
  const { t } = useTranslation('meetings')
  const dates = useDates()
  return (instant: string): string => {
    const week = dates.week(instant)
    return Math.abs(daysBetween(Date.now(), instant)) > 1 ? week : t('near', { near: dates.near(instant), week })
  }
}
