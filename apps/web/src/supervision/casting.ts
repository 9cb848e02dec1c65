import { checkRoles, type RoleProblem, RolesDoNotFit, type RoleTaken } from '@lederkreds/domain/supervision/round-roles'
import { mostRounds, type RoundRoles } from '@lederkreds/domain/supervision/turn'
import { rolesFor } from '@lederkreds/domain/supervision/turn-order'
import {
  type MeetingTurns,
  type PlannedRound,
  planMeeting,
  type TurnChange,
} from '@lederkreds/domain/supervision/turn-plan'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'

/** Who is what in a round that is about to begin. */
export interface Casting {
  readonly roles: readonly RoleTaken[]
  readonly leadId: string
  readonly timekeeperId: string | null
}

/** A proposal for the next round: who is what in it, and why. */
export interface Proposed {
  readonly casting: Casting
  readonly roles: PlannedRound | null
}

/**
 * What the turn order proposes for the next round to those who are here. Who is known to be away and is here after all
 * counts as here; whoever is missing besides became known last.
 */
export function propose(protocol: Protocol, turns: MeetingTurns, present: readonly string[]): Proposed {
  const isKnown = (id: string) => turns.changes.some((change) => change.kind === 'absent' && change.personId === id)
  const missing = turns.members.filter((id) => !present.includes(id) && !isKnown(id))
  const changes: TurnChange[] = [
    ...turns.changes.filter((change) => change.kind !== 'absent' || !present.includes(change.personId)),
    ...missing.map((personId) => ({ kind: 'absent', personId }) as const),
  ]
  // A meeting that has held all the rounds that a plan knows begins a new one.
  const { history, held } = turns
  const about = held.length < mostRounds ? turns : { ...turns, history: [...history, ...held], held: [], rounds: 1 }
  const next = about.held.length
  const withoutFocus = [
    ...turns.withoutFocus.filter((round) => round !== next),
    ...(protocol.focusRole === null ? [next] : []),
  ]
  const [roles = null] = present.length > 0 ? planMeeting({ ...about, withoutFocus, changes }) : []
  return { casting: castOf(protocol, roles), roles }
}

function castOf(protocol: Protocol, proposal: RoundRoles | null): Casting {
  const roles = proposal ? rolesFor(protocol, proposal) : []
  const isIn = (id: string | null | undefined): id is string => roles.some(({ personId }) => personId === id)
  const leads = roles.find(({ role }) => role === protocol.leadRole)?.personId ?? proposal?.supervisorId
  const keeper = proposal?.timekeeperId ?? null
  return {
    roles,
    leadId: isIn(leads) ? leads : (roles[0]?.personId ?? ''),
    timekeeperId: isIn(keeper) ? keeper : null,
  }
}

/** Whose case it is and who leads, if the two have said that they do not supervise each other's cases. */
export function tiedPair(
  { focusRole }: Pick<Protocol, 'focusRole'>,
  { roles, leadId }: Casting,
  ties: MeetingTurns['ties'],
): readonly [string, string] | null {
  const focus = roles.find(({ role }) => role === focusRole)?.personId
  if (focus === undefined || focus === leadId) return null
  return ties.some((pair) => pair.includes(focus) && pair.includes(leadId)) ? [focus, leadId] : null
}

/** `to` gets what `from` has, and `from` what `to` has: nobody loses a place in the round, unless `to` had none. */
export function swapped(
  { roles, leadId, timekeeperId }: Casting,
  protocol: Protocol,
  from: string,
  to: string,
): Casting {
  const other = (id: string) => (id === from ? to : id === to ? from : id)
  const changed = roles.map(({ personId, role }) => ({ personId: other(personId), role }))
  const isLeadARole = protocol.leadRole !== null
  const leads = changed.find(({ role }) => role === protocol.leadRole)?.personId
  const stillIn = (id: string | null) => (changed.some(({ personId }) => personId === id) ? id : null)
  return {
    roles: changed,
    leadId: (isLeadARole ? leads : stillIn(leadId)) ?? changed[0]?.personId ?? '',
    timekeeperId: stillIn(timekeeperId),
  }
}

/** What keeps these people from beginning, or nothing. */
export function problemsOf(protocol: Protocol, { roles, leadId, timekeeperId }: Casting): readonly RoleProblem[] {
  try {
    checkRoles(protocol, roles, leadId, timekeeperId)
    return []
  } catch (refusal) {
    if (refusal instanceof RolesDoNotFit) return refusal.problems
    throw refusal
  }
}
