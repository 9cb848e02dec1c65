import {
  leftOfPhase,
  nextClock,
  type RoundEvent,
  type RoundHappening,
  type RoundSetup,
  type RoundState,
  reduceRound,
} from '@lederkreds/domain/supervision/round'
import { mayRecord } from '@lederkreds/domain/supervision/round-rights'

/** An event with its number in the server's log of the round, which has no holes. */
export type NumberedEvent = RoundEvent & { readonly seq: number }

/** What the server makes of events: those that it holds now, the others it will never have; or why it would not have any. */
export type Receipt = { readonly ids: readonly string[] } | { readonly why: string }

/** The server's clock, in milliseconds since 1970, and what has happened after a number. */
interface Glance {
  readonly now: number
  readonly events: readonly NumberedEvent[]
}

/** A round's way to the others. Whatever cannot be reached throws. */
export interface RoundLine {
  send(events: readonly RoundEvent[]): Promise<Receipt>
  /** Tells of everything after this number, then of what happens, for as long as it takes; answers how to stop. */
  follow(afterSeq: number, tell: (events: readonly NumberedEvent[]) => void): () => void
  look(afterSeq: number): Promise<Glance>
}

/** What a device keeps of a round, so that a closed page loses nothing. */
export interface RoundLog {
  add(event: RoundEvent): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  keep(events: readonly NumberedEvent[]): Promise<void>
}

export interface EngineStart {
  readonly setup: RoundSetup
  readonly personId: string
  /** Whether she is the convenor of the round's network. */
  readonly isConvenor?: boolean
  /** What the server has, in its time. */
  readonly events?: readonly NumberedEvent[]
  /** What it has not, in the device's time. */
  readonly unsent?: readonly RoundEvent[]
  /** By how much the server's clock is ahead of the device's, in milliseconds. */
  readonly ahead?: number
  readonly line?: RoundLine
  readonly log?: RoundLog
  /** The device's clock, in milliseconds since 1970. */
  readonly clock?: () => number
}

export interface RoundView {
  readonly state: RoundState
  /** The same without what happened here and may yet be refused: what nobody can take back goes by this. */
  readonly sure: RoundState
  /** How many events the server has yet to hear of. */
  readonly unsent: number
  /** Why the server would not have something that happened here; the newest reason. */
  readonly refused: string | null
}

const atOnce = 200
/** Whoever waits in a meeting for the server to come back waits no longer than the last of these, in milliseconds. */
const again = [500, 1_000, 2_000, 5_000]

/**
 * A round on one device. What happens here counts here at once; the server hears of it as soon as it can, and others'
 * events come in whenever they come: every device that knows the same ones stands at the same place.
 */
export class RoundEngine {
  readonly setup: RoundSetup
  readonly #start: EngineStart
  readonly #clock: () => number
  readonly #known = new Map<string, RoundEvent>()
  readonly #seqs = new Set<number>()
  readonly #listeners = new Set<() => void>()
  #unsent: readonly RoundEvent[]
  #ahead: number
  #view: RoundView
  #refused: string | null = null
  #beforeRefusal: ReadonlySet<string> = new Set()
  #batch = atOnce
  #tries = 0
  #later: ReturnType<typeof setTimeout> | undefined
  #isClockSet: boolean
  #sending: Promise<void> | undefined
  #stopFollowing: (() => void) | undefined

  constructor(start: EngineStart) {
    this.#start = start
    this.setup = start.setup
    this.#clock = start.clock ?? Date.now
    this.#ahead = start.ahead ?? 0
    this.#isClockSet = start.ahead !== undefined
    for (const event of start.events ?? []) this.#learn(event)
    this.#unsent = (start.unsent ?? []).filter(({ id }) => !this.#known.has(id))
    this.#view = this.#seen()
  }

  /** The server's time as far as is known here, in milliseconds since 1970. */
  now = (): number => this.#clock() + this.#ahead

  /** What is left of the phase, in milliseconds; below zero when its time is up, null while the round waits. */
  left = (): number | null => leftOfPhase(this.setup, this.#view.state, this.now())

  /** The same object for as long as nothing happens. */
  view = (): RoundView => this.#view

  /** Calls whenever the view is another; answers how to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Whether the server would keep this if it happened now, by as much as is known here. */
  may(happening: RoundHappening, personId: string = this.#start.personId): boolean {
    const isConvenor = this.#start.isConvenor === true && personId === this.#start.personId
    const party = { personId, isConvenor, isFacilitator: personId === this.setup.facilitatorId }
    return mayRecord(this.setup, this.#view.state, happening, party)
  }

  /** Something has happened here, by whoever holds this device, or by whom the rehearsal looks at. */
  record(happening: RoundHappening, by: string = this.#start.personId): void {
    const clock = nextClock(this.#all())
    const event = { ...happening, id: crypto.randomUUID(), clock, at: this.#clock(), by }
    this.#unsent = [...this.#unsent, event]
    this.#start.log?.add(event).catch(() => {})
    this.#tell()
    void this.#handIn()
  }

  /** Begins to follow the others and to hand in what is left from before; answers how to stop. */
  open(): () => void {
    const { line } = this.#start
    if (!line) return () => {}
    this.#stopFollowing = line.follow(this.#lastSeq(), (events) => this.#receive(events))
    void this.goOn()
    return () => {
      this.#stopFollowing?.()
      this.#stopFollowing = undefined
      clearTimeout(this.#later)
    }
  }

  /** The server is there again, or may be: looks at its clock and at what was missed, and hands in. */
  async goOn(): Promise<void> {
    this.#tries = 0
    await this.#look().catch(() => {})
    await this.#sending
    await this.#handIn()
  }

  #all = (): RoundEvent[] => [...this.#known.values(), ...this.#unsent.map(this.#corrected)]

  #corrected = (event: RoundEvent): RoundEvent => ({ ...event, at: Math.round(event.at + this.#ahead) })

  #seen(): RoundView {
    const state = reduceRound(this.setup, this.#all())
    const isAll = this.#unsent.length === 0
    const sure = isAll ? state : reduceRound(this.setup, [...this.#known.values()])
    return { state, sure, unsent: this.#unsent.length, refused: this.#refused }
  }

  #tell(): void {
    this.#view = this.#seen()
    for (const listener of [...this.#listeners]) listener()
  }

  #learn({ seq, ...event }: NumberedEvent): void {
    this.#known.set(event.id, event)
    this.#seqs.add(seq)
  }

  /** The last number before which none is missing. */
  #lastSeq(): number {
    let seq = 0
    while (this.#seqs.has(seq + 1)) seq++
    return seq
  }

  #receive(events: readonly NumberedEvent[]): void {
    const ids = events.map(({ id }) => id)
    for (const event of events) this.#learn(event)
    this.#forgive(ids)
    this.#settle(ids)
    this.#start.log?.keep(events).catch(() => {})
    this.#tell()
  }

  /** What was refused has been said for long enough once something that happened here after it counts. */
  #forgive(ids: readonly string[]): void {
    const isNewer = ({ id }: RoundEvent) => ids.includes(id) && !this.#beforeRefusal.has(id)
    if (this.#unsent.some(isNewer)) this.#refused = null
  }

  #refuse(why: string): void {
    this.#refused = why
    this.#beforeRefusal = new Set(this.#unsent.map(({ id }) => id))
  }

  #settle(ids: readonly string[]): void {
    const settled = new Set(ids)
    this.#unsent = this.#unsent.filter(({ id }) => !settled.has(id))
    this.#start.log?.remove(ids).catch(() => {})
  }

  /** Once at a time, and only while the round is open here. */
  #handIn(): Promise<void> {
    const { line } = this.#start
    if (!line || !this.#stopFollowing) return Promise.resolve()
    this.#sending ??= this.#sendAll(line).finally(() => {
      this.#sending = undefined
    })
    return this.#sending
  }

  async #sendAll(line: RoundLine): Promise<void> {
    clearTimeout(this.#later)
    try {
      if (!this.#isClockSet) await this.#look()
      while (this.#unsent.length > 0) await this.#sendSome(line)
      this.#tries = 0
    } catch {
      const patience = again[Math.min(this.#tries++, again.length - 1)]
      if (this.#stopFollowing) this.#later = setTimeout(() => void this.#handIn(), patience)
    }
  }

  async #sendSome(line: RoundLine): Promise<void> {
    const some = this.#unsent.slice(0, this.#batch).map(this.#corrected)
    const receipt = await line.send(some)
    if ('ids' in receipt) {
      const kept = new Set(receipt.ids)
      for (const event of some) if (kept.has(event.id) && !this.#known.has(event.id)) this.#known.set(event.id, event)
      this.#forgive(receipt.ids)
      if (some.some(({ id }) => !kept.has(id))) this.#refuse('notAllowed')
      this.#settle(some.map(({ id }) => id))
    } else if (receipt.why === 'FromTheFuture') {
      await this.#look()
      throw new Error('the clock was wrong')
    } else if (some.length > 1) {
      // One that is refused must not hold up the others.
      this.#batch = 1
    } else {
      this.#refuse(receipt.why)
      this.#settle(some.map(({ id }) => id))
    }
    if (this.#unsent.length === 0) this.#batch = atOnce
    this.#tell()
  }

  /** The server's clock lies somewhere within the time that it took to ask. */
  async #look(): Promise<void> {
    const { line } = this.#start
    if (!line) return
    const before = this.#clock()
    const { now, events } = await line.look(this.#lastSeq())
    this.#ahead = now - (before + this.#clock()) / 2
    this.#isClockSet = true
    this.#receive(events)
  }
}
