import { expect, test } from 'vitest'
import { openCommonLimit } from './limits.ts'

/** How many are let through, and what the first is told that is not. */
const until = (ask: () => number) => {
  let count = 0
  for (let wait = ask(); ; wait = ask(), count++) if (wait > 0) return { count, wait }
}

test('what is left of a common limit tells neither how many others have asked nor when', () => {
  const told = new Set<string>()
  const counts = new Set<number>()
  for (let run = 0; run < 200; run++) {
    let at = 60_000 * (run + 1)
    const ask = openCommonLimit(6_000, { now: () => at, below: (limit) => (run * 7919) % limit })
    // Others have come before her, at some second of the minute, or nobody has.
    at += (run % 40) * 1_000
    for (let other = 0; other < run % 4; other++) ask()
    at = 60_000 * (run + 1) + 45_000
    const { count, wait } = until(ask)
    told.add(`${wait}`)
    counts.add(count)
    expect(count).toBeGreaterThanOrEqual(6_000 - 3)
    expect(count).toBeLessThan(7_500)
  }
  expect([...told]).toEqual(['15'])
  expect(counts.size).toBeGreaterThan(100)
})

test('each minute lets so many through anew; with 0 nothing is counted', () => {
  let at = 0
  const ask = openCommonLimit(8, { now: () => at, below: () => 0 })
  expect(until(ask)).toEqual({ count: 8, wait: 60 })
  at = 59_999
  expect(ask()).toBe(1)
  at = 60_000
  expect(until(ask)).toEqual({ count: 8, wait: 60 })
  expect(openCommonLimit(0)()).toBe(0)
})
