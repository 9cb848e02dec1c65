import { daysFrom } from '../day.ts'
import type { FeedbackState } from './cycle.ts'
import type { PromiseKind } from './document.ts'

/** For so many days it is news that answers have come, or that they were too few. */
const newsDays = 14
/** What somebody wants to do takes time to be noticed; eight weeks later the same question can be asked again. */
export const askAgainDays = 56
/** For so many days she is reminded that she can. */
const remindedDays = 28

interface Invited {
  readonly promise: PromiseKind
  readonly deadline: Date
  readonly viewerHasAnswered: boolean
  readonly viewerHasDeclined: boolean
}

/**
 * Whether an ask stands among what waits for a giver. One with a name goes when she has answered or declined. A pooled one
 * stays until its deadline: that it went would tell whoever looks over her shoulder, and nobody can know it but her device.
 */
export const waitsForAnswer = (ask: Invited, now: Date): boolean =>
  now < ask.deadline && (ask.promise === 'pooled' || !(ask.viewerHasAnswered || ask.viewerHasDeclined))

interface Ended {
  readonly state: FeedbackState
  /** 'YYYY-MM-DD', or null while it is open. */
  readonly closedOn: string | null
  /** Whether she has asked again already. */
  readonly isFollowed: boolean
}

/** Whether the end of her own cycle is still news to its receiver. `today` is an ISO date. */
export const isNews = ({ state, closedOn }: Ended, today: string): boolean =>
  (state === 'released' || state === 'tooFew') && daysSince(closedOn, today) <= newsDays

/** Whether a receiver is reminded that she can ask again, and see both side by side. `today` is an ISO date. */
export function isTimeToAskAgain({ state, closedOn, isFollowed }: Ended, today: string): boolean {
  const days = daysSince(closedOn, today)
  return state === 'released' && !isFollowed && days >= askAgainDays && days <= askAgainDays + remindedDays
}

const daysSince = (day: string | null, today: string): number => (day === null ? Number.NaN : daysFrom(day, today))
