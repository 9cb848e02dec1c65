import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { canonicalEntry, type IdentityEntry } from '@lederkreds/domain/account/identity'
import type { KeyWrap, WrapKind } from '@lederkreds/domain/account/key-wrap'
import { sizeClasses } from '@lederkreds/domain/account/sealed-item'
import type { SeededPerson } from './seed.ts'

// What the API takes for sealed content: right in frame and length, and nothing in it. It must not be able to tell.

const framed = (frame: number[], length: number) => new Uint8Array([...frame, ...randomBytes(length - frame.length)])

/** A wrap of a kind. */
export const wrapOf = (kind: WrapKind, passkeyId: string | null = null): KeyWrap => ({
  id: randomUUID(),
  kind,
  passkeyId,
  wrapped: framed([0x4c, 0x57, 1, ['passphrase', 'passkey', 'recoveryCode'].indexOf(kind) + 1], 120),
})

/** An envelope of a size class. */
export const envelopeOf = (sizeClass = 0) => framed([0x4c, 0x49, 1, sizeClass], (sizeClasses[sizeClass] ?? 0) + 32)

/** The key to an item, wrapped for somebody. */
export const itemKey = () => framed([], 60)

/** An answer to feedback: an envelope of the one size, and the key that is sealed to the receiver. */
export const sealedAnswerBytes = () => ({ envelope: envelopeOf(3), wrapped: framed([0x4c, 0x4b, 1, 2], 121) })

export type MadeKeys = {
  wraps: KeyWrap[]
  identity: IdentityEntry
  secret: Uint8Array<ArrayBuffer>
  /** Signs the entry that comes after this one. */
  signingKey: KeyObject
}

/** What somebody's browser sends to begin with; its public keys and signatures are real. Follows `before` if there is one. */
export function makeKeys({ id }: Pick<SeededPerson, 'id'>, before?: MadeKeys): MadeKeys {
  const [hpke, signing] = [newPair(), newPair()]
  const entry = {
    number: (before?.identity.number ?? 0) + 1,
    hpkePublicKey: hpke.point,
    signingPublicKey: signing.point,
    previousHash: before ? hashOf(id, before.identity) : null,
  }
  const signed = canonicalEntry(id, entry)
  const signature = signedBy(signing.privateKey, signed)
  const endorsement = before ? signedBy(before.signingKey, signed) : null
  return {
    wraps: [wrapOf('passphrase'), wrapOf('recoveryCode')],
    identity: { ...entry, signature, endorsement },
    secret: framed([], 200),
    signingKey: signing.privateKey,
  }
}

const hashOf = (personId: string, entry: IdentityEntry) =>
  new Uint8Array(createHash('sha256').update(canonicalEntry(personId, entry)).digest())

function newPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = new Uint8Array([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')])
  return { privateKey, point }
}

/** ECDSA on P-256 with SHA-256, as r and s. */
export const signedBy = (key: KeyObject, bytes: Uint8Array) =>
  new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }))

const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('base64url')

/** A wrap as a variable of a mutation. */
export const wrapInput = ({ id, kind, passkeyId, wrapped }: KeyWrap) => ({
  id: `KeyWrap_${id}`,
  kind,
  passkeyId: passkeyId && `Passkey_${passkeyId}`,
  wrapped: text(wrapped),
})

/** Keys as a variable of a mutation. */
export const keysInput = ({ wraps, identity, secret }: MadeKeys) => ({
  wraps: wraps.map(wrapInput),
  identity: {
    number: identity.number,
    hpkePublicKey: text(identity.hpkePublicKey),
    signingPublicKey: text(identity.signingPublicKey),
    previousHash: text(identity.previousHash),
    signature: text(identity.signature),
    endorsement: text(identity.endorsement),
  },
  secret: text(secret),
})

type ItemParts = {
  id?: string
  kind?: string
  version?: number
  envelope?: Uint8Array
  wrapped?: Uint8Array
  expiresOn?: string
  round?: { id: string; networkId: string }
  cycle?: { id: string; networkId: string }
  readers?: readonly Pick<SeededPerson, 'id'>[]
}

/** A version of an item as a variable of a mutation, sealed to its owner and to these readers. */
export const itemInput = (
  owner: Pick<SeededPerson, 'id'>,
  {
    id = randomUUID(),
    kind = 'journal',
    version = 1,
    envelope = envelopeOf(),
    wrapped = itemKey(),
    expiresOn,
    round,
    cycle,
    readers = [],
  }: ItemParts = {},
) => ({
  id: `SealedItem_${id}`,
  kind,
  version,
  networkId: round || cycle ? `Network_${(round ?? cycle)?.networkId}` : null,
  roundId: round ? `Round_${round.id}` : null,
  cycleId: cycle ? `FeedbackCycle_${cycle.id}` : null,
  expiresOn: expiresOn ?? null,
  envelope: text(envelope),
  keys: [
    { recipientId: `Person_${owner.id}`, wrapped: text(wrapped) },
    ...readers.map(({ id: reader }) => ({ recipientId: `Person_${reader}`, wrapped: text(itemKey()) })),
  ],
})

/** A value as it is written in a GraphQL document, where a kind is a word of its own. */
export function literal(value: unknown, key = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`
  if (value && typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literal(inner, name)}`)
      .join(', ')} }`
  return key === 'kind' ? String(value) : JSON.stringify(value)
}
