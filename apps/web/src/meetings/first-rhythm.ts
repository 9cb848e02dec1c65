import { dayAfter, localDate } from '@lederkreds/domain/day'
import type { Rhythm } from '@lederkreds/domain/networks/network'
import { defaultRhythm, templates } from '@lederkreds/domain/networks/template'

interface Known {
  readonly endsOn: string | null
  readonly draft: { readonly rhythm: Rhythm } | null
  readonly currentSeason:
    | (Omit<Rhythm, 'from' | 'until'> & { readonly meetings: readonly { readonly startsAt: string }[] })
    | null
}

/**
 * Where the planner begins: with the rhythm of the network's draft, else with that of its last season carried on from its
 * last meeting, else with that of a home network. The network's end date ends it while it lies ahead.
 */
export function firstRhythm({ endsOn, draft, currentSeason }: Known, today: string): Rhythm {
  const usual = defaultRhythm(templates.home, today)
  const ends = (from: string, until: string) => (endsOn && endsOn > from ? endsOn : until)
  if (draft) return pick(draft.rhythm)
  if (!currentSeason) return { ...usual, until: ends(usual.from, usual.until) }
  const last = currentSeason.meetings.at(-1)
  const after = last ? dayAfter(localDate(new Date(last.startsAt)), currentSeason.everyWeeks * 7) : usual.from
  const from = after > today ? after : usual.from
  return { ...pick(currentSeason), from, until: ends(from, dayAfter(from, currentSeason.everyWeeks * 7 * 7)) }
}

/** The rhythm alone, without what the cache keeps beside it. */
const pick = <Known extends Omit<Rhythm, 'from' | 'until'>>(rhythm: Known & Partial<Rhythm>): Rhythm => ({
  from: rhythm.from ?? '',
  until: rhythm.until ?? '',
  everyWeeks: rhythm.everyWeeks,
  weekday: rhythm.weekday,
  startTime: rhythm.startTime,
  minutes: rhythm.minutes,
})
