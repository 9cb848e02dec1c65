import { Refusal } from '../errors.ts'
import type { Protocol, ProtocolRole } from '../toolbox/protocol.ts'

export interface RoleTaken {
  readonly personId: string
  readonly role: string
}

/** What does not fit: how many take part, a role that is not the protocol's, how many have it, or who leads or keeps time. */
export type RoleProblem = 'tooFewPeople' | 'tooManyPeople' | 'unknownRole' | 'roleCount' | 'lead' | 'timekeeper'

/** These people cannot take these roles of this protocol; the problems say why, each once. */
export class RolesDoNotFit extends Refusal {
  readonly problems: readonly RoleProblem[]

  constructor(problems: readonly RoleProblem[]) {
    super('RolesDoNotFit')
    this.problems = problems
  }
}

type RolesOf = Pick<Protocol, 'roles' | 'minParticipants' | 'maxParticipants'>

/** Throws {@link RolesDoNotFit} unless everybody has a role, every role is filled as it should be, and both who leads and who keeps time are among them. */
export function checkRoles(
  protocol: RolesOf,
  taken: readonly RoleTaken[],
  leadId: string,
  timekeeperId: string | null,
): void {
  const isIn = (personId: string) => taken.some((one) => one.personId === personId)
  const known = new Set(protocol.roles.map(({ id }) => id))
  const wrong: Record<RoleProblem, boolean> = {
    tooFewPeople: taken.length < protocol.minParticipants,
    tooManyPeople: taken.length > protocol.maxParticipants,
    unknownRole: taken.some(({ role }) => !known.has(role)),
    roleCount: protocol.roles.some((role) => !isFilled(role, taken)),
    lead: !isIn(leadId),
    timekeeper: timekeeperId !== null && !isIn(timekeeperId),
  }
  const problems = (Object.keys(wrong) as RoleProblem[]).filter((problem) => wrong[problem])
  if (problems.length > 0) throw new RolesDoNotFit(problems)
}

function isFilled({ id, count }: ProtocolRole, taken: readonly RoleTaken[]): boolean {
  const having = taken.filter(({ role }) => role === id).length
  if (count === 'all') return having === taken.length
  return count === 'rest' ? having > 0 : having === count
}
