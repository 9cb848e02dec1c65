import { deletionsKept } from '@lederkreds/sealing/memory'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { day, device, exchange, openAgain, personId, texts, write } from './device.fixtures.ts'
import { emptySharedMemory } from './device-memory.ts'
import { type Mainland, serveMainland } from './mainland.fixtures.ts'
import { sendOutbox } from './sync.ts'

vi.mock('../sign-in-again.ts', () => ({ signInAgain: vi.fn() }))
vi.mock('../apollo.ts', async () => (await import('./mainland.fixtures.ts')).apollo)

let mainland: Mainland
beforeEach(() => {
  mainland = serveMainland(personId)
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
