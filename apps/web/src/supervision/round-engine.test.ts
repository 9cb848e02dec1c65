import type { RoundEvent, RoundHappening, RoundSetup } from '@lederkreds/domain/supervision/round'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type NumberedEvent, type Receipt, RoundEngine, type RoundLine, type RoundLog } from './round-engine.ts'

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
const next = (from: string, to: string): RoundHappening => ({ kind: 'advanced', from, to })

/** What the API does with events, without the API: keeps each once, in the order of arrival, and tells everybody. */
class Server {
  events: NumberedEvent[] = []
  followers = new Set<() => void>()
  refuses: (event: RoundEvent) => string | null = () => null
  allows: (event: RoundEvent) => boolean = () => true

  take(events: readonly RoundEvent[]): Receipt {
    const why = events.map(this.refuses).find((reason) => reason !== null)
    if (why) return { why }
    const allowed = events.filter(this.allows)
    for (const event of allowed)
      if (!this.events.some(({ id }) => id === event.id)) this.events.push({ ...event, seq: this.events.length + 1 })
    for (const tell of this.followers) tell()
    return { ids: allowed.map(({ id }) => id) }
  }

  line(): RoundLine & { isLost: boolean; losesReplies: boolean } {
    const server = this
    const line = {
      isLost: false,
      losesReplies: false,
      async send(events: readonly RoundEvent[]) {
        if (line.isLost) throw new TypeError('Failed to fetch')
        const receipt = server.take(events)
        if (line.losesReplies) throw new TypeError('Failed to fetch')
        return receipt
      },
      /** Like a socket that connects again: from where it began, however often. */
      follow(afterSeq: number, tell: (events: readonly NumberedEvent[]) => void) {
        const look = () => line.isLost || tell(server.events.filter(({ seq }) => seq > afterSeq))
        server.followers.add(look)
        look()
        return () => void server.followers.delete(look)
      },
      async look(afterSeq: number) {
        if (line.isLost) throw new TypeError('Failed to fetch')
        return { now: Date.now(), events: server.events.filter(({ seq }) => seq > afterSeq) }
      },
    }
    return line
  }

  /** What a socket does when it is back. */
  reconnect() {
    for (const tell of this.followers) tell()
  }
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000 * minute }))
afterEach(() => void vi.useRealTimers())

test('without a server a round runs on its device alone', () => {
  const engine = new RoundEngine({ setup, personId: 'jonas' })
  const seen: string[] = []
  engine.subscribe(() => seen.push(engine.view().state.phase))
  engine.record({ kind: 'started' })
  vi.advanceTimersByTime(2 * minute)
  expect(engine.left()).toBe(3 * minute)
  engine.record(next('ramme', 'interview-1'))
  expect(engine.left()).toBe(15 * minute)
  expect(seen).toEqual(['ramme', 'interview-1'])
})

test('the view is the same object until something happens', () => {
  const engine = new RoundEngine({ setup, personId: 'jonas' })
  const before = engine.view()
  expect(engine.view()).toBe(before)
  engine.record({ kind: 'started' })
  expect(engine.view()).not.toBe(before)
})

test('everybody follows; who was without a network has missed nothing, and what she did counts', async () => {
  const server = new Server()
  const [here, away] = [server.line(), server.line()]
  const jonas = new RoundEngine({ setup, personId: 'jonas', line: here })
  const mette = new RoundEngine({ setup, personId: 'mette', line: away })
  jonas.open()
  mette.open()
  await vi.advanceTimersByTimeAsync(0)
  jonas.record({ kind: 'started' })
  await vi.advanceTimersByTimeAsync(100)
  expect(mette.view().state.status).toBe('running')

  away.isLost = true
  jonas.record(next('ramme', 'interview-1'))
  mette.record({ kind: 'extended', phase: 'ramme', minutes: 1 })
  await vi.advanceTimersByTimeAsync(3 * minute)
  expect(mette.view()).toMatchObject({ unsent: 1, state: { phase: 'ramme' } })
  jonas.record(next('interview-1', 'refleksion-1'))
  await vi.advanceTimersByTimeAsync(100)

  away.isLost = false
  server.reconnect()
  await mette.goOn()
  expect(mette.view()).toMatchObject({ unsent: 0, state: { phase: 'refleksion-1' } })
  expect(jonas.view().state).toEqual(mette.view().state)
  expect(server.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('a device that is five minutes slow shows the same time, and hands in the right one', async () => {
  const server = new Server()
  const right = new RoundEngine({ setup, personId: 'mette', line: server.line() })
  const slow = new RoundEngine({
    setup,
    personId: 'jonas',
    line: server.line(),
    clock: () => Date.now() - 5 * minute,
  })
  slow.record({ kind: 'started' })
  slow.open()
  right.open()
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(slow.left()).toBe(3 * minute)
  expect(right.left()).toBe(3 * minute)
  expect(server.events[0]?.at).toBe(1_000 * minute)
})

test('a reply that was lost makes nothing happen twice', async () => {
  const server = new Server()
  const line = server.line()
  const engine = new RoundEngine({ setup, personId: 'jonas', line })
  engine.open()
  line.losesReplies = true
  engine.record({ kind: 'started' })
  engine.record({ kind: 'extended', phase: 'ramme', minutes: 1 })
  await vi.advanceTimersByTimeAsync(100)
  line.losesReplies = false
  await vi.advanceTimersByTimeAsync(minute)
  expect(server.events).toHaveLength(2)
  expect(engine.view()).toMatchObject({ unsent: 0, state: { addedMinutes: 1 } })
})

test('what the server would not keep is let go and said', async () => {
  const server = new Server()
  server.allows = ({ kind }) => kind !== 'ended'
  const engine = new RoundEngine({ setup, personId: 'ali', line: server.line() })
  engine.open()
  engine.record({ kind: 'started' })
  engine.record({ kind: 'ended' })
  expect(engine.view().state.status).toBe('ended')
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.view()).toMatchObject({ unsent: 0, refused: 'notAllowed', state: { status: 'running' } })
})

test('whoever is back has seen what she missed before any socket is', async () => {
  const server = new Server()
  const line = server.line()
  line.isLost = true
  const mette = new RoundEngine({ setup, personId: 'mette', line })
  mette.open()
  server.take([{ kind: 'started', id: 'one', clock: 1, at: 1_000 * minute, by: 'jonas' }])
  line.isLost = false
  await mette.goOn()
  expect(mette.view().state.status).toBe('running')
})

test('what is refused is let go and said, and what came with it is kept', async () => {
  const server = new Server()
  server.refuses = ({ kind }) => (kind === 'paused' ? 'NotInThisRound' : null)
  const line = server.line()
  line.isLost = true
  const engine = new RoundEngine({ setup, personId: 'jonas', line })
  engine.open()
  engine.record({ kind: 'started' })
  engine.record({ kind: 'paused', reason: 'pause' })
  engine.record(next('ramme', 'interview-1'))
  line.isLost = false
  await engine.goOn()
  expect(server.events.map(({ kind }) => kind)).toEqual(['started', 'advanced'])
  expect(engine.view()).toMatchObject({ unsent: 0, refused: 'NotInThisRound', state: { phase: 'interview-1' } })
})

test('what was refused is said until something newer counts, and no longer', async () => {
  const server = new Server()
  server.allows = ({ kind }) => kind !== 'resumed'
  const line = server.line()
  const engine = new RoundEngine({ setup, personId: 'ali', line })
  const jonas = new RoundEngine({ setup, personId: 'jonas', line: server.line() })
  for (const each of [engine, jonas]) each.open()
  engine.record({ kind: 'resumed' })
  engine.record({ kind: 'started' })
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.view()).toMatchObject({ unsent: 0, refused: 'notAllowed', state: { status: 'running' } })
  jonas.record({ kind: 'paused', reason: 'pause' })
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.view()).toMatchObject({ refused: 'notAllowed', state: { status: 'paused' } })

  engine.record({ kind: 'extended', phase: 'ramme', minutes: 1 })
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.view()).toMatchObject({ unsent: 0, refused: null })
  engine.record({ kind: 'resumed' })
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.view()).toMatchObject({ refused: 'notAllowed', state: { status: 'paused' } })
})

test('what may yet be refused is told apart from what the server has', async () => {
  const server = new Server()
  server.allows = ({ kind }) => kind !== 'revealed'
  const line = server.line()
  const engine = new RoundEngine({ setup, personId: 'jonas', line })
  engine.open()
  engine.record({ kind: 'started' })
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.view().sure).toBe(engine.view().state)
  line.isLost = true
  engine.record({ kind: 'revealed', phase: 'ramme' })
  expect(engine.view().state.revealed).toEqual(new Set(['ramme']))
  expect(engine.view().sure).toMatchObject({ status: 'running', revealed: new Set() })
  line.isLost = false
  await engine.goOn()
  expect(engine.view().state.revealed).toEqual(new Set())
})

test('what may happen here is what the server would keep of it: the lead’s pause is the lead’s to end', () => {
  const start = { setup: { ...setup, facilitatorId: 'kim' }, personId: 'ali' }
  const engine = new RoundEngine(start)
  const resumes = (of: RoundEngine, ...who: string[]) => who.filter((id) => of.may({ kind: 'resumed' }, id))
  engine.record({ kind: 'started' }, 'jonas')
  engine.record({ kind: 'paused', reason: 'timeOut' }, 'ali')
  expect(resumes(engine, 'jonas', 'ali', 'kim', 'tove')).toEqual(['jonas', 'ali', 'kim'])
  engine.record({ kind: 'resumed' }, 'ali')
  engine.record({ kind: 'paused', reason: 'pause' }, 'jonas')
  expect(resumes(engine, 'jonas', 'ali', 'kim', 'tove')).toEqual(['jonas'])
  expect(engine.may({ kind: 'resumed' })).toBe(false)

  const convenor = new RoundEngine({ ...start, isConvenor: true })
  convenor.record({ kind: 'started' }, 'jonas')
  convenor.record({ kind: 'paused', reason: 'pause' }, 'jonas')
  expect(resumes(convenor, 'jonas', 'ali', 'kim', 'tove')).toEqual(['jonas', 'ali'])
})

test('a clock that jumped ahead is set right, and nothing is lost by it', async () => {
  const server = new Server()
  server.refuses = ({ at }) => (at > Date.now() + 10_000 ? 'FromTheFuture' : null)
  let jump = 0
  const engine = new RoundEngine({ setup, personId: 'jonas', line: server.line(), clock: () => Date.now() + jump })
  engine.open()
  await vi.advanceTimersByTimeAsync(0)
  jump = 60 * minute
  engine.record({ kind: 'started' })
  await vi.advanceTimersByTimeAsync(minute)
  expect(server.events.map(({ at }) => at)).toEqual([1_000 * minute])
  expect(engine.view().unsent).toBe(0)
})

test('what a closed page had not handed in is handed in by the next one', async () => {
  const kept: RoundEvent[] = []
  const log: RoundLog = {
    add: async (event) => void kept.push(event),
    remove: async (ids) => void kept.splice(0, kept.length, ...kept.filter(({ id }) => !ids.includes(id))),
    keep: async () => {},
  }
  const server = new Server()
  const lost = server.line()
  lost.isLost = true
  const closed = new RoundEngine({ setup, personId: 'jonas', line: lost, log })
  const close = closed.open()
  closed.record({ kind: 'started' })
  await vi.advanceTimersByTimeAsync(minute)
  close()

  const opened = new RoundEngine({ setup, personId: 'jonas', line: server.line(), log, unsent: [...kept] })
  opened.open()
  await vi.advanceTimersByTimeAsync(minute)
  expect(server.events.map(({ kind }) => kind)).toEqual(['started'])
  expect(kept).toEqual([])
})

test('whoever opens with a hole in what she has is told again from before it', async () => {
  const asked: number[] = []
  const line: RoundLine = {
    send: async () => ({ ids: [] }),
    follow: (afterSeq) => {
      asked.push(afterSeq)
      return () => {}
    },
    look: async () => ({ now: Date.now(), events: [] }),
  }
  const event = (seq: number): NumberedEvent => ({
    kind: 'started',
    id: `${seq}`,
    clock: seq,
    at: 0,
    by: 'jonas',
    seq,
  })
  new RoundEngine({ setup, personId: 'mette', line, events: [event(1), event(2), event(4)] }).open()
  expect(asked).toEqual([2])
})
