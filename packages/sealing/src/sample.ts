import { type AccountKeys, makeAccountKey, openAccountKey } from './account-key.ts'
import { type Bytes, systemRandom, uuidText } from './bytes.ts'
import { type IdentityEntry, type IdentityKeys, makeIdentity } from './identity.ts'

/** Somebody for the tests, with an account key and a first identity. */
export interface Person {
  readonly personId: string
  readonly raw: Bytes
  readonly account: AccountKeys
  readonly entry: IdentityEntry
  readonly keys: IdentityKeys
  readonly secret: Bytes
}

/** Version 4, as the clients make them. */
export function freshId(): string {
  const bytes = systemRandom(16)
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  return uuidText(bytes)
}

export async function makePerson(personId = freshId(), raw = makeAccountKey()): Promise<Person> {
  const account = await openAccountKey(raw)
  return { personId, raw, account, ...(await makeIdentity({ personId, account })) }
}

export const fromHex = (hex: string): Bytes =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The same bytes with one bit of one of them turned over. */
export function flipped(bytes: Bytes, at: number, bit = 0): Bytes {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}
