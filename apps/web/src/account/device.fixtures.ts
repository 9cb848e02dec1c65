import 'fake-indexeddb/auto'
import { utf8 } from '@lederkreds/sealing/bytes'
import { makeRecoveryCode } from '@lederkreds/sealing/recovery-code'
import { Vault } from '@lederkreds/sealing/vault'
import { IDBFactory } from 'fake-indexeddb'
import { pull, sendOutbox } from './sync.ts'
import { Documents, type Sealer } from './vault-documents.ts'
import { openVaultStore, type VaultStore } from './vault-store.ts'

export const personId = 'b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e'
export const day = '2026-11-25'
const prf = crypto.getRandomValues(new Uint8Array(32))
const first = new Vault()
const [passkey, recovery] = [crypto.randomUUID(), crypto.randomUUID()]
const made = await first.create({
  personId,
  wraps: [
    { wrapId: passkey, secret: { kind: 'passkey', prf } },
    { wrapId: recovery, secret: { kind: 'recoveryCode', code: makeRecoveryCode() } },
  ],
})

/** The worker's side of one device of the same person, with real keys. */
export interface Device {
  readonly store: VaultStore
  readonly documents: Documents
  readonly vault: Vault
}

export async function device(): Promise<Device> {
  globalThis.indexedDB = new IDBFactory()
  const store = await openVaultStore(personId)
  return openAgain(store)
}

export async function openAgain(store: VaultStore): Promise<Device> {
  const vault = new Vault()
  const wrapped = made.wraps.find(({ kind }) => kind === 'passkey')?.wrapped ?? utf8('')
  await vault.unlock({
    personId,
    wrap: { wrapId: passkey, secret: { kind: 'passkey', prf }, wrapped },
    identities: [{ entry: made.entry, secret: made.secret }],
  })
  const documents = new Documents(store, sealer(vault))
  await documents.load()
  return { store, documents, vault }
}

export const sealer = (vault: Vault): Sealer => ({
  async seal({ id, kind, version }, document) {
    const about = { kind, itemId: id, version, networkId: null }
    const { envelope, keys } = await vault.seal({ document, about })
    return { envelope, wrappedKey: keys[0]?.wrapped ?? utf8('') }
  },
  async open({ id, kind, version }, { envelope, wrappedKey }) {
    const about = { kind, itemId: id, version, authorId: personId, networkId: null }
    return (await vault.open({ envelope, wrapped: wrappedKey, about })).document
  },
  sealLocal: (name, document) => vault.sealLocal(name, document),
  openLocal: (name, sealed) => vault.openLocal(name, sealed),
})

/** One exchange with the server, as the page does it. */
export async function exchange({ store, documents }: Device, today = day) {
  await sendOutbox(store, personId)
  const findings = await pull(store, personId, documents as never, today)
  await sendOutbox(store, personId)
  return findings
}

export const texts = ({ documents }: Device) =>
  documents
    .all<{ text: string; conflictOf?: string }>('journal')
    .map(({ document }) => document.text)
    .sort()
export const write = ({ documents }: Device, id: string | null, text: string) =>
  documents.save('journal', id, { text }, day)
