import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

test('the viewer is the person whose session it is, and nobody without one', async () => {
  const person = await server.seed((seed) => seed.person(seed.organisation('Aarhus'), { name: 'Mette' }))
  const mette = await server.as(person)
  expect(await mette('{ viewer { id name organisation { name } } }')).toEqual({
    data: { viewer: { id: `Person_${person.id}`, name: 'Mette', organisation: { name: 'Aarhus' } } },
  })
  expect(await server.ask(null, '{ viewer { name } }')).toEqual({ data: { viewer: null } })
})

const editProfile = `mutation ($input: EditProfileInput!, $version: Int!) {
  editProfile(input: $input, version: $version) { __typename ... on Viewer { name } ... on InvalidInput { issues { path problem } } }
}`
const profile = { name: 'Mette Holm', title: 'Skoleleder', workplace: '' }

test('a refused mutation writes nothing; a retry with the same request id changes nothing', async () => {
  const person = await server.seed((seed) => seed.person(seed.organisation('Aarhus'), { name: 'Mette' }))
  const mette = await server.as(person)
  expect(await mette(editProfile, { input: { ...profile, name: ' ' }, version: 1 })).toEqual({
    data: { editProfile: { __typename: 'InvalidInput', issues: [{ path: 'name', problem: 'empty' }] } },
  })
  const id = crypto.randomUUID()
  const done = { data: { editProfile: { __typename: 'Viewer', name: 'Mette Holm' } } }
  expect(await mette(editProfile, { input: profile, version: 1 }, id)).toEqual(done)
  await mette(editProfile, { input: { ...profile, name: 'Somebody' }, version: 2 })
  expect(await mette(editProfile, { input: profile, version: 1 }, id)).toEqual(done)
  expect(await mette('{ viewer { name } }')).toEqual({ data: { viewer: { name: 'Somebody' } } })
  expect((await mette(editProfile, { input: { ...profile, name: 'Other' }, version: 3 }, id)).errors).toBeTruthy()
})

test('all that a query reads is of one moment, however long it takes', async () => {
  const [first, last] = await server.api.database.operation(null, true, async (db) => {
    const moment = () => db.$queryRaw`SELECT pg_current_snapshot()::text AS moment`
    const first = await moment()
    await server.seed((seed) => seed.organisation('Odense'))
    return [first, await moment()]
  })
  expect(last).toEqual(first)
})

test('a network is there for its members only', async () => {
  const { inside, outside, network } = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const inside = seed.person(organisation, { name: 'Ada' })
    const outside = seed.person(organisation, { name: 'Eva' })
    const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    return { inside, outside, network: seed.network(organisation, { name: 'Nord', consultant, members: [inside] }) }
  })
  const query = `{ node(id: "Network_${network.id}") { ... on Network { name } } }`
  expect(await (await server.as(inside))(query)).toEqual({ data: { node: { name: 'Nord' } } })
  const refused = await (await server.as(outside))(query)
  expect(refused).toEqual({
    data: { node: null },
    errors: [expect.objectContaining({ extensions: { code: 'NOT_FOUND' } })],
  })
  expect(await (await server.as(inside))(query.replace(network.id, crypto.randomUUID()))).toEqual(refused)
})
