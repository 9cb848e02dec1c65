import { expect, test } from 'vitest'
import { dayAfter } from '../day.ts'
import { calendarInWords, comparisonInWords, seriesInWords, stressorsInWords } from './picture-words.ts'

const november = { from: '2026-11-01', until: '2026-11-30' }
const points = (...medians: number[]) =>
  medians.map((median, index) => ({ week: dayAfter('2026-10-05', 7 * index), n: 2, median }))
const period = (n: number) => ({ n, median: 1, spread: null, few: n < 5 })

test('a calendar says on how many days something was written', () => {
  expect(calendarInWords(['2026-10-31', '2026-11-01', '2026-11-30'], november)).toEqual({
    key: 'days',
    days: 2,
    of: 30,
  })
  expect(calendarInWords(['2026-10-31'], november)).toEqual({ key: 'noDays' })
})

test('a series says its latest, lowest and highest week, and how many are missing', () => {
  const [first, ...others] = points(3, 9, 4, 1, 2, 2)
  expect(first && seriesInWords([first, ...others.slice(1)])).toEqual({
    key: 'weeks',
    weeks: 5,
    readings: 10,
    latest: { week: '2026-11-09', n: 2, median: 2 },
    lowest: 1,
    highest: 4,
    missing: 1,
  })
})

test('a short series says only what is known', () => {
  expect(seriesInWords(points(1, 2, 3, 4))).toEqual({
    key: 'fewWeeks',
    weeks: 4,
    readings: 8,
    latest: { week: '2026-10-26', n: 2, median: 4 },
  })
  expect(seriesInWords([])).toEqual({ key: 'noWeeks' })
})

test('stressors are said in the order of the list', () => {
  const weeks = [
    { week: '2026-11-16', entries: 2, counts: [{ stressor: 'alwaysOn', n: 2 }] },
    {
      week: '2026-11-23',
      entries: 1,
      counts: [
        { stressor: 'cuts', n: 1 },
        { stressor: 'alwaysOn', n: 1 },
      ],
    },
  ] as const
  expect(stressorsInWords(weeks)).toEqual({
    key: 'stressors',
    weeks: 2,
    items: [
      { stressor: 'cuts', weeks: 1 },
      { stressor: 'alwaysOn', weeks: 2 },
    ],
  })
  expect(stressorsInWords([{ week: '2026-11-16', entries: 1, counts: [] }])).toEqual({ key: 'noStressors' })
})

test.each([
  [0, 9, null, 'noComparison'],
  [9, 0, null, 'noComparison'],
  [4, 9, null, 'few'],
  [9, 9, true, 'apart'],
  [9, 9, false, 'overlapping'],
] as const)('%i readings and %i, apart %s, are %s', (before, after, apart, key) => {
  expect(comparisonInWords({ before: period(before), after: period(after), apart }).key).toBe(key)
})
