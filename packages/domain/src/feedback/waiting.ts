import { dayAfter } from '../day.ts'
import type { FeedbackState } from './cycle.ts'

/** For so many days it is news that answers have come, or that they were too few. */
const newsDays = 14
/** What somebody wants to do takes time to be noticed; eight weeks later the same question can be asked again. */
export const askAgainDays = 56
/** For so many days she is reminded that she can. */
const remindedDays = 28

/** The ends of a cycle that its receiver is told of; what she has called off is no news to her. */
export const tellingEnds = ['released', 'tooFew'] as const satisfies FeedbackState[]

/** A cycle that ended on this day or later is still news to its receiver. Days are ISO dates. */
export const newsSince = (today: string): string => dayAfter(today, -newsDays)

/** When a cycle was released whose receiver is reminded that she can ask again: from `first` to `last`, both included. */
export const askAgainBetween = (today: string): { first: string; last: string } => ({
  first: dayAfter(today, -askAgainDays - remindedDays),
  last: dayAfter(today, -askAgainDays),
})
