import { z } from 'zod'
import { bytes, isFramed } from '../bytes.ts'
import { dayAfter } from '../day.ts'
import { Refusal } from '../errors.ts'
import { clientMadeId } from '../request.ts'
import { isoDate, wholeNumber } from '../text.ts'

/**
 * What can be sealed. A journal holds entries, exercises, pulses and sleep alike: which of them is nobody else's business,
 * and so with what one writes about feedback for oneself. What a round leaves is sealed to oneself, or to some of its
 * network; a question for feedback to those who are asked; a sentence to the members, and a step that is told: its kind is
 * 'feedbackStep', as it was sealed under first, and has nothing to do with a network's feedback step.
 */
export const sealedKind = z.enum(
  [
    'journal',
    'caseNote',
    'memory',
    'caseDraft',
    'roundNote',
    'nextStep',
    'roundWriting',
    'feedbackAsk',
    'feedbackOwn',
    'feedbackStep',
    'competence',
    'sentence',
  ],
  { error: 'unknown' },
)
export type SealedKind = z.output<typeof sealedKind>

/** What an item of a kind belongs to, or may: without an entry it is its owner's alone. Silent writing always has its round. */
const belongs: Partial<Record<SealedKind, { to: 'round' | 'cycle' | 'network'; always: boolean; expires: boolean }>> = {
  roundNote: { to: 'round', always: false, expires: true },
  nextStep: { to: 'round', always: false, expires: true },
  roundWriting: { to: 'round', always: true, expires: true },
  feedbackAsk: { to: 'cycle', always: true, expires: false },
  feedbackStep: { to: 'cycle', always: true, expires: true },
  sentence: { to: 'network', always: true, expires: false },
}

/** Bytes of a padded document, by size class. */
export const sizeClasses = [256, 1024, 4096, 16_384, 65_536] as const
/** Frame (4), nonce (12) and tag (16). */
const aroundBlock = 32
export const maxEnvelopeBytes = sizeClasses[4] + aroundBlock
export const maxItemKeyBytes = 256
/** How many items may be asked for at once. */
export const maxItemsAtOnce = 50
/** How many people one item may be sealed to. */
const maxRecipients = 100

/** The size class that an envelope says it has and is as long as; null for what is no envelope. */
export function sizeClassOf(envelope: Uint8Array): number | null {
  const sizeClass = sizeClasses.findIndex((size) => size + aroundBlock === envelope.length)
  return sizeClass >= 0 && isFramed(envelope, [0x4c, 0x49, 1, sizeClass]) ? sizeClass : null
}

const itemKey = z.object({ recipientId: z.uuid({ error: 'invalid' }), wrapped: bytes(12 + 16 + 1, maxItemKeyBytes) })

const someId = z.uuid({ error: 'invalid' }).nullable()

/** One version of an item as its browser sealed it. What is longer than any envelope has its own refusal. */
export const sealedItem = z
  .object({
    id: clientMadeId,
    kind: sealedKind,
    networkId: someId,
    /** The round that it belongs to, in its network; null, as the network, for what is kept to oneself. */
    roundId: someId,
    /** The feedback cycle that it belongs to, in its network. */
    cycleId: someId,
    version: wholeNumber(1, 2_147_483_647),
    expiresOn: isoDate.nullable(),
    envelope: bytes(1, Number.POSITIVE_INFINITY).refine(
      (envelope) => envelope.length > maxEnvelopeBytes || sizeClassOf(envelope) !== null,
      { error: 'invalid' },
    ),
    keys: z
      .array(itemKey)
      .min(1, { error: 'tooFew' })
      .max(maxRecipients, { error: 'tooMany' })
      .superRefine((keys, context) => {
        keys.forEach(({ recipientId }, index) => {
          if (keys.findIndex((key) => key.recipientId === recipientId) < index)
            context.addIssue({ code: 'custom', message: 'duplicate', path: [index, 'recipientId'] })
        })
      }),
  })
  .superRefine(({ kind, networkId, roundId, cycleId, expiresOn }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', message, path: [path] })
    const place = belongs[kind]
    if (networkId !== null && !place) return issue('networkId', 'invalid')
    const isShared = networkId !== null || place?.always === true
    for (const [to, id] of Object.entries({ round: roundId, cycle: cycleId })) {
      const isNeeded = isShared && place?.to === to
      if (isNeeded !== (id !== null)) return issue(`${to}Id`, isNeeded ? 'empty' : 'invalid')
    }
    if (isShared && networkId === null) return issue('networkId', 'empty')
    if (isShared && place?.expires && expiresOn === null) issue('expiresOn', 'empty')
  })
export type SealedItem = z.output<typeof sealedItem>

/** The ids of items to read at once. */
export const itemIds = z.object({ ids: z.array(z.uuid()).max(maxItemsAtOnce, { error: 'tooMany' }) })

/** The document is longer than the largest envelope holds. */
export class TooLarge extends Refusal {
  constructor() {
    super('TooLarge')
  }
}

/** Throws {@link TooLarge} for more than the largest envelope. */
export function checkSize({ length }: Uint8Array): void {
  if (length > maxEnvelopeBytes) throw new TooLarge()
}

/** Somebody whom the item is sealed to may not read it, or its owner could not. */
export class NotARecipient extends Refusal {
  constructor() {
    super('NotARecipient')
  }
}

/**
 * Throws {@link NotARecipient} unless the owner can open what is hers, and everybody else whom it is sealed to is in
 * `membersNow`, those inside its network at this moment: nobody for what belongs to none.
 */
export function checkRecipients(ownerId: string, recipientIds: readonly string[], membersNow: readonly string[]): void {
  const others = recipientIds.filter((id) => id !== ownerId)
  if (others.length === recipientIds.length || others.some((id) => !membersNow.includes(id))) throw new NotARecipient()
}

/** What is to stay of a round was agreed before it began: not this, or not for so long. */
export class DoesNotStay extends Refusal {
  constructor() {
    super('DoesNotStay')
  }
}

/** How many days somebody's next step may be there for the group, after a round or after feedback, and what was written in silence after its day. */
const nextStepDays = 366
const writingDays = 1

/**
 * Throws {@link DoesNotStay} where an item would stay with others longer than its round agreed. Notes stay only where
 * the group keeps them; what was written in silence goes the day after unless the group keeps it; a next step is its
 * owner's to share for a year at most. `today` is an ISO date.
 */
export function checkStays(
  { kind, expiresOn }: Pick<SealedItem, 'kind' | 'expiresOn'>,
  round: { readonly stays: 'nothing' | 'focusPerson' | 'group'; readonly staysUntil: string | null },
  today: string,
): void {
  const agreed = round.stays === 'group' ? round.staysUntil : null
  const own = kind === 'nextStep' ? nextStepDays : kind === 'roundWriting' ? writingDays : null
  const isWithin = (last: string | null) => expiresOn !== null && last !== null && expiresOn <= last
  if (!isWithin(agreed) && !isWithin(own === null ? null : dayAfter(today, own))) throw new DoesNotStay()
}

/** A feedback cycle as the rules of its items see it. */
export interface AskedCycle {
  readonly state: 'open' | 'released' | 'tooFew' | 'cancelled'
  readonly deadline: Date
  /** The item that is its question, if it has one. */
  readonly askId: string | null
  /** Those who are asked and are still inside the network. */
  readonly asked: readonly string[]
  /** How many of them there must be: where answers are pooled, as many as make each one among others. */
  readonly fewest: number
}

/**
 * Throws {@link NotARecipient} unless a question is sealed to exactly those who are asked and are still there, while there
 * is time to answer and enough of them are left.
 * A cycle has one, and it is never changed: whoever is asked relies on what she has read.
 */
export function checkAsk(
  { id, keys, version }: Pick<SealedItem, 'id' | 'keys' | 'version'>,
  ownerId: string,
  { state, deadline, askId, asked, fewest }: AskedCycle,
  now: Date,
): void {
  if (askId === id && version === 1) return
  const others = keys.map(({ recipientId }) => recipientId).filter((recipientId) => recipientId !== ownerId)
  const isToAll = others.length === asked.length && others.every((recipientId) => asked.includes(recipientId))
  const areEnough = asked.length >= fewest
  if (askId !== null || state !== 'open' || now >= deadline || !isToAll || !areEnough) throw new NotARecipient()
}

/** Throws {@link DoesNotStay} for what is told to the group before answers are there, or would stay for more than a year. */
export function checkTold(
  { expiresOn }: Pick<SealedItem, 'expiresOn'>,
  { state }: Pick<AskedCycle, 'state'>,
  today: string,
): void {
  if (state !== 'released' || expiresOn === null || expiresOn > dayAfter(today, nextStepDays)) throw new DoesNotStay()
}
