import { describe, expect, test } from 'vitest'
import { mayMove } from '../meetings/meeting.ts'
import type { Standing } from '../networks/network.ts'
import { InvalidInput, parse } from '../text.ts'
import { protocolOf } from '../toolbox/protocols.ts'
import { checkForGroup, mayPlanRounds, roundPlan } from './round-plan.ts'

const round = { method: 'troika', protocolId: null }
const issuesOf = (run: () => unknown) => {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return thrown.issues
    throw thrown
  }
}

describe('a plan of rounds', () => {
  test('holds none to four, also the same method twice', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      const rounds = Array.from({ length: count }, () => round)
      expect(parse(roundPlan, { rounds })).toEqual({ rounds })
    }
  })

  test.each([
    ['rounds', Array.from({ length: 5 }, () => round), 'tooMany'],
    ['rounds', null, 'invalid'],
    ['rounds.1.method', [round, { ...round, method: 'poker' }], 'unknown'],
    ['rounds.0.method', [{ ...round, method: 'Troika' }], 'unknown'],
    ['rounds.0.protocolId', [{ ...round, protocolId: 'troika' }], 'invalid'],
  ])('is refused at %s', (path, rounds, problem) => {
    expect(issuesOf(() => parse(roundPlan, { rounds }))).toEqual([{ path, problem }])
  })

  test('is refused with what one or two do alone, whatever a method was before it was adapted', () => {
    const protocols = [protocolOf('troika'), protocolOf('spot-styrker'), protocolOf('dagslut')]
    expect(issuesOf(() => checkForGroup(protocols))).toEqual([
      { path: 'rounds.1.method', problem: 'tooSmall' },
      { path: 'rounds.2.method', problem: 'tooSmall' },
    ])
    expect(issuesOf(() => checkForGroup([{ maxParticipants: 3 }]))).toBeUndefined()
    expect(issuesOf(() => checkForGroup([{ maxParticipants: 2 }]))).toHaveLength(1)
  })
})

test('rounds are planned by the convenor and the consultant, as meetings are moved', () => {
  const member: Standing = { member: true, convenor: false, accepted: true, consultant: false }
  const convenor = { ...member, convenor: true }
  const consultant = { ...member, member: false, accepted: false, consultant: true }
  expect(
    [member, convenor, { ...convenor, accepted: false }, consultant].map((who) => mayPlanRounds(who, 'active')),
  ).toEqual([false, true, false, true])
  expect(mayPlanRounds(consultant, 'closed')).toBe(false)
  for (const who of [member, convenor, consultant])
    for (const state of ['draft', 'inviting', 'active', 'closed'] as const)
      expect(mayPlanRounds(who, state)).toBe(mayMove(who, state))
})
