import { afterEach, expect, test, vi } from 'vitest'
import { fetchPart, PartMissing, partOf } from './part.ts'

afterEach(() => vi.unstubAllGlobals())

test('a part that could not be fetched stays missing until it is asked for again, and then is there for everybody', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  const load = vi.fn(async () => 'chart')
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const part = partOf(load)
  const told = vi.fn()
  part.watch(told)

  await expect(part.fetched()).rejects.toBeInstanceOf(PartMissing)
  await expect(part.fetched()).rejects.toBeInstanceOf(PartMissing)
  expect(load).toHaveBeenCalledTimes(1)

  part.again()
  expect(told).toHaveBeenCalledOnce()
  expect(part.tries()).toBe(1)
  expect(await part.fetched()).toBe('chart')
  expect(part.fetched()).toBe(part.fetched())
  expect(load).toHaveBeenCalledTimes(2)
})

test('without a network nothing is imported that the browser would keep as failed, unless the app is kept here', async () => {
  const load = vi.fn(async () => 'chart')
  vi.stubGlobal('navigator', { onLine: false })
  await expect(fetchPart(load)).rejects.toBeInstanceOf(PartMissing)
  vi.stubGlobal('navigator', { onLine: false, serviceWorker: { controller: null } })
  await expect(fetchPart(load)).rejects.toBeInstanceOf(PartMissing)
  expect(load).not.toHaveBeenCalled()

  vi.stubGlobal('navigator', { onLine: false, serviceWorker: { controller: {} } })
  expect(await fetchPart(load)).toBe('chart')
})
