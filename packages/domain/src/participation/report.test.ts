import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NetworkYear, publishYear } from './report.ts'

const year: NetworkYear = {
  meetings: 8,
  people: 7,
  marked: 48,
  taken: 40,
  methods: [
    { method: 'troika', rounds: 2 },
    { method: 'reflekterende-team', rounds: 9 },
    { method: 'balint', rounds: 2 },
  ],
  cycles: 6,
}

test('a year tells meetings, people to the nearest five, the share, the methods and the cycles', () => {
  expect(publishYear(year)).toEqual({
    meetings: 8,
    people: 5,
    share: 85,
    methods: [
      { method: 'reflekterende-team', rounds: 9 },
      { method: 'balint', rounds: 2 },
      { method: 'troika', rounds: 2 },
    ],
    cycles: 5,
  })
})

test('fewer than five people, absences or cycles are few; without a meeting there is nobody to count', () => {
  expect(publishYear({ ...year, people: 4, taken: 44, cycles: null })).toMatchObject({
    people: 'few',
    share: 'few',
    cycles: 'few',
  })
  expect(publishYear({ ...year, meetings: 0, people: 0, marked: 0, taken: 0 })).toMatchObject({
    people: null,
    share: null,
  })
})

test('no count of people or of cycles below five is ever told, nor one that is not a multiple of five', () => {
  const count = fc.nat({ max: 40 })
  fc.assert(
    fc.property(count, count, count, fc.option(count), (meetings, people, marked, cycles) => {
      const told = publishYear({ ...year, meetings, people, marked, taken: Math.floor(marked / 2), cycles })
      for (const one of [told.people, told.cycles])
        if (typeof one === 'number') expect([one >= 5, one % 5]).toEqual([true, 0])
    }),
  )
})
