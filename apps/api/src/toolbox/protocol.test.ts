import { editOf } from '@lederkreds/domain/toolbox/own-protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { lookAs } from '@lederkreds/testing/look'
import type { Seed } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const base = protocolOf('kollegial-sparring-8-trin')
const edit = editOf(base)
const named = (da: string) => ({ ...edit, name: { da } })
const fields = `__typename id basedOn version archivedAt viewerCanEdit newest { number definition } versions { id number definition }`
const refused = '... on InvalidInput { issues { path problem } } ... on Stale { yours theirs }'
const add = `mutation ($basedOn: String!, $input: ProtocolEditInput!) { addProtocol(basedOn: $basedOn, input: $input) {
  __typename ... on Protocol { ${fields} } ... on InvalidInput { issues { path problem } } } }`
const append = `mutation ($id: ID!, $version: Int!, $input: ProtocolEditInput!) {
  editProtocol(id: $id, version: $version, input: $input) { __typename ... on Protocol { ${fields} } ${refused} } }`
const archive = `mutation ($id: ID!) { archiveProtocol(id: $id) { ${fields} } }`
const restore = `mutation ($id: ID!) { restoreProtocol(id: $id) { ${fields} } }`
const list = `{ ownProtocols(first: 100) { edges { node { ${fields} } } } }`
const one = `query ($id: ID!) { protocol(id: $id) { ${fields} } }`

type Definition = { name: { da: string; en: string } }
type Shown = {
  id: string
  version: number
  archivedAt: string | null
  newest: { number: number; definition: Definition }
}
type Version = { id: string; number: number; definition: Definition }
type Protocol = Shown & { __typename: 'Protocol'; versions: Version[]; viewerCanEdit: boolean }
type Answers = {
  addProtocol: Protocol
  editProtocol: Protocol
  archiveProtocol: Protocol
  restoreProtocol: Protocol
  protocol: Protocol | null
  ownProtocols: { edges: { node: Protocol }[] }
}

/** Two organisations; a leader of each is in the network that the first one owns. */
const town = async () => {
  const people = await server.seed((seed: Seed) => {
    const [here, elsewhere] = [seed.organisation('Sønderby'), seed.organisation('Nørreby')]
    const consultant = seed.person(here, { name: 'Kim', roles: ['consultant'] })
    const leader = seed.person(here, { name: 'Mette' })
    const guest = seed.person(elsewhere, { name: 'Gry' })
    const newcomer = seed.person(here, { name: 'Nanna' })
    seed.network(here, { name: 'Nord', consultant, members: [leader, guest], undecided: [newcomer] })
    const stranger = seed.person(here, { name: 'Sten' })
    const admin = seed.person(here, { name: 'Astrid', roles: ['admin'] })
    const other = seed.person(elsewhere, { name: 'Ole', roles: ['consultant'] })
    return { consultant, leader, guest, newcomer, stranger, admin, other }
  })
  const asks = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, person]) => [name, await server.as(person)] as const)),
  ) as Record<keyof typeof people, Awaited<ReturnType<typeof server.as>>>
  const make = async (da = 'Vores sparring') => {
    const { data } = await asks.consultant<Answers>(add, { basedOn: base.id, input: named(da) })
    if (!data?.addProtocol.id) throw new Error(JSON.stringify(data))
    return data.addProtocol
  }
  return { people, asks, make }
}

test('a consultant copies a method and changes it; it is kept as it was sent', async () => {
  const { make, asks } = await town()
  const made = await make()
  expect(made).toMatchObject({ basedOn: base.id, version: 1, archivedAt: null, viewerCanEdit: true })
  const { phases } = base
  const definition = {
    name: { da: 'Vores sparring', en: 'Vores sparring' },
    purpose: base.purpose,
    roles: base.roles,
    phases: phases.map(({ silent: _, ...phase }) => phase),
  }
  expect(made.newest).toMatchObject({ number: 1, definition })
  const { data } = await asks.leader<Answers>(list)
  expect(data?.ownProtocols.edges.map(({ node }) => node)).toEqual([{ ...made, viewerCanEdit: false }])
})

test('those in the networks of the organisation read it; everybody else sees nothing of it', async () => {
  const { make, asks } = await town()
  const { id } = await make()
  const sees = async (name: keyof typeof asks) => {
    const [listed, asked] = [await asks[name]<Answers>(list), await asks[name]<Answers>(one, { id })]
    const isListed = listed.data?.ownProtocols.edges.length === 1
    expect(asked.data?.protocol !== null, name).toBe(isListed)
    return isListed
  }
  for (const name of ['consultant', 'leader', 'guest'] as const) expect(await sees(name), name).toBe(true)
  for (const name of ['newcomer', 'stranger', 'admin', 'other'] as const) expect(await sees(name), name).toBe(false)
})

test('nobody but a consultant of the organisation writes it', async () => {
  const { make, asks } = await town()
  const made = await make()
  const changes = [
    [append, { id: made.id, version: 1, input: named('Kapret') }],
    [archive, { id: made.id }],
    [restore, { id: made.id }],
  ] as const
  for (const name of ['leader', 'guest', 'newcomer', 'stranger', 'admin', 'other'] as const)
    for (const [mutation, variables] of changes)
      expect((await asks[name](mutation, variables)).errors?.[0]?.extensions?.code, name).toBe('NOT_FOUND')
  for (const name of ['leader', 'guest', 'newcomer', 'stranger', 'admin'] as const)
    expect((await asks[name](add, { basedOn: base.id, input: edit })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
  expect((await asks.consultant<Answers>(one, { id: made.id })).data?.protocol).toEqual(made)
})

test('what another organisation writes stays there', async () => {
  const { asks } = await town()
  const { data } = await asks.other<Answers>(add, { basedOn: base.id, input: named('Nørrebys') })
  expect(data?.addProtocol.__typename).toBe('Protocol')
  for (const name of ['consultant', 'leader', 'guest'] as const)
    expect((await asks[name]<Answers>(list)).data?.ownProtocols.edges).toEqual([])
})

test('a change appends a version; the ones before stay as they were', async () => {
  const { make, asks, people } = await town()
  const { id, versions } = await make('Første')
  const { data } = await asks.consultant<Answers>(append, { id, version: 1, input: named('Anden') })
  expect(data?.editProtocol.version).toBe(2)
  expect(data?.editProtocol.newest).toMatchObject({ number: 2, definition: { name: { da: 'Anden' } } })
  expect(data?.editProtocol.versions.map(({ number }) => number)).toEqual([2, 1])
  expect(data?.editProtocol.versions[1]).toEqual(versions[0])

  const client = new pg.Client(server.database.apiUrl)
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query("SELECT set_config('app.session', encode(sha256($1), 'hex'), true)", [
      Buffer.from(await server.seed((seed) => seed.session(people.consultant))),
    ])
    const row = id.replace('Protocol_', '')
    const { rowCount } = await client.query('SELECT FROM protocol_version WHERE protocol_id = $1', [row])
    expect(rowCount).toBe(2)
    for (const sql of [
      "UPDATE protocol_version SET definition = '{}' WHERE protocol_id = $1",
      'DELETE FROM protocol_version WHERE protocol_id = $1',
      'DELETE FROM protocol WHERE id = $1',
      "UPDATE protocol SET based_on = 'balint' WHERE id = $1",
      `INSERT INTO protocol_version (protocol_id, organisation_id, number, definition, created_by_id)
        SELECT id, organisation_id, version + 1, '{}', created_by_id FROM protocol WHERE id = $1`,
    ]) {
      await client.query('SAVEPOINT before')
      await expect(client.query(sql, [row]), sql).rejects.toThrow(/permission denied|not the newest version/)
      await client.query('ROLLBACK TO before')
    }
  } finally {
    await client.end()
  }
})

test('of two who change the same version one is told so, and nothing of hers is kept', async () => {
  const { make, asks } = await town()
  const { id } = await make()
  const answers = await Promise.all(
    ['Min', 'Din'].map((da) => asks.consultant<Answers>(append, { id, version: 1, input: named(da) })),
  )
  const kinds = answers.map(({ data }) => data?.editProtocol.__typename as string).toSorted()
  expect(kinds).toEqual(['Protocol', 'Stale'])
  const { data } = await asks.consultant<Answers>(one, { id })
  expect(data?.protocol?.versions).toHaveLength(2)
  const late = await asks.consultant<Answers>(append, { id, version: 1, input: named('Sent') })
  expect(late.data?.editProtocol).toEqual({ __typename: 'Stale', yours: 1, theirs: 2 })
})

test('one that is taken out of the toolbox says so, and comes back unchanged', async () => {
  const { make, asks } = await town()
  const made = await make()
  const out = await asks.consultant<Answers>(archive, { id: made.id })
  expect(out.data?.archiveProtocol.archivedAt).toEqual(expect.any(String))
  expect((await asks.leader<Answers>(one, { id: made.id })).data?.protocol?.archivedAt).toEqual(expect.any(String))
  const back = await asks.consultant<Answers>(restore, { id: made.id })
  expect(back.data?.restoreProtocol).toEqual(made)
})

test('what cannot run is refused at each place', async () => {
  const { asks } = await town()
  const [first, ...rest] = edit.phases
  const wrong = { ...edit, phases: [{ ...first, minutes: 10_000, speakers: ['dommer'] }, ...rest] }
  const { data } = await asks.consultant(add, { basedOn: 'min-egen', input: wrong })
  expect(data).toEqual({
    addProtocol: {
      __typename: 'InvalidInput',
      issues: [
        { path: 'basedOn', problem: 'unknown' },
        { path: 'input.phases.0.minutes', problem: 'tooLarge' },
        { path: 'input.phases.0.speakers', problem: 'unknown' },
      ],
    },
  })
  const look = lookAs(server.database.ownerUrl)
  expect(await look("SELECT id FROM protocol WHERE based_on = 'min-egen'")).toEqual([])
})
