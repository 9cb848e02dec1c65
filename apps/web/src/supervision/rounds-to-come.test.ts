import { expect, test } from 'vitest'
import { roundsToCome } from './rounds-to-come.ts'

const hours = { startsAt: '2026-12-01T12:00:00Z', endsAt: '2026-12-01T14:30:00Z' }
const own = { id: 'a', method: 'troika', hasFocus: true, protocol: { id: 'Protocol_1' } }
const plain = { id: 'b', method: 'case-clinic', hasFocus: true, protocol: null }
const ids = (planned: (typeof own | typeof plain)[] | null, begun = 0) =>
  roundsToCome({ methods: ['balint'] }, { ...hours, plannedRounds: planned as never }, begun).map(({ id }) => id)

test('what is planned is told by the own protocol where there is one, else by the method', () => {
  expect(ids([own, plain])).toEqual(['Protocol_1', 'case-clinic'])
  expect(ids([own, plain], 1)).toEqual(['case-clinic'])
})

test('the network’s usual method stands where nobody has planned, and nothing where none is planned', () => {
  expect(ids(null)).toEqual(['balint', 'balint'])
  expect(ids(null, 1)).toEqual(['balint'])
  expect(ids([])).toEqual([])
})
