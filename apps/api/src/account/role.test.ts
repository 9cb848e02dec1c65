import { adminCircle } from '@lederkreds/testing/admin-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let owner: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await server.stop()
})

type Ask = Awaited<ReturnType<TestServer['as']>>

async function town() {
  const people = await server.seed(adminCircle)
  return { ...people, asAdmin: await server.as(people.admin) }
}
const codeOf = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code
const gid = ({ id }: { id: string }) => `Person_${id}`
const audit = async (about: SeededPerson) =>
  (
    await owner.query<{ act: string }>('SELECT act FROM audit_entry WHERE person_id = $1 ORDER BY at, id', [about.id])
  ).rows.map(({ act }) => act)

const change = (field: string) =>
  `mutation ($id: ID!, $role: OrganisationRole!) { ${field}(personId: $id, role: $role) { __typename ... on Person { roles } } }`
const give = change('giveRole')
const take = change('takeRole')
const deactivate =
  'mutation ($id: ID!) { deactivatePerson(personId: $id) { __typename ... on Person { position { deactivatedAt } } } }'
const reactivate = 'mutation ($id: ID!) { reactivatePerson(personId: $id) { position { deactivatedAt } } }'

test('an administrator gives and takes roles, and the person can read that it was done', async () => {
  const { asAdmin, ada } = await town()
  const variables = { id: gid(ada), role: 'consultant' }
  expect(await asAdmin(give, variables)).toEqual({
    data: { giveRole: { __typename: 'Person', roles: ['consultant'] } },
  })
  await asAdmin(give, variables)
  expect(await (await server.as(ada))('{ viewer { isConsultant } }')).toEqual({
    data: { viewer: { isConsultant: true } },
  })
  expect(await asAdmin(take, variables)).toEqual({ data: { takeRole: { __typename: 'Person', roles: [] } } })
  await asAdmin(take, variables)
  expect(await audit(ada)).toEqual(['gaveRole', 'tookRole'])
})

test('roles and shutting out ask for a recent sign-in, and are only for administrators of the same organisation', async () => {
  const { admin, ada, consultant } = await town()
  const elsewhere = await town()
  const old = await server.seed((seed) => seed.session(admin, { steppedUp: false }))
  for (const mutation of [give, take, deactivate, reactivate]) {
    const variables = mutation.includes('role') ? { id: gid(ada), role: 'admin' } : { id: gid(ada) }
    expect(codeOf(await server.ask(old, mutation, variables))).toBe('STEP_UP_NEEDED')
    for (const outsider of [ada, consultant, elsewhere.admin])
      expect(codeOf(await (await server.as(outsider))(mutation, variables))).toBe('NOT_FOUND')
  }
  expect(await audit(ada)).toEqual([])
})

test('the last administrator stays, though two are taken away at the same moment', async () => {
  for (const shut of [false, true]) {
    const { asAdmin, admin, ada } = await town()
    await asAdmin(give, { id: gid(ada), role: 'admin' })
    const asAda = await server.as(ada)
    const fall = (by: Ask, who: SeededPerson) =>
      shut ? by(deactivate, { id: gid(who) }) : by(take, { id: gid(who), role: 'admin' })
    const answers = await Promise.all([fall(asAdmin, ada), fall(asAda, admin)])
    const done = answers.filter(({ data }) => JSON.stringify(data ?? null).includes('"Person"'))
    expect(done).toHaveLength(1)
    const { rows } = await owner.query(
      `SELECT count(*)::int AS admins FROM person_role r JOIN "position" p USING (person_id) WHERE r.organisation_id = $1 AND role = 'admin' AND deactivated_at IS NULL`,
      [admin.organisationId],
    )
    expect(rows).toEqual([{ admins: 1 }])
  }
  const { asAdmin, admin } = await town()
  expect(await asAdmin(take, { id: gid(admin), role: 'admin' })).toEqual({
    data: { takeRole: { __typename: 'LastAdmin' } },
  })
  expect(await asAdmin(deactivate, { id: gid(admin) })).toEqual({
    data: { deactivatePerson: { __typename: 'NotYourself' } },
  })
})

test('an administrator lays her own role down when there is another', async () => {
  const { asAdmin, admin, ada } = await town()
  await asAdmin(give, { id: gid(ada), role: 'admin' })
  expect(await asAdmin(take, { id: gid(admin), role: 'admin' })).toMatchObject({
    data: { takeRole: { __typename: 'Person' } },
  })
  expect(await asAdmin('{ viewer { isAdmin } }')).toEqual({ data: { viewer: { isAdmin: false } } })
})

test('somebody who is shut out is signed out everywhere and stays so when she is let in again', async () => {
  const { asAdmin, ada } = await town()
  const asAda = await server.as(ada)
  expect(await asAdmin(deactivate, { id: gid(ada) })).toEqual({
    data: { deactivatePerson: { __typename: 'Person', position: { deactivatedAt: expect.any(String) } } },
  })
  expect(await asAda('{ viewer { id } }')).toEqual({ data: { viewer: null } })
  expect(await asAdmin(reactivate, { id: gid(ada) })).toEqual({
    data: { reactivatePerson: { position: { deactivatedAt: null } } },
  })
  expect(await asAda('{ viewer { id } }')).toEqual({ data: { viewer: null } })
  expect(await (await server.as(ada))('{ viewer { name } }')).toEqual({ data: { viewer: { name: 'Ada Holm' } } })
  expect(await audit(ada)).toEqual(['deactivatedPerson', 'reactivatedPerson'])
})

const facilitated = '{ facilitatedNetworks(first: 9) { edges { node { name } } } }'
const consultants = 'query ($id: ID!) { network(id: $id) { eventSeq consultants { person { name } } } }'
const roleLog = '{ auditEntries(first: 5) { edges { node { act role networkNames person { name } } } } }'

test('whoever loses the role of consultant is out of her networks at once; what was agreed stands, should she get it back', async () => {
  const { asAdmin, consultant, ada, ben, organisation } = await town()
  const network = await server.seed((seed) => {
    const draft = seed.id()
    const row = { organisation_id: organisation, state: 'draft', name: 'Kladde', methods: [] }
    seed.add('network', { id: draft, ...row, created_by_id: consultant.id, draft: '{}' })
    seed.add('network_consultant', { network_id: draft, person_id: consultant.id, access_until: '2199-12-31' })
    return seed.network(organisation, { name: 'Nord', consultant, members: [ada] })
  })
  const [kim, asAda, asBen] = [await server.as(consultant), await server.as(ada), await server.as(ben)]
  const id = `Network_${network.id}`
  const names = async () =>
    ((await kim(facilitated)).data as unknown as Facilitated | null)?.facilitatedNetworks.edges.length
  expect(await names()).toBe(2)
  expect((await asAda(consultants, { id })).data).toEqual({
    network: { eventSeq: 0, consultants: [{ person: { name: 'Kim Bach' } }] },
  })

  await asAdmin(take, { id: gid(consultant), role: 'consultant' })
  expect(await names()).toBe(0)
  expect((await kim(consultants, { id })).data).toEqual({ network: null })
  expect((await asAda(consultants, { id })).data).toEqual({ network: { eventSeq: 1, consultants: [] } })
  const took = { act: 'tookRole', role: 'consultant', networkNames: ['Nord'], person: { name: 'Kim Bach' } }
  for (const ask of [asAda, kim])
    expect((await ask(roleLog)).data).toEqual({ auditEntries: { edges: [{ node: took }] } })
  expect((await asBen(roleLog)).data).toEqual({ auditEntries: { edges: [] } })

  await asAdmin(give, { id: gid(consultant), role: 'consultant' })
  expect(await names()).toBe(2)
  expect((await asAda(consultants, { id })).data).toMatchObject({ network: { eventSeq: 2, consultants: [{}] } })
})

test('the database alone keeps a consultant without the role out of networks, drafts and their invitations', async () => {
  const open = await startTestServer({ codeWall: false })
  try {
    const { kim, draft, id } = await open.seed((seed) => {
      const organisation = seed.organisation('Sønderby')
      const consultant = seed.person(organisation, { name: 'Kim Bach' })
      const network = seed.network(organisation, { name: 'Nord', consultant, members: [] })
      const made = seed.id()
      const row = { organisation_id: organisation, state: 'draft', name: 'Kladde', methods: [] }
      seed.add('network', { id: made, ...row, created_by_id: consultant.id, draft: '{}' })
      return { kim: consultant, draft: made, id: network.id }
    })
    const ask = await open.as(kim)
    for (const one of [id, draft])
      expect((await ask('query ($id: ID!) { network(id: $id) { name } }', { id: `Network_${one}` })).data).toEqual({
        network: null,
      })
  } finally {
    await open.stop()
  }
})

type Facilitated = { facilitatedNetworks: { edges: unknown[] } }
