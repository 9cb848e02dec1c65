import { z } from 'zod'
import { bytes, isFramed } from '../bytes.ts'
import { Refusal } from '../errors.ts'
import { clientMadeId } from '../request.ts'
import { isoDate, wholeNumber } from '../text.ts'

/**
 * What can be sealed. A journal holds entries, exercises, pulses and sleep alike: which of them is nobody else's business.
 * What a round leaves is sealed to oneself, or to some of its network.
 */
export const sealedKind = z.enum(
  ['journal', 'caseNote', 'memory', 'caseDraft', 'roundNote', 'nextStep', 'roundWriting'],
  { error: 'unknown' },
)
export type SealedKind = z.output<typeof sealedKind>

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

/** Kinds that can belong to a round and so be sealed to others; silent writing always does. */
const roundKinds: readonly SealedKind[] = ['roundNote', 'nextStep', 'roundWriting']
const someId = z.uuid({ error: 'invalid' }).nullable()

/** One version of an item as its browser sealed it. What is longer than any envelope has its own refusal. */
export const sealedItem = z
  .object({
    id: clientMadeId,
    kind: sealedKind,
    networkId: someId,
    /** The round that it belongs to, in its network; null, as the network, for what is kept to oneself. */
    roundId: someId,
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
  .superRefine(({ kind, networkId, roundId, expiresOn }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', message, path: [path] })
    if (networkId !== null && !roundKinds.includes(kind)) return issue('networkId', 'invalid')
    if ((networkId === null) !== (roundId === null) || (roundId === null && kind === 'roundWriting'))
      issue('roundId', roundId === null ? 'empty' : 'invalid')
    if (roundId !== null && expiresOn === null) issue('expiresOn', 'empty')
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

/** How many days somebody's next step may be there for the group, and what was written in silence after its day. */
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

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
