import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { NetworkState, Standing } from '../networks/network.ts'
import { clientMadeId } from '../request.ts'
import { InvalidInput, isoDate } from '../text.ts'
import { type PromiseKind, promiseKind } from './document.ts'
import { feedbackForm } from './form.ts'
import { fewestPooled } from './promise.ts'

/** Too few: pooled answers that were too few to hide who gave them, all destroyed unread. */
export type FeedbackState = 'open' | 'released' | 'tooFew' | 'cancelled'

/** More members than a network has. */
const mostGivers = 40
const mostOpen = 5
const hour = 3_600_000
const shortest = hour
const longest = 92 * 24 * hour

const someone = z.uuid({ error: 'invalid' })

/** Between an hour and three months from `now`. */
const deadlineAfter = (now: Date) =>
  z
    .date({ error: 'invalid' })
    .min(new Date(now.getTime() + shortest), { error: 'tooEarly' })
    .max(new Date(now.getTime() + longest), { error: 'tooLate' })

/** How a cycle is asked: all of it is frozen from then on. */
export const feedbackAsking = (now: Date) =>
  z.object({
    id: clientMadeId,
    form: feedbackForm,
    promise: promiseKind,
    deadline: deadlineAfter(now),
    giverIds: z
      .array(someone)
      .min(1, { error: 'tooFew' })
      .max(mostGivers, { error: 'tooMany' })
      .refine((ids) => new Set(ids).size === ids.length, { error: 'duplicate' }),
    /** The cycle of her own that this one asks again. */
    previousId: someone.nullable(),
    /** The network's step that this one is her part of. */
    stepId: someone.nullable(),
  })
export type FeedbackAsking = z.output<ReturnType<typeof feedbackAsking>>

/** How a network plans that everybody asks everybody, its feedback step; `today` is an ISO date. */
export const feedbackStep = (now: Date, today: string) =>
  z
    .object({
      id: clientMadeId,
      promise: promiseKind,
      form: feedbackForm,
      opensOn: isoDate.refine((day) => day >= today, { error: 'tooEarly' }),
      deadline: deadlineAfter(now),
    })
    .refine(({ opensOn, deadline }) => Date.parse(opensOn) < deadline.getTime(), {
      path: ['opensOn'],
      error: 'tooLate',
    })
export type FeedbackStep = z.output<ReturnType<typeof feedbackStep>>

/** With fewer who could have written it, whoever reads a pooled answer could tell who did. */
export class TooFewGivers extends Refusal {
  constructor() {
    super('TooFewGivers')
  }
}

/** Somebody who is asked is not inside the network, has no keys yet, or is the one who asks. */
export class NotAGiver extends Refusal {
  readonly giverIds: readonly string[]

  constructor(giverIds: readonly string[]) {
    super('NotAGiver')
    this.giverIds = giverIds
  }
}

/** The deadline is over, or the cycle has ended in another way: nothing is taken in or called off any more. */
export class FeedbackClosed extends Refusal {
  constructor() {
    super('FeedbackClosed')
  }
}

/** Whoever has answered, or has said that she will not, has done so for good. */
export class AlreadyAnswered extends Refusal {
  constructor() {
    super('AlreadyAnswered')
  }
}

/** She has asked in this step of the network already. */
export class AlreadyAsked extends Refusal {
  constructor() {
    super('AlreadyAsked')
  }
}

/** She has as many cycles open in the network as she may have at once. */
export class TooManyOpen extends Refusal {
  constructor() {
    super('TooManyOpen')
  }
}

/** The cycle is there already, asked in another way: what was changed since needs one of its own. */
export class AskedOtherwise extends Refusal {
  constructor() {
    super('AskedOtherwise')
  }
}

/** What is settled when a cycle begins. Ids are uuids, or all as the API gives them. */
export type Settled = Omit<FeedbackAsking, 'id'>

/** Throws {@link AskedOtherwise} unless a cycle that is there is the one that is asked: to the last thing that is settled. */
export function checkSame(asked: Settled, there: Settled): void {
  const isSame =
    asked.form === there.form &&
    asked.promise === there.promise &&
    asked.deadline.getTime() === there.deadline.getTime() &&
    asked.previousId === there.previousId &&
    asked.stepId === there.stepId &&
    asked.giverIds.length === there.giverIds.length &&
    asked.giverIds.every((id) => there.giverIds.includes(id))
  if (!isSame) throw new AskedOtherwise()
}

/** Throws {@link TooFewGivers} for a pooled cycle with fewer than five givers. */
export function checkGiverCount({ promise, giverIds }: Pick<FeedbackAsking, 'promise' | 'giverIds'>): void {
  if (promise === 'pooled' && giverIds.length < fewestPooled) throw new TooFewGivers()
}

/**
 * Throws {@link TooManyOpen} for one more than five beside `open` others of hers in the network: each asks for the time of
 * everybody in it. A part in a step of the network is not counted, and never refused.
 */
export function checkOpenCount({ stepId }: Pick<FeedbackAsking, 'stepId'>, open: number): void {
  if (stepId === null && open >= mostOpen) throw new TooManyOpen()
}

/** Throws {@link NotAGiver} unless all of these are among those who can be asked now. */
export function checkGivers(giverIds: readonly string[], canBeAsked: readonly string[]): void {
  const others = giverIds.filter((id) => !canBeAsked.includes(id))
  if (others.length > 0) throw new NotAGiver(others)
}

interface Step {
  readonly promise: PromiseKind
  readonly form: string
  readonly opensOn: string
  readonly deadline: Date
}

/** Throws {@link InvalidInput} where a member's part differs from the step: that is the same for all, and asks everybody. */
export function checkPart(asking: FeedbackAsking, step: Step, canBeAsked: readonly string[]): void {
  const differs = {
    promise: asking.promise !== step.promise,
    form: asking.form !== step.form,
    deadline: asking.deadline.getTime() !== step.deadline.getTime(),
    giverIds: asking.giverIds.length !== canBeAsked.length,
  }
  const paths = Object.entries(differs).filter(([, isOther]) => isOther)
  if (paths.length > 0) throw new InvalidInput(paths.map(([path]) => ({ path, problem: 'invalid' })))
}

interface Cycle {
  readonly state: FeedbackState
  readonly deadline: Date
}

/** Answers are taken until the very moment of the deadline, not at it. */
export const isTaking = ({ state, deadline }: Cycle, now: Date): boolean => state === 'open' && now < deadline

/** Throws {@link FeedbackClosed} unless answers are taken `now`. */
export function checkTaking(cycle: Cycle, now: Date): void {
  if (!isTaking(cycle, now)) throw new FeedbackClosed()
}

/** Throws {@link FeedbackClosed} for what has ended. */
export function checkStillOpen({ state }: Pick<Cycle, 'state'>): void {
  if (state !== 'open') throw new FeedbackClosed()
}

/** Whether a member can take part in a step: from its day on, while there is time to answer. */
export const isJoinable = ({ opensOn, deadline }: Pick<Step, 'opensOn' | 'deadline'>, now: Date, today: string) =>
  opensOn <= today && deadline.getTime() - now.getTime() >= shortest

/** Any member of a living network asks for herself; who facilitates it does not. */
export const mayAskForFeedback = (standing: Standing, state: NetworkState): boolean =>
  state === 'active' && standing.member && standing.accepted

/** A step that everybody is to take is planned by the convenor. */
export const mayPlanFeedback = (standing: Standing, state: NetworkState): boolean =>
  mayAskForFeedback(standing, state) && standing.convenor
