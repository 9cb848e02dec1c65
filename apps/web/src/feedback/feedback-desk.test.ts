import 'fake-indexeddb/auto'
import { constants, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto'
import type { FeedbackAnswer } from '@lederkreds/domain/feedback/document'
import { issuerHash } from '@lederkreds/sealing/blind-token'
import { concat, label, toBase64url, utf8, uuidBytes } from '@lederkreds/sealing/bytes'
import { entryHash } from '@lederkreds/sealing/identity'
import { identityNumberOf } from '@lederkreds/sealing/item-key'
import { IDBFactory } from 'fake-indexeddb'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ToldPerson } from '../account/joint-desk.ts'
import { VaultDesk } from '../account/vault-desk.ts'
import { openVaultStore, type VaultStore } from '../account/vault-store.ts'
import { type AnswerRow, type Asker, FeedbackDesk, type IssuerTold, type SealedAnswer } from './feedback-desk.ts'

const day = '2026-11-25'

/** One person on one device, with real keys. */
interface Somebody extends ToldPerson {
  readonly store: VaultStore
  readonly vault: VaultDesk
  readonly desk: FeedbackDesk
}

async function somebody(personId: string = crypto.randomUUID(), before: ToldPerson['entries'] = []): Promise<Somebody> {
  globalThis.indexedDB = new IDBFactory()
  const store = await openVaultStore(personId)
  const vault = new VaultDesk(store, personId)
  const code = await vault.makeKeys(
    [{ kind: 'passkey', prf: crypto.getRandomValues(new Uint8Array(32)) }],
    before.at(-1),
  )
  const { entry } = vault.madeKeys(code)
  await vault.keepMadeKeys()
  return {
    personId,
    store,
    vault,
    desk: new FeedbackDesk(personId, vault, vault.documents),
    entries: [...before, entry],
  }
}

/** As the server makes one for each cycle. */
async function issuer(cycleId: string = crypto.randomUUID()) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
  const told: IssuerTold = { cycleId, key, hash: toBase64url(await issuerHash(key)) }
  const sign = (blinded: Uint8Array) =>
    new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded))
  const isToken = ({ message, signature }: { message: Uint8Array; signature: Uint8Array }) =>
    verify(
      'sha384',
      concat(message, label('lederkreds feedback token v1'), uuidBytes(cycleId)),
      { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
      signature,
    )
  return { told, sign, isToken }
}

const place = { cycleId: crypto.randomUUID(), networkId: crypto.randomUUID() }
const answerOf = (text: string, more: Partial<FeedbackAnswer> = {}): FeedbackAnswer => ({
  type: 'feedbackAnswer',
  format: 1,
  cycleId: place.cycleId,
  form: 'free',
  answerId: crypto.randomUUID(),
  fields: { text },
  ...more,
})
/** Somebody as the server tells her with a question that her newest keys signed. */
const askedBy = async (receiver: ToldPerson, signer = receiver.entries.at(-1)): Promise<Asker> => ({
  personId: receiver.personId,
  entries: receiver.entries,
  signedBy: signer ? toBase64url(await entryHash(signer)) : '',
})
const rowOf = (sealed: SealedAnswer, giver: ToldPerson | null = null): AnswerRow => ({
  id: crypto.randomUUID(),
  giverId: giver?.personId ?? null,
  ...sealed,
})

let [ada, ben, cai]: Somebody[] = []
const the = (one: Somebody | undefined): Somebody => one ?? expect.unreachable()
beforeAll(async () => {
  ada = await somebody()
  ben = await somebody()
  cai = await somebody()
})

describe('a token', () => {
  test('is asked for with the same words until it is there, then it is kept and sent to her other devices', async () => {
    const giver = await somebody()
    const { told, sign, isToken } = await issuer()
    expect(giver.desk.token(told.cycleId)).toBeNull()
    const blinded = await giver.desk.blindToken(told)
    const again = new FeedbackDesk(giver.personId, giver.vault, giver.vault.documents)
    expect(await again.blindToken(told)).toEqual(blinded)
    await again.finishToken(told, sign(blinded), day)
    const token = giver.desk.token(told.cycleId) ?? expect.unreachable()
    expect(isToken(token)).toBe(true)
    await giver.desk.finishToken(told, sign(blinded), day)
    const [kept, ...more] = giver.vault.documents.all('feedbackOwn')
    expect([kept?.version, more]).toEqual([1, []])
    expect(kept?.document).toEqual({
      ...{ type: 'token', format: 1, cycleId: told.cycleId },
      ...{ message: toBase64url(token.message), signature: toBase64url(token.signature) },
    })
    expect((await giver.store.getAll('outbox')).map(({ item }) => item.id)).toEqual([kept?.id])
    expect(await giver.vault.documents.draft(`feedbackToken:${told.cycleId}`)).toBeUndefined()
  })

  test('is not asked for with a key that the receiver did not name', async () => {
    const giver = await somebody()
    const [{ told }, other] = [await issuer(), await issuer()]
    await expect(giver.desk.blindToken({ ...told, key: other.told.key })).rejects.toThrow('ForeignIssuer')
    await expect(giver.desk.blindToken({ ...told, hash: other.told.hash })).rejects.toThrow('ForeignIssuer')
    expect(await giver.store.getAll('device')).toEqual([])
  })

  test('that was not signed with that key is not kept, and can be asked for once more', async () => {
    const giver = await somebody()
    const [{ told, sign }, other] = [await issuer(), await issuer()]
    const blinded = await giver.desk.blindToken(told)
    // Small enough for whatever modulus the other key has.
    const wrong = other.sign(blinded.with(0, 0))
    await expect(giver.desk.finishToken(told, wrong, day)).rejects.toThrow('Tampered')
    expect(giver.desk.token(told.cycleId)).toBeNull()
    await giver.desk.finishToken(told, sign(await giver.desk.blindToken(told)), day)
    expect(giver.desk.token(told.cycleId)).not.toBeNull()
  })

  test('of one cycle is none of another', async () => {
    const giver = await somebody()
    const { told, sign } = await issuer()
    await giver.desk.finishToken(told, sign(await giver.desk.blindToken(told)), day)
    expect(giver.desk.token(crypto.randomUUID())).toBeNull()
  })

  test('is neither asked for nor found while the keys are locked', async () => {
    const giver = await somebody()
    const { told, sign } = await issuer()
    await giver.desk.finishToken(told, sign(await giver.desk.blindToken(told)), day)
    giver.vault.lock()
    expect(giver.desk.token(told.cycleId)).toBeNull()
    await expect(giver.desk.blindToken((await issuer()).told)).rejects.toThrow('Locked')
  })
})

describe('an answer', () => {
  test('changes nothing that is kept, so that nothing of hers tells that she has answered', async () => {
    const giver = await somebody()
    const { told, sign } = await issuer(place.cycleId)
    await giver.desk.finishToken(told, sign(await giver.desk.blindToken(told)), day)
    await giver.desk.sealAnswer('pooled', place, answerOf('først'), await askedBy(the(ada)), day)
    const kept = async () => JSON.stringify([await giver.store.getAll('item'), await giver.store.getAll('outbox')])
    const before = await kept()
    await giver.desk.sealAnswer('pooled', place, answerOf('Tak for i går'), await askedBy(the(ada)), day)
    expect(await kept()).toBe(before)
  })

  test('is as long as every other, signed or not, whatever it says', async () => {
    const lengths = new Set<string>()
    for (const promise of ['signed', 'pooled'] as const)
      for (const text of ['k', 'lang '.repeat(390)]) {
        const sealed = await the(ben).desk.sealAnswer(promise, place, answerOf(text), await askedBy(the(ada)), day)
        lengths.add(`${sealed.envelope.length} ${sealed.wrappedKey.length}`)
      }
    expect([...lengths]).toEqual(['16416 121'])
  })

  test('is opened by the receiver alone', async () => {
    const [receiver, giver, other] = [the(ada), the(ben), the(cai)]
    for (const promise of ['signed', 'pooled'] as const) {
      const document = answerOf('Du lyttede')
      const sealed = await giver.desk.sealAnswer(promise, place, document, await askedBy(receiver), day)
      const row = rowOf(sealed, promise === 'signed' ? giver : null)
      const opened = await receiver.desk.openAnswers(promise, place, [row], [giver], day)
      expect(opened).toEqual({ answers: [{ id: row.id, giverId: row.giverId, document }], unreadable: [] })
      for (const outsider of [giver, other])
        expect(await outsider.desk.openAnswers(promise, place, [row], [giver], day)).toEqual({
          answers: [],
          unreadable: [row.id],
        })
    }
  })

  test('that is pooled holds nothing of its giver: neither her id, nor a signature that her keys made', async () => {
    const [receiver, giver] = [the(ada), the(ben)]
    const sealed = await giver.desk.sealAnswer('pooled', place, answerOf('x'), await askedBy(receiver), day)
    const opened = await receiver.vault.openFrom(
      null,
      { id: place.cycleId, kind: 'feedbackAnswer', version: 1, networkId: place.networkId },
      sealed,
      null,
      3,
    )
    expect(opened.readers.map(({ personId }) => personId)).toEqual([receiver.personId])
    expect(JSON.stringify(opened)).not.toContain(giver.personId)
    const asHers = await receiver.desk.openAnswers('signed', place, [rowOf(sealed, giver)], [giver], day)
    expect(asHers.answers).toEqual([])
  })

  test('that is signed is shown as nobody else’s, and as no pooled one', async () => {
    const [receiver, giver, other] = [the(ada), the(ben), the(cai)]
    const sealed = await giver.desk.sealAnswer('signed', place, answerOf('x'), await askedBy(receiver), day)
    const rows = [rowOf(sealed, other), rowOf(sealed)]
    for (const promise of ['signed', 'pooled'] as const)
      expect(await receiver.desk.openAnswers(promise, place, rows, [giver, other], day)).toEqual({
        answers: [],
        unreadable: rows.map(({ id }) => id),
      })
  })

  test('is read only as the question promised: none without a name where all have one, none with a name in a pool', async () => {
    const [receiver, giver] = [the(ada), the(ben)]
    const written = async (promise: 'signed' | 'pooled') =>
      giver.desk.sealAnswer(promise, place, answerOf('Som en hver kan skrive'), await askedBy(receiver), day)
    const rows = { signed: rowOf(await written('signed'), giver), pooled: rowOf(await written('pooled')) }
    for (const promise of ['signed', 'pooled'] as const) {
      const { answers, unreadable } = await receiver.desk.openAnswers(promise, place, Object.values(rows), [giver], day)
      expect(answers.map(({ id }) => id)).toEqual([rows[promise].id])
      expect(unreadable).toEqual([rows[promise === 'signed' ? 'pooled' : 'signed'].id])
    }
  })

  test('that came twice is given once; what cannot be read is named, and keeps none of the others shut', async () => {
    const [receiver, giver] = [the(ada), the(ben)]
    const [twice, once] = [answerOf('to gange'), answerOf('en gang')]
    const seal = async (document: FeedbackAnswer) =>
      rowOf(await giver.desk.sealAnswer('pooled', place, document, await askedBy(receiver), day))
    const rows = [await seal(twice), await seal(once), await seal(twice)]
    const broken = { ...(await seal(answerOf('x'))), envelope: utf8('nothing') }
    const elsewhere = await seal(answerOf('x', { cycleId: crypto.randomUUID() }))
    const opened = await receiver.desk.openAnswers('pooled', place, [broken, ...rows, elsewhere], [], day)
    expect(opened.answers.map(({ document }) => document)).toEqual([twice, once])
    expect(opened.unreadable).toEqual([broken.id, elsewhere.id])
  })

  test('that belongs to another cycle or network is not opened as one of this', async () => {
    const [receiver, giver] = [the(ada), the(ben)]
    const row = rowOf(await giver.desk.sealAnswer('pooled', place, answerOf('x'), await askedBy(receiver), day))
    for (const changed of [{ cycleId: crypto.randomUUID() }, { networkId: crypto.randomUUID() }])
      expect((await receiver.desk.openAnswers('pooled', { ...place, ...changed }, [row], [], day)).unreadable).toEqual([
        row.id,
      ])
  })

  test('is not sealed for keys that are not to be relied on', async () => {
    const [giver, receiver] = [await somebody(), await somebody()]
    await giver.desk.sealAnswer('pooled', place, answerOf('x'), await askedBy(receiver), day)
    const anew = await somebody(receiver.personId, receiver.entries)
    await expect(giver.desk.sealAnswer('pooled', place, answerOf('x'), await askedBy(anew), day)).rejects.toThrow(
      'changed',
    )
    const nobody = { personId: crypto.randomUUID(), entries: [] }
    await expect(giver.desk.sealAnswer('pooled', place, answerOf('x'), await askedBy(nobody), day)).rejects.toThrow(
      'noKeys',
    )
  })

  test('is sealed to the keys that signed the question, or not at all', async () => {
    const receiver = await somebody()
    const [signer] = receiver.entries
    const slipped = await somebody(receiver.personId, receiver.entries)
    const asked = await askedBy(slipped, signer)
    for (const promise of ['signed', 'pooled'] as const) {
      const stranger = await somebody()
      await expect(stranger.desk.sealAnswer(promise, place, answerOf('x'), asked, day)).rejects.toThrow('changed')
      const compared = await somebody()
      const standing = await compared.vault.person(slipped.personId, slipped.entries, 'da')
      if (!('pin' in standing)) throw new Error(standing.state)
      await compared.vault.judge(slipped.personId, standing.pin, 'same', '2026-11-25T10:00:00Z', day)
      await expect(compared.desk.sealAnswer(promise, place, answerOf('x'), asked, day)).rejects.toThrow('changed')
      const sealed = await stranger.desk.sealAnswer(promise, place, answerOf('x'), await askedBy(receiver), day)
      expect(identityNumberOf(sealed.wrappedKey)).toBe(1)
    }
  })

  test('that is longer than its class is not sealed', async () => {
    const long = answerOf('x'.repeat(16_384))
    for (const promise of ['signed', 'pooled'] as const)
      await expect(the(ben).desk.sealAnswer(promise, place, long, await askedBy(the(ada)), day)).rejects.toThrow(
        'TooLarge',
      )
  })
})
