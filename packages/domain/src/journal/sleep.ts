import { z } from 'zod'
import { clockTime, isoDate, wholeNumber } from '../text.ts'
import { writtenAt } from './written-at.ts'

const sleepFields = {
  /** 1 very bad to 5 very good; null, here and below, when it was not answered. */
  quality: wholeNumber(1, 5).nullable().default(null),
  bedtime: clockTime.nullable().default(null),
  wakeTime: clockTime.nullable().default(null),
  /** How much thoughts of work disturbed it: 0 not at all to 4 all night. */
  workThoughts: wholeNumber(0, 4).nullable().default(null),
}

/** One night. Our own questions: no validated sleep scale may be shipped. */
export const sleepLog = z.looseObject(sleepFields)
export type SleepLog = z.output<typeof sleepLog>

/** A night written down by itself; `day` is the one on which somebody woke up. */
export const sleepDocument = z.looseObject({
  type: z.literal('sleep'),
  format: z.literal(1),
  day: isoDate,
  writtenAt,
  ...sleepFields,
})
export type SleepDocument = z.output<typeof sleepDocument>

/** Minutes from bedtime to waking, over midnight where it must be; null when one of them is not known or both are the same. */
export function sleepMinutes({ bedtime, wakeTime }: Pick<SleepLog, 'bedtime' | 'wakeTime'>): number | null {
  if (bedtime === null || wakeTime === null || bedtime === wakeTime) return null
  return (minutesOf(wakeTime) - minutesOf(bedtime) + 1440) % 1440
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
