import { planMeeting } from '@lederkreds/domain/supervision/turn-plan'
import { describe, expect, test } from 'vitest'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'
import { turnsOf } from './turns-of.ts'

const ids = ['ada', 'ben', 'cleo', 'dan']
const people = ids.map((id, at) => ({ isFocus: at === 0, person: { id } }))
const held = {
  id: 'round',
  startedAt: '2026-11-01T11:00:00Z',
  endedAt: '2026-11-01T12:00:00Z',
  meeting: null,
  lead: { id: 'ben' },
  timekeeper: { id: 'cleo' },
  people,
}
const edges = (...nodes: (typeof held | object)[]) => ({ edges: nodes.map((node) => ({ node: { ...held, ...node } })) })
const network = (more: object = {}) =>
  ({
    members: ids.map((id) => ({ id, hasAccepted: id !== 'dan', isViewer: id === 'ada', person: { id, name: id } })),
    methods: ['case-clinic'],
    ties: [{ id: 'tie', by: { id: 'ada' }, with: { id: 'ben' } }],
    seasons: { edges: [{ node: { id: 'next', from: '2027-01-01' } }, { node: { id: 'now', from: '2026-08-01' } }] },
    rounds: edges(),
    ...more,
  }) as unknown as TurnFacts_NetworkFragment
const said = (id: string, more: object) => ({ id, rsvp: null, rsvpAt: null, attended: null, person: { id }, ...more })
const meeting = (more: object = {}) =>
  ({
    id: 'meeting',
    startsAt: '2026-12-01T12:00:00Z',
    endsAt: '2026-12-01T14:30:00Z',
    plannedRounds: null,
    attendances: [],
    turnPasses: [],
    turnSwaps: [],
    ...more,
  }) as unknown as TurnFacts_MeetingFragment

describe('the turn order reads', () => {
  test('who has accepted the rules, how many rounds there are, and who is tied', () => {
    expect(turnsOf(network(), meeting())).toMatchObject({
      members: ['ada', 'ben', 'cleo'],
      rounds: 2,
      ties: [['ada', 'ben']],
      history: [],
      held: [],
      changes: [],
    })
  })

  test('as many rounds as the agenda has room for, by the method that the network uses, while nobody has planned', () => {
    const short = meeting({ endsAt: '2026-12-01T14:00:00Z' })
    const casts = (methods: string[], at = short) => {
      const { rounds, withoutFocus } = turnsOf(network({ methods }), at)
      return [rounds, withoutFocus]
    }
    expect(casts(['hypotesemodellen', 'troika'])).toEqual([1, []])
    expect(casts(['startkontrakt', 'troika'])).toEqual([2, [0, 1]])
    expect(casts([], meeting())).toEqual([2, []])
    expect(turnsOf(network(), null)).toMatchObject({ rounds: 2, withoutFocus: [] })
  })

  test('as many rounds as are planned, and which of them have no case', () => {
    const planned = (...cases: boolean[]) =>
      meeting({
        plannedRounds: cases.map((hasFocus, at) => ({ id: `${at}`, method: 'troika', hasFocus, protocol: null })),
      })
    expect(turnsOf(network(), planned())).toMatchObject({ rounds: 0, withoutFocus: [] })
    expect(turnsOf(network(), planned(false, true, false))).toMatchObject({ rounds: 3, withoutFocus: [0, 2] })
    const rounds = edges({ meeting: { id: 'meeting' } })
    expect(turnsOf(network({ rounds }), planned(false, true, false))).toMatchObject({ rounds: 3, withoutFocus: [2] })
    expect(turnsOf(network({ rounds }), planned())).toMatchObject({ rounds: 1, withoutFocus: [] })
  })

  test('the rounds of the season, oldest first, and none that never started or is under way', () => {
    const now = new Date('2026-11-25T12:00:00Z')
    const other = { lead: { id: 'cleo' }, timekeeper: null }
    const rounds = edges(
      { endedAt: null },
      { startedAt: null },
      other,
      {},
      { startedAt: '2026-06-01T11:00:00Z', endedAt: '2026-06-01T12:00:00Z' },
    )
    expect(turnsOf(network({ rounds }), null, now).history).toEqual([
      { focusId: 'ada', supervisorId: 'ben', timekeeperId: 'cleo', teamIds: ['cleo', 'dan'] },
      { focusId: 'ada', supervisorId: 'cleo', timekeeperId: null, teamIds: ['ben', 'dan'] },
    ])
  })

  test('none that never started where there is no season either', () => {
    const none = network({ seasons: { edges: [] }, rounds: edges({ startedAt: null }, {}) })
    expect(turnsOf(none, null).history).toHaveLength(1)
  })

  test('the rounds of this very meeting beside them, also one that has not ended', () => {
    const here = { meeting: { id: 'meeting' } }
    const rounds = edges(
      { ...here, startedAt: null, endedAt: null, lead: { id: 'dan' } },
      { ...here, startedAt: null },
      here,
      {},
    )
    const { history, held: begun } = turnsOf(network({ rounds }), meeting())
    expect([history, begun].map((list) => list.map(({ supervisorId }) => supervisorId))).toEqual([
      ['ben'],
      ['ben', 'dan'],
    ])
  })

  test('what became known in its order, and who was not there without a word last', () => {
    const told = meeting({
      attendances: [
        said('ada', { attended: false }),
        said('ben', { rsvp: 'regrets', rsvpAt: '2026-11-20T08:00:00Z' }),
        said('cleo', { rsvp: 'regrets', rsvpAt: '2026-11-10T08:00:00Z', attended: true }),
      ],
      turnPasses: [{ id: 'pass', at: '2026-11-19T08:00:00Z', person: { id: 'cleo' } }],
      turnSwaps: [
        { id: 'swap', at: '2026-11-21T08:00:00Z', round: 2, role: 'focus', from: { id: 'ada' }, to: { id: 'cleo' } },
      ],
    })
    expect(turnsOf(network(), told).changes).toEqual([
      { kind: 'passed', personId: 'cleo' },
      { kind: 'absent', personId: 'ben' },
      { kind: 'swapped', swap: { round: 1, role: 'focus', from: 'ada', to: 'cleo' } },
      { kind: 'absent', personId: 'ada' },
    ])
  })
})

test('who came although she had sent regrets is planned with', () => {
  const told = meeting({
    attendances: [said('ada', { rsvp: 'regrets', rsvpAt: '2026-11-20T08:00:00Z', attended: true })],
  })
  expect(planMeeting(turnsOf(network({ ties: [] }), told))[0]?.focusId).toBe('ada')
})
