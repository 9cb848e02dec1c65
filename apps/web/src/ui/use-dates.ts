import { useTranslation } from 'react-i18next'
import {
  daysBetween,
  formatDate,
  formatDay,
  formatLongDay,
  formatMoment,
  formatRange,
  formatTime,
  type Instant,
  weekNumber,
} from './date.ts'

/** The formats of `date.ts` in the language of the page. */
export function useDates() {
  const { t, i18n } = useTranslation('ui')
  const { language } = i18n
  const now = Date.now()
  return {
    date: (instant: Instant) => formatDate(instant, language),
    day: (instant: Instant) => formatDay(instant, language, now),
    longDay: (instant: Instant) => formatLongDay(instant, language),
    time: (instant: Instant) => formatTime(instant, language),
    moment: (instant: Instant) => formatMoment(instant, language, now),
    range: (start: Instant, end: Instant) => formatRange(start, end, language, now),
    week: (instant: Instant) => t('week', { week: weekNumber(instant) }),
    /** "i dag", "i morgen", "i går", else the day. */
    near(instant: Instant) {
      const days = daysBetween(now, instant)
      if (days === 0) return t('today')
      if (days === 1) return t('tomorrow')
      if (days === -1) return t('yesterday')
      return formatDay(instant, language, now)
    },
  }
}
