import { useTranslation } from 'react-i18next'
import { weekNumber } from '../ui/date.ts'

const noon = (monday: string) => `${monday}T12:00:00Z`

/** "Uge 1, 2027" for the week whose Monday is 4 January; its year is that of its Thursday, as the calendar has it. */
export function useWeekNames() {
  const { t, i18n } = useTranslation('journal/patterns')
  const number = (monday: string) => weekNumber(noon(monday))
  const thursday = (monday: string) => new Date(Date.parse(noon(monday)) + 3 * 86_400_000)
  const month = new Intl.DateTimeFormat(i18n.language === 'da' ? 'da-DK' : 'en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  return {
    number,
    inFull: (monday: string) => t('weekOf', { week: number(monday), year: thursday(monday).getUTCFullYear() }),
    month: (monday: string) => month.format(thursday(monday)),
  }
}
