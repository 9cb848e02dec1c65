import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, daysFrom } from '../day.ts'
import { defaultPreferences } from './preferences.ts'
import { isPulseDue, pulseAnswers, pulseDays, pulseValue } from './pulse.ts'

const answeredOn = (...days: string[]) => days.map((day) => ({ day }))

test('the answers go from never, 0, to all the time, 4', () => {
  expect(pulseAnswers.map(({ key }) => pulseValue(key))).toEqual([0, 1, 2, 3, 4])
  expect([pulseValue('never'), pulseValue('always')]).toEqual([0, 4])
})

test('the question comes at once, then a fortnight after the last answer', () => {
  expect(isPulseDue([], '2026-11-25', defaultPreferences)).toBe(true)
  const pulses = answeredOn('2026-11-11', '2026-10-01')
  expect(isPulseDue(pulses, '2026-11-24', defaultPreferences)).toBe(false)
  expect(isPulseDue(pulses, '2026-11-25', defaultPreferences)).toBe(true)
})

test('“not now” is respected for as long as an answer', () => {
  const putOff = { ...defaultPreferences, pulsePutOffOn: '2026-11-20' }
  expect(isPulseDue(answeredOn('2026-10-01'), '2026-12-03', putOff)).toBe(false)
  expect(isPulseDue(answeredOn('2026-10-01'), '2026-12-04', putOff)).toBe(true)
})

test('it is never asked twice within a fortnight, and never when switched off', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((number) => dayAfter('2026-10-01', number))
  fc.assert(
    fc.property(fc.array(day), fc.option(day), day, fc.boolean(), (days, pulsePutOffOn, today, pulse) => {
      const preferences = { off: { ...defaultPreferences.off, pulse }, pulsePutOffOn }
      if (!isPulseDue(answeredOn(...days), today, preferences)) return
      expect(pulse).toBe(false)
      for (const met of [...days, ...(pulsePutOffOn ? [pulsePutOffOn] : [])])
        expect(daysFrom(met, today)).toBeGreaterThanOrEqual(pulseDays)
    }),
  )
})
