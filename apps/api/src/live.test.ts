import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Live } from './live.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('without a word everybody looks again within five seconds, and never many at once', async () => {
  const live = new Live('postgresql://nowhere.invalid')
  const end = new AbortController()
  const looks = Array.from({ length: 1_000 }, () => 0)
  const following = looks.map(async (_, one) => {
    for await (const _look of live.changes(`round ${one % 200}`, end.signal)) looks[one] = (looks[one] ?? 0) + 1
  })
  await vi.advanceTimersByTimeAsync(0)
  const sum = () => looks.reduce((all, each) => all + each, 0)
  expect(sum()).toBe(1_000)

  let [before, most] = [sum(), 0]
  for (let passed = 0; passed < 5_000; passed += 10) {
    await vi.advanceTimersByTimeAsync(10)
    most = Math.max(most, sum() - before)
    before = sum()
  }
  expect(new Set(looks)).toEqual(new Set([2]))
  expect(most).toBeLessThanOrEqual(10)

  end.abort()
  await Promise.all(following)
  await live.close()
})
