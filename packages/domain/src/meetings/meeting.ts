import { z } from 'zod'
import { localDate } from '../day.ts'
import { Refusal } from '../errors.ts'
import { maxSeasonYears, mayPlanSeason, type NetworkState, type Standing } from '../networks/network.ts'
import { clockTime, isoDate, optionalHttpsUrl, optionalLine, wholeNumber } from '../text.ts'
import { instantAt } from './local-time.ts'

/** When and where, as people say it: a local day, a time of day, a length; a place, a video link, both or neither. */
export const meetingEdit = z.object({
  date: isoDate,
  startTime: clockTime,
  minutes: wholeNumber(15, 480),
  place: optionalLine(200),
  link: optionalHttpsUrl,
})
export type MeetingEdit = z.output<typeof meetingEdit>

/** Null means not answered yet. */
export const rsvp = z.enum(['coming', 'regrets'], { error: 'unknown' }).nullable()
export type Rsvp = z.output<typeof rsvp>

/** Whether somebody was there; null means not marked yet. */
export const attendance = z.boolean({ error: 'invalid' }).nullable()

export interface MeetingTimes {
  readonly startsAt: Date
  readonly endsAt: Date
}

export interface Meeting extends MeetingTimes {
  readonly cancelledAt: Date | null
}

export class MeetingCancelled extends Refusal {
  constructor() {
    super('MeetingCancelled')
  }
}

/** What was asked for is possible only before the meeting: answering until it starts, moving until it ends. */
export class MeetingOver extends Refusal {
  constructor() {
    super('MeetingOver')
  }
}

/** Attendance is marked from the meeting's own day on. */
export class NotYet extends Refusal {
  /** The local day, 'YYYY-MM-DD'. */
  readonly from: string

  constructor(from: string) {
    super('NotYet')
    this.from = from
  }
}

/** A meeting is planned for a time to come. */
export class PastDate extends Refusal {
  constructor() {
    super('PastDate')
  }
}

/** More than {@link maxSeasonYears} years ahead: most likely a slip of the finger. */
export class AbsurdDate extends Refusal {
  constructor() {
    super('AbsurdDate')
  }
}

export class EndsBeforeStart extends Refusal {
  constructor() {
    super('EndsBeforeStart')
  }
}

/** The instants that an edit means. */
export function meetingTimes({
  date,
  startTime,
  minutes,
}: Pick<MeetingEdit, 'date' | 'startTime' | 'minutes'>): MeetingTimes {
  const startsAt = instantAt(date, startTime)
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
}

/** Throws {@link EndsBeforeStart}, {@link PastDate} or {@link AbsurdDate} when nobody could meet then. */
export function checkTimes({ startsAt, endsAt }: MeetingTimes, now: Date): void {
  if (!(endsAt > startsAt)) throw new EndsBeforeStart()
  if (startsAt < now) throw new PastDate()
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + maxSeasonYears)
  if (startsAt > latest) throw new AbsurdDate()
}

/** Throws {@link MeetingCancelled} or {@link MeetingOver}: asked before moving, changing and cancelling. */
export function checkChangeable(meeting: Meeting, now: Date): void {
  if (meeting.cancelledAt) throw new MeetingCancelled()
  if (!isChangeable(meeting, now)) throw new MeetingOver()
}

/** Throws {@link MeetingCancelled}, or {@link MeetingOver} from the meeting's start on: then attendance says who came. */
export function checkAnswerable(meeting: Meeting, now: Date): void {
  if (meeting.cancelledAt) throw new MeetingCancelled()
  if (!isAnswerable(meeting, now)) throw new MeetingOver()
}

/** Throws {@link MeetingCancelled}, or {@link NotYet} before the meeting's local day. */
export function checkMarkable(meeting: Meeting, now: Date): void {
  if (meeting.cancelledAt) throw new MeetingCancelled()
  if (!isMarkable(meeting, now)) throw new NotYet(localDate(meeting.startsAt))
}

/** The time, place and link of a meeting are changed, and the meeting cancelled, by those who plan the season. */
export const mayMove = (standing: Standing, state: NetworkState): boolean => mayPlanSeason(standing, state)

export const mayCancel = mayMove

/** Each member answers for themselves, once they have accepted the ground rules. */
export const mayAnswer = (standing: Standing, state: NetworkState): boolean =>
  standing.member && standing.accepted && state === 'active'

/** The convenor marks who was there; while a network has none, any member does. The consultant does not: they may not have been there. */
export const mayMarkAttendance = (
  standing: Standing,
  state: NetworkState,
  network: { readonly hasConvenor: boolean },
): boolean => mayAnswer(standing, state) && (standing.convenor || !network.hasConvenor)

/** Whether the buttons of a meeting can do anything now; the mutation asks the matching `check…`, which says why not. */
export const isChangeable = (meeting: Meeting, now: Date): boolean => !meeting.cancelledAt && now < meeting.endsAt

export const isAnswerable = (meeting: Meeting, now: Date): boolean => !meeting.cancelledAt && now < meeting.startsAt

export const isMarkable = (meeting: Meeting, now: Date): boolean =>
  !meeting.cancelledAt && localDate(now) >= localDate(meeting.startsAt)
