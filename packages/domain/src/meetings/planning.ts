import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { rhythm } from '../networks/network.ts'
import { isoDate, optionalHttpsUrl, optionalLine } from '../text.ts'
import { meetingEdit } from './meeting.ts'
import { planSeason } from './season.ts'

/** A meeting a week for most of a year; more is a slip of the finger. */
export const maxSeasonMeetings = 40

/** A season as its planner saves it: the rhythm, where to meet, and the days if any was moved by hand. */
export const seasonOrder = rhythm.and(
  z.object({
    place: optionalLine(200),
    link: optionalHttpsUrl,
    dates: z
      .array(isoDate, { error: 'invalid' })
      .min(1, { error: 'tooFew' })
      .max(maxSeasonMeetings, { error: 'tooMany' })
      .refine((dates) => new Set(dates).size === dates.length, { error: 'duplicate' })
      .nullish(),
  }),
)
export type SeasonOrder = z.output<typeof seasonOrder>

/** When a meeting is moved to. */
export const meetingMove = meetingEdit.pick({ date: true, startTime: true, minutes: true })
export type MeetingMove = z.output<typeof meetingMove>

/** Where a meeting takes place. */
export const meetingPlace = meetingEdit.pick({ place: true, link: true })
export type MeetingPlace = z.output<typeof meetingPlace>

/** The rhythm gives no day at all on which to meet. */
export class SeasonEmpty extends Refusal {
  constructor() {
    super('SeasonEmpty')
  }
}

/** The rhythm gives more meetings than {@link maxSeasonMeetings}. */
export class SeasonTooLong extends Refusal {
  readonly max = maxSeasonMeetings

  constructor() {
    super('SeasonTooLong')
  }
}

/** The network meets on that day already. */
export class DayTaken extends Refusal {
  /** The local day, 'YYYY-MM-DD'. */
  readonly day: string

  constructor(day: string) {
    super('DayTaken')
    this.day = day
  }
}

/**
 * The local days of a season in their order: those chosen by hand, else those of the rhythm.
 * Throws {@link SeasonEmpty} or {@link SeasonTooLong}.
 */
export function seasonDates({ dates, ...plan }: SeasonOrder): readonly string[] {
  const days = dates ? [...dates].sort() : planSeason(plan).meetings.map(({ date }) => date)
  if (days.length === 0) throw new SeasonEmpty()
  if (days.length > maxSeasonMeetings) throw new SeasonTooLong()
  return days
}

/** Throws {@link DayTaken} for the first day on which the network meets already. */
export function checkDaysFree(days: readonly string[], taken: ReadonlySet<string>): void {
  const day = days.find((each) => taken.has(each))
  if (day) throw new DayTaken(day)
}
