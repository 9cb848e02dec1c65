import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter, daysFrom } from '../day.ts'
import type { JournalDocument } from './document.ts'
import { type Entry, newEntry } from './entry.ts'
import { measures, median, readings, stressorWeeks, weekly, writtenDays } from './patterns.ts'
import { defaultPreferences } from './preferences.ts'
import type { Pulse } from './pulse.ts'
import { type SleepDocument, sleepDocument } from './sleep.ts'

const at = (day: string, time = '12:00') => `${day}T${time}:00+01:00`
const entry = (day: string, fields: Partial<Entry> = {}, time = '12:00'): Entry => ({
  ...newEntry(at(day, time)),
  ...fields,
})
const pulse = (day: string, answer: Pulse['answer'], time?: string): Pulse => ({
  type: 'pulse',
  format: 1,
  day,
  writtenAt: at(day, time),
  answer,
})
const night = (day: string, fields: Partial<SleepDocument>, time?: string): SleepDocument =>
  sleepDocument.parse({ type: 'sleep', format: 1, day, writtenAt: at(day, time), ...fields })

describe('readings', () => {
  test('come from every document that answered, oldest day first', () => {
    const documents = [
      entry('2026-11-25', { demands: 70, sleep: { quality: 2, bedtime: null, wakeTime: null, workThoughts: null } }),
      pulse('2026-11-24', 'often'),
      entry('2026-11-20', { demands: 0, support: 40 }),
      night('2026-11-22', { bedtime: '23:00', wakeTime: '06:00' }),
      defaultPreferences,
    ]
    expect(Object.fromEntries(measures.map((measure) => [measure, readings(documents, measure)]))).toEqual({
      pulse: [{ day: '2026-11-24', value: 3 }],
      sleepQuality: [{ day: '2026-11-25', value: 2 }],
      sleepMinutes: [{ day: '2026-11-22', value: 420 }],
      demands: [
        { day: '2026-11-20', value: 0 },
        { day: '2026-11-25', value: 70 },
      ],
      influence: [],
      support: [{ day: '2026-11-20', value: 40 }],
    })
  })

  test('of a pulse or a night are one a day, the one written last', () => {
    const documents = [pulse('2026-11-24', 'rarely', '20:00'), pulse('2026-11-24', 'always', '08:00')]
    expect(readings(documents, 'pulse')).toEqual([{ day: '2026-11-24', value: 1 }])
    const nights = [night('2026-11-24', { quality: 5 }, '07:00'), night('2026-11-24', { quality: 1 }, '09:00')]
    expect(readings(nights.toReversed(), 'sleepQuality')).toEqual([{ day: '2026-11-24', value: 1 }])
  })

  test('of a slider are one for each entry, several a day too', () => {
    const documents = [entry('2026-11-24', { demands: 10 }), entry('2026-11-24', { demands: 90 })]
    expect(readings(documents, 'demands').map(({ value }) => value)).toEqual([10, 90])
  })
})

describe('weeks', () => {
  test('run from Monday to Sunday, over New Year too, and a week without readings is a gap', () => {
    const all = ['2026-12-27', '2026-12-28', '2027-01-03', '2027-01-12'].map((day, value) => ({ day, value }))
    expect(weekly(all)).toEqual([
      { week: '2026-12-21', n: 1, median: 0 },
      { week: '2026-12-28', n: 2, median: 1.5 },
      { week: '2027-01-11', n: 1, median: 3 },
    ])
  })

  test('one odd night does not move a week', () => {
    const all = [420, 430, 60].map((value, index) => ({ day: dayAfter('2026-11-23', index), value }))
    expect(weekly(all)).toEqual([{ week: '2026-11-23', n: 3, median: 420 }])
  })

  test('count every reading once, in order, between the lowest and the highest', () => {
    const reading = fc.record({
      day: fc.integer({ min: 0, max: 400 }).map((number) => dayAfter('2026-01-01', number)),
      value: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(reading), (all) => {
        const points = weekly(all)
        expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(all.length)
        expect(points.map(({ week }) => week)).toEqual([...new Set(points.map(({ week }) => week))].sort())
        for (const point of points) {
          const values = all
            .filter(({ day }) => [0, 1, 2, 3, 4, 5, 6].includes(daysFrom(point.week, day)))
            .map(({ value }) => value)
          expect(point.n).toBe(values.length)
          expect(point.median).toBeGreaterThanOrEqual(Math.min(...values))
          expect(point.median).toBeLessThanOrEqual(Math.max(...values))
        }
      }),
    )
  })
})

test('stressors are counted by week, in the order of the list however often they came', () => {
  const documents: JournalDocument[] = [
    entry('2026-11-24', { stressors: ['alwaysOn', 'weather'] }),
    entry('2026-11-29', { stressors: ['alwaysOn', 'cuts'] }),
    entry('2026-11-18', {}),
    pulse('2026-11-10', 'often'),
  ]
  expect(stressorWeeks(documents)).toEqual([
    { week: '2026-11-16', entries: 1, counts: [] },
    {
      week: '2026-11-23',
      entries: 2,
      counts: [
        { stressor: 'cuts', n: 1 },
        { stressor: 'alwaysOn', n: 2 },
      ],
    },
  ])
})

test('the calendar shows the days of entries, once each', () => {
  const documents = [entry('2026-11-25'), entry('2026-11-03'), entry('2026-11-25'), pulse('2026-11-10', 'never')]
  expect(writtenDays(documents)).toEqual(['2026-11-03', '2026-11-25'])
})

test('half of the values lie on each side of the median, whatever their order', () => {
  expect([median([3]), median([4, 1]), median([9, 1, 2]), median([])]).toEqual([3, 2.5, 2, Number.NaN])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
      const middle = median(values)
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})
