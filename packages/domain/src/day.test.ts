import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, daysFrom, localDate } from './day.ts'

test.each([
  ['2026-05-31T22:30:00Z', '2026-06-01'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
  ['2026-11-25T22:59:59Z', '2026-11-25'],
])('%s falls on %s in Copenhagen', (instant, day) => {
  expect(localDate(new Date(instant))).toBe(day)
})

test.each([
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-10-24', 2, '2026-10-26'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-01-01', -1, '2026-12-31'],
])('%s and %i days are %s, whatever the clock does in between', (from, days, until) => {
  expect(dayAfter(from, days)).toBe(until)
  expect(daysFrom(from, until)).toBe(days)
})

test('counting days forth and back comes out even', () => {
  const days = fc.integer({ min: 0, max: 70_000 }).map((number) => dayAfter('1950-01-01', number))
  fc.assert(
    fc.property(days, fc.integer({ min: -800, max: 800 }), (day, number) => {
      expect(daysFrom(day, dayAfter(day, number))).toBe(number)
    }),
  )
})
