import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reflekterendeTeam as protocol } from '../toolbox/protocols/reflekterende-team.ts'
import { type RoundEvent, type RoundHappening, type RoundSetup, reduceRound } from './round.ts'
import { admit, runaway, strayPart } from './round-log.ts'
import type { RoundParty } from './round-rights.ts'

const setup: RoundSetup = {
  protocol,
  people: [
    { personId: 'mette', role: 'fokusperson' },
    { personId: 'jonas', role: 'supervisor' },
    { personId: 'ali', role: 'team' },
  ],
  leadId: 'jonas',
}
const party = (personId: string, isConvenor = false): RoundParty => ({ personId, isConvenor, isFacilitator: false })
const line = (id: string, clock: number, by: string, happening: RoundHappening): RoundEvent => ({
  ...happening,
  id,
  clock,
  at: clock * 1000,
  by,
})
const started = line('start', 1, 'jonas', { kind: 'started' })
const next = (id: string, clock: number, by = 'jonas') =>
  line(id, clock, by, { kind: 'advanced', from: 'ramme', to: 'interview-1' })
const ids = (events: readonly RoundEvent[]) => events.map(({ id }) => id)

describe('what may be appended', () => {
  test('the lead’s events are, another’s are not, and what fits is taken without the rest', () => {
    expect(ids(admit(setup, [started], [next('n', 2)], party('jonas')).events)).toEqual(['n'])
    const minute = line('m', 3, 'ali', { kind: 'extended', phase: 'ramme', minutes: 1 })
    expect(ids(admit(setup, [started], [next('n', 2, 'ali'), minute], party('ali')).events)).toEqual(['m'])
    expect(ids(admit(setup, [started], [next('n', 2, 'tove')], party('tove', true)).events)).toEqual(['n'])
  })

  test('whoever has taken the lead over goes on in the same breath', () => {
    const takeover = line('t', 2, 'ali', { kind: 'leadPassed', personId: 'ali' })
    expect(ids(admit(setup, [started], [takeover, next('n', 3, 'ali')], party('ali')).events)).toEqual(['t', 'n'])
  })

  test('the convenor takes the lead also without a role, and then it is hers', () => {
    const takeover = line('t', 2, 'tove', { kind: 'leadPassed', personId: 'tove' })
    const { events } = admit(setup, [started], [takeover, next('n', 3, 'tove')], party('tove', true))
    expect(ids(events)).toEqual(['t', 'n'])
    expect(reduceRound(setup, [started, ...events])).toMatchObject({ leadId: 'tove', phase: 'interview-1' })
    expect(admit(setup, [started, takeover], [next('n', 3)], party('jonas')).events).toEqual([])
    expect(admit(setup, [started], [takeover], party('tove')).events).toEqual([])
  })

  test('the lead goes to nobody without a role who does not take it herself', () => {
    const passed = line('p', 2, 'jonas', { kind: 'leadPassed', personId: 'tove' })
    expect(reduceRound(setup, [started, passed]).leadId).toBe('jonas')
    expect(reduceRound({ ...setup, facilitatorId: 'tove' }, [started, passed]).leadId).toBe('tove')
  })

  test('what was made before the lead went to another is handed in late; what was made after it is not', () => {
    const log = [started, line('t', 4, 'ali', { kind: 'leadPassed', personId: 'ali' })]
    const back = line('b', 5, 'jonas', { kind: 'advanced', from: 'interview-1', to: 'ramme' })
    expect(ids(admit(setup, log, [back, next('n', 2)], party('jonas')).events)).toEqual(['n'])
  })

  test('what comes before the end is handed in late; what comes after it is over', () => {
    const log = [started, line('e', 4, 'jonas', { kind: 'ended' })]
    expect(admit(setup, log, [next('n', 2)], party('jonas'))).toMatchObject({ events: [{ id: 'n' }], isOver: false })
    expect(admit(setup, log, [next('n', 5)], party('jonas'))).toEqual({ events: [], isOver: true })
    expect(admit(setup, log, log, party('jonas'))).toEqual({ events: [], isOver: false })
  })

  test('one event is taken once, though it comes twice', () => {
    expect(ids(admit(setup, [started], [next('n', 2), next('n', 2), started], party('jonas')).events)).toEqual(['n'])
  })

  test('under the id of what may be appended, or of what is there, nothing else comes in', () => {
    const [leave, end] = [
      line('x', 2, 'ali', { kind: 'left', personId: 'ali' }),
      line('x', 3, 'ali', { kind: 'ended' }),
    ]
    expect(admit(setup, [started], [end, leave], party('ali')).events).toEqual([leave])
    const forged = line('start', 1, 'ali', { kind: 'leadPassed', personId: 'ali' })
    expect(admit(setup, [started], [{ ...forged, at: 0 }, next('n', 2, 'ali')], party('ali')).events).toEqual([])
  })

  test('a phase is stretched only so far, whoever adds the minutes', () => {
    const minutes = Array.from({ length: 9 }, (_, index) =>
      line(`m${index}`, index + 2, 'ali', { kind: 'extended', phase: 'ramme', minutes: 1 }),
    )
    expect(admit(setup, [started], minutes, party('ali')).events).toHaveLength(5)
  })

  test('handing in is the same in one parcel or in many', () => {
    const parcel = fc.array(
      fc.record({ clock: fc.integer({ min: 2, max: 9 }), kind: fc.constantFrom('paused', 'resumed', 'left', 'ended') }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(parcel, (made) => {
        const offered = made.map(({ clock, kind }, index) =>
          line(`o${index}`, clock + index, 'jonas', { kind, reason: 'pause', personId: 'jonas' } as RoundHappening),
        )
        let log: readonly RoundEvent[] = [started]
        for (const event of offered.toSorted((a, b) => a.clock - b.clock || (a.id < b.id ? -1 : 1)))
          log = [...log, ...admit(setup, log, [event], party('jonas')).events]
        const whole = [started, ...admit(setup, [started], offered, party('jonas')).events]
        expect(reduceRound(setup, log)).toEqual(reduceRound(setup, whole))
      }),
    )
  })
})

test('a clock that ran away is told, one that left something out is not', () => {
  expect(runaway([started], [next('n', 1001)])).toBeUndefined()
  expect(runaway([started], [next('n', 1002)])?.id).toBe('n')
  expect(runaway([started], [next('far', 1900), next('n', 1000)])).toBeUndefined()
})

test('phases and roles of another protocol are strays', () => {
  const stray = (happening: RoundHappening) => strayPart(protocol, happening)
  expect(stray({ kind: 'advanced', from: 'ramme', to: 'interview-1' })).toBeNull()
  expect(stray({ kind: 'advanced', from: 'x', to: 'interview-1' })).toBe('from')
  expect(stray({ kind: 'advanced', from: 'ramme', to: 'x' })).toBe('to')
  expect(stray({ kind: 'extended', phase: 'x', minutes: 1 })).toBe('phase')
  expect(stray({ kind: 'revealed', phase: 'x' })).toBe('phase')
  expect(stray({ kind: 'roleChanged', personId: 'ali', role: 'x' })).toBe('role')
  expect(stray({ kind: 'ended' })).toBeNull()
})
