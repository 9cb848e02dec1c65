import { ascending, median, type Reading } from './patterns.ts'

/** With fewer readings than this a page says so, and nothing is said about a difference. */
export const fewReadings = 5

/** Both days belong to it. */
export interface Period {
  readonly from: string
  readonly until: string
}

export interface Summary {
  readonly n: number
  /** Null when there is none. */
  readonly median: number | null
  /**
   * Two readings between which at least the middle half of all lie, they included, so that a page can say "half of them were
   * from 2 to 4" and be right; null when they are few, since halves of four mean nothing.
   */
  readonly spread: { readonly low: number; readonly high: number } | null
  readonly few: boolean
}

export interface Comparison {
  readonly before: Summary
  readonly after: Summary
  /** Whether the middle halves lie apart. Null when either period has few readings. Says nothing about why. */
  readonly apart: boolean | null
}

/**
 * Two periods of one measure side by side. The middle half rather than the outermost values, which move apart by themselves
 * the more readings there are. No difference is worked out: a page shows both and never calls it an effect.
 */
export function compare(all: readonly Reading[], before: Period, after: Period): Comparison {
  const [one, other] = [summary(within(all, before)), summary(within(all, after))]
  const apart =
    one.spread && other.spread ? one.spread.high < other.spread.low || other.spread.high < one.spread.low : null
  return { before: one, after: other, apart }
}

export function summary(all: readonly Reading[]): Summary {
  const values = all.map(({ value }) => value)
  const few = values.length < fewReadings
  return {
    n: values.length,
    median: values.length === 0 ? null : median(values),
    spread: few ? null : middleHalf(values),
    few,
  }
}

/** The quartiles, taken outwards to the next reading. */
function middleHalf(values: readonly number[]): Summary['spread'] {
  const sorted = ascending(values)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 4)], sorted[Math.ceil(((sorted.length - 1) * 3) / 4)]]
  return low === undefined || high === undefined ? null : { low, high }
}

const within = (all: readonly Reading[], { from, until }: Period): readonly Reading[] =>
  all.filter(({ day }) => from <= day && day <= until)
