import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type MonthCounts,
  monthsOver,
  publishCycles,
  publishFigures,
  publishMethods,
  type YearCounts,
} from './figures.ts'

const month = (number: number, people: number, more: Partial<MonthCounts> = {}): MonthCounts => ({
  month: number,
  meetings: 2,
  people,
  marked: 40,
  taken: 30,
  ...more,
})

test('a year tells networks, meetings, people to the nearest five and the share that took part', () => {
  const year = { networks: 3, people: 23, months: [month(1, 20), month(2, 21), month(3, 19)] }
  expect(publishFigures(year, 4)).toEqual({
    networks: 3,
    meetings: 6,
    people: 25,
    share: 75,
    months: [
      { month: 1, meetings: 2, people: 20 },
      { month: 2, meetings: 2, people: 21 },
      { month: 3, meetings: 2, people: 19 },
    ],
  })
})

test('fewer than five are few, also nobody; a month without meetings has nothing to count', () => {
  const months = [month(1, 5), month(2, 4), month(3, 0), month(4, 0, { meetings: 0, marked: 0, taken: 0 })]
  const shown = publishFigures({ networks: 1, people: 8, months }, 5)
  expect(shown.months.map(({ people }) => people)).toEqual([5, 'few', 'few', null])
  expect(publishFigures({ networks: 1, people: 4, months: [month(1, 4)] }, 5).people).toBe('few')
  expect(publishFigures({ networks: 0, people: 0, months: [] }, 5).people).toBeNull()
})

test('the month that is not over tells its meetings and nobody', () => {
  const shown = publishFigures({ networks: 1, people: 8, months: [month(1, 9), month(2, 9)] }, 2)
  expect(shown.months).toEqual([
    { month: 1, meetings: 2, people: 9 },
    { month: 2, meetings: 2, people: null },
  ])
})

/**
 * Everything that can have happened in a small organisation: for each of two months and seven people whether she was not
 * invited, away or there. People are alike, so worlds are told apart by how many had each of the nine courses.
 */
function* worlds(people: number): Generator<number[]> {
  function* split(left: number, courses: number): Generator<number[]> {
    if (courses === 1) return yield [left]
    for (let first = 0; first <= left; first++)
      for (const rest of split(left - first, courses - 1)) yield [first, ...rest]
  }
  yield* split(people, 9)
}

const away = 1
const there = 2

function yearOf(world: readonly number[]): { year: YearCounts; taken: number[] } {
  const count = (fits: (first: number, second: number) => boolean) =>
    world.reduce((sum, people, course) => sum + (fits(Math.floor(course / 3), course % 3) ? people : 0), 0)
  const taken = [count((first) => first === there), count((_, second) => second === there)]
  const absent = [count((first) => first === away), count((_, second) => second === away)]
  const months = taken.map((people, index) => ({
    month: index + 1,
    meetings: 1,
    people,
    taken: people,
    marked: people + (absent[index] ?? 0),
  }))
  return { year: { networks: 1, people: count((first, second) => first + second > 0), months }, taken }
}

describe('a reader who knows the rule and how large the organisation is', () => {
  const possible = new Map<string, Set<number>>()
  for (const size of [7, 9, 12])
    for (const world of worlds(size)) {
      const { year, taken } = yearOf(world)
      for (const openMonth of [2, 3]) {
        const shown = publishFigures(year, openMonth)
        shown.months.forEach(({ people }, index) => {
          if (people !== 'few') return
          const place = `${size}, until ${openMonth}: ${JSON.stringify(shown)} at ${index}`
          possible.set(place, (possible.get(place) ?? new Set()).add(taken[index] ?? 0))
        })
      }
    }

  test('must take every small count for anything from nobody to four, whatever else is shown', () => {
    expect(possible.size).toBeGreaterThan(50)
    for (const [place, counts] of possible) expect([...counts].sort(), place).toEqual([0, 1, 2, 3, 4])
  })
})

const counts = fc
  .array(fc.record({ people: fc.nat(40), away: fc.nat(30), meetings: fc.nat(3) }), { minLength: 1, maxLength: 12 })
  .map((months) =>
    months.map(({ people, away: absent, meetings }, index) =>
      meetings === 0
        ? month(index + 1, 0, { meetings, marked: 0, taken: 0 })
        : month(index + 1, people, { meetings, marked: people + absent, taken: people }),
    ),
  )

test('what was shown once is shown ever after, so that an earlier look adds nothing to a later one', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 13 }), (months, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)]
      const year = { networks: 4, people: 50, months }
      const [before, after] = [publishFigures(year, early), publishFigures(year, late)]
      before.months.forEach(({ people }, index) => {
        if (people !== null) expect(after.months[index]?.people).toBe(people)
      })
    }),
  )
})

test('no number of people below five is ever shown', () => {
  fc.assert(
    fc.property(counts, fc.nat(60), (months, people) => {
      const shown = publishFigures({ networks: 1, people, months }, 13)
      for (const each of [shown.people, ...shown.months.map((each) => each.people)])
        if (typeof each === 'number') expect(each).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('a month is over when the next one has begun', () => {
  expect([monthsOver(2026, '2026-01-31'), monthsOver(2026, '2026-02-01'), monthsOver(2026, '2026-12-31')]).toEqual([
    0, 1, 11,
  ])
  expect([monthsOver(2025, '2026-01-01'), monthsOver(2027, '2026-12-31')]).toEqual([12, 0])
})

describe('rounds by method', () => {
  test('are told from five on, to the nearest five, the most used first', () => {
    const counts = [
      ['troika', 4],
      ['balint', 5],
      ['case-clinic', 12],
      ['own', 13],
      ['iglo', 7],
      ['konsultation', 0],
    ] as const
    expect(publishMethods(counts.map(([method, rounds]) => ({ method, rounds })))).toEqual([
      { method: 'own', rounds: 15 },
      { method: 'case-clinic', rounds: 10 },
      { method: 'balint', rounds: 5 },
      { method: 'iglo', rounds: 5 },
    ])
  })

  test('four more or fewer of a method that is not shown change nothing, and what is shown changes by fives', () => {
    const few = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), few, few, (shown, before, after) => {
        const told = (hidden: number) =>
          publishMethods([...shown, hidden].map((rounds, index) => ({ method: `m${index}`, rounds })))
        expect(told(before)).toEqual(told(after))
        for (const { rounds } of told(before)) expect(rounds % 5).toBe(0)
      }),
    )
  })
})

test('feedback cycles are told from five on, to the nearest five', () => {
  expect([0, 4, 5, 7, 8, 12].map(publishCycles)).toEqual(['few', 'few', 5, 5, 10, 10])
})
