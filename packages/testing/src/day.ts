import { dayAfter, localDate } from '@lederkreds/domain/day'

/** The day 'YYYY-MM-DD' in Copenhagen that many days from now, or ago for a negative number. */
export const dayAhead = (days: number, now = new Date()): string => dayAfter(localDate(now), days)
