import { Temporal } from 'temporal-polyfill'
import { timeZone } from '../day.ts'

/**
 * The instant of a local day and 'HH:MM', right on both sides of summer time. In the hour that spring skips the clock has
 * moved on; in the hour that autumn repeats the first one is meant.
 */
export function instantAt(date: string, time: string): Date {
  const local = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time })
  return new Date(local.epochMilliseconds)
}

/** The local time of day, 'HH:MM', at an instant. */
export const localTime = (instant: Date): string => zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' })

const zoned = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
