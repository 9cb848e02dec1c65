import type { Protocol } from '../toolbox/protocol.ts'
import { inOrder, type RoundEvent, type RoundHappening, type RoundSetup, roundAfter, roundBefore } from './round.ts'
import { mayRecord, type RoundParty } from './round-rights.ts'

/** How far the clock of an event may lie beyond all before it: more than a device leaves out, less than wears a clock out. */
const widestGap = 1000

export interface Admitted {
  /** To be appended, in the order in which they came. */
  readonly events: readonly RoundEvent[]
  /** Whether something was left out because the round had ended before it. */
  readonly isOver: boolean
}

/**
 * What of these one person may append to a round's log. Each is judged by how the round stands when its turn comes among
 * all that is known, so that a device may hand in late what it was allowed to do then; what it was not allowed to do, what
 * comes after the end, and what is there already is left out.
 */
export function admit(
  setup: RoundSetup,
  log: readonly RoundEvent[],
  offered: readonly RoundEvent[],
  party: RoundParty,
): Admitted {
  const known = new Set(log.map(({ id }) => id))
  const unknown = new Set(offered.filter(({ id }) => !known.has(id)))
  const admitted = new Set<RoundEvent>()
  let [state, isOver] = [roundBefore(setup), false]
  for (const event of inOrder([...unknown, ...log])) {
    if (unknown.has(event)) {
      if (state.status === 'ended') isOver = true
      if (state.status === 'ended' || !mayRecord(setup, state, event, party)) continue
      admitted.add(event)
    }
    state = roundAfter(setup, state, event)
  }
  return { events: [...unknown].filter((event) => admitted.has(event)), isOver }
}

/** Which part of an event's detail names a phase or a role that the protocol does not have, or null. */
export function strayPart(
  { phases, roles }: Pick<Protocol, 'phases' | 'roles'>,
  happening: RoundHappening,
): 'from' | 'to' | 'phase' | 'role' | null {
  const isStray = (named: string) => phases.every(({ id }) => id !== named)
  switch (happening.kind) {
    case 'advanced':
      return isStray(happening.from) ? 'from' : isStray(happening.to) ? 'to' : null
    case 'extended':
    case 'revealed':
      return isStray(happening.phase) ? 'phase' : null
    case 'roleChanged':
      return roles.every(({ id }) => id !== happening.role) ? 'role' : null
    default:
      return null
  }
}

/** The first of these whose clock has run away from all others, or undefined. A clock that is used up would end a round. */
export function runaway(log: readonly RoundEvent[], offered: readonly RoundEvent[]): RoundEvent | undefined {
  let highest = log.reduce((most, { clock }) => Math.max(most, clock), 0)
  return inOrder(offered).find(({ clock }) => {
    const isBeyond = clock > highest + widestGap
    highest = Math.max(highest, clock)
    return isBeyond
  })
}
