import { proposeRoles, rolesFor } from '@lederkreds/domain/supervision/turn-order'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { RoundEngine } from './round-engine.ts'
import { shortNames } from './short-names.ts'

/** Everyday first names, and surnames that say what they are: Danish for trial, exercise, invented, example, maybe, fiction. */
const invented = ['Anna Prøve', 'Bent Øvelse', 'Camilla Påfund', 'Daniel Eksempel', 'Ellen Måske', 'Farid Opdigt']

/** A clock that can stand still and be wound on; milliseconds since 1970. */
export class RehearsalClock {
  #stoodAt: number | null = null
  #ahead = 0

  now = (): number => (this.#stoodAt ?? Date.now()) + this.#ahead

  get isRunning(): boolean {
    return this.#stoodAt === null
  }

  stop(): void {
    this.#stoodAt ??= Date.now()
  }

  goOn(): void {
    if (this.#stoodAt !== null) this.#ahead -= Date.now() - this.#stoodAt
    this.#stoodAt = null
  }

  windOn(milliseconds: number): void {
    this.#ahead += milliseconds
  }
}

export interface Rehearsal {
  readonly engine: RoundEngine
  readonly clock: RehearsalClock
  readonly names: ReadonlyMap<string, string>
  /** As they call each other. */
  readonly shortNames: ReadonlyMap<string, string>
  readonly leadId: string
  readonly focusId: string | null
}

/** A round of invented people, on this device alone. */
export function rehearse(protocol: Protocol): Rehearsal {
  const count = Math.min(Math.max(invented.length, protocol.minParticipants), protocol.maxParticipants)
  const names = new Map(invented.slice(0, count).map((name, place) => [`invented-${place + 1}`, name]))
  const who = { present: [...names.keys()], history: [], passes: [], ties: [], swaps: [], kept: [] }
  const withoutFocus = protocol.focusRole === null ? [0] : []
  const people = proposeRoles({ ...who, withoutFocus, rounds: 1 }).flatMap((proposal) => rolesFor(protocol, proposal))
  const withRole = (role: string | null) => people.find((person) => person.role === role)?.personId
  const leadId = withRole(protocol.leadRole) ?? people.at(-1)?.personId ?? ''
  const clock = new RehearsalClock()
  const engine = new RoundEngine({ setup: { protocol, people, leadId }, personId: leadId, clock: clock.now })
  return { engine, clock, names, shortNames: shortNames(names), leadId, focusId: withRole(protocol.focusRole) ?? null }
}
