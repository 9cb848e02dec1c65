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
