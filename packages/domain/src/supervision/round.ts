import type { Protocol, ProtocolPhase } from '../toolbox/protocol.ts'

/** How a round was begun: nothing of it changes any more. */
export interface RoundSetup {
  readonly protocol: Pick<Protocol, 'name' | 'phases' | 'roles' | 'focusRole' | 'leadRole'>
  /** Who takes part, and in which of the protocol's roles. */
  readonly people: readonly { readonly personId: string; readonly role: string }[]
  readonly leadId: string
  /**
   * The consultant who facilitates it: without a role, but the lead can be passed to her. Besides her only the convenor
   * leads without a role, when she takes it.
   */
  readonly facilitatorId?: string | null
}

/** What happens in a round. Phases are named, so that two devices that press "next" at once go one phase on, not two. */
export type RoundHappening =
  | { readonly kind: 'started' }
  | { readonly kind: 'advanced'; readonly from: string; readonly to: string }
  | { readonly kind: 'extended'; readonly phase: string; readonly minutes: number }
  | { readonly kind: 'paused'; readonly reason: 'pause' | 'timeOut' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'roleChanged'; readonly personId: string; readonly role: string }
  | { readonly kind: 'joined'; readonly personId: string }
  | { readonly kind: 'left'; readonly personId: string }
  | { readonly kind: 'leadPassed'; readonly personId: string }
  | { readonly kind: 'revealed'; readonly phase: string }
  | { readonly kind: 'ended' }

/** One line of a round's log. Made on a device, kept by all of them, appended to and never changed. */
export type RoundEvent = RoundHappening & {
  /** A random UUID, made by the device. */
  readonly id: string
  /** One more than the highest that its device knew of (Lamport 1978), so that an answer never comes before its cause. */
  readonly clock: number
  /** When it happened: milliseconds since 1970, by the server's clock. */
  readonly at: number
  readonly by: string
}

export interface RoundState {
  readonly status: 'waiting' | 'running' | 'paused' | 'ended'
  /** The phase it is in: the first before it starts, the last after it ended. */
  readonly phase: string
  /** When the phase began, null while waiting; milliseconds like all times here. */
  readonly phaseBeganAt: number | null
  readonly addedMinutes: number
  readonly pausedAt: number | null
  readonly pauseReason: 'pause' | 'timeOut' | null
  /** For how long the phase has stood still before. */
  readonly stoodStill: number
  readonly leadId: string
  readonly roles: ReadonlyMap<string, string>
  /** Who has left, or has not come yet. */
  readonly away: ReadonlySet<string>
  /** Phases whose silent writing lies open. */
  readonly revealed: ReadonlySet<string>
  /**
   * When the clock was last set going, stopped or ended in this phase. Within a phase time does not run backwards,
   * whatever a device says; each phase begins anew, so that a clock that ran ahead is wrong in its own phase alone.
   */
  readonly at: number
}

const standing = { addedMinutes: 0, pausedAt: null, pauseReason: null, stoodStill: 0 } as const

/**
 * Where a round stands after these events: the same on every device that knows the same ones, in whatever order and
 * however often they arrived. What does not fit any more when its turn comes is passed over.
 */
export const reduceRound = (setup: RoundSetup, events: readonly RoundEvent[]): RoundState =>
  inOrder(events).reduce((state, event) => roundAfter(setup, state, event), roundBefore(setup))

/** Each once, causes before answers; what happened side by side goes by time, then by id. */
export function inOrder(events: readonly RoundEvent[]): RoundEvent[] {
  const taken = new Set<string>()
  return [...events].sort(inTurn).filter(({ id }) => !taken.has(id) && taken.add(id))
}

const inTurn = (a: RoundEvent, b: RoundEvent): number =>
  a.clock - b.clock || a.at - b.at || Number(a.id > b.id) - Number(a.id < b.id)

/** The clock of the next event that a device with these makes. */
export const nextClock = (events: readonly Pick<RoundEvent, 'clock'>[]): number =>
  events.reduce((highest, { clock }) => Math.max(highest, clock), 0) + 1

/** What is left of the phase: milliseconds, below zero when its time is up; null while the round waits. */
export function leftOfPhase({ protocol }: RoundSetup, state: RoundState, now: number): number | null {
  if (state.phaseBeganAt === null) return null
  const until = state.pausedAt ?? (state.status === 'ended' ? state.at : now)
  const spent = Math.max(0, until - state.phaseBeganAt - state.stoodStill)
  return (phaseOf(protocol, state.phase).minutes + state.addedMinutes) * 60_000 - spent
}

/** Throws a RangeError for a phase that the protocol does not have. */
export function phaseOf({ phases }: Pick<Protocol, 'phases'>, id: string): ProtocolPhase {
  const found = phases.find((phase) => phase.id === id)
  if (!found) throw new RangeError(`no phase ${id}`)
  return found
}

/** The phase after or before one, or null at either end. */
export function phaseBeside({ phases }: Pick<Protocol, 'phases'>, id: string, by: 1 | -1): ProtocolPhase | null {
  const at = phases.findIndex((phase) => phase.id === id)
  return at < 0 ? null : (phases[at + by] ?? null)
}

/** Where a round stands before anything has happened. */
export function roundBefore({ protocol, people, leadId }: RoundSetup): RoundState {
  const phase = protocol.phases[0]?.id ?? ''
  const roles = new Map(people.map(({ personId, role }) => [personId, role]))
  const [away, revealed] = [new Set<string>(), new Set<string>()]
  return { ...standing, status: 'waiting', phase, phaseBeganAt: null, leadId, roles, away, revealed, at: 0 }
}

/** Where it stands after one more event, the next in their order. */
export function roundAfter(setup: RoundSetup, state: RoundState, event: RoundEvent): RoundState {
  if (state.status === 'ended') return state
  return { ...state, ...changeOf(setup, state, event, Math.max(state.at, event.at)) }
}

/** How many minutes can be added to a phase altogether: as many as it has, and five to a short one. */
export const mostAdded = ({ minutes }: Pick<ProtocolPhase, 'minutes'>): number => Math.max(5, minutes)

/** What an event changes; nothing when it does not fit the state. `at` is its time, unless the phase is farther already. */
function changeOf(
  { protocol, facilitatorId }: RoundSetup,
  state: RoundState,
  event: RoundEvent,
  at: number,
): Partial<RoundState> {
  const { status, phase, roles, away } = state
  const isUnderWay = status === 'running' || status === 'paused'
  switch (event.kind) {
    case 'started':
      return status === 'waiting' ? { status: 'running', phaseBeganAt: event.at, at: event.at } : {}
    case 'advanced': {
      const isBeside = [1, -1].some((by) => phaseBeside(protocol, phase, by as 1 | -1)?.id === event.to)
      if (!isUnderWay || event.from !== phase || !isBeside) return {}
      return { ...standing, status: 'running', phase: event.to, phaseBeganAt: event.at, at: event.at }
    }
    case 'extended': {
      const addedMinutes = state.addedMinutes + event.minutes
      const isSane = event.minutes > 0 && addedMinutes <= mostAdded(phaseOf(protocol, phase))
      return isUnderWay && event.phase === phase && isSane ? { addedMinutes } : {}
    }
    case 'paused':
      return status === 'running' ? { status: 'paused', pausedAt: at, pauseReason: event.reason, at } : {}
    case 'resumed': {
      if (status !== 'paused' || state.pausedAt === null) return {}
      const stoodStill = state.stoodStill + (at - state.pausedAt)
      return { status: 'running', pausedAt: null, pauseReason: null, stoodStill, at }
    }
    case 'roleChanged': {
      const isKnown = protocol.roles.some(({ id }) => id === event.role)
      return isKnown ? { roles: new Map([...roles, [event.personId, event.role]]) } : {}
    }
    case 'joined':
      return { away: new Set([...away].filter((id) => id !== event.personId)) }
    case 'left':
      return roles.has(event.personId) ? { away: new Set([...away, event.personId]) } : {}
    case 'leadPassed': {
      const { personId, by } = event
      return roles.has(personId) || personId === facilitatorId || personId === by ? { leadId: personId } : {}
    }
    case 'revealed': {
      const isKnown = protocol.phases.some(({ id }) => id === event.phase)
      return isKnown ? { revealed: new Set([...state.revealed, event.phase]) } : {}
    }
    case 'ended': {
      const stoodStill = state.stoodStill + (state.pausedAt === null ? 0 : at - state.pausedAt)
      return { status: 'ended', pausedAt: null, pauseReason: null, stoodStill, at }
    }
  }
}
