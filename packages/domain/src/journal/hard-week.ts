import { dayAfter, daysFrom } from '../day.ts'
import type { JournalPreferences } from './preferences.ts'
import { type Pulse, pulseDays, pulseValue } from './pulse.ts'
import { byWriting } from './written-at.ts'

export type HardWeekLevel = 'none' | 'mild' | 'clear'

/** An answer given up to this many days late still joins the one before; longer, and nobody knows how it was in between. */
const latestDays = 7

/** So many days that answers speak of, all strained, make a level: two weeks and four. */
const mildDays = pulseDays
const clearDays = 2 * pulseDays

/**
 * Whether to offer plain words and people to talk to, from the pulse alone: it is given no text, so none can be searched,
 * and it gives one word to the page that asked, which tells nobody.
 *
 * An answer speaks of the {@link pulseDays} days up to and with its own. Counted are the days that an unbroken row of
 * answers "often" or "all the time" speaks of, back from the latest: each day once, and none that no answer speaks of.
 * The row breaks at a calmer answer and where more than {@link latestDays} days lie between what two answers speak of; it
 * no longer says anything about now once the next answer is so late. 14 days are mild, 28 clear: with answers every
 * fortnight one answer and two. After the two and four weeks of the single-item measure by Elo et al. (2003).
 */
export function hardWeek(
  pulses: readonly Pulse[],
  today: string,
  { off }: Pick<JournalPreferences, 'off'>,
): HardWeekLevel {
  if (off.hardWeek) return 'none'
  const days = strainedDays(pulses, today)
  if (days >= clearDays) return 'clear'
  return days >= mildDays ? 'mild' : 'none'
}

function strainedDays(pulses: readonly Pulse[], today: string): number {
  let known = dayAfter(today, 1)
  let days = 0
  for (const { day, answer } of latestFirst(pulses.filter((pulse) => pulse.day <= today))) {
    const isLatest = days === 0
    const unknown = daysFrom(day, known) - 1 - (isLatest ? pulseDays : 0)
    if (!isStrained(answer) || unknown > latestDays) break
    const from = dayAfter(day, 1 - pulseDays)
    days += Math.min(pulseDays, daysFrom(from, known))
    known = from
  }
  return days
}

const isStrained = (answer: Pulse['answer']): boolean => pulseValue(answer) >= pulseValue('often')

/** One answer a day, the one written last: who answers again on a day means the second. */
function latestFirst(pulses: readonly Pulse[]): readonly Pulse[] {
  const byDay = new Map([...pulses].sort(byWriting).map((pulse) => [pulse.day, pulse]))
  return [...byDay.values()].sort((one, other) => daysFrom(one.day, other.day))
}
