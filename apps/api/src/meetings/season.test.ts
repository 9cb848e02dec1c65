import type { Seed } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A network of Ada (convenor), Ben, and Eva, who has joined and not accepted the rules; Kim is its consultant. */
function circle(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const [ada, ben, eva, out] = ['Ada', 'Ben', 'Eva', 'Ole'].map((name) => seed.person(organisation, { name })) as [
    Person,
    Person,
    Person,
    Person,
  ]
  const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const network = seed.network(organisation, { name: 'Nord', consultant: kim, members: [ada, ben], undecided: [eva] })
  return { ada, ben, eva, out, kim, network, id: `Network_${network.id}` }
}
type Person = ReturnType<Seed['person']>

const planSeason = `mutation ($id: ID!, $input: PlanSeasonInput!) { planSeason(networkId: $id, input: $input) {
  __typename
  ... on Season { number startTime meetings { startsAt endsAt place link attendances { rsvp attended person { name } } } }
  ... on InvalidInput { issues { path problem } }
  ... on DayTaken { day }
} }`

const year = new Date().getUTCFullYear() + 1
const rhythm = {
  from: `${year}-02-25`,
  until: `${year}-05-20`,
  everyWeeks: 4,
  weekday: 4,
  startTime: '13:00',
  minutes: 150,
}

type Planned = {
  planSeason: {
    __typename: string
    number: number
    meetings: { startsAt: string; place: string; attendances: { person: { name: string }; rsvp: string | null }[] }[]
  }
}

test('a season is planned at the same local hour on both sides of summer time, and every member is invited', async () => {
  const { kim, ben, id } = await server.seed(circle)
  const input = {
    ...rhythm,
    place: 'Rådhuset, lok. 3',
    link: 'https://teams.example.dk/1',
    dates: [`${year}-03-04`, `${year}-04-15`],
  }
  const planned = await (await server.as(kim))<Planned>(planSeason, { id, input })
  const attendances = ['Ada', 'Ben', 'Eva'].map((name) => ({ rsvp: null, attended: null, person: { name } }))
  const place = { place: 'Rådhuset, lok. 3', link: 'https://teams.example.dk/1', attendances }
  expect(planned).toEqual({
    data: {
      planSeason: {
        __typename: 'Season',
        number: 1,
        startTime: '13:00',
        meetings: [
          { startsAt: `${year}-03-04T12:00:00.000Z`, endsAt: `${year}-03-04T14:30:00.000Z`, ...place },
          { startsAt: `${year}-04-15T11:00:00.000Z`, endsAt: `${year}-04-15T13:30:00.000Z`, ...place },
        ],
      },
    },
  })
  const page = `query ($id: ID!) { node(id: $id) { ... on Network {
    nextMeeting { startsAt } currentSeason { number from } viewerCanPlanSeason
    seasons(first: 2) { edges { node { number } } }
    upcoming: meetings(when: upcoming, first: 1) { pageInfo { hasNextPage } edges { node { startsAt } } }
    past: meetings(when: past, first: 1) { edges { node { startsAt } } } } } }`
  expect(await (await server.as(ben))(page, { id })).toEqual({
    data: {
      node: {
        nextMeeting: { startsAt: `${year}-03-04T12:00:00.000Z` },
        currentSeason: { number: 1, from: rhythm.from },
        viewerCanPlanSeason: false,
        seasons: { edges: [{ node: { number: 1 } }] },
        upcoming: { pageInfo: { hasNextPage: true }, edges: [{ node: { startsAt: `${year}-03-04T12:00:00.000Z` } }] },
        past: { edges: [] },
      },
    },
  })
})

test('without days chosen by hand the rhythm goes round the holidays', async () => {
  const { ada, id } = await server.seed(circle)
  const { data } = await (await server.as(ada))<Planned>(planSeason, { id, input: rhythm })
  expect(data?.planSeason.meetings.length).toBeGreaterThan(1)
  const again = await (await server.as(ada))(planSeason, { id, input: rhythm })
  expect(again.data).toMatchObject({
    planSeason: { __typename: 'DayTaken', day: data?.planSeason.meetings[0]?.startsAt.slice(0, 10) },
  })
})

test('a season that cannot be is refused, and nothing of it is kept', async () => {
  const { kim, id } = await server.seed(circle)
  const consultant = await server.as(kim)
  const refusal = async (input: object) =>
    (await consultant<Planned>(planSeason, { id, input: { ...rhythm, ...input } })).data?.planSeason
  expect(
    await refusal({ everyWeeks: 0, minutes: 5, startTime: '25:00', link: 'http://x.dk', place: 'x\u0007' }),
  ).toEqual({
    __typename: 'InvalidInput',
    issues: [
      { path: 'everyWeeks', problem: 'tooSmall' },
      { path: 'startTime', problem: 'notATime' },
      { path: 'minutes', problem: 'tooSmall' },
      { path: 'place', problem: 'controlCharacter' },
      { path: 'link', problem: 'notHttps' },
    ],
  })
  expect(await refusal({ until: `${year}-01-01` })).toMatchObject({ issues: [{ path: 'until', problem: 'tooEarly' }] })
  expect(await refusal({ from: '2020-01-01', until: '2020-12-31' })).toEqual({ __typename: 'PastDate' })
  expect(await refusal({ from: '2190-01-01', until: '2190-12-31' })).toEqual({ __typename: 'AbsurdDate' })
  expect(await refusal({ dates: [`${year}-03-04`, '2020-01-01'] })).toEqual({ __typename: 'PastDate' })
  expect(await refusal({ until: `${year + 2}-02-20`, everyWeeks: 1 })).toMatchObject({ __typename: 'SeasonTooLong' })
  const nextWeekday = (new Date(rhythm.from).getUTCDay() % 7) + 1
  expect(await refusal({ until: rhythm.from, weekday: nextWeekday })).toMatchObject({ __typename: 'SeasonEmpty' })
  const kept = `query ($id: ID!) { node(id: $id) { ... on Network { currentSeason { id } nextMeeting { id } } } }`
  expect(await consultant(kept, { id })).toEqual({ data: { node: { currentSeason: null, nextMeeting: null } } })
})

test('two planners at once: one season, and the other hears that its day is taken', async () => {
  const { kim, ada, id } = await server.seed(circle)
  const answers = await Promise.all(
    [kim, ada].map(async (person) => (await server.as(person))<Planned>(planSeason, { id, input: rhythm })),
  )
  expect(answers.map(({ data }) => data?.planSeason.__typename).sort()).toEqual(['DayTaken', 'Season'])
})

test('only the consultant and the convenor plan; an outsider and who has not accepted the rules find nothing there', async () => {
  const { ben, eva, out, id } = await server.seed(circle)
  for (const person of [ben, eva, out]) {
    const { data, errors } = await (await server.as(person))(planSeason, { id, input: rhythm })
    expect([data, errors?.[0]?.extensions]).toEqual([null, { code: 'NOT_FOUND' }])
  }
})

test('whoever joins later is invited to what is planned; whoever leaves is taken off it', async () => {
  const { kim, ada, ben, eva, id, network } = await server.seed(circle)
  await (await server.as(kim))(planSeason, { id, input: { ...rhythm, dates: [`${year}-03-04`] } })
  const newcomer = await server.seed((seed) => seed.person(ada.organisationId, { name: 'Zoe' }))
  await server.seed((seed) => seed.add('membership', { id: seed.id(), network_id: network.id, person_id: newcomer.id }))
  const invited = async () => {
    const { data } = await (await server.as(ben))<{
      node: { nextMeeting: { attendances: { person: { name: string } }[] } }
    }>(`query ($id: ID!) { node(id: $id) { ... on Network { nextMeeting { attendances { person { name } } } } } }`, {
      id,
    })
    return data?.node.nextMeeting.attendances.map(({ person }) => person.name)
  }
  expect(await invited()).toEqual(['Ada', 'Ben', 'Eva', 'Zoe'])
  await leave(eva.id, network.id)
  expect(await invited()).toEqual(['Ada', 'Ben', 'Zoe'])
})

async function leave(personId: string, networkId: string) {
  const { default: pg } = await import('pg')
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  await owner.query('UPDATE membership SET left_at = now() WHERE person_id = $1 AND network_id = $2', [
    personId,
    networkId,
  ])
  await owner.end()
}
