import { adminCircle } from '@lederkreds/testing/admin-circle'
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

async function town() {
  const people = await server.seed(adminCircle)
  return { ...people, asAdmin: await server.as(people.admin) }
}
const codeOf = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code

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
