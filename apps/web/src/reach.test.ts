import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isLost, tellReach, whileReached } from './reach.ts'

const answers: boolean[] = []
const asked = vi.fn(async (_url: string) => {
  if (!answers.shift()) throw new TypeError('Failed to fetch')
  return new Response('{}')
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', asked)
})
afterEach(() => {
  tellReach(false)
  vi.useRealTimers()
  vi.unstubAllGlobals()
  asked.mockClear()
})

test('a lost server is asked again, ever more rarely, until it is back', async () => {
  answers.push(false, false, true)
  tellReach(true)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toHaveBeenCalledTimes(2)
  expect(isLost()).toBe(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(isLost()).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveBeenCalledTimes(3)
  expect(asked).toHaveBeenCalledWith('/healthz', expect.objectContaining({ cache: 'no-store' }))
})

test('nobody waits for an answer of a server that is lost meanwhile', async () => {
  const answer = whileReached(new Promise(() => {}))
  tellReach(true)
  await expect(answer).rejects.toThrow('Failed to fetch')
})

test('an answer that comes in time is the answer', async () => {
  await expect(whileReached(Promise.resolve('here'))).resolves.toBe('here')
  await expect(whileReached(Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})
