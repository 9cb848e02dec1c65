import { randomUUID } from 'node:crypto'
import { load } from '@lederkreds/testing/load'
import { Seed, type SeededPerson } from '@lederkreds/testing/seed'
import { type Bed, withClient } from './bed.ts'

/** A round that has begun, and everybody's session. */
export type BenchRound = { id: string; network: string; lead: string; tokens: string[] }

/** Networks with a round under way each; gone with {@link removeRounds}. */
export async function addRounds({ ownerUrl, large }: Bed, count: number, members: number): Promise<BenchRound[]> {
  const seed = new Seed()
  const consultant = seed.person(large.organisation, { name: 'Kim' })
  const rounds = Array.from({ length: count }, () => {
    const people: SeededPerson[] = Array.from({ length: members }, (_, number) =>
      seed.person(large.organisation, { name: `Leder ${number}` }),
    )
    const network = seed.network(large.organisation, { name: 'Runde', consultant, members: people })
    const { id, lead } = seed.round(network, { method: 'tre-to-en', people: people.slice(0, 12) })
    const tokens = people.map((person) => seed.session(person))
    return { id, network: network.id, lead: tokens[people.indexOf(lead)] ?? '', tokens }
  })
  await load(ownerUrl, seed)
  await withClient(ownerUrl, (client) => client.query(`UPDATE session SET last_used_at = now() + interval '1 hour'`))
  return rounds
}

export const removeRounds = ({ ownerUrl }: Bed, rounds: readonly BenchRound[]) =>
  withClient(ownerUrl, (client) =>
    client.query('DELETE FROM network WHERE id = ANY ($1::uuid[])', [rounds.map(({ network }) => network)]),
  )

const record = `mutation ($id: ID!, $events: [RoundEventInput!]!) {
  recordRoundEvents(roundId: $id, events: $events) { ... on RecordedEvents { ids eventSeq } } }`

export type Made = { id: string; clock: number; kind: string; detail: object }

/** Hands events in as the lead; throws unless all of them are kept. */
export async function handIn(url: string, { id, lead }: BenchRound, events: readonly Made[]): Promise<void> {
  const at = new Date().toISOString()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lederkreds': '1', cookie: `lederkreds-session=${lead}` },
    body: JSON.stringify({
      query: record,
      variables: { id: `Round_${id}`, events: events.map((event) => ({ ...event, at })) },
      extensions: { requestId: randomUUID() },
    }),
  })
  const answer = (await response.json()) as { data?: { recordRoundEvents?: { ids?: string[] } } }
  if (answer.data?.recordRoundEvents?.ids?.length !== events.length) throw new Error(JSON.stringify(answer))
}

export const made = (clock: number, kind: string, detail: object = {}): Made => ({
  id: randomUUID(),
  clock,
  kind,
  detail,
})
