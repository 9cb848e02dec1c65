import 'fake-indexeddb/auto'
import type { FeedbackAnswer, FeedbackAsk, PromiseKind } from '@lederkreds/domain/feedback/document'
import { type Bytes, toBase64url } from '@lederkreds/sealing/bytes'
import { entryHash } from '@lederkreds/sealing/identity'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { VaultDesk } from '../account/vault-desk.ts'
import type { Room } from '../account/vault-room.ts'
import { openVaultStore } from '../account/vault-store.ts'
import { FeedbackDesk } from './feedback-desk.ts'
import { fetchLetters } from './use-answers.ts'

/** What the server says: her cycle with its answers, rows of sealed items, and the giver's public identities. */
const told = vi.hoisted(() => ({ feedbackCycle: {}, sealedItems: [] as object[], identities: [] as object[] }))
vi.mock('../apollo.ts', () => ({
  client: { query: async () => ({ data: told }) },
}))
vi.mock('../account/vault.ts', () => ({ today: () => '2026-11-25' }))

async function somebody(personId: string = crypto.randomUUID()) {
  globalThis.indexedDB = new IDBFactory()
  const desk = new VaultDesk(await openVaultStore(personId), personId)
  const prf = crypto.getRandomValues(new Uint8Array(32))
  const { entry } = desk.madeKeys(await desk.makeKeys([{ kind: 'passkey', prf }]))
  await desk.keepMadeKeys()
  const feedback = new FeedbackDesk(personId, desk, desk.documents)
  return { personId, desk, entry, feedback, room: { shared: desk.shared, feedback } as unknown as Room }
}
type Somebody = Awaited<ReturnType<typeof somebody>>

const place = { cycleId: crypto.randomUUID(), networkId: crypto.randomUUID() }
const [receiver, giver] = [await somebody(), await somebody()]
const cycleId = `FeedbackCycle_${place.cycleId}`
const [deadline, day] = ['2026-12-02T11:00:00.000Z', '2026-11-25']
const letters = () => fetchLetters(receiver.room, cycleId, `Person_${receiver.personId}`)

/** A letter to her as the server sends it. */
async function letter(promise: PromiseKind, text: string) {
  const answer: FeedbackAnswer = {
    ...{ type: 'feedbackAnswer', format: 1, cycleId: place.cycleId, form: 'free', answerId: crypto.randomUUID() },
    fields: { text },
  }
  const signedBy = toBase64url(await entryHash(receiver.entry))
  const asker = { personId: receiver.personId, entries: [receiver.entry], signedBy }
  const { envelope, wrappedKey } = await giver.feedback.sealAnswer(promise, place, answer, asker, day)
  return {
    ...{ id: `FeedbackAnswer_${crypto.randomUUID()}`, ...spelled({ envelope, wrappedKey }) },
    giver: promise === 'signed' ? { id: `Person_${giver.personId}`, name: 'Ben' } : null,
  }
}

/** A question about this cycle, sealed by somebody to herself and to the receiver. */
async function tellAsk(author: Somebody, promise: PromiseKind) {
  const ask: FeedbackAsk = {
    ...{
      type: 'feedbackAsk',
      format: 1,
      cycleId: place.cycleId,
      form: 'free',
      promise,
      promiseVersion: 1,
      deadline,
      day,
    },
    ...{ question: 'Hvordan virker jeg?', situation: null, oneWish: null },
    issuerHash: promise === 'pooled' ? 'A'.repeat(43) : null,
  }
  const id = crypto.randomUUID()
  const about = { id, kind: 'feedbackAsk', version: 1, networkId: place.networkId }
  const others = author === receiver ? [] : [receiver.entry]
  const { envelope, keys } = await author.desk.sealFor(about, ask, others)
  const wrappedKey = keys.find(({ personId }) => personId === receiver.personId)?.wrapped ?? new Uint8Array()
  told.sealedItems = [
    {
      ...{ ...about, id: `SealedItem_${id}`, networkId: `Network_${place.networkId}` },
      ...{ ownerId: `Person_${author.personId}`, ...spelled({ envelope, wrappedKey }) },
    },
  ]
  told.feedbackCycle = { ...told.feedbackCycle, ask: { id: `SealedItem_${id}` } }
}

const spelled = (bytes: { envelope: Bytes; wrappedKey: Bytes }) => ({
  envelope: toBase64url(bytes.envelope),
  wrappedKey: toBase64url(bytes.wrappedKey),
})

beforeEach(() => {
  told.feedbackCycle = {
    id: cycleId,
    promise: 'signed',
    networkId: `Network_${place.networkId}`,
    ask: null,
    answers: [],
  }
  const { hpkePublicKey, signingPublicKey, signature, ...entry } = giver.entry
  told.identities = [
    {
      ...{ ...entry, personId: `Person_${giver.personId}`, hpkePublicKey: toBase64url(hpkePublicKey) },
      ...{ signingPublicKey: toBase64url(signingPublicKey), signature: toBase64url(signature) },
    },
  ]
})

test('what was given to her opens for good, also when her question has gone with its network', async () => {
  for (const promise of ['signed', 'pooled'] as const) {
    const answers = [await letter(promise, 'Du lytter')]
    told.feedbackCycle = { ...told.feedbackCycle, promise, answers }
    const name = promise === 'signed' ? 'Ben' : null
    expect(await letters()).toMatchObject({ letters: [{ name, fields: { text: 'Du lytter' } }], unreadable: [] })
  }
})

test('by what she promised herself a letter without a name is none of hers, whatever the server says of it', async () => {
  const [signed, unnamed] = [await letter('signed', 'Du lytter'), await letter('pooled', 'Som en hver kan skrive')]
  for (const promise of ['signed', 'pooled']) {
    told.feedbackCycle = { ...told.feedbackCycle, promise, answers: [signed, unnamed] }
    await tellAsk(receiver, 'signed')
    expect(await letters()).toMatchObject({ letters: [{ name: 'Ben' }], unreadable: [unnamed.id] })
  }
})

test('somebody else’s question is no promise of hers: nothing is shown by it', async () => {
  const unnamed = await letter('pooled', 'Som en hver kan skrive')
  told.feedbackCycle = { ...told.feedbackCycle, promise: 'pooled', answers: [unnamed] }
  await tellAsk(giver, 'pooled')
  expect(await letters()).toEqual({ letters: [], unreadable: [unnamed.id] })
})
