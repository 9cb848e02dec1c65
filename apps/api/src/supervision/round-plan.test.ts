import { type RoundCircle, roundCircle } from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const fields = `plannedRounds { number method hasFocus protocol { id newest { number } } } roundsVersion viewerCanPlanRounds`
const ask = async (person: SeededPerson, document: string, variables: object) => {
  const { data, errors } = await (await server.as(person))<Record<string, unknown>>(document, variables)
  return errors?.[0]?.extensions?.code ?? Object.values(data ?? {})[0]
}
type Round = { method: string; protocolId?: string }
const plan = (person: SeededPerson, { meeting }: Pick<RoundCircle, 'meeting'>, version: number, ...rounds: Round[]) =>
  ask(
    person,
    `mutation ($id: ID!, $version: Int!, $rounds: [PlannedRoundInput!]!) {
      planRounds(meetingId: $id, version: $version, rounds: $rounds) { __typename ... on Meeting { ${fields} }
        ... on InvalidInput { issues { path problem } } ... on Stale { yours theirs } } }`,
    { id: `Meeting_${meeting.id}`, version, rounds },
  )
const seen = (person: SeededPerson, { meeting }: Pick<RoundCircle, 'meeting'>) =>
  ask(person, `query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`, { id: `Meeting_${meeting.id}` })
const kept = ({ meeting }: Pick<RoundCircle, 'meeting'>) =>
  server.look<{ number: number; method: string }>(
    'SELECT number, method FROM planned_round WHERE meeting_id = $1 ORDER BY number',
    [meeting.id],
  )
const [troika, sparring] = [{ method: 'troika' }, { method: 'kollegial-sparring-8-trin' }]
const nobody = { plannedRounds: null, roundsVersion: 0 }
const notFound = 'NOT_FOUND'
/** All who are not to plan, and of them those who do not see it either. */
const others = ({ ada, ole, fie, ulla, rut }: RoundCircle) => [ada, ole, fie, ulla, rut]
const strangers = (made: RoundCircle) => others(made).filter((person) => person !== made.ada)

/** What Kim has made of a method for her organisation's networks, and what somebody elsewhere has. */
const adapted = (made: RoundCircle) =>
  server.seed((seed) => {
    const elsewhere = seed.person(seed.organisation('Odense'), { name: 'Liv', roles: ['consultant'] })
    return {
      ours: `Protocol_${seed.protocol(made.kim, 'kollegial-sparring-8-trin', [{}, {}]).id}`,
      forTwo: `Protocol_${seed.protocol(made.kim, 'anerkendende-interview', [{ maxParticipants: 2 }]).id}`,
      theirs: `Protocol_${seed.protocol(elsewhere, 'kollegial-sparring-8-trin', [{}]).id}`,
    }
  })

describe('the rounds of a meeting', () => {
  test('are planned by nobody at first, then by the convenor and by the consultant; every member sees them', async () => {
    const made = await server.seed(roundCircle)
    expect(await seen(made.ada, made)).toEqual({ ...nobody, viewerCanPlanRounds: false })
    expect(await plan(made.eva, made, 0, troika, sparring)).toEqual({
      __typename: 'Meeting',
      plannedRounds: [
        { number: 1, method: 'troika', hasFocus: false, protocol: null },
        { number: 2, method: 'kollegial-sparring-8-trin', hasFocus: true, protocol: null },
      ],
      roundsVersion: 1,
      viewerCanPlanRounds: true,
    })
    expect(await plan(made.kim, made, 1, sparring)).toMatchObject({ plannedRounds: [{ number: 1 }], roundsVersion: 2 })
    expect(await seen(made.ada, made)).toMatchObject({ plannedRounds: [sparring], roundsVersion: 2 })
    expect(await seen(made.kit, made)).toMatchObject({ viewerCanPlanRounds: true })
  })

  test('can be none at all, which is something else than that nobody has planned', async () => {
    const made = await server.seed(roundCircle)
    expect(await plan(made.eva, made, 0)).toMatchObject({ plannedRounds: [], roundsVersion: 1 })
    expect(await seen(made.ada, made)).toMatchObject({ plannedRounds: [], roundsVersion: 1 })
  })

  test('can be by what the organisation has made of a method, until that is out of the toolbox', async () => {
    const made = await server.seed(roundCircle)
    const { ours } = await adapted(made)
    const own = { ...sparring, protocolId: ours }
    expect(await plan(made.eva, made, 0, own)).toMatchObject({
      plannedRounds: [{ ...sparring, protocol: { id: ours, newest: { number: 2 } } }],
    })
    await ask(made.kim, 'mutation ($id: ID!) { archiveProtocol(id: $id) { id } }', { id: ours })
    expect(await seen(made.ada, made)).toMatchObject({
      plannedRounds: [{ ...sparring, hasFocus: true, protocol: null }],
    })
    expect(await plan(made.eva, made, 1, own)).toBe(notFound)
    expect(await kept(made)).toEqual([{ number: 1, ...sparring }])
  })

  test('tell those who follow the network, and no calendar', async () => {
    const made = await server.seed(roundCircle)
    const { network, meeting } = made
    const told = () => server.look('SELECT sequence, version FROM meeting WHERE id = $1', [meeting.id])
    const before = await told()
    await plan(made.eva, made, 0, troika)
    expect(await server.look('SELECT kind, subject_id FROM event WHERE network_id = $1', [network.id])).toEqual([
      { kind: 'roundsPlanned', subject_id: meeting.id },
    ])
    expect(await told()).toEqual(before)
    expect(await server.look('SELECT FROM letter WHERE network_id = $1', [network.id])).toEqual([])
  })
})

describe('a plan is refused', () => {
  test('where a method is unknown or for one or two, and where there are too many', async () => {
    const made = await server.seed(roundCircle)
    const { forTwo } = await adapted(made)
    const refused = (path: string, problem: string) => ({ __typename: 'InvalidInput', issues: [{ path, problem }] })
    expect(await plan(made.eva, made, 0, { method: 'poker' })).toEqual(refused('rounds.0.method', 'unknown'))
    for (const wrong of [{ method: 'spot-styrker' }, { method: 'anerkendende-interview', protocolId: forTwo }])
      expect(await plan(made.eva, made, 0, troika, wrong)).toEqual(refused('rounds.1.method', 'tooSmall'))
    expect(await plan(made.eva, made, 0, troika, troika, troika, troika, troika)).toEqual(refused('rounds', 'tooMany'))
    expect(await seen(made.eva, made)).toMatchObject(nobody)
  })

  test("with another organisation's protocol, and with one that was made from another method", async () => {
    const made = await server.seed(roundCircle)
    const { ours, theirs } = await adapted(made)
    expect(await plan(made.eva, made, 0, { ...sparring, protocolId: theirs })).toBe(notFound)
    expect(await plan(made.eva, made, 0, { ...troika, protocolId: ours })).toBe(notFound)
    expect(await seen(made.eva, made)).toMatchObject(nobody)
  })

  test('when the meeting is over or cancelled', async () => {
    const made = await server.seed(roundCircle)
    const set = (change: string) =>
      server.look(`UPDATE meeting SET ${change} WHERE id = $1 RETURNING id`, [made.meeting.id])
    await plan(made.eva, made, 0, troika)
    await set("ends_at = now() - interval '1 second'")
    expect(await plan(made.eva, made, 1, sparring)).toEqual({ __typename: 'MeetingOver' })
    await set('cancelled_at = now()')
    expect(await plan(made.eva, made, 1, sparring)).toEqual({ __typename: 'MeetingCancelled' })
    expect(await seen(made.eva, made)).toMatchObject({ plannedRounds: [troika], viewerCanPlanRounds: false })
  })

  test('of anybody else, and none but those inside see it', async () => {
    const made = await server.seed(roundCircle)
    await plan(made.eva, made, 0, troika)
    for (const person of others(made)) expect(await plan(person, made, 1, sparring), person.name).toBe(notFound)
    for (const person of strangers(made)) expect(await seen(person, made), person.name).toBe(notFound)
    expect(await plan(made.eva, { meeting: made.meetingElsewhere }, 0, troika)).toBe(notFound)
    expect(await kept(made)).toEqual([{ number: 1, ...troika }])
  })

  test('to whoever was slower, and what the other planned stands whole', async () => {
    const made = await server.seed(roundCircle)
    for (const version of [0, 1]) {
      const answers = await Promise.all([
        plan(made.eva, made, version, troika, troika),
        plan(made.kim, made, version, sparring),
      ])
      expect(answers.filter((each) => (each as { __typename: string }).__typename === 'Meeting')).toHaveLength(1)
      expect(answers).toContainEqual({ __typename: 'Stale', yours: version, theirs: version + 1 })
      const [first, ...rest] = await kept(made)
      expect(rest).toEqual(first?.method === 'troika' ? [{ number: 2, ...troika }] : [])
    }
    expect(await plan(made.eva, made, 7, troika)).toEqual({ __typename: 'Stale', yours: 7, theirs: 2 })
  })
})

test('the rows alone say who plans, until when, and with what', async () => {
  const made = await server.seed(roundCircle)
  const { eva, kim, ada, network, meeting, meetingElsewhere } = made
  const { ours, theirs } = await adapted(made)
  const as = async (person: SeededPerson, text: string) => {
    const { token } = await server.as(person)
    return server.api.database.operation(hashToken(token), false, (db) => db.$executeRawUnsafe(text))
  }
  const begins = (at = meeting.id) =>
    `INSERT INTO round_plan (meeting_id, network_id) VALUES ('${at}', '${network.id}')`
  const adds = (number: number, method: string, protocol?: string) =>
    `INSERT INTO planned_round (meeting_id, network_id, number, method, protocol_id) VALUES ('${meeting.id}',
      '${network.id}', ${number}, '${method}', ${protocol ? `'${protocol.slice('Protocol_'.length)}'` : 'NULL'})`
  const refused = /row-level security/
  for (const person of others(made)) await expect(as(person, begins()), person.name).rejects.toThrow(refused)
  await expect(as(eva, begins(meetingElsewhere.id))).rejects.toThrow(refused)
  await as(eva, begins())
  await as(kim, adds(1, 'kollegial-sparring-8-trin', ours))
  for (const person of others(made)) {
    await expect(as(person, adds(2, 'troika')), person.name).rejects.toThrow(refused)
    for (const text of ['DELETE FROM planned_round', 'UPDATE round_plan SET version = 9'])
      expect(await as(person, text), person.name).toBe(0)
  }
  await expect(as(eva, adds(2, 'kollegial-sparring-8-trin', theirs))).rejects.toThrow(refused)
  await expect(as(eva, adds(2, 'troika', ours))).rejects.toThrow(refused)
  for (const words of [adds(5, 'troika'), adds(2, 'Om Bos sag')])
    await expect(as(eva, words)).rejects.toThrow(/check constraint/)
  await expect(as(eva, "UPDATE planned_round SET method = 'troika'")).rejects.toThrow(/permission denied/)
  await expect(as(eva, 'DELETE FROM round_plan')).rejects.toThrow(/permission denied/)
  await server.look('UPDATE protocol SET archived_at = now() WHERE id = $1 RETURNING id', [
    ours.slice('Protocol_'.length),
  ])
  await expect(as(eva, adds(2, 'kollegial-sparring-8-trin', ours))).rejects.toThrow(refused)
  await server.look("UPDATE meeting SET ends_at = now() - interval '1 second' WHERE id = $1 RETURNING id", [meeting.id])
  await expect(as(eva, adds(2, 'troika'))).rejects.toThrow(refused)
  for (const text of ['DELETE FROM planned_round', 'UPDATE round_plan SET version = 9'])
    expect(await as(eva, text)).toBe(0)
  expect(await as(ada, 'SELECT FROM planned_round')).toBe(1)
})

test('a plan goes with its meeting', async () => {
  const made = await server.seed(roundCircle)
  await plan(made.eva, made, 0, troika)
  await server.look('DELETE FROM meeting WHERE id = $1 RETURNING id', [made.meeting.id])
  expect(await kept(made)).toEqual([])
  expect(await server.look('SELECT FROM round_plan WHERE meeting_id = $1', [made.meeting.id])).toEqual([])
})
