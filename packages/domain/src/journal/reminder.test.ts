import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstProblem } from '../text.ts'
import { isTimeToRemind, reminder, reminderEdit, remindingHours, staleAfterHours } from './reminder.ts'

const afternoon = { hour: 16, weekends: false, changedAt: new Date('2026-01-01T00:00:00Z'), toldOn: null }
const hour = 3_600_000
const at = (instant: string) => new Date(instant)

test('it comes in its hour, and not once that is long gone', () => {
  const times = ['14:59:59', '15:00:00', '16:59:59', '17:00:00'].map((time) => at(`2026-11-27T${time}Z`))
  expect(times.map((now) => isTimeToRemind(afternoon, now))).toEqual([false, true, true, false])
})

test('weekends are quiet unless they were asked for', () => {
  const [friday, saturday, sunday] = [27, 28, 29].map((day) => at(`2026-11-${day}T15:00:00Z`)) as [Date, Date, Date]
  expect([friday, saturday, sunday].map((day) => isTimeToRemind(afternoon, day))).toEqual([true, false, false])
  const always = { ...afternoon, weekends: true }
  expect([friday, saturday, sunday].map((day) => isTimeToRemind(always, day))).toEqual([true, true, true])
})

test('it comes once a day, and not for an hour that was over when it was asked for', () => {
  const now = at('2026-11-27T15:20:00Z')
  expect(isTimeToRemind({ ...afternoon, toldOn: '2026-11-27' }, now)).toBe(false)
  expect(isTimeToRemind({ ...afternoon, toldOn: '2026-11-26' }, now)).toBe(true)
  expect(isTimeToRemind({ ...afternoon, changedAt: at('2026-11-27T15:00:01Z') }, now)).toBe(false)
  expect(isTimeToRemind({ ...afternoon, changedAt: at('2026-11-27T15:00:00Z') }, now)).toBe(true)
})

/** The hours of UTC at which it is sent, asked every hour of two days that begin then. */
function sent(wanted: number, from: string) {
  const times: string[] = []
  let toldOn: string | null = null
  for (let now = Date.parse(from); now < Date.parse(from) + 48 * hour; now += hour) {
    if (!isTimeToRemind({ ...afternoon, weekends: true, hour: wanted, toldOn }, new Date(now))) continue
    toldOn = remindingHours(new Date(now)).day
    times.push(new Date(now).toISOString().slice(5, 13))
  }
  return times
}

test('an hour that the clock jumps over comes with the next one', () => {
  expect(sent(2, '2026-03-28T20:00:00Z')).toEqual(['03-29T01', '03-30T00'])
})

test('an hour that comes twice comes with the first', () => {
  expect(sent(2, '2026-10-24T20:00:00Z')).toEqual(['10-25T00', '10-26T01'])
})

test('every hour comes exactly once on every day of every year, and only in an hour that is looked for', () => {
  const days = fc.integer({ min: 0, max: 365 * 30 })
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 23 }), fc.boolean(), (day, wanted, isLate) => {
      const start = Date.UTC(2026, 0, 2) + day * 24 * hour + (isLate ? hour / 2 : 0)
      const told = new Map<string, number>()
      let toldOn: string | null = null
      for (let now = start; now < start + 72 * hour; now += hour) {
        const { day: today, hours } = remindingHours(new Date(now))
        const state = { ...afternoon, hour: wanted, weekends: true, toldOn }
        if (!isTimeToRemind(state, new Date(now))) continue
        expect(hours).toContain(wanted)
        toldOn = today
        told.set(today, (told.get(today) ?? 0) + 1)
      }
      // 23:30 is the last look of a day in which 23 is late by half an hour: nothing is lost there either.
      const [, second, third] = [...new Set([remindingHours(new Date(start)).day, ...told.keys()])]
      expect(told.get(second ?? '')).toBe(1)
      expect(told.get(third ?? '') ?? 1).toBe(1)
      expect([...told.values()].every((times) => times === 1)).toBe(true)
    }),
  )
})

test('the hours that are looked for stay within the day', () => {
  expect(remindingHours(at('2026-11-26T23:00:00Z'))).toEqual({ day: '2026-11-27', hours: [0] })
  expect(remindingHours(at('2026-11-27T22:59:00Z'))).toEqual({
    day: '2026-11-27',
    hours: [23 - staleAfterHours, 22, 23],
  })
})

test.each([
  [{ hour: 0, weekends: true }, null],
  [{ hour: 24, weekends: true }, 'tooLarge'],
  [{ hour: -1, weekends: true }, 'tooSmall'],
  [{ hour: 7.5, weekends: true }, 'invalid'],
  [{ hour: 7 }, 'invalid'],
])('%j: %s', (input, problem) => expect(firstProblem(reminder, input)).toBe(problem))

test('a change names the version that it changes', () => {
  expect(firstProblem(reminderEdit, { hour: 7, weekends: false })).toBe('invalid')
  expect(firstProblem(reminderEdit, { hour: 7, weekends: false, version: 0 })).toBeNull()
})
