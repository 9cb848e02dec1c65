import { describe, expect, test } from 'vitest'
import { reflekterendeTeam as protocol } from '../toolbox/protocols/reflekterende-team.ts'
import { mostAdded, type RoundHappening, type RoundSetup, reduceRound } from './round.ts'
import {
  checkTakesPart,
  checkTimes,
  checkWaiting,
  FromTheFuture,
  mayBegin,
  mayCallOff,
  mayLead,
  mayRecord,
  mayTakePart,
  NotInThisRound,
  RoundIsOver,
  type RoundParty,
  RoundStarted,
} from './round-rights.ts'

const setup: RoundSetup = {
  protocol,
  people: [
    { personId: 'mette', role: 'fokusperson' },
    { personId: 'jonas', role: 'supervisor' },
    { personId: 'ali', role: 'team' },
  ],
  leadId: 'jonas',
}
const party = (personId: string, more: Partial<RoundParty> = {}): RoundParty => ({
  personId,
  isConvenor: false,
  isFacilitator: false,
  ...more,
})
const parties = {
  lead: party('jonas'),
  convenor: party('tove', { isConvenor: true }),
  facilitator: party('kim', { isFacilitator: true }),
  member: party('ali'),
  watcher: party('ida'),
}
type Who = keyof typeof parties
const everybody = Object.keys(parties) as Who[]
const waiting = reduceRound(setup, [])
const phase = protocol.phases[0]?.id ?? ''

const may = (happening: RoundHappening, state = waiting) =>
  everybody.filter((who) => mayRecord(setup, state, happening, parties[who]))

const leads: Who[] = ['lead', 'convenor']
const inIt: Who[] = ['lead', 'convenor', 'facilitator', 'member']

describe('what happens in a round', () => {
  test.each<[RoundHappening, Who[]]>([
    [{ kind: 'started' }, leads],
    [{ kind: 'advanced', from: phase, to: 'interview-1' }, leads],
    [{ kind: 'paused', reason: 'pause' }, leads],
    [{ kind: 'paused', reason: 'timeOut' }, inIt],
    [{ kind: 'resumed' }, leads],
    [{ kind: 'extended', phase, minutes: 1 }, inIt],
    [{ kind: 'extended', phase, minutes: 2 }, leads],
    [{ kind: 'roleChanged', personId: 'ali', role: 'supervisor' }, leads],
    [{ kind: 'revealed', phase }, leads],
    [{ kind: 'ended' }, leads],
    [{ kind: 'leadPassed', personId: 'mette' }, leads],
    [{ kind: 'leadPassed', personId: 'ali' }, [...leads, 'member']],
    [{ kind: 'joined', personId: 'ali' }, ['member']],
    [{ kind: 'left', personId: 'ali' }, ['member']],
  ])('%j is for %j', (happening, who) => {
    expect(may(happening)).toEqual(who)
  })

  test('anybody ends a time-out, a pause is the lead’s', () => {
    expect(may({ kind: 'resumed' }, { ...waiting, status: 'paused', pauseReason: 'timeOut' })).toEqual(inIt)
    expect(may({ kind: 'resumed' }, { ...waiting, status: 'paused', pauseReason: 'pause' })).toEqual(leads)
  })

  test('a phase is at most doubled, a short one by five minutes', () => {
    expect([1, 5, 6, 20].map((minutes) => mostAdded({ minutes }))).toEqual([5, 5, 6, 20])
    const added = (addedMinutes: number) => may({ kind: 'extended', phase, minutes: 1 }, { ...waiting, addedMinutes })
    const most = mostAdded(protocol.phases[0] ?? { minutes: 0 })
    expect([added(most - 1), added(most)]).toEqual([inIt, []])
  })
})

test('whoever got a role later takes part, whoever has none watches', () => {
  const roles = new Map([...waiting.roles, ['ida', 'team']])
  expect(everybody.filter((who) => mayTakePart(waiting, parties[who]))).toEqual(inIt)
  expect(mayTakePart({ roles }, parties.watcher)).toBe(true)
  expect(() => checkTakesPart(waiting, parties.watcher)).toThrow(NotInThisRound)
  expect(everybody.filter((who) => mayLead({ leadId: 'ali' }, parties[who]))).toEqual(['convenor', 'member'])
})

test('any member of a living network begins a round; a consultant one that she facilitates', () => {
  const nobody = { member: false, convenor: false, accepted: false, consultant: false }
  const member = { ...nobody, member: true, accepted: true }
  const consultant = { ...nobody, consultant: true }
  expect(mayBegin(member, 'active', false)).toBe(true)
  expect(mayBegin({ ...member, accepted: false }, 'active', false)).toBe(false)
  expect(mayBegin(nobody, 'active', true)).toBe(false)
  expect([false, true].map((facilitates) => mayBegin(consultant, 'active', facilitates))).toEqual([false, true])
  for (const state of ['draft', 'inviting', 'closed'] as const) expect(mayBegin(member, state, true)).toBe(false)
})

test('ten seconds ahead is a clock, more is the future, and the past is always believed', () => {
  const now = new Date('2026-12-01T10:00:00Z')
  const at = (ahead: number) => [{ at: now.getTime() - 1 }, { at: now.getTime() + ahead }]
  for (const fine of [-1e9, 0, 10_000]) expect(() => checkTimes(at(fine), now)).not.toThrow()
  expect(() => checkTimes(at(10_001), now)).toThrow(FromTheFuture)
})

describe('before it starts', () => {
  const callers = (begunById: string) => everybody.filter((who) => mayCallOff(waiting, parties[who], begunById))

  test('a round is called off by whoever began it, its lead and the convenor', () => {
    expect(callers('ida')).toEqual(['lead', 'convenor', 'watcher'])
    expect(callers('jonas')).toEqual(['lead', 'convenor'])
  })

  test('and not once it has started or ended', () => {
    expect(() => checkWaiting(waiting)).not.toThrow()
    expect(() => checkWaiting({ status: 'running' })).toThrow(RoundStarted)
    expect(() => checkWaiting({ status: 'paused' })).toThrow(RoundStarted)
    expect(() => checkWaiting({ status: 'ended' })).toThrow(RoundIsOver)
  })
})
