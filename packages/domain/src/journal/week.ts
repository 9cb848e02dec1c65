import { Temporal } from 'temporal-polyfill'

/** The Monday of the week of a day, both 'YYYY-MM-DD': weeks are named by it, as Danish weeks begin there. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

export const isWeekend = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5
