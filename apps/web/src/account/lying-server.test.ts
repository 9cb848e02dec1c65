import { beforeEach, describe, expect, test, vi } from 'vitest'
import { day, device, exchange, personId, texts, write } from './device.fixtures.ts'
import { type Mainland, serveMainland } from './mainland.fixtures.ts'

const signInAgain = vi.hoisted(() => vi.fn())
vi.mock('../sign-in-again.ts', () => ({ signInAgain }))
vi.mock('../apollo.ts', async () => (await import('./mainland.fixtures.ts')).apollo)

let mainland: Mainland
beforeEach(() => {
  mainland = serveMainland(personId)
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
