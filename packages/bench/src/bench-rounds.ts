import { randomUUID } from 'node:crypto'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { load } from '@lederkreds/testing/load'
import { Seed, type SeededPerson } from '@lederkreds/testing/seed'
import { type Bed, withClient } from './bed.ts'
import { round } from './interleave.ts'

export type Times = { p50: number; p99: number }

const [here, there] = protocolOf('tre-to-en').phases.map(({ id }) => id) as [string, string]

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

/** Counts what so many listeners hear: `after` answers how long it took from an act until all of them have heard once more. */
export function hearing(listeners: number) {
  let [heard, wake] = [0, () => {}]
  const hear = () => {
    heard++
    if (heard === listeners) wake()
  }
  const after = async (act: () => Promise<void>): Promise<number> => {
    heard = 0
    const all = new Promise<void>((resolve) => (wake = resolve))
    const began = performance.now()
    const acting = act()
    await all
    const took = performance.now() - began
    await acting
    return took
  }
  return { hear, after }
}

/** The lead's device: to and fro between the first two phases. */
export function pressing({ url }: { url: string }, of: BenchRound, known = 0) {
  let [from, to, clock] = [here, there, known]
  const press = (kind: string, detail = {}) => {
    clock += 1
    return handIn(url, of, [made(clock, kind, detail)])
  }
  return {
    start: () => press('started'),
    next: () => {
      const detail = { from, to }
      ;[from, to] = [to, from]
      return press('advanced', detail)
    },
  }
}

/** Milliseconds, in the middle and of the slowest hundredth. */
export function times(all: readonly number[]): Times {
  const sorted = all.toSorted((one, other) => one - other)
  const at = (part: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN, 2)
  return { p50: at(0.5), p99: at(0.99) }
}
