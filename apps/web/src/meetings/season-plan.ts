import { type AvoidReason, reasonToAvoid } from '@lederkreds/domain/meetings/calendar'
import { planSeason } from '@lederkreds/domain/meetings/season'
import { type Rhythm, rhythm as rhythmSchema } from '@lederkreds/domain/networks/network'
import { firstProblem } from '@lederkreds/domain/text'

/** A day of the plan. Its key is the day that the rhythm means, whatever day it has been moved to. */
export interface PlannedDay {
  readonly key: string
  readonly date: string
  /** The planner's own change, not the calendar's. */
  readonly byHand: boolean
  readonly shifted: { readonly from: string; readonly because: AvoidReason } | null
  /** Why one would rather not meet then. */
  readonly collides: AvoidReason | null
  /** Why one cannot. */
  readonly problem: 'past' | 'twice' | 'taken' | null
}

export interface Plan {
  readonly days: readonly PlannedDay[]
  readonly skipped: readonly { readonly date: string; readonly because: AvoidReason }[]
}

export interface Changes {
  readonly moved: ReadonlyMap<string, string>
  readonly removed: ReadonlySet<string>
}

export const noChanges: Changes = { moved: new Map(), removed: new Set() }

export const isRhythm = (rhythm: Rhythm): boolean => firstProblem(rhythmSchema, rhythm) === null

/** What the rhythm and the planner's changes make together, day by day; `taken` are the days of meetings there are. */
export function planDays(rhythm: Rhythm, { moved, removed }: Changes, taken: ReadonlySet<string>, today: string): Plan {
  const { meetings, skipped } = planSeason(rhythm)
  const kept = meetings
    .filter(({ date }) => !removed.has(date))
    .map(({ date, shifted = null }) => ({ key: date, date: moved.get(date) ?? date, shifted }))
  const times = new Map<string, number>()
  for (const { date } of kept) times.set(date, (times.get(date) ?? 0) + 1)
  const problemOf = (date: string): PlannedDay['problem'] => {
    if (date < today) return 'past'
    if (taken.has(date)) return 'taken'
    return (times.get(date) ?? 0) > 1 ? 'twice' : null
  }
  const days = kept.map(({ key, date, shifted }) => ({
    key,
    date,
    byHand: date !== key,
    shifted: date === key ? shifted : null,
    collides: reasonToAvoid(date),
    problem: problemOf(date),
  }))
  return { days: days.sort((one, other) => one.date.localeCompare(other.date)), skipped }
}
