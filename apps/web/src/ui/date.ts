/** Dates as people say them. Times are stored in UTC and shown as the clock in Copenhagen, in any browser. */

const timeZone = 'Europe/Copenhagen'
const week = 7 * 86_400_000

export type Instant = string | number | Date

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = language === 'da' ? 'da-DK' : 'en-GB'
  const key = tag + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone, ...options })
  formats.set(key, known)
  return known
}

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute'

const parts = (language: string, options: Intl.DateTimeFormatOptions, instant: Instant) =>
  Object.fromEntries(
    format(language, options)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  ) as Record<Part, string>

/** "tir. 1. dec." · "Tue 1 Dec"; with the year when it is not the present one (`now`). */
export function formatDay(instant: Instant, language: string, now?: Instant): string {
  const { weekday, day, month, year } = parts(
    language,
    { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    instant,
  )
  const shown = now !== undefined && yearOf(now) !== Number(year) ? ` ${year}` : ''
  return language === 'da'
    ? `${dot(weekday)} ${day}. ${danishMonth(month)}${shown}`
    : `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}${shown}`
}

/** "tirsdag den 1. december 2026" · "Tuesday 1 December 2026" */
export function formatLongDay(instant: Instant, language: string): string {
  const { weekday, day, month, year } = parts(
    language,
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    instant,
  )
  return language === 'da' ? `${weekday} den ${day}. ${month} ${year}` : `${weekday} ${day} ${month} ${year}`
}

/** "1. dec. 2026" · "1 Dec 2026" */
export function formatDate(instant: Instant, language: string): string {
  const { day, month, year } = parts(language, { day: 'numeric', month: 'short', year: 'numeric' }, instant)
  return language === 'da' ? `${day}. ${danishMonth(month)} ${year}` : `${day} ${month.slice(0, 3)} ${year}`
}

/** "13.00" · "13:00" */
export function formatTime(instant: Instant, language: string): string {
  const { hour, minute } = parts(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, instant)
  return language === 'da' ? `${hour}.${minute}` : `${hour}:${minute}`
}

/** "tir. 1. dec. kl. 13.00" · "Tue 1 Dec, 13:00" */
export const formatMoment = (instant: Instant, language: string, now?: Instant): string =>
  formatDay(instant, language, now) + (language === 'da' ? ' kl. ' : ', ') + formatTime(instant, language)

/** "tir. 1. dec. kl. 13.00-15.30" · "Tue 1 Dec, 13:00–15:30" */
export const formatRange = (start: Instant, end: Instant, language: string, now?: Instant): string =>
  formatMoment(start, language, now) + (language === 'da' ? '-' : '–') + formatTime(end, language)

/** How many days lie between two instants on the Copenhagen calendar: 0 today, 1 tomorrow, -1 yesterday. */
export const daysBetween = (from: Instant, to: Instant): number => (calendarDay(to) - calendarDay(from)) / 86_400_000

/** The week of the year after ISO 8601, as Danish calendars count it. */
export function weekNumber(instant: Instant): number {
  const day = calendarDay(instant)
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  const thursday = day + (3 - weekday) * 86_400_000
  return 1 + Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)) / week)
}

const yearOf = (instant: Instant) => new Date(calendarDay(instant)).getUTCFullYear()

/** Midnight UTC of the date that Copenhagen has at this instant. */
function calendarDay(instant: Instant): number {
  const { year, month, day } = parts('en', { year: 'numeric', month: 'numeric', day: 'numeric' }, instant)
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

/** Browsers disagree about the full stop: "tirs." or "tirs", "dec." or "dec"; people write three letters and one. */
const dot = (word: string) => `${word.slice(0, 3)}.`
const danishMonth = (month: string) => (month.replace('.', '') === 'maj' ? 'maj' : dot(month))
