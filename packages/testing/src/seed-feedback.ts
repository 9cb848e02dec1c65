import { localDate } from '@lederkreds/domain/day'
import type { FeedbackState } from '@lederkreds/domain/feedback/cycle'
import type { PromiseKind } from '@lederkreds/domain/feedback/document'
import type { FeedbackForm } from '@lederkreds/domain/feedback/form'
import type { Seed, SeededCycle, SeededNetwork, SeededPerson } from './seed.ts'

type CycleOptions = {
  receiver: SeededPerson
  givers: SeededPerson[]
  form?: FeedbackForm
  promise?: PromiseKind
  deadline?: Date
  createdOn?: string
  state?: FeedbackState
  closedOn?: string
  previous?: Pick<SeededCycle, 'id'>
  stepId?: string
  /** False for one whose question was never saved. */
  asked?: boolean
  /** Those who have answered, or will not; only where answers are signed. */
  answered?: readonly SeededPerson[]
  declined?: readonly SeededPerson[]
}

/** A network's plan that everybody asks everybody. */
export function addFeedbackStep(
  seed: Seed,
  network: SeededNetwork,
  {
    form = 'sbi',
    promise = 'signed',
    opensOn,
    deadline,
  }: { opensOn: string; deadline: Date } & Pick<CycleOptions, 'form' | 'promise'>,
): string {
  const id = seed.uuid4()
  const planner = network.convenor ?? network.members[0]
  if (!planner) throw new Error('a step needs somebody who plans it')
  seed.add('feedback_step', {
    id,
    network_id: network.id,
    promise,
    form,
    opens_on: opensOn,
    deadline,
    planned_by_id: planner.id,
  })
  return id
}

/**
 * Somebody has asked; the question itself is a sealed item of its own with the answered `askId`. A cycle that has ended
 * is as its end left it: answers of a released one are added by {@link addFeedbackAnswer}.
 */
export function addFeedbackCycle(seed: Seed, network: SeededNetwork, options: CycleOptions): SeededCycle {
  const { receiver, givers, form = 'sbi', promise = 'signed', state = 'open', asked = true } = options
  const { answered = [], declined = [] } = options
  const [id, askId] = [seed.uuid4(), seed.uuid4()]
  seed.add('feedback_cycle', {
    id,
    network_id: network.id,
    receiver_id: receiver.id,
    form,
    promise,
    promise_version: 1,
    deadline: options.deadline ?? new Date(seed.now.getTime() + 7 * 86_400_000),
    created_on: options.createdOn ?? localDate(seed.now),
    state,
    closed_on: state === 'open' ? null : (options.closedOn ?? localDate(seed.now)),
    ask_id: asked ? askId : null,
    previous_id: options.previous?.id ?? null,
    step_id: options.stepId ?? null,
  })
  for (const giver of givers)
    seed.add('feedback_invitation', {
      cycle_id: id,
      network_id: network.id,
      giver_id: giver.id,
      answered: answered.includes(giver),
      declined: declined.includes(giver),
    })
  return { id, networkId: network.id, receiver, givers, askId }
}

/** An answer as it was handed in; of a pooled cycle without a giver. */
export function addFeedbackAnswer(
  seed: Seed,
  { id: cycleId, networkId }: SeededCycle,
  { giver, envelope, wrapped }: { giver?: SeededPerson; envelope: Uint8Array; wrapped: Uint8Array },
): string {
  const id = seed.uuid4()
  seed.add('feedback_answer', {
    id,
    cycle_id: cycleId,
    network_id: networkId,
    giver_id: giver?.id ?? null,
    envelope: Buffer.from(envelope),
    wrapped_key: Buffer.from(wrapped),
  })
  return id
}

/** That members agree to a sentence, by its hash; they need not all have accepted the rules. */
export function addConsents(seed: Seed, network: SeededNetwork, people: readonly SeededPerson[], hash: Buffer) {
  for (const person of people) seed.add('sentence_consent', { network_id: network.id, person_id: person.id, hash })
}

/** A sentence that everybody has agreed to. */
export function addSentence(
  seed: Seed,
  network: SeededNetwork,
  text: string,
  by: SeededPerson,
  publishedOn?: string,
): string {
  const id = seed.id()
  seed.add('published_sentence', {
    id,
    network_id: network.id,
    text,
    salt: seed.random(16),
    published_by_id: by.id,
    ...(publishedOn && { published_on: publishedOn }),
  })
  return id
}
