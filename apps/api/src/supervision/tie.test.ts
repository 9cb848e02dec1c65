import { type RoundCircle, roundCircle } from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const ties = 'ties { by { name } with { name } viewerCanRemove } viewerCanDeclareTies'
const ask = async (person: SeededPerson, document: string, variables: object) => {
  const { data, errors } = await (await server.as(person))<Record<string, unknown>>(document, variables)
  return errors?.[0]?.extensions?.code ?? Object.values(data ?? {})[0]
}
const tell =
  (name: 'declareTie' | 'removeTie') =>
  (person: SeededPerson, { network }: RoundCircle, to: SeededPerson) =>
    ask(
      person,
      `mutation ($id: ID!, $to: ID!) { ${name}(networkId: $id, personId: $to) { __typename ... on Network { ${ties} }
      ... on InvalidInput { issues { path problem } } } }`,
      { id: `Network_${network.id}`, to: `Person_${to.id}` },
    )
const [declare, remove] = [tell('declareTie'), tell('removeTie')]
const seen = (person: SeededPerson, { network }: RoundCircle) =>
  ask(person, `query ($id: ID!) { network(id: $id) { ${ties} } }`, { id: `Network_${network.id}` })
const kept = ({ network }: RoundCircle) => server.look('SELECT FROM declared_tie WHERE network_id = $1', [network.id])

test('a tie is declared by either, seen by every member, and taken back by whoever declared it', async () => {
  const made = await server.seed(roundCircle)
  for (const _ of [1, 2])
    expect(await declare(made.ada, made, made.ben)).toMatchObject({
      ties: [{ by: { name: 'Ada' }, with: { name: 'Ben' }, viewerCanRemove: true }],
      viewerCanDeclareTies: true,
    })
  await declare(made.ben, made, made.ada)
  expect(await seen(made.cai, made)).toMatchObject({
    ties: [
      { by: { name: 'Ada' }, viewerCanRemove: false },
      { by: { name: 'Ben' }, viewerCanRemove: false },
    ],
  })
  for (const _ of [1, 2])
    expect(await remove(made.ada, made, made.ben)).toMatchObject({ ties: [{ by: { name: 'Ben' } }] })
  await remove(made.cai, made, made.ada)
  expect(await kept(made)).toHaveLength(1)
  const kinds = await server.look<{ kind: string; subject_id: string | null }>(
    'SELECT DISTINCT kind, subject_id FROM event WHERE network_id = $1',
    [made.network.id],
  )
  expect(kinds).toEqual([{ kind: 'tiesChanged', subject_id: null }])
})

test('nobody is tied to herself, or to somebody who is not in the network', async () => {
  const made = await server.seed(roundCircle)
  expect(await declare(made.ada, made, made.ada)).toEqual({
    __typename: 'InvalidInput',
    issues: [{ path: 'personId', problem: 'duplicate' }],
  })
  for (const other of [made.ole, made.fie, made.ulla, made.kim])
    expect(await declare(made.ada, made, other), other.name).toBe('NOT_FOUND')
  await server.look("UPDATE network SET state = 'closed' WHERE id = $1 RETURNING id", [made.network.id])
  expect(await declare(made.ada, made, made.ben)).toBe('NOT_FOUND')
  expect(await kept(made)).toEqual([])
})

test('nobody outside of the network hears of it: not its consultant, no administrator, no former member', async () => {
  const made = await server.seed(roundCircle)
  await declare(made.ada, made, made.ben)
  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.kit, made.rut]) {
    expect(await declare(person, made, made.ada), person.name).toBe('NOT_FOUND')
    expect(await remove(person, made, made.ben), person.name).toBe('NOT_FOUND')
  }
  expect(await seen(made.kim, made)).toEqual({ ties: [], viewerCanDeclareTies: false })
  for (const person of [made.ole, made.fie, made.ulla, made.rut]) expect(await seen(person, made)).toBeNull()
})

test('the rows alone say the same', async () => {
  const made = await server.seed(roundCircle)
  const { ada, ben, cai, network } = made
  const session = async (person: SeededPerson) => hashToken((await server.as(person)).token)
  const as = async (person: SeededPerson, text: string) =>
    server.api.database.operation(await session(person), false, (db) => db.$executeRawUnsafe(text))
  const read = async (person: SeededPerson) =>
    server.api.database.operation(await session(person), true, (db) =>
      db.$queryRawUnsafe('SELECT by_id FROM declared_tie'),
    )
  const ties = (by: SeededPerson, other: SeededPerson) =>
    `INSERT INTO declared_tie (network_id, by_id, with_id) VALUES ('${network.id}', '${by.id}', '${other.id}')`
  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.rut]) {
    await expect(as(person, ties(person, ada)), person.name).rejects.toThrow(/row-level security/)
    await expect(as(ada, ties(ada, person)), person.name).rejects.toThrow(/row-level security/)
  }
  await expect(as(cai, ties(ada, ben))).rejects.toThrow(/row-level security/)
  await expect(as(ada, ties(ada, ada))).rejects.toThrow(/row-level security/)
  await as(ada, ties(ada, ben))
  for (const person of [ben, made.kim, made.fie]) expect(await as(person, 'DELETE FROM declared_tie')).toBe(0)
  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.rut])
    expect(await read(person), person.name).toEqual([])
  expect(await read(cai)).toEqual([{ by_id: ada.id }])
})
