import { z } from 'zod'
import { exactly } from '../bytes.ts'
import { Refusal } from '../errors.ts'
import type { NetworkState, Standing } from '../networks/network.ts'
import { line } from '../text.ts'

/** Room for one sentence about what a season has given; what is longer is no sentence. Counts Unicode code points. */
export const maxSentence = 300
/** Random bytes before the sentence, so that nobody can guess it from its hash. */
export const saltBytes = 16

export const sentenceText = line(maxSentence)
const salt = exactly(saltBytes)

/** A sentence that the convenor proposes to all members, sealed to them. Salt and network stand inside. */
export const sentenceProposal = z.looseObject({
  type: z.literal('sentence'),
  format: z.literal(1),
  networkId: z.uuid({ error: 'invalid' }),
  text: sentenceText,
  /** {@link saltBytes} random bytes as base64url. */
  salt: z.string({ error: 'invalid' }).regex(/^[\w-]{22}$/, { error: 'invalid' }),
})
export type SentenceProposal = z.output<typeof sentenceProposal>

/** What opens as a proposal in that network; null for another network's, for what is none, and for what is newer. */
export function readProposal(opened: unknown, networkId: string): SentenceProposal | null {
  const { data } = sentenceProposal.safeParse(opened)
  return data && data.networkId === networkId ? data : null
}

/** What a member consents to, SHA-256 of this: the salt, then the sentence in UTF-8, exactly as it would be published. */
export function consentedBytes(salted: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const words = new TextEncoder().encode(text)
  const bytes = new Uint8Array(salted.length + words.length)
  bytes.set(salted)
  bytes.set(words, salted.length)
  return bytes
}

/** A yes to one salted sentence, by its hash. */
export const sentenceConsent = z.object({ hash: exactly(32) })

/** What the convenor's browser sends when everybody has agreed. */
export const sentencePublication = z.object({ text: sentenceText, salt })

/** Not every member of this moment has agreed to exactly this sentence. */
export class NotAgreed extends Refusal {
  constructor() {
    super('NotAgreed')
  }
}

/** Throws {@link NotAgreed} unless the sentence's hash is the one that every member has agreed to; null is none. */
export function checkAgreed(hash: Uint8Array, agreed: Uint8Array | null): void {
  if (!agreed || hash.length !== agreed.length || hash.some((byte, at) => byte !== agreed[at])) throw new NotAgreed()
}

/** Each member for herself, while the network lives: nobody agrees for another. */
export const mayConsent = ({ member, accepted }: Standing, state: NetworkState): boolean =>
  member && accepted && state === 'active'

/** Whoever is in the network can take her own yes back, also before she has accepted new rules. */
export const mayWithdrawConsent = ({ member }: Standing): boolean => member

/** The convenor proposes and publishes; a consultant has no part in what members say about their network. */
export const mayPublishSentence = (standing: Standing, state: NetworkState): boolean =>
  standing.convenor && mayConsent(standing, state)

/** Any member, at any time, also when the network is closed: what everybody had to agree to, one can take back. */
export const mayTakeBackSentence = ({ member, accepted }: Standing): boolean => member && accepted
