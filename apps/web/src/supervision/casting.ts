import { checkRoles, type RoleProblem, RolesDoNotFit, type RoleTaken } from '@lederkreds/domain/supervision/round-roles'
import type { RoundRoles } from '@lederkreds/domain/supervision/turn'
import { proposeRoles, rolesFor } from '@lederkreds/domain/supervision/turn-order'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'

/** Who is what in a round that is about to begin. */
export interface Casting {
  readonly roles: readonly RoleTaken[]
  readonly leadId: string
  readonly timekeeperId: string | null
}

/** What the turn order proposes to those who are here, in the order of `present`; `history` oldest first. */
export function castOf(protocol: Protocol, present: readonly string[], history: readonly RoundRoles[]): Casting {
  const turns = { protocol, rounds: 1, present, history, passes: [], ties: [], swaps: [], kept: [] }
  const [proposal] = present.length > 0 ? proposeRoles(turns) : []
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
