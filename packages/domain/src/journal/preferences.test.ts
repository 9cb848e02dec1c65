import { expect, test } from 'vitest'
import { parse } from '../text.ts'
import { defaultPreferences, isTimeToRemind, journalPreferences } from './preferences.ts'

test('by default everything is on offer, and nobody is reminded', () => {
  expect(defaultPreferences.off).toEqual({
    pulse: false,
    sleep: false,
    sliders: false,
    recovery: false,
    hardWeek: false,
    themes: false,
  })
  expect(defaultPreferences.reminder).toEqual({ on: false, hour: 16, weekends: false })
  for (let hour = 0; hour < 24; hour++)
    expect(isTimeToRemind(defaultPreferences.reminder, '2026-11-25', hour)).toBe(false)
})

test('who switched one thing off keeps the rest', () => {
  const preferences = parse(journalPreferences, { type: 'preferences', format: 1, off: { sliders: true } })
  expect(preferences.off).toEqual({ ...defaultPreferences.off, sliders: true })
})

test('a reminder comes in its hour, on weekdays unless weekends were asked for', () => {
  const reminder = { on: true, hour: 16, weekends: false }
  const [friday, saturday, sunday] = ['2026-11-27', '2026-11-28', '2026-11-29'] as const
  expect([15, 16, 17].map((hour) => isTimeToRemind(reminder, friday, hour))).toEqual([false, true, false])
  expect([saturday, sunday].map((day) => isTimeToRemind(reminder, day, 16))).toEqual([false, false])
  expect([saturday, sunday].map((day) => isTimeToRemind({ ...reminder, weekends: true }, day, 16))).toEqual([
    true,
    true,
  ])
})
