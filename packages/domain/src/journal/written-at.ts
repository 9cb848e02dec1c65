import { z } from 'zod'
import { clockTime, isoDate } from '../text.ts'

/**
 * When something was written: 'YYYY-MM-DDTHH:MM:SS+HH:MM', the instant and the writer's own clock in one, so that an
 * evening stays an evening wherever, and in whatever time zone, it is read again.
 */
export const writtenAt = z.string({ error: 'invalid' }).refine(isWrittenAt, { error: 'notATime' })

/** The stamp of an instant on a clock that is `offsetMinutes` ahead of UTC (in a browser: minus `getTimezoneOffset()`). */
export function stamp(instant: Date, offsetMinutes: number): string {
  const local = new Date(instant.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`
}

/** The writer's own day, 'YYYY-MM-DD'. */
export const writtenDay = (stamped: string): string => stamped.slice(0, 10)

/** The hour on the writer's own clock, 0 to 23. */
export const writtenHour = (stamped: string): number => Number(stamped.slice(11, 13))

/** Negative when `one` was written before `other`. */
export const byWriting = (one: { readonly writtenAt: string }, other: { readonly writtenAt: string }): number =>
  Date.parse(one.writtenAt) - Date.parse(other.writtenAt)

const twoDigits = (number: number): string => String(number).padStart(2, '0')

function isWrittenAt(text: string): boolean {
  const [, day, time] = /^(.{10})T(.{5}):[0-5]\d[+-](?:0\d|1[0-4]):[0-5]\d$/.exec(text) ?? []
  return isoDate.safeParse(day).success && clockTime.safeParse(time).success
}
