import { z } from 'zod'
import { sizeClasses } from '../account/sealed-item.ts'
import { exactly, isFramed } from '../bytes.ts'
import { Refusal } from '../errors.ts'

/** Bytes of an answer's envelope: frame, nonce, 16 KiB, tag. All have it, so that none is told by its length. */
const envelopeBytes = sizeClasses[3] + 32
/** Bytes of the key that is sealed to the receiver. */
const wrappedKeyBytes = 121
const messageBytes = 32
const signatureBytes = 256

const id = z.uuid({ error: 'invalid' }).toLowerCase()

/** An answer as its giver's browser sealed it to one reader. */
export const sealedAnswer = z.object({
  envelope: exactly(envelopeBytes).refine((envelope) => isFramed(envelope, [0x4c, 0x49, 1, 3]), { error: 'invalid' }),
  wrappedKey: exactly(wrappedKeyBytes).refine((key) => isFramed(key, [0x4c, 0x4b, 1, 2]), { error: 'invalid' }),
})
export type SealedAnswer = z.output<typeof sealedAnswer>

/** What its holder shows instead of herself. */
export const pooledToken = z.object({ cycleId: id, message: exactly(messageBytes), signature: exactly(signatureBytes) })
export type PooledToken = z.output<typeof pooledToken>

/** What a giver asks to have signed without showing it. */
export const blindedToken = z.object({ cycleId: id, blinded: exactly(signatureBytes) })

/** What became of a token, told to whoever shows it. `closed`: nothing is taken in any more. */
export type TokenState = 'unused' | 'answered' | 'blank' | 'withdrawn' | 'closed'

/** She has been given her token of this cycle, for another message than this. */
export class TokenGiven extends Refusal {
  constructor() {
    super('TokenGiven')
  }
}

/** Nobody was given this token: it is not one, or it belongs to another cycle. */
export class TokenInvalid extends Refusal {
  constructor() {
    super('TokenInvalid')
  }
}

/** What is sent without a name came with something that could tell it. */
export class NotAnonymous extends Refusal {
  constructor() {
    super('NotAnonymous')
  }
}

/**
 * What every token of a cycle is signed over, behind its message: a label that keeps it apart from everything else that is
 * ever signed, and the cycle, so that a token of another one fails twice.
 */
export function tokenContext(cycleId: string): Uint8Array<ArrayBuffer> {
  const digits = cycleId.replaceAll('-', '')
  const cycle = Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16))
  return Uint8Array.of(...new TextEncoder().encode('lederkreds feedback token v1\0'), ...cycle)
}

/** The same things in an order of their own, by Fisher and Yates; `below(n)` draws evenly from 0 to n - 1. */
export function shuffled<Thing>(things: readonly Thing[], below: (limit: number) => number): Thing[] {
  const mixed = [...things]
  for (let last = mixed.length - 1; last > 0; last--) {
    const drawn = below(last + 1)
    const [one, other] = [mixed[last], mixed[drawn]] as [Thing, Thing]
    mixed[last] = other
    mixed[drawn] = one
  }
  return mixed
}
