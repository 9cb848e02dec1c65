import { dayAfter, localDate } from '@lederkreds/domain/day'

/** The day 'YYYY-MM-DD' in Copenhagen that many days from now, or ago for a negative number. */
export const dayAhead = (days: number, now = new Date()): string => dayAfter(localDate(now), days)

const hour = 3_600_000

/** So many hours after the next full hour, or before it for a negative number. */
export const hourAhead = (now: Date, hours: number): Date => new Date((Math.ceil(now.getTime() / hour) + hours) * hour)
