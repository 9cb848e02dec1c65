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

/** An organisation with an admin, a consultant and two leaders. */
async function town() {
  const people = await server.seed((seed) => {
    const organisation = seed.organisation('Sønderby')
    const person = (name: string, ...roles: ('admin' | 'consultant')[]) => seed.person(organisation, { name, roles })
    return {
      organisation,
      admin: person('Astrid Lund', 'admin'),
      consultant: person('Kim Bach', 'consultant'),
      ada: person('Ada Holm'),
      ben: person('Ben Friis'),
    }
  })
  return { ...people, asAdmin: await server.as(people.admin) }
}
const codeOf = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code
const gid = ({ id }: { id: string }) => `Person_${id}`
const audit = async (about: SeededPerson) =>
  (
    await owner.query<{ act: string }>('SELECT act FROM audit_entry WHERE person_id = $1 ORDER BY at, id', [about.id])
  ).rows.map(({ act }) => act)

const people = `query ($search: String, $first: Int, $after: String) {
  people(search: $search, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name } } }
}`
type Page = {
  people: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string }
    edges: { node: { name: string } }[]
  }
}
const names = (data: Page | null) => data?.people.edges.map(({ node }) => node.name)

test('people are found by the words of name, title, workplace and address, page by page', async () => {
  const { asAdmin, organisation } = await town()
  await server.seed((seed) =>
    seed.person(organisation, {
      name: '100% Åse_Ø',
      title: 'Skoleleder',
      workplace: 'Nordskolen',
      email: 'aase@sonderby.dk',
    }),
  )
  const find = async (search: string) => names((await asAdmin<Page>(people, { search })).data)
  expect(await find('')).toHaveLength(5)
  expect(await find('nord LEDER')).toEqual(['100% Åse_Ø'])
  expect(await find('aase@sonder')).toEqual(['100% Åse_Ø'])
  expect(await find('%')).toEqual(['100% Åse_Ø'])
  expect(await find('_')).toEqual(['100% Åse_Ø'])
  expect(await find('\\')).toEqual([])
  const first = (await asAdmin<Page>(people, { first: 3 })).data
  expect(first?.people).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } })
  const second = (await asAdmin<Page>(people, { first: 3, after: first?.people.pageInfo.endCursor })).data
  expect(second?.people.pageInfo.hasNextPage).toBe(false)
  expect(new Set([...(names(first) ?? []), ...(names(second) ?? [])]).size).toBe(5)
})

test('only administrators and consultants look people up, in their own organisation', async () => {
  const { consultant, ada } = await town()
  const elsewhere = await town()
  const byAddress = 'query ($emails: [String!]!) { peopleByAddress(emails: $emails) { __typename } }'
  expect(names((await (await server.as(consultant))<Page>(people)).data)).toHaveLength(4)
  const asAda = await server.as(ada)
  expect(codeOf(await asAda(people))).toBe('NOT_FOUND')
  expect(codeOf(await server.ask(null, people))).toBe('UNAUTHENTICATED')
  expect(names((await elsewhere.asAdmin<Page>(people, { search: 'Ada' })).data)).toHaveLength(1)
  expect(codeOf(await asAda(byAddress, { emails: [consultant.email] }))).toBe('NOT_FOUND')
})

const addPeople = `mutation ($people: [NewPersonInput!]!) {
  addPeople(people: $people) {
    __typename ... on AddedPeople { count alreadyHere } ... on EmailTaken { emails } ... on InvalidInput { issues { path problem } }
  }
}`

test('an administrator adds people; those who are here already stay as they are', async () => {
  const { asAdmin, ada, organisation } = await town()
  const list = [
    { name: 'Nye Navn', email: `NEW.${organisation}@x.dk`, title: 'Leder', managementLevel: 3 },
    { name: 'Somebody Else', email: ada.email },
  ]
  expect(await asAdmin(addPeople, { people: list })).toEqual({
    data: { addPeople: { __typename: 'AddedPeople', count: 1, alreadyHere: [ada.email] } },
  })
  const { data } = await asAdmin(
    `{ people { edges { node { name email title workplace roles position { managementLevel deactivatedAt } } } } }`,
  )
  const node = {
    name: 'Nye Navn',
    email: `new.${organisation}@x.dk`,
    title: 'Leder',
    workplace: '',
    roles: [],
    position: { managementLevel: 3, deactivatedAt: null },
  }
  expect(data).toMatchObject({
    people: { edges: expect.arrayContaining([{ node }, { node: expect.objectContaining({ name: 'Ada Holm' }) }]) },
  })
  const { rows } = await owner.query(
    `SELECT act FROM audit_entry e JOIN account a ON a.person_id = e.person_id WHERE a.email = $1`,
    [node.email],
  )
  expect(rows).toEqual([{ act: 'addedPeople' }])
})

test('an address of another organisation adds nobody', async () => {
  const { asAdmin } = await town()
  const { ada } = await town()
  const list = [
    { name: 'One', email: `one.${ada.id}@x.dk` },
    { name: 'Ada', email: ada.email },
  ]
  expect(await asAdmin(addPeople, { people: list })).toEqual({
    data: { addPeople: { __typename: 'EmailTaken', emails: [ada.email] } },
  })
  expect((await asAdmin<Page>(people)).data?.people.totalCount).toBe(4)
})

test('what cannot be kept is refused at its place; leaders and consultants add nobody', async () => {
  const { asAdmin, consultant, ada } = await town()
  const list = [
    { name: 'A', email: 'a@x.dk' },
    { name: '', email: 'A@x.dk' },
    { name: 'B', email: 'b', managementLevel: 9 },
  ]
  const { data } = await asAdmin<{ addPeople: { issues: object[] } }>(addPeople, { people: list })
  expect(data?.addPeople.issues).toEqual(
    expect.arrayContaining([
      { path: 'people.1.name', problem: 'empty' },
      { path: 'people.2.email', problem: 'notAnEmail' },
      { path: 'people.2.managementLevel', problem: 'tooLarge' },
    ]),
  )
  expect(
    await asAdmin(addPeople, {
      people: [
        { name: 'A', email: 'a@x.dk' },
        { name: 'B', email: 'A@x.dk' },
      ],
    }),
  ).toMatchObject({ data: { addPeople: { issues: [{ path: 'people.1.email', problem: 'duplicate' }] } } })
  expect(await asAdmin(addPeople, { people: [] })).toMatchObject({
    data: { addPeople: { issues: [{ path: 'people', problem: 'tooFew' }] } },
  })
  for (const outsider of [consultant, ada])
    expect(codeOf(await (await server.as(outsider))(addPeople, { people: [{ name: 'A', email: 'a@x.dk' }] }))).toBe(
      'NOT_FOUND',
    )
})

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

const changePosition = `mutation ($id: ID!, $level: Int, $manager: ID, $version: Int!) {
  changePosition(personId: $id, managementLevel: $level, managerId: $manager, version: $version) {
    __typename
    ... on PositionChanged { person { position { managementLevel manager { name } version } } pairs { networkName report { name } manager { name } } }
    ... on Stale { yours theirs }
    ... on InvalidInput { issues { path problem } }
  }
}`

test('who reports to whom is changed on top of what is known, and never in a circle', async () => {
  const { asAdmin, admin, ada, ben } = await town()
  const elsewhere = await town()
  expect(await asAdmin(changePosition, { id: gid(ada), level: 3, manager: gid(ben), version: 1 })).toEqual({
    data: {
      changePosition: {
        __typename: 'PositionChanged',
        person: { position: { managementLevel: 3, manager: { name: 'Ben Friis' }, version: 2 } },
        pairs: [],
      },
    },
  })
  const kindOf = async (variables: object) =>
    (await asAdmin<{ changePosition: { __typename: string } }>(changePosition, variables)).data?.changePosition
  expect(await kindOf({ id: gid(ada), manager: gid(ben), version: 1 })).toEqual({
    __typename: 'Stale',
    yours: 1,
    theirs: 2,
  })
  expect(await kindOf({ id: gid(ada), manager: gid(ada), version: 2 })).toEqual({ __typename: 'OwnManager' })
  expect(await kindOf({ id: gid(ben), manager: gid(admin), version: 1 })).toMatchObject({
    __typename: 'PositionChanged',
  })
  expect(await kindOf({ id: gid(admin), manager: gid(ada), version: 1 })).toEqual({ __typename: 'ReportingCycle' })
  expect(await kindOf({ id: gid(ada), manager: gid(elsewhere.ben), version: 2 })).toEqual({
    __typename: 'UnknownManager',
  })
  expect(await kindOf({ id: gid(ada), level: 7, version: 2 })).toEqual({
    __typename: 'InvalidInput',
    issues: [{ path: 'managementLevel', problem: 'tooLarge' }],
  })
  expect(await audit(ada)).toEqual(['changedPosition'])
  for (const outsider of [ada, elsewhere.admin])
    expect(codeOf(await (await server.as(outsider))(changePosition, { id: gid(ada), version: 2 }))).toBe('NOT_FOUND')
})

test('two changes at the same moment make no circle either', async () => {
  const { asAdmin, ada, ben, admin } = await town()
  const second = await server.as(admin)
  const answers = await Promise.all([
    asAdmin(changePosition, { id: gid(ada), manager: gid(ben), version: 1 }),
    second(changePosition, { id: gid(ben), manager: gid(ada), version: 1 }),
  ])
  expect(
    answers
      .map(({ data }) => (data as unknown as { changePosition: { __typename: string } }).changePosition.__typename)
      .toSorted(),
  ).toEqual(['PositionChanged', 'ReportingCycle'])
})

test('a new manager who is in the same network is told to the administrator, and to nobody whom it does not concern', async () => {
  const { asAdmin, organisation, consultant, ada, ben } = await town()
  await server.seed((seed) => {
    seed.network(organisation, { name: 'Nord', consultant, members: [ada, ben] })
    seed.network(organisation, { name: 'Før', consultant, members: [ada], former: [ben] })
    const other = seed.organisation('Vejle')
    seed.network(other, {
      name: 'Hemmelig',
      consultant: seed.person(other, { name: 'Lis', roles: ['consultant'] }),
      members: [ada, ben],
    })
  })
  const { data } = await asAdmin<{ changePosition: { pairs: object[] } }>(changePosition, {
    id: gid(ada),
    manager: gid(ben),
    version: 1,
  })
  const pair = { report: { name: 'Ada Holm' }, manager: { name: 'Ben Friis' } }
  expect(data?.changePosition.pairs).toHaveLength(2)
  expect(data?.changePosition.pairs).toEqual(
    expect.arrayContaining([
      { networkName: 'Nord', ...pair },
      { networkName: null, ...pair },
    ]),
  )
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
