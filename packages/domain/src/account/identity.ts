import { z } from 'zod'
import { bytes, exactly } from '../bytes.ts'
import { Stale } from '../errors.ts'
import { InvalidInput, wholeNumber } from '../text.ts'

/** The private keys of an identity, sealed. */
const maxSecretBytes = 1024

/** An uncompressed point on P-256 (SEC 1, 2.3.3): 04, x, y. Whether it is on the curve is found by whoever uses it. */
const point = exactly(65).refine(([form]) => form === 4, { error: 'invalid' })

/** One entry of the directory, as its owner's browser made it. The first has nothing before it that could vouch for it. */
export const identityEntry = z
  .object({
    number: wholeNumber(1, 2_147_483_647),
    hpkePublicKey: point,
    signingPublicKey: point,
    previousHash: exactly(32).nullable(),
    signature: exactly(64),
    endorsement: exactly(64).nullable(),
  })
  .superRefine(({ number, previousHash, endorsement }, context) => {
    if ((number === 1) !== (previousHash === null))
      for (const field of ['number', 'previousHash'])
        context.addIssue({ code: 'custom', message: 'invalid', path: [field] })
    if (number === 1 && endorsement) context.addIssue({ code: 'custom', message: 'invalid', path: ['endorsement'] })
  })
export type IdentityEntry = z.output<typeof identityEntry>

/** Whose identities to read at once: more people than one network has. */
export const identityOwners = z.object({ personIds: z.array(z.uuid()).max(50, { error: 'tooMany' }) })

export const identitySecret = bytes(12 + 16 + 1, maxSecretBytes)

const title = new TextEncoder().encode('lederkreds identity v1\0')

/**
 * What an entry's hash and signatures cover: title, person (16 bytes of the UUID), number (4 bytes, big-endian), both
 * public keys (65 each), hash of the entry before (32, zeros where there is none).
 */
export function canonicalEntry(personId: string, entry: Omit<IdentityEntry, 'signature' | 'endorsement'>): Uint8Array {
  const person = personId.replaceAll('-', '')
  const id = Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(person.slice(index * 2, index * 2 + 2), 16))
  const number = new Uint8Array(4)
  new DataView(number.buffer).setUint32(0, entry.number)
  const parts = [
    title,
    id,
    number,
    entry.hpkePublicKey,
    entry.signingPublicKey,
    entry.previousHash ?? new Uint8Array(32),
  ]
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

type Link = { readonly number: number; readonly hash: Uint8Array }

/**
 * An entry follows the last one. Throws {@link Stale} when there is another by now, or not so many yet, and
 * {@link InvalidInput} when it names another entry as the one before it.
 */
export function checkFollows(last: Link | null, entry: Pick<IdentityEntry, 'number' | 'previousHash'>): void {
  const lastNumber = last?.number ?? 0
  if (entry.number !== lastNumber + 1) throw new Stale(entry.number - 1, lastNumber)
  const isNext = last?.hash.every((byte, index) => entry.previousHash?.[index] === byte) ?? entry.previousHash === null
  if (!isNext) throw new InvalidInput([{ path: 'identity.previousHash', problem: 'invalid' }])
}
