import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SyncLoop } from './sync-loop.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))
const settle = () => vi.advanceTimersByTimeAsync(0)

test('one at a time; what is wanted meanwhile is done once more', async () => {
  const ends: (() => void)[] = []
  const exchange = vi.fn(() => new Promise<boolean>((resolve) => ends.push(() => resolve(false))))
  const loop = new SyncLoop(exchange, () => {})
  loop.soon()
  loop.soon()
  loop.soon()
  expect(exchange).toHaveBeenCalledTimes(1)
  ends[0]?.()
  await settle()
  expect(exchange).toHaveBeenCalledTimes(2)
  ends[1]?.()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(exchange).toHaveBeenCalledTimes(2)
})

test('comes again each minute while it is worth while', async () => {
  const exchange = vi.fn(() => Promise.resolve(true))
  new SyncLoop(exchange, () => {}).soon()
  await vi.advanceTimersByTimeAsync(150_000)
  expect(exchange).toHaveBeenCalledTimes(3)
})

test('tries later and later, says what it met, and is itself again when it gets through', async () => {
  const tell = vi.fn()
  const exchange = vi
    .fn(() => Promise.resolve(false))
    .mockImplementationOnce(unreachable)
    .mockImplementationOnce(unreachable)
  const loop = new SyncLoop(exchange, tell)
  loop.soon()
  await settle()
  expect(tell).toHaveBeenLastCalledWith('notReached')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(exchange).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(2_900)
  expect(exchange).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(200)
  expect(exchange).toHaveBeenCalledTimes(3)
  expect(tell).toHaveBeenLastCalledWith('reached')
})

test('an answer that is a no is told as such', async () => {
  const tell = vi.fn()
  new SyncLoop(() => Promise.reject(new Error('refused')), tell).soon()
  await settle()
  expect(tell).toHaveBeenLastCalledWith('refused')
})
