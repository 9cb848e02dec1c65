import { expect, test } from 'vitest'
import { parse } from '../text.ts'
import { defaultPreferences, journalPreferences } from './preferences.ts'

test('by default everything is on offer', () => {
  expect(defaultPreferences.off).toEqual({
    pulse: false,
    sleep: false,
    sliders: false,
    recovery: false,
    hardWeek: false,
    themes: false,
  })
})

test('who switched one thing off keeps the rest', () => {
  const preferences = parse(journalPreferences, { type: 'preferences', format: 1, off: { sliders: true } })
  expect(preferences.off).toEqual({ ...defaultPreferences.off, sliders: true })
})

test('a document from when the reminder stood in it is read, and loses nothing when it is written again', () => {
  const reminder = { on: true, hour: 16, weekends: false }
  const old = { type: 'preferences', format: 1, off: { pulse: true }, reminder }
  const preferences = parse(journalPreferences, old)
  expect(preferences).toEqual({ ...defaultPreferences, off: { ...defaultPreferences.off, pulse: true }, reminder })
})
