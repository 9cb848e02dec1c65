import {
  beginRound,
  recordEvents,
  rolesOf,
  roundCircle,
  roundEvent,
  roundInput,
} from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Begun by Dea, who is not in it: of Ada's case, led by Ben. */
async function waitingRound() {
  const made = await server.seed(roundCircle)
  const roles = rolesOf([made.ada, 'fokusperson'], [made.ben, 'supervisor'], [made.cai, 'team'], [made.eva, 'team'])
  const input = roundInput(made, { roles })
  await (await server.as(made.dea))(beginRound, { input })
  return { ...made, id: input.id }
}

const callOff = async (person: SeededPerson, id: string) => {
  const { data, errors } = await (await server.as(person))<{ callOffRound: object }>(
    `mutation ($id: ID!) { callOffRound(id: $id) { __typename
      ... on Round { startedAt endedAt viewerCanCallOff network { openRound { id } } } } }`,
    { id },
  )
  return data?.callOffRound ?? errors?.[0]?.extensions?.code
}
const can = async (person: SeededPerson, id: string) => {
  const read = 'query ($id: ID!) { node(id: $id) { ... on Round { viewerCanCallOff } } }'
  const { data } = await (await server.as(person))<{ node: { viewerCanCallOff: boolean } | null }>(read, { id })
  return data?.node?.viewerCanCallOff ?? null
}

test.each(['dea', 'eva', 'ben'] as const)('%s ends a round before it starts, and another can begin', async (who) => {
  const made = await waitingRound()
  expect(await can(made[who], made.id)).toBe(true)
  expect(await callOff(made[who], made.id)).toEqual({
    __typename: 'Round',
    startedAt: null,
    endedAt: expect.any(String),
    viewerCanCallOff: false,
    network: { openRound: null },
  })
  const log = await server.look('SELECT kind, by_id FROM round_event WHERE round_id = $1', [made.id.slice(6)])
  expect(log).toEqual([{ kind: 'ended', by_id: made[who].id }])
  const { data } = await (await server.as(made.ada))<{ beginRound: object }>(beginRound, { input: roundInput(made) })
  expect(data?.beginRound).toMatchObject({ __typename: 'Round' })
})

test('nobody else does', async () => {
  const made = await waitingRound()
  for (const person of [made.ada, made.cai]) {
    expect(await can(person, made.id)).toBe(false)
    expect(await callOff(person, made.id), person.name).toBe('NOT_FOUND')
  }
  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.rut]) {
    expect(await can(person, made.id)).toBe(null)
    expect(await callOff(person, made.id), person.name).toBe('NOT_FOUND')
    const { token } = await server.as(person)
    await expect(
      server.api.database.operation(hashToken(token), false, (db) =>
        db.$executeRawUnsafe(`SELECT app.call_off_round('${made.id.slice(6)}')`),
      ),
      person.name,
    ).rejects.toThrow(/not to be called off/)
  }
  expect(await server.look('SELECT FROM round_event WHERE round_id = $1', [made.id.slice(6)])).toEqual([])
})

test('once it has started it is ended from within, and an ended one stays as it is', async () => {
  const made = await waitingRound()
  const record = async (event: object) => (await server.as(made.ben))(recordEvents, { id: made.id, events: [event] })
  await record(roundEvent(1, { kind: 'started' }))
  for (const person of [made.dea, made.ben]) {
    expect(await can(person, made.id)).toBe(false)
    expect(await callOff(person, made.id)).toEqual({ __typename: 'RoundStarted' })
  }
  await record(roundEvent(2, { kind: 'ended' }))
  expect(await callOff(made.eva, made.id)).toEqual({ __typename: 'RoundIsOver' })
})

test('whoever began it and has left the network since does not', async () => {
  const made = await waitingRound()
  await (await server.as(made.dea))('mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', {
    id: `Network_${made.network.id}`,
  })
  expect(await callOff(made.dea, made.id)).toBe('NOT_FOUND')
})
