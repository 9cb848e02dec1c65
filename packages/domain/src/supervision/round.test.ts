import { expect, test } from 'vitest'
import { reflekterendeTeam as protocol } from '../toolbox/protocols/reflekterende-team.ts'
import { leftOfPhase, nextClock, type RoundEvent, type RoundHappening, type RoundSetup, reduceRound } from './round.ts'

const setup: RoundSetup = {
  protocol,
  people: [
    { personId: 'mette', role: 'fokusperson' },
    { personId: 'jonas', role: 'supervisor' },
    { personId: 'ali', role: 'team' },
  ],
  leadId: 'jonas',
}
const minute = 60_000

/** A log in which each event knows all before it; times in minutes. */
function log(...lines: readonly [at: number, happening: RoundHappening][]): RoundEvent[] {
  return lines.map(([at, happening], place) => ({
    ...happening,
    id: `event-${place}`,
    clock: place + 1,
    at: at * minute,
    by: 'jonas',
  }))
}

test('a round waits in its first phase until it is started', () => {
  const state = reduceRound(setup, [])
  expect([state.status, state.phase, leftOfPhase(setup, state, minute)]).toEqual(['waiting', 'ramme', null])
})

test('the time of a phase runs from its beginning, stands still in a pause, and can be added to', () => {
  const events = log(
    [10, { kind: 'started' }],
    [12, { kind: 'paused', reason: 'pause' }],
    [15, { kind: 'resumed' }],
    [16, { kind: 'extended', phase: 'ramme', minutes: 1 }],
  )
  const state = reduceRound(setup, events)
  expect(leftOfPhase(setup, state, 16 * minute)).toBe(3 * minute)
})

test('two devices that press next at once go one phase on', () => {
  const next = { kind: 'advanced', from: 'ramme', to: 'interview-1' } as const
  const events = log([0, { kind: 'started' }], [5, next], [5, next])
  expect(reduceRound(setup, events).phase).toBe('interview-1')
  expect(nextClock(events)).toBe(4)
})

test('after its end nothing changes a round any more', () => {
  const events = log([0, { kind: 'started' }], [60, { kind: 'ended' }], [61, { kind: 'resumed' }])
  expect(reduceRound(setup, events)).toMatchObject({ status: 'ended', at: 60 * minute })
})
