import 'fake-indexeddb/auto'
import type { FeedbackAsk } from '@lederkreds/domain/feedback/document'
import { toBase64url } from '@lederkreds/sealing/bytes'
import { entryHash, type IdentityEntry } from '@lederkreds/sealing/identity'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { VaultDesk } from '../account/vault-desk.ts'
import type { Room } from '../account/vault-room.ts'
import { openVaultStore } from '../account/vault-store.ts'
import { type AskedCycle, openAsk } from './use-opened-ask.ts'

/** What the server says: rows of sealed items, and everybody's public identities. */
const told = vi.hoisted(() => ({ sealedItems: [] as object[], identities: [] as object[] }))
vi.mock('../apollo.ts', () => ({
  client: { query: async () => ({ data: told }) },
}))
vi.mock('../account/vault.ts', () => ({ today: () => '2026-11-25' }))

const deadline = '2026-12-02T11:00:00.000Z'
const [cycleId, networkId, askId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const ask: FeedbackAsk = {
  ...{ type: 'feedbackAsk', format: 1, cycleId, form: 'free', promise: 'signed', promiseVersion: 1 },
  ...{ deadline, question: 'Hvordan virker jeg?', situation: null, oneWish: null, issuerHash: null, day: '2026-11-25' },
}

async function somebody(personId: string = crypto.randomUUID(), previous?: IdentityEntry) {
  globalThis.indexedDB = new IDBFactory()
  const desk = new VaultDesk(await openVaultStore(personId), personId)
  const prf = crypto.getRandomValues(new Uint8Array(32))
  const { entry } = desk.madeKeys(await desk.makeKeys([{ kind: 'passkey', prf }], previous))
  await desk.keepMadeKeys()
  return { personId, desk, entry }
}

const row = ({ personId, hpkePublicKey, signingPublicKey, previousHash, signature, ...entry }: IdentityEntry) => ({
  ...entry,
  personId: `Person_${personId}`,
  hpkePublicKey: toBase64url(hpkePublicKey),
  signingPublicKey: toBase64url(signingPublicKey),
  previousHash: previousHash && toBase64url(previousHash),
  signature: toBase64url(signature),
})

const receiver = await somebody()
const giver = await somebody()
const room = { shared: giver.desk.shared } as unknown as Room
const cycle = {
  ...{ id: `FeedbackCycle_${cycleId}`, form: 'free', promise: 'signed', promiseVersion: 1, issuerKey: null, deadline },
  ask: { id: `SealedItem_${askId}` },
  network: { id: `Network_${networkId}`, name: 'Nord' },
  receiver: { id: `Person_${receiver.personId}`, name: 'Ada' },
} as AskedCycle

beforeEach(async () => {
  const { envelope, keys } = await receiver.desk.sealFor(
    { id: askId, kind: 'feedbackAsk', version: 1, networkId },
    ask,
    [giver.entry],
  )
  told.sealedItems = [
    {
      ...{ id: `SealedItem_${askId}`, kind: 'feedbackAsk', version: 1, networkId: `Network_${networkId}` },
      ...{ ownerId: `Person_${receiver.personId}`, createdOn: '2026-11-25', expiresOn: null },
      envelope: toBase64url(envelope),
      wrappedKey: toBase64url(keys.find(({ personId }) => personId === giver.personId)?.wrapped ?? new Uint8Array()),
    },
  ]
  told.identities = [row(receiver.entry)]
})

test('a question is opened with the hash of the identity that signed it', async () => {
  const signedBy = toBase64url(await entryHash(receiver.entry))
  const asker = { personId: receiver.personId, entries: [receiver.entry], signedBy }
  expect(await openAsk(room, cycle)).toEqual({ state: 'open', ask, givers: 1, asker })
})

test('one beside which the server tells newer keys than signed it is not answered', async () => {
  const slipped = await somebody(receiver.personId, receiver.entry)
  told.identities = [row(receiver.entry), row(slipped.entry)]
  expect(await openAsk(room, cycle)).toEqual({ state: 'refused', why: 'author' })
})

test('a network that was told to one giver alone is found out, so that no answer is marked by it', async () => {
  const other = { __typename: 'Network' as const, id: `Network_${crypto.randomUUID()}`, name: 'Nord' }
  expect(await openAsk(room, { ...cycle, network: other })).toEqual({ state: 'refused', why: 'shut' })
  told.sealedItems = told.sealedItems.map((item) => ({ ...item, networkId: other.id }))
  expect(await openAsk(room, { ...cycle, network: other })).toEqual({ state: 'refused', why: 'shut' })
})
