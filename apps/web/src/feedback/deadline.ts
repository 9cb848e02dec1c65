import { dayAfter, localDate } from '@lederkreds/domain/day'
import { askAgainDays } from '@lederkreds/domain/feedback/waiting'
import { formatTime } from '../ui/date.ts'

/** Answers come in until noon, so that what they say is not first read late in the evening. */
const noon = '12.00'
/** For how many days one asks, where nobody has chosen another day. */
const usual = 14

/** Noon in Copenhagen on a day YYYY-MM-DD, in summer and in winter; null for what is no day. */
export function noonOf(day: string): Date | null {
  const instants = [10, 11].map((hour) => new Date(`${day}T${hour}:00:00Z`))
  return instants.find((at) => !Number.isNaN(at.getTime()) && formatTime(at, 'da') === noon) ?? null
}

const dayIn = (days: number, now: Date) => dayAfter(localDate(now), days)

/** Two weeks ahead, as YYYY-MM-DD. */
export const usualDay = (now: Date): string => dayIn(usual, now)
export const firstDay = (now: Date): string => dayIn(1, now)
/** Three months, as far as the server takes one. */
export const lastDay = (now: Date): string => dayIn(91, now)

/** From when it makes sense to ask the same people again, eight weeks after a cycle has ended on this day. */
export const againOn = (closedOn: string): string => dayAfter(closedOn, askAgainDays)
