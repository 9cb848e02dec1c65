import { createHash } from 'node:crypto'
import { canonicalEntry, type IdentityEntry } from '@lederkreds/domain/account/identity'
import type { KeyWrap } from '@lederkreds/domain/account/key-wrap'
import { type SealedKind, sizeClassOf } from '@lederkreds/domain/account/sealed-item'
import { localDate } from '@lederkreds/domain/day'
import type { Seed, SeededPerson } from './seed.ts'

/** A person's keys as her browser would send them. */
type ReadyKeys = {
  wraps: readonly KeyWrap[]
  identity: IdentityEntry
  /** The identity's private keys, sealed. */
  secret: Uint8Array
}

/** A sealed document as its owner's browser would send it. */
export type ReadyItem = {
  id: string
  kind?: SealedKind
  envelope: Uint8Array
  /** The item's key, wrapped for its owner. */
  wrapped: Uint8Array
  createdOn?: string
  expiresOn?: string
  /** The round that it belongs to, and who else can open it, with her key. */
  round?: { id: string; networkId: string }
  /** The feedback cycle that it belongs to. */
  cycle?: { id: string; networkId: string }
  /** The network that it belongs to, where it belongs to nothing smaller. */
  networkId?: string
  readers?: readonly { person: Pick<SeededPerson, 'id'>; wrapped: Uint8Array }[]
}

/** Keeps somebody's keys; without them nothing of hers can be sealed. */
export function addKeys(seed: Seed, person: SeededPerson, { wraps, identity, secret }: ReadyKeys) {
  for (const { id, kind, passkeyId, wrapped } of wraps)
    seed.add('key_wrap', { id, person_id: person.id, kind, passkey_id: passkeyId, wrapped: Buffer.from(wrapped) })
  const { number, hpkePublicKey, signingPublicKey, previousHash, signature, endorsement } = identity
  seed.add('identity', {
    person_id: person.id,
    number,
    hpke_public_key: Buffer.from(hpkePublicKey),
    signing_public_key: Buffer.from(signingPublicKey),
    previous_hash: previousHash && Buffer.from(previousHash),
    signature: Buffer.from(signature),
    endorsement: endorsement && Buffer.from(endorsement),
    hash: createHash('sha256').update(canonicalEntry(person.id, identity)).digest(),
  })
  seed.add('identity_secret', { person_id: person.id, number, wrapped: Buffer.from(secret) })
}

/** The first version of a sealed document. */
export function addSealedItem(
  seed: Seed,
  owner: SeededPerson,
  { id, kind = 'journal', envelope, wrapped, createdOn, expiresOn, round, cycle, networkId, readers = [] }: ReadyItem,
): string {
  seed.add('sealed_item', {
    id,
    kind,
    owner_id: owner.id,
    network_id: round?.networkId ?? cycle?.networkId ?? networkId ?? null,
    round_id: round?.id ?? null,
    cycle_id: cycle?.id ?? null,
    version: 1,
    size_class: sizeClassOf(envelope),
    created_on: createdOn ?? localDate(seed.now),
    expires_on: expiresOn ?? null,
    envelope: Buffer.from(envelope),
  })
  for (const { person, wrapped: key } of [{ person: owner, wrapped }, ...readers])
    seed.add('sealed_key', { item_id: id, recipient_id: person.id, owner_id: owner.id, wrapped: Buffer.from(key) })
  return id
}
