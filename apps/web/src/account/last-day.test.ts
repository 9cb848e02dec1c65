import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Device, day, device, exchange, openAgain, personId, texts, write } from './device.fixtures.ts'
import { type Mainland, serveMainland } from './mainland.fixtures.ts'

vi.mock('../sign-in-again.ts', () => ({ signInAgain: vi.fn() }))
vi.mock('../apollo.ts', async () => (await import('./mainland.fixtures.ts')).apollo)

let mainland: Mainland
beforeEach(() => {
  mainland = serveMainland(personId)
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
