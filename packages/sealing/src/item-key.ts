import type { AccountKeys } from './account-key.ts'
import { decrypt, encrypt, makeNonce, nonceLength, tagLength } from './aes.ts'
import { type Bytes, concat, equal, label, reader, systemRandom, u32, utf8, uuidBytes } from './bytes.ts'
import { Tampered, UnknownFormat } from './faults.ts'
import { encapsulatedLength, hpkeOpen, hpkeSeal } from './hpke.ts'
import { entryHash, type IdentityEntry, type IdentityKeys } from './identity.ts'

export const itemKeyLength = 32
const sealedLength = itemKeyLength + tagLength

/** 'LK', format 1, kind: 1 for oneself, 2 for somebody's identity. */
const selfHead = concat(utf8('LK'), Uint8Array.of(1, 1))
const identityHead = concat(utf8('LK'), Uint8Array.of(1, 2))
const selfLabel = label('lederkreds item key v1 self')
const recipientLabel = label('lederkreds item key v1 recipient')

/** The item key for its own author, under the account key: 64 bytes. */
export async function wrapForSelf(key: Bytes, about: Bytes, { selfWrap }: AccountKeys, random = systemRandom) {
  const nonce = makeNonce(random)
  return concat(selfHead, nonce, await encrypt(selfWrap, nonce, key, concat(selfLabel, about)))
}

/** Throws {@link Tampered} or {@link UnknownFormat}. */
export function unwrapForSelf(wrapped: Bytes, about: Bytes, { selfWrap }: AccountKeys): Promise<Bytes> {
  const fields = reader(wrapped)
  if (!equal(fields.take(selfHead.length), selfHead)) throw new UnknownFormat()
  const [nonce, sealed] = [fields.take(nonceLength), fields.take(sealedLength)]
  fields.end()
  return decrypt(selfWrap, nonce, sealed, concat(selfLabel, about), Tampered)
}

/** The item key for somebody else, by HPKE: 121 bytes. */
export async function wrapForRecipient(key: Bytes, about: Bytes, entry: IdentityEntry): Promise<Bytes> {
  const associated = concat(about, uuidBytes(entry.personId), await entryHash(entry))
  const { encapsulated, ciphertext } = await hpkeSeal(entry.hpkePublicKey, recipientLabel, key, associated)
  return concat(identityHead, u32(entry.number), encapsulated, ciphertext)
}

/** Throws {@link Tampered} or {@link UnknownFormat}. */
export async function unwrapForRecipient(wrapped: Bytes, about: Bytes, { entry, hpke }: IdentityKeys): Promise<Bytes> {
  const fields = identityFields(wrapped)
  if (fields.uint(4) !== entry.number) throw new Tampered()
  const sealed = { encapsulated: fields.take(encapsulatedLength), ciphertext: fields.take(sealedLength) }
  fields.end()
  const associated = concat(about, uuidBytes(entry.personId), await entryHash(entry))
  return hpkeOpen(hpke, recipientLabel, sealed, associated, Tampered)
}

/** The number of the identity that an item key was sealed to; null when it is under the account key. */
export const identityNumberOf = (wrapped: Bytes): number | null =>
  equal(wrapped.subarray(0, selfHead.length), selfHead) ? null : identityFields(wrapped).uint(4)

function identityFields(wrapped: Bytes) {
  const fields = reader(wrapped)
  if (!equal(fields.take(identityHead.length), identityHead)) throw new UnknownFormat()
  return fields
}
