import 'fake-indexeddb/auto'
import { utf8 } from '@lederkreds/sealing/bytes'
import { deletionsKept } from '@lederkreds/sealing/memory'
import { makeRecoveryCode } from '@lederkreds/sealing/recovery-code'
import { Vault } from '@lederkreds/sealing/vault'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptySharedMemory } from './device-memory.ts'
import { Mainland } from './mainland.fixtures.ts'
import { pull, sendOutbox } from './sync.ts'
import { Documents, type Sealer } from './vault-documents.ts'
import { openVaultStore, type VaultStore } from './vault-store.ts'

const server = vi.hoisted(() => ({ current: undefined as Mainland | undefined }))
const signInAgain = vi.hoisted(() => vi.fn())
vi.mock('../sign-in-again.ts', () => ({ signInAgain }))
vi.mock('../apollo.ts', () => ({
  client: {
    query: (request: never) => server.current?.query(request),
    mutate: (request: never) => server.current?.mutate(request),
  },
}))

const personId = 'b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e'
const day = '2026-11-25'
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
interface Device {
  readonly store: VaultStore
  readonly documents: Documents
  readonly vault: Vault
}

async function device(): Promise<Device> {
  globalThis.indexedDB = new IDBFactory()
  const store = await openVaultStore(personId)
  return openAgain(store)
}

async function openAgain(store: VaultStore): Promise<Device> {
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

const sealer = (vault: Vault): Sealer => ({
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
async function exchange({ store, documents }: Device, today = day) {
  await sendOutbox(store, personId)
  const findings = await pull(store, personId, documents as never, today)
  await sendOutbox(store, personId)
  return findings
}

const texts = ({ documents }: Device) =>
  documents
    .all<{ text: string; conflictOf?: string }>('journal')
    .map(({ document }) => document.text)
    .sort()
const write = ({ documents }: Device, id: string | null, text: string) => documents.save('journal', id, { text }, day)

let mainland: Mainland
beforeEach(() => {
  mainland = new Mainland(personId)
  server.current = mainland
})
afterEach(() => vi.restoreAllMocks())

test('many documents that come at once are told of once: what is on the device, and what the server sent', async () => {
  const one = await device()
  for (const text of ['a', 'b', 'c']) await write(one, null, text)
  await exchange(one)

  const other = await device()
  const heard = vi.fn()
  other.documents.onChange(heard)
  await exchange(other)
  expect(heard.mock.calls.map(([ids, from]) => [ids.length, from])).toEqual([[3, 'server']])

  const again = new Documents(other.store, sealer(other.vault))
  again.onChange(heard)
  await again.load()
  expect(heard.mock.calls.slice(1).map(([ids, from]) => [ids.length, from])).toEqual([[3, 'tab']])
})

describe('saving', () => {
  test('what has not been sent is replaced by what is newer: one line, one version', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    await write(one, id, 'b')
    await write(one, id, 'c')
    const lines = await one.store.getAll('outbox')
    expect(lines.map(({ item }) => item.version)).toEqual([1])
    await exchange(one)
    expect(mainland.versions(id)).toEqual([1])
    expect(await device().then(async (other) => [await exchange(other), texts(other)][1])).toEqual(['c'])
  })

  test('what may have arrived is followed by a version of its own', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    const [line] = await one.store.getAll('outbox')
    if (line) await one.store.put('outbox', { ...line, sent: true })
    await write(one, id, 'b')
    expect((await one.store.getAll('outbox')).map(({ item }) => item.version)).toEqual([1, 2])
    await exchange(one)
    expect(mainland.versions(id)).toEqual([1, 2])
  })

  test('what was sent and not answered is not written over', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    mainland.failOnce('afterKeeping')
    await expect(exchange(one)).rejects.toThrow('fetch')
    await write(one, id, 'b')
    await exchange(one)
    expect(mainland.versions(id)).toEqual([1, 2])
    expect(texts(one)).toEqual(['b'])
  })

  test('a line that is sent while the newer text is sealed is left alone', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    const seal = one.vault.seal.bind(one.vault)
    vi.spyOn(one.vault, 'seal').mockImplementationOnce(async (request) => {
      const sealed = await seal(request)
      await sendOutbox(one.store, personId)
      return sealed
    })
    await write(one, id, 'b')
    await exchange(one)
    expect(mainland.versions(id)).toEqual([1, 2])
    const other = await device()
    await exchange(other)
    expect(texts(other)).toEqual(['b'])
  })

  test('changes at once take their turns', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    await exchange(one)
    await Promise.all(['b', 'c', 'd'].map((text) => write(one, id, text)))
    await exchange(one)
    expect(mainland.versions(id)).toEqual([1, 2])
    expect(texts(one)).toEqual(['d'])
  })

  test('lines go in their order, and a second try carries the number of the first', async () => {
    const one = await device()
    const a = await write(one, null, 'a')
    const b = await write(one, null, 'b')
    mainland.failOnce('afterKeeping')
    await expect(exchange(one)).rejects.toThrow('fetch')
    await exchange(one)
    expect(mainland.arrivals.map(({ id }) => id)).toEqual([a.id, a.id, b.id])
    expect(mainland.arrivals[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(mainland.arrivals[0]?.requestId).toBe(mainland.arrivals[1]?.requestId)
    expect(mainland.versions(a.id)).toEqual([1])
  })

  test('nothing readable is kept', async () => {
    const one = await device()
    await write(one, null, 'Samtalen med Bo gjorde ondt')
    await one.documents.keepDraft('new', { text: 'Samtalen med Bo gjorde ondt' })
    const kept = [...(await one.store.getAll('item')), ...(await one.store.getAll('outbox')).map(({ item }) => item)]
    const bytes = [
      ...kept.flatMap(({ envelope, wrappedKey }) => [envelope, wrappedKey]),
      ...(await one.store.getAll('device')),
    ]
    expect(bytes.length).toBeGreaterThan(4)
    for (const each of bytes) expect(new TextDecoder('latin1').decode(each)).not.toContain('Samtalen')
  })
})

describe('two devices', () => {
  test('see the same documents', async () => {
    const [one, other] = [await device(), await device()]
    await write(one, null, 'a')
    await exchange(one)
    await exchange(other)
    await write(other, null, 'b')
    await exchange(other)
    await exchange(one)
    expect(texts(one)).toEqual(['a', 'b'])
    expect(texts(other)).toEqual(['a', 'b'])
  })

  test('who write the same document apart keep both texts, and one says which it differs from', async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await write(one, null, 'a')
    await exchange(one)
    await exchange(other)
    await write(one, id, 'from one')
    await write(other, id, 'from other')
    await exchange(one)
    await exchange(other)
    await exchange(one)
    for (const each of [one, other]) {
      expect(texts(each)).toEqual(['from one', 'from other'])
      const parted = each.documents.all<{ text: string; conflictOf?: string }>('journal').find((doc) => doc.id !== id)
      expect(parted?.document).toEqual({ text: 'from other', conflictOf: id })
    }
    expect(await other.store.count('outbox')).toBe(0)
  })

  test('a deletion reaches the other device, and is no loss there', async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await write(one, null, 'a')
    await exchange(one)
    await exchange(other)
    await one.documents.remove(id, day)
    await exchange(one)
    expect(mainland.versions(id)).toEqual([])
    expect(await exchange(other)).toEqual({ missing: [], rolledBack: [] })
    expect(texts(other)).toEqual([])
    expect(await other.store.get('item', id)).toBeUndefined()
  })

  test('what was deleted does not come back, though the server shows it again', async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await write(one, null, 'a')
    await exchange(one)
    const before = mainland.copy(id)
    await one.documents.remove(id, day)
    await exchange(one)
    mainland.put(before)
    await exchange(one)
    await exchange(other)
    expect([texts(one), texts(other)]).toEqual([[], []])
  })

  test('a deletion of what another device has overtaken is sent all the same', async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await write(one, null, 'a')
    await exchange(one)
    await exchange(other)
    await write(one, id, 'from one')
    await exchange(one)
    await write(other, id, 'from other')
    await sendOutbox(other.store, personId)
    await other.documents.remove(id, day)
    await exchange(other)
    expect(mainland.versions(id)).toEqual([])
    expect(await other.store.count('outbox')).toBe(0)
  })

  test('a deletion behind a line that may have arrived is sent, whatever becomes of the line', async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await write(one, null, 'a')
    await exchange(one)
    await exchange(other)
    await write(one, id, 'from one')
    await exchange(one)
    await write(other, id, 'from other')
    const [line] = await other.store.getAll('outbox')
    if (line) await other.store.put('outbox', { ...line, sent: true })
    await other.documents.remove(id, day)
    const about = (await other.store.getAll('outbox')).filter(({ item }) => item.id === id)
    expect(about.map(({ action }) => action)).toEqual(['save', 'delete'])
    await exchange(other)
    expect(mainland.versions(id)).toEqual([])
    expect(await other.store.count('outbox')).toBe(0)
  })

  test('a deletion after as many as are remembered is sealed, told, and comes before the oldest of them', async () => {
    const [before, other] = [await device(), await device()]
    const { id } = await write(before, null, 'a')
    const deleted = Object.fromEntries(Array.from({ length: deletionsKept }, (_, at) => [crypto.randomUUID(), at]))
    await before.documents.save('memory', null, { ...emptySharedMemory, deleted }, day)
    const one = await openAgain(before.store)
    await exchange(one)
    await exchange(other)
    expect(texts(other)).toEqual(['a'])
    expect(Object.keys(other.documents.memory.deleted)).toHaveLength(deletionsKept)
    await one.documents.remove(id, day)
    await exchange(one)
    expect(await exchange(other)).toEqual({ missing: [], rolledBack: [] })
    expect(texts(other)).toEqual([])
    const [oldest = ''] = Object.keys(deleted)
    expect(other.documents.memory.deleted).toMatchObject({ [id]: 20_782 })
    expect(other.documents.memory.deleted[oldest]).toBeUndefined()
    expect(Object.keys(other.documents.memory.deleted)).toHaveLength(deletionsKept)
  })

  test('which both began to remember apart remember the same', async () => {
    const [one, other] = [await device(), await device()]
    const [anna, bo] = [crypto.randomUUID(), crypto.randomUUID()]
    const pin = { number: 1, hash: 'aaaa' }
    await one.documents.acceptPerson(anna, pin, { ...pin, said: 'same', at: '2026-11-25T10:00:00Z' }, day)
    await other.documents.acceptPerson(bo, pin, null, day)
    await exchange(one)
    await exchange(other)
    await exchange(one)
    for (const { documents } of [one, other]) {
      expect(documents.memory.pins).toEqual({ [anna]: pin, [bo]: pin })
      expect(documents.memory.verdicts[anna]?.said).toBe('same')
      expect(documents.all('memory')).toHaveLength(1)
    }
    expect(mainland.count('memory')).toBe(1)
  })
})

describe('a server that does not keep its word', () => {
  test('older than seen: named, and not taken', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    await exchange(one)
    const before = mainland.copy(id)
    await write(one, id, 'b')
    await exchange(one)
    mainland.put(before)
    expect(await exchange(one)).toEqual({ missing: [], rolledBack: [id] })
    expect(texts(one)).toEqual(['b'])
  })

  test('gone: named, kept, and put back under a new id', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    await exchange(one)
    mainland.drop(id)
    expect(await exchange(one)).toEqual({ missing: [id], rolledBack: [] })
    await one.documents.putBack(id, day)
    expect(await exchange(one)).toEqual({ missing: [], rolledBack: [] })
    const other = await device()
    await exchange(other)
    expect(texts(other)).toEqual(['a'])
    expect(other.documents.get(id)).toBeUndefined()
  })

  test('changed: named as unreadable, not asked for again, and the rest is there', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    await write(one, null, 'b')
    await exchange(one)
    mainland.spoil(id)
    const other = await device()
    await exchange(other)
    expect(texts(other)).toEqual(['b'])
    expect(other.documents.unreadable).toEqual([id])
    const asked = mainland.asked.length
    await exchange(other)
    expect(mainland.asked.slice(asked)).toEqual([])
  })

  test('deleted, and sent along unasked: passed over', async () => {
    const one = await device()
    const [a, b] = [await write(one, null, 'a'), await write(one, null, 'b')]
    await exchange(one)
    const row = await one.store.get('item', a.id)
    await one.documents.remove(a.id, day)
    await exchange(one)
    if (row) await one.documents.receive([row], day)
    expect(texts(one)).toEqual(['b'])
    expect(one.documents.get(b.id)).toBeDefined()
    expect(await one.store.get('item', a.id)).toBeUndefined()
  })

  test('spelled wrongly: named as unreadable, and the rest is there', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    await write(one, null, 'b')
    await exchange(one)
    mainland.put({ ...mainland.copy(id), envelope: '<h1>Bad Gateway</h1>' })
    const other = await device()
    await exchange(other)
    expect(texts(other)).toEqual(['b'])
    expect(other.documents.unreadable).toEqual([id])
  })

  test('said to be overtaken: both are kept, and that is no reason to send at once', async () => {
    const one = await device()
    const { id } = await write(one, null, 'a')
    const changes: string[] = []
    one.documents.onChange((_ids, from) => changes.push(from))
    await one.documents.part(id, day)
    expect(texts(one)).toEqual(['a'])
    expect(changes).not.toContain('here')
    expect(await one.store.count('outbox')).toBe(1)
  })

  test('one item in the place of another is refused', async () => {
    const one = await device()
    const [a, b] = [await write(one, null, 'a'), await write(one, null, 'b')]
    await exchange(one)
    mainland.swap(a.id, b.id)
    const other = await device()
    await exchange(other)
    expect(texts(other)).toEqual([])
    expect([...other.documents.unreadable].sort()).toEqual([a.id, b.id].sort())
  })
})

describe('what has a last day', () => {
  const [lastDay, dayAfter] = ['2026-12-25', '2026-12-26']
  const until = (expiresOn: string | null, text = 'a') => ({ text, expiresOn })
  const writeUntil = ({ documents }: Device, id: string | null, expiresOn: string | null, text = 'a') =>
    documents.save('journal', id, until(expiresOn, text), day)
  const both = async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await writeUntil(one, null, lastDay)
    await exchange(one)
    await exchange(other)
    return { one, other, id }
  }
  const nothing = { missing: [], rolledBack: [] }

  test('is there through it, and then on no device; a server that has deleted it is no liar', async () => {
    const { one, other, id } = await both()
    expect(mainland.copy(id).expiresOn).toBe(lastDay)
    for (const each of [one, other]) {
      expect(await exchange(each, lastDay)).toEqual(nothing)
      expect(texts(each)).toEqual(['a'])
    }
    mainland.drop(id)
    // The server's day may be over before the device's.
    expect(await exchange(one, lastDay)).toEqual(nothing)
    expect(texts(one)).toEqual(['a'])
    for (const each of [one, other]) {
      expect(await exchange(each, dayAfter)).toEqual(nothing)
      expect(texts(each)).toEqual([])
      expect(await each.store.count('item')).toBe(0)
    }
  })

  test('goes without a network too, and from what waits to be sent', async () => {
    const one = await device()
    await writeUntil(one, null, lastDay)
    await writeUntil(one, null, null, 'b')
    await one.documents.expire(dayAfter)
    expect(texts(one)).toEqual(['b'])
    expect((await openAgain(one.store)).documents.all('journal')).toHaveLength(1)
    await exchange(one, dayAfter)
    expect(mainland.arrivals).toHaveLength(1)
  })

  test('is not shown again while the server still has it, and is asked for once', async () => {
    const { one, id } = await both()
    await exchange(one, dayAfter)
    const third = await device()
    for (const each of [one, third]) await exchange(each, dayAfter)
    const asked = mainland.asked.length
    for (const each of [one, third]) {
      expect(await exchange(each, dayAfter)).toEqual(nothing)
      expect(texts(each)).toEqual([])
      expect(await each.store.count('item')).toBe(0)
    }
    expect(mainland.asked.slice(asked)).toEqual([])
    expect(mainland.versions(id)).toEqual([1])
  })

  test('stays where she has chosen to keep it, and that reaches the other device', async () => {
    const { one, other, id } = await both()
    await writeUntil(one, id, null)
    await exchange(one)
    expect(mainland.copy(id).expiresOn).toBeNull()
    await exchange(other)
    for (const each of [one, other]) {
      expect(await exchange(each, dayAfter)).toEqual(nothing)
      expect(texts(each)).toEqual(['a'])
    }
  })

  test('is kept although it was so without a network, and the server and the other device let it go meanwhile', async () => {
    const { one, other, id } = await both()
    await writeUntil(one, id, null)
    mainland.drop(id)
    await exchange(other, dayAfter)
    expect(texts(other)).toEqual([])
    for (const each of [one, other, one]) await exchange(each, dayAfter)
    for (const each of [one, other]) expect(texts(each)).toEqual(['a'])
  })

  test('is kept on a device that had let it go, when the server had not yet', async () => {
    const { one, other, id } = await both()
    await exchange(other, dayAfter)
    await writeUntil(one, id, null)
    for (const each of [one, other]) await exchange(each, dayAfter)
    for (const each of [one, other]) expect(texts(each)).toEqual(['a'])
  })

  test('is missed where the server has lost it before', async () => {
    const { one, id } = await both()
    mainland.drop(id)
    expect(await exchange(one, '2026-12-24')).toEqual({ missing: [id], rolledBack: [] })
    expect(texts(one)).toEqual(['a'])
    await one.documents.putBack(id, day)
    await exchange(one)
    expect(one.documents.all('journal').map(({ expiresOn }) => expiresOn)).toEqual([lastDay])
    expect(mainland.count('journal')).toBe(1)
  })

  test('has the one that its owner sealed: a server that tells of another deletes nothing', async () => {
    const [one, other] = [await device(), await device()]
    const { id } = await write(one, null, 'a')
    await exchange(one)
    mainland.put({ ...mainland.copy(id), expiresOn: '2026-11-01' })
    await exchange(other)
    for (const each of [one, other]) {
      await exchange(each, dayAfter)
      await each.documents.expire(dayAfter)
      expect(texts(each)).toEqual(['a'])
      expect((await openAgain(each.store)).documents.all('journal')).toHaveLength(1)
    }
    mainland.drop(id)
    for (const each of [one, other]) expect((await exchange(each, dayAfter)).missing).toEqual([id])
  })
})

describe('a server that answers', () => {
  test.each([
    ['nobody', null, 1],
    ['somebody else', { id: 'Person_00000000-0000-4000-8000-000000000000' }, 0],
  ])('%s says nothing of what is missing', async (_whom, viewer, timesToTheDoor) => {
    signInAgain.mockClear()
    const one = await device()
    await write(one, null, 'a')
    await exchange(one)
    mainland.viewer = viewer
    await expect(exchange(one)).rejects.toThrow()
    expect(signInAgain).toHaveBeenCalledTimes(timesToTheDoor)
    expect(texts(one)).toEqual(['a'])
    expect(await one.store.count('item')).toBe(1)
  })
})

describe('two tabs of one browser', () => {
  test('do not overwrite each other: the later text stands beside the earlier', async () => {
    const one = await device()
    const tab = await openAgain(one.store)
    const { id } = await write(one, null, 'a')
    await exchange(one)
    await tab.documents.reload([id])
    await write(one, id, 'from one')
    await write(tab, id, 'from the other tab')
    expect(texts(tab)).toEqual(['from one', 'from the other tab'])
    await exchange(one)
    const other = await device()
    await exchange(other)
    expect(texts(other)).toEqual(['from one', 'from the other tab'])
  })
})

test('drafts are there again, and gone when dropped', async () => {
  const one = await device()
  await one.documents.keepDraft('new', { text: 'a' })
  const again = await openAgain(one.store)
  expect(await again.documents.draft('new')).toEqual({ text: 'a' })
  await again.documents.dropDraft('new')
  expect(await again.documents.draft('new')).toBeUndefined()
})

test('after locking nothing is open, and nothing can be opened or written', async () => {
  const one = await device()
  await write(one, null, 'a')
  one.vault.lock()
  one.documents.close()
  expect(one.documents.all('journal')).toEqual([])
  await expect(write(one, null, 'b')).rejects.toThrow('Locked')
  await expect(one.documents.keepDraft('new', {})).rejects.toThrow('Locked')
})
