import type { Bytes } from '@lederkreds/sealing/bytes'
import type { IdentityEntry } from '@lederkreds/sealing/identity'
import type { WrapKind } from '@lederkreds/sealing/wrap'
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'

/**
 * Kinds that are kept to oneself on this device, in the order in which they are compared: `memory` first, since it says
 * what was deleted. What is shared is fetched when it is looked at and never kept.
 */
export const keptKinds = [
  'memory',
  'journal',
  'caseNote',
  'caseDraft',
  'roundNote',
  'nextStep',
  'feedbackOwn',
  'competence',
] as const
export type SealedKind = (typeof keptKinds)[number]

/** A wrap of the account key as the server keeps it. `passkeyId` is the API's id, `credentialId` the device's own. */
export interface KeptWrap {
  readonly id: string
  readonly kind: WrapKind
  readonly passkeyId: string | null
  readonly credentialId: string | null
  readonly wrapped: Bytes
  readonly version: number
}

export interface Keyring {
  readonly personId: string
  readonly wraps: readonly KeptWrap[]
  readonly identity: { readonly entry: IdentityEntry; readonly secret: Bytes }
}

/** An item as it was last written here or fetched. Days are YYYY-MM-DD. */
export interface ItemRow {
  readonly id: string
  readonly kind: SealedKind
  readonly version: number
  readonly createdOn: string
  readonly expiresOn: string | null
  readonly envelope: Bytes
  readonly wrappedKey: Bytes
}

/** What the server has yet to hear, in the order of `place`. `requestId` makes a second try the same as the first. */
export interface OutboxRow {
  readonly place?: number
  readonly action: 'save' | 'delete'
  readonly requestId: string
  readonly item: ItemRow
  /** It may have arrived: what it says stays as it is. */
  readonly sent: boolean
  /** The server has a version that this device did not know; waits for the vault to be open. */
  readonly stale: boolean
}

interface VaultSchema extends DBSchema {
  /** `keyring` as the server told it last; `opened` the one that opened here before, until the newer one has. */
  keyring: { key: 'keyring' | 'opened'; value: Keyring }
  item: { key: string; value: ItemRow }
  outbox: { key: number; value: OutboxRow; indexes: { item: string } }
  /** Sealed with the device's own key, by name: drafts, and what this device remembers of versions. */
  device: { key: string; value: Bytes }
}

export type VaultStore = IDBPDatabase<VaultSchema>

const nameOf = (personId: string) => `lederkreds-${personId}`

/** What this device keeps of one person's sealed content, in IndexedDB: ciphertext, ids, versions and days, nothing that can be read. */
export const openVaultStore = (personId: string): Promise<VaultStore> =>
  openDB<VaultSchema>(nameOf(personId), 1, {
    upgrade(db) {
      db.createObjectStore('keyring')
      db.createObjectStore('item', { keyPath: 'id' })
      db.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true }).createIndex('item', 'item.id')
      db.createObjectStore('device')
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })

export const removeVaultStore = (personId: string): Promise<void> => deleteDB(nameOf(personId))

/** Whether there is anything that only the keys of this device open. */
export async function keepsAnything(store: VaultStore): Promise<boolean> {
  const counts = await Promise.all((['item', 'outbox', 'device'] as const).map((name) => store.count(name)))
  return counts.some((count) => count > 0)
}

/** Empties it, so that other keys can move in. */
export async function clearVaultStore(store: VaultStore): Promise<void> {
  const names = ['keyring', 'item', 'outbox', 'device'] as const
  const transaction = store.transaction(names, 'readwrite')
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done])
}
