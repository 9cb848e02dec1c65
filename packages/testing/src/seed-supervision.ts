import type { RoundStays } from '@lederkreds/domain/supervision/round-input'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import type { Seed, SeededMeeting, SeededNetwork, SeededPerson, SeededRound } from './seed.ts'

type RoundOptions = {
  method: MethodId
  /** A version of an own protocol that was made from the method; the round has the method's own phases all the same. */
  versionId?: string
  people: SeededPerson[]
  timekeeper?: SeededPerson
  facilitator?: SeededPerson
  meeting?: SeededMeeting
  stays?: RoundStays
  staysUntil?: string
  beganAt?: Date
  /** An ended round has its two events; an open one has none yet. */
  endedAt?: Date
}

/** The rounds of a meeting as they are planned; with an id by the own protocol that it is of. */
export function addRoundPlan(
  seed: Seed,
  network: SeededNetwork,
  meeting: SeededMeeting,
  rounds: readonly { method: MethodId; protocolId?: string }[],
  version = 1,
) {
  const plan = { meeting_id: meeting.id, network_id: network.id }
  seed.add('round_plan', { ...plan, version })
  rounds.forEach(({ method, protocolId }, at) => {
    seed.add('planned_round', { ...plan, number: at + 1, method, protocol_id: protocolId ?? null })
  })
}

/** A round that has been begun, with its roles in the order of the people; `lead` is who has the protocol's lead role. */
export function addRound(
  seed: Seed,
  network: SeededNetwork,
  {
    method,
    versionId,
    people,
    timekeeper,
    facilitator,
    meeting,
    stays = 'focusPerson',
    staysUntil,
    beganAt = seed.now,
    endedAt,
  }: RoundOptions,
): SeededRound {
  const id = seed.uuid4()
  const protocol = protocolOf(method)
  const roles = fillRoles(protocol, people.length)
  const lead = people[Math.max(0, roles.indexOf(protocol.leadRole ?? ''))] ?? people[0]
  if (!lead) throw new Error('a round needs people')
  seed.add('round', {
    id,
    network_id: network.id,
    meeting_id: meeting?.id ?? null,
    method,
    protocol: JSON.stringify(protocol),
    protocol_version_id: versionId ?? null,
    lead_id: lead.id,
    timekeeper_id: timekeeper?.id ?? null,
    facilitator_id: facilitator?.id ?? null,
    stays,
    stays_until: staysUntil ?? null,
    begun_by_id: lead.id,
    created_at: beganAt,
  })
  people.forEach((person, index) => {
    const role = roles[index] ?? ''
    seed.add('round_role', {
      round_id: id,
      network_id: network.id,
      person_id: person.id,
      role,
      is_focus: role === protocol.focusRole,
    })
  })
  const log = [['started', beganAt] as const, ...(endedAt ? [['ended', endedAt] as const] : [])]
  if (endedAt) addRoundEvents(seed, id, network, lead, log)
  const row = (seed.rows.get('round') ?? []).at(-1)
  if (row && endedAt) Object.assign(row, { started_at: beganAt, ended_at: endedAt })
  return { id, lead, people: people.map((person, index) => ({ person, role: roles[index] ?? '' })) }
}

function addRoundEvents(
  seed: Seed,
  roundId: string,
  network: SeededNetwork,
  by: SeededPerson,
  log: readonly (readonly [string, Date])[],
) {
  log.forEach(([kind, at], index) => {
    seed.add('round_event', {
      round_id: roundId,
      network_id: network.id,
      seq: index + 1,
      id: seed.uuid4(),
      clock: index + 1,
      at,
      by_id: by.id,
      kind,
      detail: '{}',
    })
  })
}

/** Roles for so many people: each as often as the protocol says, in its order, and those who are left take the rest. */
function fillRoles({ roles }: Protocol, people: number): string[] {
  const fixed = roles.flatMap(({ id, count }) => (typeof count === 'number' ? Array<string>(count).fill(id) : []))
  const rest = roles.find(({ count }) => typeof count !== 'number')?.id ?? ''
  return Array.from({ length: people }, (_, index) => fixed[index] ?? rest)
}
