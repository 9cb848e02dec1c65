import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, daysFrom } from '../day.ts'
import { isWeekend, mondayOf } from './week.ts'

const days = fc.integer({ min: 0, max: 70_000 }).map((number) => dayAfter('1950-01-01', number))

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-03', '2026-12-28'],
  ['2028-02-29', '2028-02-28'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday))

test('every day belongs to the week of a Monday at most six days before', () => {
  fc.assert(
    fc.property(days, (day) => {
      const monday = mondayOf(day)
      expect(new Date(monday).getUTCDay()).toBe(1)
      expect([0, 1, 2, 3, 4, 5, 6]).toContain(daysFrom(monday, day))
      expect(isWeekend(day)).toBe(daysFrom(monday, day) >= 5)
    }),
  )
})
