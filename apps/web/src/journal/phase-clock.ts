/** The time of one phase: what was left when it last stood still, and since when it runs (null while it stands still). */
export interface PhaseClock {
  readonly left: number
  readonly since: number | null
}

/** All times in milliseconds. */
export const clockOf = (minutes: number): PhaseClock => ({ left: minutes * 60_000, since: null })

/** Never less than nothing: a phase whose time is up may last as long as somebody likes. */
export const leftOf = ({ left, since }: PhaseClock, now: number): number =>
  Math.max(0, left - (since === null ? 0 : Math.max(0, now - since)))

export const pauseClock = (clock: PhaseClock, now: number): PhaseClock => ({ left: leftOf(clock, now), since: null })

export const runClock = (clock: PhaseClock, now: number): PhaseClock =>
  clock.since === null ? { ...clock, since: now } : clock

/** Whole minutes and seconds that are left, a begun second counted. */
export function minutesLeft(milliseconds: number): { minutes: number; seconds: string } {
  const seconds = Math.ceil(milliseconds / 1000)
  return { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') }
}
