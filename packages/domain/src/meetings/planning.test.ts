import { expect, test } from 'vitest'
import { parse } from '../text.ts'
import { checkDaysFree, SeasonEmpty, SeasonTooLong, seasonDates, seasonOrder } from './planning.ts'

const order = { from: '2026-12-01', until: '2027-02-23', everyWeeks: 4, weekday: 2, startTime: '13:00', minutes: 150 }

test('the days are those of the rhythm unless they were chosen by hand', () => {
  expect(seasonDates(parse(seasonOrder, order))).toEqual(['2026-12-01', '2027-01-05', '2027-01-26', '2027-02-23'])
  expect(seasonDates(parse(seasonOrder, { ...order, dates: ['2027-01-07', '2026-12-24'] }))).toEqual([
    '2026-12-24',
    '2027-01-07',
  ])
})

test('a season has between one and forty meetings, each on a day of its own', () => {
  expect(() => seasonDates(parse(seasonOrder, { ...order, until: '2026-12-01', weekday: 3 }))).toThrow(SeasonEmpty)
  expect(() => seasonDates(parse(seasonOrder, { ...order, until: '2028-12-01', everyWeeks: 1 }))).toThrow(SeasonTooLong)
  const problem = (dates: string[]) => {
    try {
      parse(seasonOrder, { ...order, dates })
    } catch (fault) {
      return (fault as { issues: unknown }).issues
    }
  }
  expect(problem([])).toEqual([{ path: 'dates', problem: 'tooFew' }])
  expect(problem(['2027-01-05', '2027-01-05'])).toEqual([{ path: 'dates', problem: 'duplicate' }])
  expect(problem(['2027-02-30'])).toEqual([{ path: 'dates.0', problem: 'notADate' }])
  expect(
    problem(
      Array.from(
        { length: 41 },
        (_, day) =>
          `2027-${String(1 + (day % 12)).padStart(2, '0')}-${String(1 + Math.floor(day / 12)).padStart(2, '0')}`,
      ),
    ),
  ).toEqual([{ path: 'dates', problem: 'tooMany' }])
})

test('a day on which the network meets already is named', () => {
  expect(() => checkDaysFree(['2027-01-05'], new Set())).not.toThrow()
  const refused = expect.objectContaining({ code: 'DayTaken', day: '2027-01-06' })
  expect(() => checkDaysFree(['2027-01-05', '2027-01-06'], new Set(['2027-01-06']))).toThrow(refused)
})
