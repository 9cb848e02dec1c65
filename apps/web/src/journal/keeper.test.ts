import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeKeeper } from './keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const pause = 400

test('what is written is kept at the first pause, and only the newest of it', async () => {
  const keep = vi.fn(async () => {})
  const keeper = makeKeeper<string>(keep, pause)
  for (const text of ['H', 'Hv', 'Hvad']) {
    keeper.note(text)
    await vi.advanceTimersByTimeAsync(pause - 1)
  }
  expect(keep).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(keep.mock.calls).toEqual([['Hvad']])
})

test('asked to, it keeps at once, and nothing twice', async () => {
  const keep = vi.fn(async () => {})
  const keeper = makeKeeper<string>(keep, pause)
  keeper.note('Hvad')
  await keeper.now()
  await keeper.now()
  await vi.advanceTimersByTimeAsync(2 * pause)
  expect(keep).toHaveBeenCalledTimes(1)
})

test('a slow older text never comes after a newer one', async () => {
  const kept: string[] = []
  const keep = async (text: string) => {
    await new Promise((resolve) => setTimeout(resolve, text === 'old' ? 1000 : 1))
    kept.push(text)
  }
  const keeper = makeKeeper(keep, pause)
  keeper.note('old')
  void keeper.now()
  await vi.advanceTimersByTimeAsync(10)
  keeper.note('new')
  void keeper.now()
  await vi.advanceTimersByTimeAsync(2000)
  expect(kept).toEqual(['old', 'new'])
})

test('what could not be kept is tried again', async () => {
  const keep = vi.fn().mockRejectedValueOnce(new Error('full')).mockResolvedValue(undefined)
  const keeper = makeKeeper<string>(keep, pause)
  keeper.note('Hvad')
  await expect(keeper.now()).rejects.toThrow('full')
  await keeper.now()
  expect(keep.mock.calls).toEqual([['Hvad'], ['Hvad']])
})

test('what was dropped is not kept afterwards', async () => {
  const keep = vi.fn(async () => {})
  const keeper = makeKeeper<string>(keep, pause)
  keeper.note('Hvad')
  await keeper.drop()
  await vi.advanceTimersByTimeAsync(2 * pause)
  expect(keep).not.toHaveBeenCalled()
})
