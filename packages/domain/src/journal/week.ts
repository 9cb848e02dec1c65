import { Temporal } from 'temporal-polyfill'

/** The Monday of the week of a day, both 'YYYY-MM-DD': weeks are named by it, as Danish weeks begin there. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

/** The day that many days later, or earlier for a negative number. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** How many days `until` is after `from`; negative when it is before. */
export const daysFrom = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000

export const isWeekend = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5
