import { expect, test } from 'vitest'
import { localDate } from '../day.ts'
import { instantAt, localTime } from './local-time.ts'

test.each([
  ['2026-12-01', '13:00', '2026-12-01T12:00:00.000Z'],
  ['2026-07-01', '13:00', '2026-07-01T11:00:00.000Z'],
  ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ['2026-06-01', '00:30', '2026-05-31T22:30:00.000Z'],
])('%s at %s in Copenhagen is %s', (date, time, instant) => {
  expect(instantAt(date, time).toISOString()).toBe(instant)
})

test('an instant is shown on the day and at the hour that Copenhagen has', () => {
  const late = new Date('2026-05-31T22:30:00Z')
  expect([localDate(late), localTime(late)]).toEqual(['2026-06-01', '00:30'])
})
