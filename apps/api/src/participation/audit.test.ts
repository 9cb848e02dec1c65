import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const query = `query ($first: Int, $after: String) { auditEntries(first: $first, after: $after) {
  edges { node { id act actorName networkNames from until rows person { name } } } pageInfo { hasNextPage endCursor }
} }`

type Entry = {
  id: string
  act: string
  actorName: string
  networkNames: string[]
  from: string | null
  until: string | null
  rows: number | null
  person: { name: string } | null
}
type Log = { auditEntries: { edges: { node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }

function town(seed: Seed, name = 'Aarhus') {
  const organisation = seed.organisation(name)
  const admin = seed.person(organisation, { name: 'Astrid', roles: ['admin'] })
  const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const person = (name: string) => seed.person(organisation, { name })
  const [ada, ben, stranger, undecided, former] = [
    person('Ada'),
    person('Ben'),
    person('Eva'),
    person('Finn'),
    person('Gry'),
  ]
  const north = seed.network(organisation, {
    name: 'Nord',
    consultant,
    members: [ada],
    undecided: [undecided],
    former: [former],
  })
  const south = seed.network(organisation, { name: 'Syd', consultant, members: [ben] })
  const exported = { organisation_id: organisation, actor_id: admin.id, act: 'exportedParticipation' }
  seed.add('audit_entry', {
    id: seed.id(),
    ...exported,
    network_ids: [],
    from_day: '2026-01-01',
    until_day: '2026-06-30',
    rows: 60,
  })
  seed.add('audit_entry', { id: seed.id(), ...exported, network_ids: [south.id], rows: 7 })
  seed.add('audit_entry', {
    id: seed.id(),
    organisation_id: organisation,
    actor_id: admin.id,
    act: 'gaveRole',
    network_ids: [],
    person_id: stranger.id,
  })
  return { organisation, admin, consultant, ada, ben, stranger, undecided, former, north, south }
}

const read = async (person: SeededPerson, at = server, variables = {}) => {
  const { data } = await (await at.as(person))<Log>(query, variables)
  return data?.auditEntries
}
const told = async (person: SeededPerson, at = server) =>
  (await read(person, at))?.edges.map(({ node: { act, networkNames } }) => [act, ...networkNames].join(' ')).sort()

const [whole, south, role] = ['exportedParticipation', 'exportedParticipation Syd', 'gaveRole']

test('each reads what concerns her: the administrator all, members what left about them, a person what was done to her', async () => {
  const { admin, ada, ben, stranger, consultant } = await server.seed(town)
  expect(await told(admin)).toEqual([whole, south, role])
  expect(await told(ada)).toEqual([whole])
  expect(await told(ben)).toEqual([whole, south])
  expect(await told(consultant)).toEqual([whole, south])
  expect(await told(stranger)).toEqual([role])
  expect((await read(ada))?.edges.map(({ node }) => node)).toEqual([
    {
      id: expect.stringMatching(/^AuditEntry_/),
      act: whole,
      actorName: 'Astrid',
      networkNames: [],
      from: '2026-01-01',
      until: '2026-06-30',
      rows: 60,
      person: null,
    },
  ])
  expect((await read(stranger))?.edges[0]?.node.person).toEqual({ name: 'Eva' })
})

test('members of another organisation are concerned by what left of their network, and by nothing else', async () => {
  const { guest, home } = await server.seed((seed) => {
    const home = town(seed, 'Odense')
    const there = town(seed)
    seed.network(there.organisation, { name: 'Vest', consultant: there.consultant, members: [home.stranger] })
    return { home, guest: home.stranger }
  })
  expect(await told(guest)).toEqual([whole, role])
  expect((await read(guest))?.edges.find(({ node }) => node.act === whole)?.node.actorName).toBe('Astrid')
  expect(await told(home.admin)).toHaveLength(3)
})

test('an outsider, an invited one who has not accepted, a former member and nobody read nothing', async () => {
  const { undecided, former, ben, admin } = await server.seed(town)
  for (const person of [undecided, former]) expect(await told(person)).toEqual([])
  expect((await server.ask(null, query)).errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' })
  const id = (await read(admin))?.edges.find(({ node }) => node.networkNames[0] === 'Syd')?.node.id
  const node = '{ node(id: "ID") { ... on AuditEntry { rows } } }'.replace('ID', id ?? '')
  expect(await (await server.as(ben))(node)).toEqual({ data: { node: { rows: 7 } } })
  expect((await (await server.as(undecided))(node)).errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' })
})

test('the log is read on page by page, the newest first', async () => {
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    return made
  })
  const first = await read(admin, server, { first: 2 })
  const rest = await read(admin, server, { first: 2, after: first?.pageInfo.endCursor })
  expect([first?.pageInfo.hasNextPage, rest?.pageInfo.hasNextPage]).toEqual([true, false])
  const ids = [...(first?.edges ?? []), ...(rest?.edges ?? [])].map(({ node }) => node.id)
  expect(ids).toHaveLength(3)
  expect(ids).toEqual([...ids].sort().reverse())
})

test('the row policies alone let nobody read more', async () => {
  const open = await startTestServer({ codeWall: false })
  try {
    const { ada, ben, stranger, undecided, admin } = await open.seed(town)
    await open.seed((seed) => town(seed, 'Odense'))
    expect(await told(ada, open)).toEqual([whole])
    expect(await told(ben, open)).toEqual([whole, south])
    expect(await told(stranger, open)).toEqual([role])
    expect(await told(undecided, open)).toEqual([])
    expect(await told(admin, open)).toEqual([whole, south, role])
  } finally {
    await open.stop()
  }
})

test('no administrator writes an entry about networks that are not of her organisation, and none is changed', async () => {
  const [home, there] = await server.seed((seed) => [town(seed), town(seed, 'Odense')] as const)
  const { token } = await server.as(home.admin)
  const { createHash } = await import('node:crypto')
  const session = createHash('sha256').update(token).digest('hex')
  const write = (networkIds: string[]) =>
    server.api.database.operation(session, false, (db) =>
      db.auditEntry.create({
        data: {
          organisationId: home.organisation,
          actorId: home.admin.id,
          actorName: 'Somebody',
          act: 'exportedParticipation',
          networkIds,
        },
      }),
    )
  await expect(write([there.north.id])).rejects.toThrow()
  expect(await write([home.north.id])).toMatchObject({ actorName: 'Astrid', networkNames: ['Nord'] })
  await expect(
    server.api.database.operation(session, false, (db) => db.auditEntry.updateMany({ data: { rows: 0 } })),
  ).rejects.toThrow()
})
