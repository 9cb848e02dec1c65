import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { device, exchange, openAgain, personId, sealer, texts, write } from './device.fixtures.ts'
import { type Mainland, serveMainland } from './mainland.fixtures.ts'
import { sendOutbox } from './sync.ts'
import { Documents } from './vault-documents.ts'

vi.mock('../sign-in-again.ts', () => ({ signInAgain: vi.fn() }))
vi.mock('../apollo.ts', async () => (await import('./mainland.fixtures.ts')).apollo)

let mainland: Mainland
beforeEach(() => {
  mainland = serveMainland(personId)
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
