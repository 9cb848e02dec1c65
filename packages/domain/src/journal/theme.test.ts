import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '../day.ts'
import { defaultPreferences } from './preferences.ts'
import { stressors } from './stressor.ts'
import { dismissTheme, themeOffer } from './theme.ts'

const today = '2026-11-25'
const daysAgo = (number: number) => dayAfter(today, -number)
const written = (ago: number, time: string, ...stressors: string[]) => ({
  writtenAt: `${daysAgo(ago)}T${time}:00+01:00`,
  stressors,
})
const evenings = (stressor: string, ...ago: number[]) => ago.map((each) => written(each, '21:00', stressor))
const offer = (...entries: ReturnType<typeof written>[]) => themeOffer(entries, today, defaultPreferences)

describe('a theme', () => {
  test('is offered after three evenings within two weeks', () => {
    expect(offer(...evenings('cuts', 13, 6, 0))).toEqual({
      stressor: 'cuts',
      evenings: [daysAgo(13), daysAgo(6), daysAgo(0)],
    })
    expect(offer(...evenings('cuts', 14, 6, 0))).toBeNull()
    expect(offer(...evenings('cuts', 6, 0))).toBeNull()
  })

  test('needs the evenings to share it', () => {
    expect(offer(...evenings('cuts', 2, 1), ...evenings('absence', 0))).toBeNull()
  })

  test('counts an evening once, and days caught up on in one evening as one', () => {
    expect(offer(written(1, '18:00', 'cuts'), written(1, '20:00', 'cuts'), written(0, '20:00', 'cuts'))).toBeNull()
  })

  test('is not about what is written by day', () => {
    expect(offer(...evenings('cuts', 2, 1), written(0, '16:59', 'cuts'))).toBeNull()
    expect(offer(...evenings('cuts', 2, 1), written(0, '17:00', 'cuts'))).not.toBeNull()
  })

  test('takes what is written at night for the evening before', () => {
    expect(offer(...evenings('cuts', 3, 2), written(1, '01:30', 'cuts'))).toBeNull()
    expect(offer(...evenings('cuts', 3, 2), written(0, '03:59', 'cuts'))?.evenings).toContain(daysAgo(1))
    expect(offer(...evenings('cuts', 3, 2), written(0, '04:00', 'cuts'))).toBeNull()
  })

  test('rests for 30 days when it was dismissed, while others are offered', () => {
    const both = [...evenings('cuts', 3, 2, 1, 0), ...evenings('absence', 3, 2, 1)]
    const dismissed = (ago: number) => dismissTheme(defaultPreferences, 'cuts', daysAgo(ago))
    expect(themeOffer(both, today, defaultPreferences)?.stressor).toBe('cuts')
    expect(themeOffer(both, today, dismissed(29))?.stressor).toBe('absence')
    expect(themeOffer(both, today, dismissed(30))?.stressor).toBe('cuts')
  })

  test('is never offered to somebody who switched that off', () => {
    const off = { ...defaultPreferences, off: { ...defaultPreferences.off, themes: true } }
    expect(themeOffer(evenings('cuts', 2, 1, 0), today, off)).toBeNull()
  })

  test('of a newer version is not offered, since this one has no words for it', () => {
    expect(offer(...evenings('weather', 2, 1, 0))).toBeNull()
  })
})

test('dismissing again keeps one word on each theme, and those of a newer version', () => {
  const once = dismissTheme(defaultPreferences, 'cuts', '2026-01-01')
  const other = { ...once, dismissedThemes: [...once.dismissedThemes, { stressor: 'weather', day: '2026-02-01' }] }
  expect(dismissTheme(other, 'cuts', today).dismissedThemes).toEqual([
    { stressor: 'weather', day: '2026-02-01' },
    { stressor: 'cuts', day: today },
  ])
})

test('whatever is offered was tapped on three different evenings', () => {
  const entry = fc.record({
    ago: fc.integer({ min: 0, max: 20 }),
    hour: fc.integer({ min: 0, max: 23 }),
    keys: fc.uniqueArray(fc.constantFrom(...stressors.slice(0, 3).map(({ key }) => key))),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 25 }), (entries) => {
      const all = entries.map(({ ago, hour, keys }) => written(ago, `${String(hour).padStart(2, '0')}:00`, ...keys))
      const found = offer(...all)
      if (!found) return
      expect(new Set(found.evenings).size).toBeGreaterThanOrEqual(3)
      for (const evening of found.evenings) {
        const spans = [evening, dayAfter(evening, 1)]
        expect(
          all.some((each) => spans.includes(each.writtenAt.slice(0, 10)) && each.stressors.includes(found.stressor)),
        ).toBe(true)
      }
    }),
  )
})
