import { expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import { sleepLog, sleepMinutes } from './sleep.ts'

test.each([
  ['23:00', '06:30', 450],
  ['00:15', '06:30', 375],
  ['21:59', '22:00', 1],
  ['22:00', '22:00', null],
  [null, '06:30', null],
  ['23:00', null, null],
])('from %s to %s is %s minutes', (bedtime, wakeTime, minutes) => {
  expect(sleepMinutes({ bedtime, wakeTime })).toBe(minutes)
})

test('a night may be answered in part', () => {
  expect(parse(sleepLog, { quality: 4 })).toEqual({ quality: 4, bedtime: null, wakeTime: null, workThoughts: null })
})

test.each([
  [{ quality: 0 }, 'tooSmall'],
  [{ quality: 6 }, 'tooLarge'],
  [{ quality: 2.5 }, 'invalid'],
  [{ workThoughts: -1 }, 'tooSmall'],
  [{ workThoughts: 5 }, 'tooLarge'],
  [{ bedtime: '25:00' }, 'notATime'],
])('%j is refused as %s', (night, problem) => expect(firstProblem(sleepLog, night)).toBe(problem))
