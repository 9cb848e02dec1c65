import type { JournalDocument } from '@lederkreds/domain/journal/document'
import { newEntry } from '@lederkreds/domain/journal/entry'
import { expect, test } from 'vitest'
import { comparedOf, picturesOf } from './pictures.ts'

const at = (day: string) => `${day}T08:00:00+01:00`
const entry = (day: string, demands: number | null = null): JournalDocument => ({ ...newEntry(at(day)), demands })
const today = '2026-11-25'

test('a period is whole weeks up to today, and nothing outside of it is in the pictures', () => {
  const documents = [entry('2026-11-08', 10), entry('2026-11-09', 20), entry('2026-11-25', 30), entry('2026-11-26', 90)]
  const pictures = picturesOf(documents, today, 3)
  expect(pictures.period).toEqual({ from: '2026-11-09', until: today })
  expect(pictures.weeks).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(pictures.days).toEqual(['2026-11-09', '2026-11-25'])
  expect(pictures.series.find(({ measure }) => measure === 'demands')?.points).toEqual([
    { week: '2026-11-09', n: 1, median: 20 },
    { week: '2026-11-23', n: 1, median: 30 },
  ])
})

test('all that there is begins in the week of the first day', () => {
  expect(picturesOf([entry('2026-10-01')], today, null).period.from).toBe('2026-09-28')
})

test('a blank journal has pictures of nothing, and says so', () => {
  const pictures = picturesOf([], today, null)
  expect(pictures).toMatchObject({ isBlank: true, days: [], daysInWords: { key: 'noDays' }, weeks: ['2026-11-23'] })
  expect(pictures.series.every(({ words }) => words.key === 'noWeeks')).toBe(true)
  expect(picturesOf([entry('2020-01-01')], today, 12)).toMatchObject({ isBlank: false, daysInWords: { key: 'noDays' } })
})

test('only what was answered in one of the periods is compared', () => {
  const [before, after] = [
    { from: '2026-10-01', until: '2026-10-31' },
    { from: '2026-11-01', until: '2026-11-30' },
  ]
  const compared = comparedOf([entry('2026-10-05', 40), entry('2026-11-05', 60)], before, after)
  expect(compared.map(({ measure, words }) => [measure, words.key])).toEqual([['demands', 'few']])
})
