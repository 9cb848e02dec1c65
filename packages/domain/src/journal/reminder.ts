import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { timeZone } from '../day.ts'
import { wholeNumber } from '../text.ts'
import { isWeekend } from './week.ts'

/** Hours after which a reminder that could not be sent is left out: late, it would only disturb. */
export const staleAfterHours = 2

/** When somebody wants to be reminded. It is not sealed: a mail that comes by itself needs a server that knows when. */
export const reminder = z.object({
  /** Of the clock in Copenhagen. */
  hour: wholeNumber(0, 23),
  weekends: z.boolean({ error: 'invalid' }),
})
export type Reminder = z.output<typeof reminder>

/** A reminder as it is asked for: with the version that was changed, 0 where there was none. */
export const reminderEdit = reminder.extend({ version: wholeNumber(0, 2_147_483_647) })

/** What is on offer to somebody who has none: the end of a working day. */
export const defaultReminder: Reminder = { hour: 16, weekends: false }

/** The day 'YYYY-MM-DD' in Copenhagen, and the hours of it whose reminders may be sent now. */
export function remindingHours(now: Date): { day: string; hours: readonly number[] } {
  const local = localTime(now)
  const first = Math.max(0, local.hour - staleAfterHours)
  const hours = Array.from({ length: local.hour - first + 1 }, (_, index) => first + index)
  return { day: local.toPlainDate().toString(), hours }
}

/**
 * Whether a reminder is to be sent now: its hour has come today and is not long gone, today is not a weekend that stays
 * quiet, nothing was sent today (`toldOn`), and it was asked for before that hour. Where the clock jumps over the hour it
 * comes with the next one; where the hour comes twice, with the first. It is told nothing of what was written or left
 * unwritten, so it cannot shame anybody.
 */
export function isTimeToRemind(
  { hour, weekends, changedAt, toldOn }: Reminder & { readonly changedAt: Date; readonly toldOn: string | null },
  now: Date,
): boolean {
  const day = localTime(now).toPlainDate()
  if (toldOn === day.toString() || (!weekends && isWeekend(day.toString()))) return false
  const due = day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds
  return changedAt.getTime() <= due && due <= now.getTime() && now.getTime() < due + staleAfterHours * 3_600_000
}

const localTime = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
