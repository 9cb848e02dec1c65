import { Temporal } from 'temporal-polyfill'
import type { Rhythm } from '../networks/network.ts'
import { type AvoidReason, reasonToAvoid } from './calendar.ts'
import { meetingTimes } from './meeting.ts'

export interface SeasonPlan extends Rhythm {
  /** Why a day is no good, or null; without it the Danish calendar is asked. */
  readonly avoid?: (date: string) => AvoidReason | null
}

export interface PlannedMeeting {
  /** The local day. */
  readonly date: string
  /** UTC, ISO 8601; `endsAt` likewise. */
  readonly startsAt: string
  readonly endsAt: string
  /** Set when the rhythm's own day was no good. */
  readonly shifted?: { readonly from: string; readonly because: AvoidReason }
}

export interface Season {
  readonly meetings: readonly PlannedMeeting[]
  /** Days of the rhythm on which, and in the weeks after which, nothing was free. */
  readonly skipped: readonly { readonly date: string; readonly because: AvoidReason }[]
}

/**
 * The meetings of a season: one at each step of the rhythm from the first such weekday to the end date. A day to avoid
 * moves its meeting by whole weeks to the first free one; where that would reach the next step or pass the end date the
 * meeting is skipped. Dates rise strictly, keep their weekday and their local time of day.
 */
export function planSeason(plan: SeasonPlan): Season {
  const avoid = plan.avoid ?? reasonToAvoid
  const until = Temporal.PlainDate.from(plan.until)
  const meetings: PlannedMeeting[] = []
  const skipped: { date: string; because: AvoidReason }[] = []
  for (let day = firstDay(plan); !isAfter(day, until); day = day.add({ weeks: plan.everyWeeks })) {
    const date = day.toString()
    const because = avoid(date)
    if (!because) {
      meetings.push(meetingOn(date, plan))
      continue
    }
    const free = freeWeek(day, plan.everyWeeks, until, avoid)
    if (free) meetings.push({ ...meetingOn(free.toString(), plan), shifted: { from: date, because } })
    else skipped.push({ date, because })
  }
  return { meetings, skipped }
}

function meetingOn(date: string, { startTime, minutes }: Rhythm): PlannedMeeting {
  const { startsAt, endsAt } = meetingTimes({ date, startTime, minutes })
  return { date, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}

function firstDay({ from, weekday }: Rhythm): Temporal.PlainDate {
  const earliest = Temporal.PlainDate.from(from)
  return earliest.add({ days: (weekday - earliest.dayOfWeek + 7) % 7 })
}

function freeWeek(
  day: Temporal.PlainDate,
  everyWeeks: number,
  until: Temporal.PlainDate,
  avoid: (date: string) => AvoidReason | null,
): Temporal.PlainDate | undefined {
  const later = Array.from({ length: everyWeeks - 1 }, (_, index) => day.add({ weeks: index + 1 }))
  return later.find((each) => !isAfter(each, until) && !avoid(each.toString()))
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0
