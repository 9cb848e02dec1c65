import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reflekterendeTeam as protocol } from '../toolbox/protocols/reflekterende-team.ts'
import {
  inOrder,
  leftOfPhase,
  mostAdded,
  nextClock,
  phaseOf,
  type RoundEvent,
  type RoundHappening,
  type RoundSetup,
  reduceRound,
  roundAfter,
} from './round.ts'

const people = ['mette', 'jonas', 'ali', 'ida']
const setup: RoundSetup = {
  protocol,
  people: people.map((personId, index) => ({ personId, role: ['fokusperson', 'supervisor'][index] ?? 'team' })),
  leadId: 'jonas',
}
const phases = protocol.phases.map(({ id }) => id)
const minute = 60_000
const start = Date.UTC(2026, 11, 1, 12)

/** What a device can make: nearly always "next" from the phase that it sees, sometimes anything at all. */
type Press = (seen: ReturnType<typeof reduceRound>) => RoundHappening
const next: Press = ({ phase }) => ({
  kind: 'advanced',
  from: phase,
  to: phases[Math.min(phases.indexOf(phase) + 1, phases.length - 1)] ?? phase,
})
const anyPhase = fc.constantFrom(...phases)
const anyPerson = fc.constantFrom(...people, 'a stranger')
const fixed =
  (happening: RoundHappening): Press =>
  () =>
    happening
const press = fc.oneof(
  { weight: 4, arbitrary: fc.constant(next) },
  { weight: 3, arbitrary: fc.constant(fixed({ kind: 'started' })) },
  fc.constantFrom('pause', 'timeOut').map((reason) => fixed({ kind: 'paused', reason } as RoundHappening)),
  { weight: 2, arbitrary: fc.constant(fixed({ kind: 'resumed' })) },
  fc.integer({ min: 1, max: 10 }).map(
    (minutes): Press =>
      ({ phase }) => ({ kind: 'extended', phase, minutes }),
  ),
  fc.tuple(anyPhase, anyPhase).map(([from, to]) => fixed({ kind: 'advanced', from, to })),
  fc
    .tuple(anyPerson, fc.constantFrom('fokusperson', 'supervisor', 'team', 'kok'))
    .map(([personId, role]) => fixed({ kind: 'roleChanged', personId, role })),
  fc
    .tuple(fc.constantFrom('joined', 'left', 'leadPassed'), anyPerson)
    .map(([kind, personId]) => fixed({ kind, personId } as RoundHappening)),
  anyPhase.map((phase) => fixed({ kind: 'revealed', phase })),
)
const withEnd = fc.oneof({ weight: 60, arbitrary: press }, fc.constant(fixed({ kind: 'ended' })))

/** Some devices press, and hand in and fetch now and then; `after` is true time since the last act, in milliseconds. */
const act = fc.record({
  device: fc.nat({ max: people.length - 1 }),
  press: fc.option(withEnd, { freq: 4 }),
  after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 * minute })),
  id: fc.uuid({ version: 4 }),
})
const first = { device: 1, press: fixed({ kind: 'started' }), after: 0, id: '00000000-0000-4000-8000-000000000000' }
const acts = fc
  .tuple(fc.nat({ max: 5 }), fc.array(act, { maxLength: 60, size: 'max' }))
  .map(([kind, rest]) => (kind === 0 ? rest : [first, { ...first, press: null }, ...rest]))
type Act = typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never

/** Lets devices act; answers the server's log in the order in which it heard, and what each device knows at the end. */
function play(done: readonly Act[], clockOf: (device: number, time: number) => number = (_, time) => time) {
  const devices = people.map((): RoundEvent[] => [])
  const server = new Map<string, RoundEvent>()
  const meet = (known: RoundEvent[]) => {
    for (const event of known) server.set(event.id, event)
    for (const event of server.values()) if (!known.some(({ id }) => id === event.id)) known.push(event)
  }
  let time = start
  for (const { device, press: pressed, after, id } of done) {
    time += after
    const known = devices[device] ?? []
    if (!pressed) meet(known)
    else {
      const happening = pressed(reduceRound(setup, known))
      const at = clockOf(device, time)
      known.push({ ...happening, id, clock: nextClock(known), at, by: people[device] ?? '' })
    }
  }
  for (const known of [...devices, ...devices]) meet(known)
  return { devices, log: [...server.values()], time }
}

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })

describe('whatever several devices do, apart and together', () => {
  test('they end in the same state, in whatever order they heard of it', () => {
    fc.assert(
      fc.property(acts, (done) => {
        const { devices, log } = play(done)
        const state = reduceRound(setup, log)
        for (const known of devices) expect(reduceRound(setup, known)).toEqual(state)
      }),
    )
  })

  test('what arrives twice or in another order changes nothing', () => {
    fc.assert(
      fc.property(
        acts.chain((done) => {
          const { log } = play(done)
          return fc.tuple(fc.constant(log), shuffled([...log, ...log]))
        }),
        ([log, delivered]) => {
          expect(reduceRound(setup, delivered)).toEqual(reduceRound(setup, log))
        },
      ),
    )
  })

  test('its phases go one on or back at a time, and all that it names is the protocol’s and its people’s', () => {
    fc.assert(
      fc.property(acts, (done) => {
        let state = reduceRound(setup, [])
        for (const event of inOrder(play(done).log)) {
          const { phase } = state
          state = roundAfter(setup, state, event)
          expect(Math.abs(phases.indexOf(state.phase) - phases.indexOf(phase))).toBeLessThanOrEqual(1)
        }
        for (const shown of [state.phase, ...state.revealed]) expect(phases).toContain(shown)
        for (const role of state.roles.values()) expect(protocol.roles.map(({ id }) => id)).toContain(role)
        for (const person of [state.leadId, ...state.away]) expect(state.roles.has(person)).toBe(true)
      }),
    )
  })

  test('what two of them press at once happens once', () => {
    const once = withEnd.filter((each) => each(reduceRound(setup, [])).kind !== 'extended')
    fc.assert(
      fc.property(acts, once, fc.nat({ max: minute }), fc.nat({ max: minute }), (done, pressed, soon, late) => {
        const { log, time } = play(done)
        const pressing = [soon, late].map((after, index) => ({
          ...pressed(reduceRound(setup, log)),
          id: `press-${index}`,
          clock: nextClock(log),
          at: time + after,
          by: people[index] ?? '',
        })) as RoundEvent[]
        const one = reduceRound(setup, [...log, ...inOrder(pressing).slice(0, 1)])
        expect(reduceRound(setup, [...log, ...pressing])).toEqual(one)
      }),
    )
  })

  test('whoever presses next late takes a round that has gone on neither on nor back', () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (done, times, later) => {
        const { log, time } = play(done)
        const line = (known: RoundEvent[], id: string, clock: number): RoundEvent => ({
          ...next(reduceRound(setup, known)),
          id,
          clock,
          at: time,
          by: 'jonas',
        })
        let gone = log
        for (let turn = 0; turn < times; turn++) gone = [...gone, line(gone, `on-${turn}`, nextClock(gone))]
        const late = line(log, 'press', nextClock(log) + later)
        if (reduceRound(setup, gone).phase === reduceRound(setup, log).phase) return
        expect(reduceRound(setup, [...gone, late]).phase).toBe(reduceRound(setup, gone).phase)
      }),
    )
  })

  test('after its end nothing changes a round any more', () => {
    fc.assert(
      fc.property(acts, acts, (done, more) => {
        const { log, time } = play(done)
        const ended: RoundEvent = { kind: 'ended', id: 'end', clock: nextClock(log), at: time, by: 'jonas' }
        const state = reduceRound(setup, [...log, ended])
        const later = play(more).log.map((event) => ({ ...event, clock: event.clock + ended.clock }))
        expect(reduceRound(setup, [...log, ended, ...later])).toEqual(state)
        expect(leftOfPhase(setup, state, time)).toBe(leftOfPhase(setup, state, time + 9 * minute))
      }),
    )
  })

  test('a phase is never stretched beyond what it may be', () => {
    fc.assert(
      fc.property(acts, (done) => {
        const { phase, addedMinutes } = reduceRound(setup, play(done).log)
        expect(addedMinutes).toBeLessThanOrEqual(mostAdded(phaseOf(protocol, phase)))
      }),
    )
  })
})

describe('time', () => {
  const skews = fc.array(fc.integer({ min: -5 * minute, max: 5 * minute }), { minLength: 4, maxLength: 4 })
  const errors = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 4, maxLength: 4 })

  test('clocks that are five minutes wrong, corrected by the server’s to 0.4 s, show the same within a second', () => {
    fc.assert(
      fc.property(acts, skews, errors, fc.nat({ max: 20 * minute }), (done, skew, error, after) => {
        const own = (device: number, time: number) => time + (skew[device] ?? 0)
        const offset = (device: number) => (skew[device] ?? 0) + (error[device] ?? 0)
        const corrected = (device: number, time: number) => own(device, time) - offset(device)
        const { devices, time } = play(done, corrected)
        const shown = devices.map((known, device) =>
          leftOfPhase(setup, reduceRound(setup, known), own(device, time + after) - offset(device)),
        )
        if (shown.includes(null)) expect(new Set(shown)).toEqual(new Set([null]))
        else expect(Math.max(...(shown as number[])) - Math.min(...(shown as number[]))).toBeLessThan(1000)
      }),
    )
  })

  test('what is left of a phase never grows by waiting, and is never more than the phase has', () => {
    fc.assert(
      fc.property(
        acts,
        fc.integer({ min: -9 * minute, max: 9 * minute }),
        fc.nat({ max: 9 * minute }),
        (done, first, second) => {
          const { log, time } = play(done)
          const state = reduceRound(setup, log)
          const left = [first, first + second].map((after) => leftOfPhase(setup, state, time + after))
          expect(left.includes(null)).toBe(state.phaseBeganAt === null)
          if (state.phaseBeganAt === null) return
          const [before = 0, after = 0] = left as number[]
          expect(after).toBeLessThanOrEqual(before)
          expect(before).toBeLessThanOrEqual((phaseOf(protocol, state.phase).minutes + state.addedMinutes) * minute)
        },
      ),
    )
  })

  test('within a phase it never runs backwards, however wrong a clock is', () => {
    fc.assert(
      fc.property(
        acts,
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 60, maxLength: 60 }),
        (done, wrong) => {
          let turn = 0
          const { log } = play(done, (_, time) => time + (wrong[turn++ % wrong.length] ?? 0))
          let known: RoundEvent[] = []
          let before = reduceRound(setup, known)
          for (const event of [...log].sort((a, b) => a.clock - b.clock || a.at - b.at)) {
            known = [...known, event]
            const state = reduceRound(setup, known)
            if (state.phaseBeganAt === before.phaseBeganAt) expect(state.at).toBeGreaterThanOrEqual(before.at)
            expect(state.stoodStill).toBeGreaterThanOrEqual(0)
            before = state
          }
        },
      ),
    )
  })

  test('a device whose clock is years ahead is wrong in its own phase alone', () => {
    fc.assert(
      fc.property(
        acts,
        press,
        fc.integer({ min: 1, max: 1e12 }),
        fc.nat({ max: 9 * minute }),
        (done, odd, ahead, after) => {
          const { log, time } = play(done)
          const seen = reduceRound(setup, log)
          if (seen.phase === phases.at(-1)) return
          const line = (happening: RoundHappening, at: number, known: RoundEvent[]): RoundEvent[] => [
            ...known,
            { ...happening, id: `line-${known.length}`, clock: nextClock(known), at, by: 'jonas' },
          ]
          const pushed = line(odd(seen), time + ahead, log)
          const started = line({ kind: 'started' }, time, pushed)
          const there = reduceRound(setup, started)
          const moved = line(next(there), time, started)
          const state = reduceRound(setup, moved)
          if (there.status === 'ended' || there.phase === phases.at(-1)) return
          expect(leftOfPhase(setup, state, time + after)).toBe(phaseOf(protocol, state.phase).minutes * minute - after)
        },
      ),
    )
  })

  test('a round that ends in a pause has not spent the pause', () => {
    const line = (clock: number, at: number, happening: RoundHappening): RoundEvent => ({
      ...happening,
      id: `line-${clock}`,
      clock,
      at: start + at * minute,
      by: 'jonas',
    })
    const log = [
      line(1, 0, { kind: 'started' }),
      line(2, 2, { kind: 'paused', reason: 'timeOut' }),
      line(3, 30, { kind: 'ended' }),
    ]
    expect(leftOfPhase(setup, reduceRound(setup, log), start + 60 * minute)).toBe(3 * minute)
  })
})
