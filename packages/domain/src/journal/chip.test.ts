import { describe, expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import { bodySignals } from './body-signal.ts'
import { chipKeys, labelOf } from './chip.ts'
import { pulseAnswers } from './pulse.ts'
import { recoveryThemes } from './recovery.ts'
import { stressors } from './stressor.ts'

describe.each(Object.entries({ stressors, bodySignals, pulseAnswers }))('the %s', (_name, chips) => {
  test('each have a key and a label of their own in both languages', () => {
    for (const locale of ['da', 'en'] as const) {
      const labels = chips.map(({ key }) => labelOf(chips, key, locale))
      expect(new Set(labels).size).toBe(chips.length)
      expect(labels.every((label) => label.length > 0 && label.length <= 40)).toBe(true)
    }
  })
})

test('the keys stay, since documents hold them', () => {
  expect(stressors.map(({ key }) => key).join(' ')).toBe(
    'crossPressure tooManyTasks unclearMandate documentation cuts personnel absence publicMatters loneliness ownExpectations imposedChange alwaysOn',
  )
  expect(bodySignals.map(({ key }) => key).join(' ')).toBe(
    'sleep heart breath head shoulders jaw stomach tired restless irritable unfocused forgetful tearful calm energy',
  )
  expect(recoveryThemes.map(({ key }) => key)).toEqual(['relax', 'detach', 'learn', 'choose'])
})

test('a key of a newer version is shown as it is', () => {
  expect(labelOf(stressors, 'cuts', 'da')).toBe('Besparelser')
  expect(labelOf(stressors, 'weather', 'da')).toBe('weather')
})

test('what was tapped is a short list without repeats, and may be left out', () => {
  expect(parse(chipKeys, undefined)).toEqual([])
  expect(parse(chipKeys, ['cuts', 'weather'])).toEqual(['cuts', 'weather'])
  expect(firstProblem(chipKeys, ['cuts', 'cuts'])).toBe('duplicate')
  expect(firstProblem(chipKeys, ['x'.repeat(41)])).toBe('tooLong')
  expect(
    firstProblem(
      chipKeys,
      Array.from({ length: 31 }, (_, index) => `key${index}`),
    ),
  ).toBe('tooMany')
})
