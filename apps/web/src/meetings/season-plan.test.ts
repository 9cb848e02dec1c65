import { expect, test } from 'vitest'
import { isRhythm, noChanges, planDays } from './season-plan.ts'

const rhythm = { from: '2026-12-01', until: '2027-02-23', everyWeeks: 4, weekday: 2, startTime: '13:00', minutes: 150 }
const plan = (changes = noChanges, taken: string[] = [], today = '2026-11-23') =>
  planDays(rhythm, changes, new Set(taken), today)

test('the days of the rhythm come with why the calendar moved them', () => {
  const { days, skipped } = plan()
  expect(days.map(({ date, shifted }) => [date, shifted?.from])).toEqual([
    ['2026-12-01', undefined],
    ['2027-01-05', '2026-12-29'],
    ['2027-01-26', undefined],
    ['2027-02-23', undefined],
  ])
  expect(skipped).toEqual([])
})

test('a day moved by hand keeps its place in the plan, says what it collides with, and may not be doubled, taken or past', () => {
  const moved = new Map([
    ['2026-12-01', '2026-12-24'],
    ['2027-01-05', '2027-01-26'],
  ])
  const { days } = plan({ moved, removed: new Set(['2027-02-23']) })
  expect(days.map(({ key, date, byHand, problem }) => [key, date, byHand, problem])).toEqual([
    ['2026-12-01', '2026-12-24', true, null],
    ['2027-01-05', '2027-01-26', true, 'twice'],
    ['2027-01-26', '2027-01-26', false, 'twice'],
  ])
  expect(days[0]?.collides?.key).toBe('christmasEve')
  expect(plan(noChanges, ['2027-01-26'], '2026-12-02').days.map(({ problem }) => problem)).toEqual([
    'past',
    null,
    'taken',
    null,
  ])
})

test('half-written forms are no rhythm', () => {
  expect(isRhythm(rhythm)).toBe(true)
  expect(isRhythm({ ...rhythm, until: '' })).toBe(false)
  expect(isRhythm({ ...rhythm, everyWeeks: Number.NaN })).toBe(false)
  expect(isRhythm({ ...rhythm, until: '2026-11-01' })).toBe(false)
})
