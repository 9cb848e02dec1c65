import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '../day.ts'
import { compare, summary } from './comparison.ts'

const autumn = { from: '2026-09-01', until: '2026-09-30' }
const winter = { from: '2026-12-01', until: '2026-12-31' }
const from = (day: string, values: readonly number[]) =>
  values.map((value, index) => ({ day: dayAfter(day, index), value }))

describe('two periods', () => {
  test('stand side by side with count, median and the middle half', () => {
    const all = [...from('2026-09-01', [1, 2, 3, 4, 5]), ...from('2026-12-27', [7, 8, 9, 10, 11])]
    expect(compare(all, autumn, winter)).toEqual({
      before: { n: 5, median: 3, spread: { low: 2, high: 4 }, few: false },
      after: { n: 5, median: 9, spread: { low: 8, high: 10 }, few: false },
      apart: true,
    })
  })

  test('that overlap are not called apart, however different their medians', () => {
    const all = [...from('2026-09-01', [1, 2, 3, 4, 5]), ...from('2026-12-01', [1, 4, 5, 6, 9])]
    expect(compare(all, autumn, winter).apart).toBe(false)
  })

  test('leave out what lies outside, and count both their ends', () => {
    const all = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'].map((day) => ({ day, value: 1 }))
    expect(compare(all, autumn, winter)).toMatchObject({ before: { n: 2 }, after: { n: 0, median: null } })
  })
})

test('with few readings nothing is said of spread or difference', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 8 }), fc.array(fc.integer(), { maxLength: 8 }), (before, after) => {
      const all = [...from(autumn.from, before), ...from(winter.from, after)]
      const { apart, ...periods } = compare(all, autumn, winter)
      expect(periods.before.few).toBe(before.length < 5)
      expect(periods.before.spread === null).toBe(before.length < 5)
      expect(apart === null).toBe(before.length < 5 || after.length < 5)
    }),
  )
})

test('at least half of the readings lie in the middle half', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5 }), (values) => {
      const { spread } = summary(from('2026-01-01', values))
      const inside = values.filter((value) => spread && spread.low <= value && value <= spread.high).length
      expect(inside).toBeGreaterThanOrEqual(values.length / 2)
    }),
  )
})
