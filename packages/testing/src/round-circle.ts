import { randomUUID } from 'node:crypto'
import type { RoundHappening } from '@lederkreds/domain/supervision/round'
import type { Seed, SeededPerson } from './seed.ts'

const names = ['Ada', 'Ben', 'Cai', 'Dea', 'Eva'] as const

/** A network of five with its consultant, somebody who has left it, somebody undecided, and a leader of another one. */
export function roundCircle(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const person = (name: string) => seed.person(organisation, { name })
  const members = names.map(person) as [SeededPerson, SeededPerson, SeededPerson, SeededPerson, SeededPerson]
  const [ada, ben, cai, dea, eva] = members
  const [ole, fie, ulla] = [person('Ole'), person('Fie'), person('Ulla')]
  const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const kit = seed.person(organisation, { name: 'Kit', roles: ['consultant'] })
  const rut = seed.person(organisation, { name: 'Rut', roles: ['admin'] })
  const network = seed.network(organisation, {
    name: 'Nord',
    consultant: kim,
    members,
    former: [fie],
    undecided: [ulla],
    convenor: eva,
  })
  seed.add('network_consultant', { network_id: network.id, person_id: kit.id, access_until: '2199-12-31' })
  const elsewhere = seed.network(organisation, { name: 'Syd', consultant: kim, members: [ole] })
  const meeting = seed.meeting(network, { startsAt: new Date(seed.now.getTime() - 3_600_000) })
  const meetingElsewhere = seed.meeting(elsewhere, { startsAt: seed.now })
  return { ada, ben, cai, dea, eva, ole, fie, ulla, kim, kit, rut, network, meeting, meetingElsewhere }
}

export type RoundCircle = ReturnType<typeof roundCircle>

/** Of Ada's case, led by Ben, with Cai and Dea as the team; Eva, the convenor, watches. */
export const roundInput = ({ ada, ben, cai, dea, network }: RoundCircle, more: object = {}) => ({
  id: `Round_${randomUUID()}`,
  networkId: `Network_${network.id}`,
  method: 'reflekterende-team',
  roles: rolesOf([ada, 'fokusperson'], [ben, 'supervisor'], [cai, 'team'], [dea, 'team']),
  leadId: `Person_${ben.id}`,
  stays: 'focusPerson',
  ...more,
})

export const rolesOf = (...taken: [SeededPerson, string][]) =>
  taken.map(([person, role]) => ({ personId: `Person_${person.id}`, role }))

/** An event as a device hands it in, at this moment unless told. */
export function roundEvent(clock: number, { kind, ...detail }: RoundHappening, at = new Date()) {
  return { id: randomUUID(), clock, at: at.toISOString(), kind, detail }
}

export const beginRound = `mutation ($input: BeginRoundInput!) { beginRound(input: $input) { __typename
  ... on Round { id method stays staysUntil eventSeq viewerCanLead viewerTakesPart startedAt endedAt protocol
    meeting { id } lead { name } timekeeper { name } facilitator { name } people { role isFocus isViewer person { name } } }
  ... on InvalidInput { issues { path problem } } ... on RolesDoNotFit { problems } } }`

export const recordEvents = `mutation ($id: ID!, $events: [RoundEventInput!]!) {
  recordRoundEvents(roundId: $id, events: $events) { __typename
    ... on RecordedEvents { ids eventSeq } ... on InvalidInput { issues { path problem } } } }`

export const followRound = `subscription ($id: ID!, $after: Int!) {
  roundEvents(roundId: $id, afterSeq: $after) { seq id clock by kind detail } }`
