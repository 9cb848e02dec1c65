import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '../day.ts'
import { hardWeek } from './hard-week.ts'
import { defaultPreferences } from './preferences.ts'
import { type Pulse, type PulseAnswer, pulseAnswers, pulseValue } from './pulse.ts'

const first = '2026-09-01'
const on = (number: number) => dayAfter(first, number)
const answer = (number: number, answer: PulseAnswer, hour = '12'): Pulse => ({
  type: 'pulse',
  format: 1,
  day: on(number),
  writtenAt: `${on(number)}T${hour}:00:00+02:00`,
  answer,
})
const level = (today: number, ...pulses: Pulse[]) => hardWeek(pulses, on(today), defaultPreferences)

describe('a hard week', () => {
  test('is mild after one answer, which speaks of two weeks, and clear after a second in a row', () => {
    expect(level(0, answer(0, 'often'))).toBe('mild')
    expect(level(14, answer(0, 'often'), answer(14, 'always'))).toBe('clear')
  })

  test('is none without an answer, and for answers up to sometimes', () => {
    expect(level(0)).toBe('none')
    for (const calmer of ['never', 'rarely', 'sometimes'] as const) expect(level(0, answer(0, calmer))).toBe('none')
  })

  test('ends with a calmer answer, also between two strained ones', () => {
    expect(level(14, answer(0, 'always'), answer(14, 'sometimes'))).toBe('none')
    expect(level(28, answer(0, 'always'), answer(14, 'sometimes'), answer(28, 'often'))).toBe('mild')
  })

  test('counts a day once, however often somebody answered about it', () => {
    expect(level(13, answer(0, 'always'), answer(5, 'always'), answer(13, 'always'))).toBe('mild')
    expect(level(14, answer(0, 'always'), answer(5, 'always'), answer(14, 'always'))).toBe('clear')
  })

  test('joins an answer that came up to a week late, and nothing longer', () => {
    expect(level(21, answer(0, 'often'), answer(21, 'often'))).toBe('clear')
    expect(level(22, answer(0, 'often'), answer(22, 'often'))).toBe('mild')
  })

  test('says nothing of now when the next answer is more than a week late', () => {
    expect(level(21, answer(0, 'always'))).toBe('mild')
    expect(level(22, answer(0, 'always'))).toBe('none')
  })

  test('goes by the second of two answers on one day', () => {
    expect(level(0, answer(0, 'always', '08'), answer(0, 'rarely', '20'))).toBe('none')
    expect(level(0, answer(0, 'always', '20'), answer(0, 'rarely', '08'))).toBe('mild')
  })

  test('is never offered to somebody who switched it off', () => {
    const off = { off: { ...defaultPreferences.off, hardWeek: true } }
    expect(hardWeek([answer(0, 'always'), answer(14, 'always')], on(14), off)).toBe('none')
  })
})

describe('whatever was answered', () => {
  const pulses = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 80 }), fc.constantFrom(...pulseAnswers.map(({ key }) => key))),
    { selector: ([number]) => number, maxLength: 12 },
  )
  const rank = { none: 0, mild: 1, clear: 2 }

  test('the order in which it is read makes no difference', () => {
    fc.assert(
      fc.property(pulses, fc.integer({ min: 0, max: 90 }), (all, today) => {
        const given = all.map(([number, key]) => answer(number, key))
        expect(level(today, ...given.toReversed())).toBe(level(today, ...given))
      }),
    )
  })

  test('it takes a strained latest answer to be mild, and two strained ones to be clear', () => {
    fc.assert(
      fc.property(pulses, fc.integer({ min: 0, max: 90 }), (all, today) => {
        const found = level(today, ...all.map(([number, key]) => answer(number, key)))
        const past = all.filter(([number]) => number <= today).sort(([one], [other]) => other - one)
        const row = past.findIndex(([, key]) => pulseValue(key) < 3)
        expect(rank[found]).toBeLessThanOrEqual(row < 0 ? past.length : row)
      }),
    )
  })

  test('a calmer answer never makes it worse', () => {
    fc.assert(
      fc.property(pulses, fc.nat(), fc.integer({ min: 0, max: 90 }), (all, which, today) => {
        const given = all.map(([number, key]) => answer(number, key))
        const calmer = given.map((each, index) =>
          index === which % given.length ? { ...each, answer: 'never' as const } : each,
        )
        expect(rank[level(today, ...calmer)]).toBeLessThanOrEqual(rank[level(today, ...given)])
      }),
    )
  })
})
