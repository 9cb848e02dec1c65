import { hourAhead } from './day.ts'
import type { Seed, SeededMeeting, SeededNetwork, SeededPerson } from './seed.ts'
import type { WorldPeople } from './world-people.ts'

type Meetings = { planned: SeededMeeting; over: SeededMeeting }

/** One round under way, of members only, and one that has ended, which the consultant facilitated. */
export function addWorldRounds(
  seed: Seed,
  network: SeededNetwork,
  meetings: Meetings,
  { people: { member, convenor, consultant }, peer, more }: WorldPeople,
) {
  return {
    open: seed.round(network, { method: 'reflekterende-team', people: [member, convenor, ...more] }).id,
    facilitated: seed.round(network, {
      method: 'reflekterende-team',
      people: [member, convenor, ...more],
      timekeeper: peer,
      facilitator: consultant,
      meeting: meetings.over,
      stays: 'group',
      staysUntil: '2199-12-31',
      beganAt: hourAhead(seed.now, -24 * 40),
      endedAt: hourAhead(seed.now, -24 * 40 + 1),
    }).id,
  }
}

/** Passed turns, a swapped one and ties. */
export function addTurns(
  seed: Seed,
  network: SeededNetwork,
  meetings: Meetings,
  { people: { member, convenor }, peer, more }: WorldPeople,
) {
  const turn = { meeting_id: meetings.planned.id, network_id: network.id }
  for (const person of [convenor, peer]) seed.add('turn_pass', { ...turn, person_id: person.id })
  seed.add('turn_swap', { ...turn, round: 1, role: 'focus', from_id: peer.id, to_id: member.id })
  seed.add('declared_tie', { network_id: network.id, by_id: member.id, with_id: peer.id })
  for (const person of [member, convenor])
    seed.add('declared_tie', { network_id: network.id, by_id: person.id, with_id: more[1]?.id ?? '' })
}

/** Rounds enough in the quiet network for its methods to be counted. */
export function addQuietRounds(
  seed: Seed,
  quiet: SeededNetwork,
  { over }: Meetings,
  member: SeededPerson,
  more: readonly SeededPerson[],
) {
  const [first = member, second = member, third = member] = more
  for (let number = 0; number < 5; number++)
    seed.round(quiet, {
      method: 'triade-supervision',
      people: [first, second, third],
      beganAt: over.startsAt,
      endedAt: over.endsAt,
    })
}

/** The consultant's protocols, and the planned meeting's rounds, of which one is of hers. */
export function addWorldProtocols(seed: Seed, network: SeededNetwork, meetings: Meetings, consultant: SeededPerson) {
  const own = seed.protocol(consultant, 'kollegial-sparring-8-trin', [
    { name: { da: 'Vores sparring', en: 'Our sparring' } },
    { forNewcomers: true },
  ])
  const archived = seed.protocol(consultant, 'troika', [{}])
  const archivedRow = (seed.rows.get('protocol') ?? []).at(-1)
  if (archivedRow) archivedRow.archived_at = seed.now
  const protocols = { own: own.id, version: own.versionIds[1] ?? '', archived: archived.id }
  seed.roundPlan(network, meetings.planned, [
    { method: 'kollegial-sparring-8-trin', protocolId: protocols.own },
    { method: 'troika' },
  ])
  return protocols
}
