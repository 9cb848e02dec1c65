// What is sealed is sealed as in a browser: its package names the types of a worker.
/// <reference lib="webworker" />
import { makeIssuer } from '@lederkreds/api/feedback/issuer.store'
import { dayAfter, localDate } from '@lederkreds/domain/day'
import type { FeedbackState } from '@lederkreds/domain/feedback/cycle'
import type { FeedbackAnswer, FeedbackAsk } from '@lederkreds/domain/feedback/document'
import { instantAt } from '@lederkreds/domain/meetings/local-time'
import { issuerHash } from '@lederkreds/sealing/blind-token'
import { toBase64url } from '@lederkreds/sealing/bytes'
import type { SealedKeys } from './sealed-keys.ts'
import type { Seed, SeededCycle, SeededNetwork, SeededPerson } from './seed.ts'

/** Somebody with the keys that were made for her. */
export interface WithKeys {
  readonly person: SeededPerson
  readonly keys: SealedKeys
}

/** What is asked, of whom, and how; what is left out is signed, free, and open for a week. */
export interface Asking {
  readonly receiver: WithKeys
  readonly givers: readonly WithKeys[]
  readonly form?: FeedbackAsk['form']
  readonly promise?: FeedbackAsk['promise']
  readonly deadline?: Date
  readonly question?: string
  readonly situation?: string
  readonly state?: FeedbackState
  readonly createdOn?: string
  readonly closedOn?: string
  readonly previous?: SeededCycle
  /** False for one whose question did not get through. */
  readonly asked?: boolean
}

/**
 * A cycle as its receiver's browser leaves it: with its question, sealed by her keys for those whom she asks. `secret` is
 * the installation's, under which the key for tokens is kept.
 */
export async function askedCycle(
  seed: Seed,
  network: SeededNetwork,
  asking: Asking,
  secret: string,
): Promise<SeededCycle> {
  const { receiver, givers, form = 'free', promise = 'signed', state = 'open', asked = true } = asking
  const { question = 'Hvordan virker jeg?', situation = null } = asking
  const deadline = asking.deadline ?? noonIn(7, seed.now)
  const people = { receiver: receiver.person, givers: givers.map(({ person }) => person) }
  const { createdOn, closedOn, previous } = asking
  const when = { ...(createdOn && { createdOn }), ...(closedOn && { closedOn }), ...(previous && { previous }) }
  const cycle = seed.feedbackCycle(network, { ...people, ...when, form, promise, deadline, state, asked })
  if (!asked) return cycle
  const hash = promise === 'pooled' ? await addIssuer(seed, cycle, secret) : null
  const document: FeedbackAsk = {
    ...{ type: 'feedbackAsk', format: 1, cycleId: cycle.id, form, promise, promiseVersion: 1, issuerHash: hash },
    ...{ deadline: deadline.toISOString(), question, situation, oneWish: null },
    day: localDate(seed.now),
  }
  const { envelope, keys } = await receiver.keys.vault.seal({
    document,
    about: { kind: 'feedbackAsk', itemId: cycle.askId, version: 1, networkId: network.id },
    recipients: givers.map(({ person, keys: { identity } }) => ({ personId: person.id, ...identity })),
  })
  const keyOf = ({ person }: WithKeys) => {
    const wrapped = keys.find(({ personId }) => personId === person.id)?.wrapped
    if (!wrapped) throw new Error('sealed to nobody')
    return wrapped
  }
  seed.sealedItem(receiver.person, {
    ...{ id: cycle.askId, kind: 'feedbackAsk', envelope, wrapped: keyOf(receiver), cycle },
    readers: givers.map((giver) => ({ person: giver.person, wrapped: keyOf(giver) })),
  })
  return cycle
}

/** A signed answer as its giver's browser would hand it in, for `seed.feedbackAnswer`. */
export async function sealedAnswer(
  giver: WithKeys,
  receiver: WithKeys,
  { id: cycleId, networkId }: SeededCycle,
  fields: Readonly<Record<string, string>>,
  form: FeedbackAsk['form'] = 'free',
) {
  const document: FeedbackAnswer = {
    ...{ type: 'feedbackAnswer', format: 1, cycleId, form, answerId: crypto.randomUUID() },
    fields,
  }
  const { envelope, keys } = await giver.keys.vault.seal({
    document,
    about: { kind: 'feedbackAnswer', itemId: cycleId, version: 1, networkId },
    recipients: [{ personId: receiver.person.id, ...receiver.keys.identity }],
    fixedClass: 3,
  })
  const wrapped = keys.find(({ personId }) => personId === receiver.person.id)?.wrapped
  if (!wrapped) throw new Error('sealed to nobody')
  return { envelope, wrapped }
}

/** The key that signs tokens; answers its name, as the receiver seals it. */
async function addIssuer(seed: Seed, cycle: SeededCycle, secret: string): Promise<string> {
  const { publicKey, privateKey } = await makeIssuer(secret, cycle.id)
  seed.add('feedback_issuer', {
    cycle_id: cycle.id,
    public_key: Buffer.from(publicKey),
    private_key: Buffer.from(privateKey),
  })
  return toBase64url(await issuerHash(publicKey))
}

/** Noon, as people choose it on the page. */
const noonIn = (days: number, now: Date) => instantAt(dayAfter(localDate(now), days), '12:00')
