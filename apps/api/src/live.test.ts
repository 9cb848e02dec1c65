import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Live } from './live.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** So many who follow something; each look takes some milliseconds, and for ever with those who are stuck. */
function follow(live: Live, count: number, { takes = 4, stuck = 0 } = {}) {
  const end = new AbortController()
  const looks = Array.from({ length: count }, () => 0)
  let [busy, most] = [0, 0]
  const all = looks.map(async (_, one) => {
    for await (const _look of live.changes(`round ${one % 200}`, end.signal)) {
      looks[one] = (looks[one] ?? 0) + 1
      if (looks[one] === 1) continue
      if (one < stuck) await new Promise(() => {})
      most = Math.max(most, ++busy)
      await new Promise((resolve) => setTimeout(resolve, takes))
      busy--
    }
  })
  const stop = async () => {
    end.abort()
    await Promise.all(all.slice(stuck))
    await live.close()
  }
  return { looks, most: () => most, stop }
}

const live = () => new Live('postgresql://nowhere.invalid')

test('without a word everybody looks again after five seconds, and never many at once', async () => {
  const { looks, most, stop } = follow(live(), 1_000)
  await vi.advanceTimersByTimeAsync(4_900)
  expect(new Set(looks)).toEqual(new Set([1]))
  await vi.advanceTimersByTimeAsync(2_600)
  expect(new Set(looks)).toEqual(new Set([2]))
  expect(most()).toBe(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Math.min(...looks)).toBeGreaterThan(8)
  const ending = stop()
  await vi.advanceTimersByTimeAsync(10)
  await ending
})

test('whoever is stuck in her look does not keep the others from theirs', async () => {
  const { looks, stop } = follow(live(), 100, { stuck: 6 })
  await vi.advanceTimersByTimeAsync(40_000)
  expect(Math.min(...looks.slice(6))).toBeGreaterThan(3)
  const ending = stop()
  await vi.advanceTimersByTimeAsync(10)
  await ending
})
