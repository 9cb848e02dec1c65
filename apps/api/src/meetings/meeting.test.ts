import type { Seed } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
const year = new Date().getUTCFullYear() + 1

/** Ada keeps the calendar of a network with Ben; Kim is its consultant; Eva has not accepted its rules; Ole is elsewhere. */
const circle =
  (startsAt = hours(24 * 20)) =>
  (seed: Seed) => {
    const organisation = seed.organisation('Aarhus')
    const person = (name: string) => seed.person(organisation, { name })
    const [ada, ben, eva, ole] = [person('Ada'), person('Ben'), person('Eva'), person('Ole')]
    const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const network = seed.network(organisation, { name: 'Nord', consultant: kim, members: [ada, ben], undecided: [eva] })
    seed.network(organisation, { name: 'Syd', consultant: kim, members: [ole] })
    const meeting = seed.meeting(network, { startsAt, rsvp: () => 'coming' })
    return { ada, ben, eva, ole, kim, network, networkId: `Network_${network.id}`, id: `Meeting_${meeting.id}` }
  }

const shown = `__typename ... on Meeting { startsAt endsAt place link cancelledAt version
  attendances { rsvp attended isViewer person { name } } }
  ... on InvalidInput { issues { path problem } }`
const stale = '... on Stale { yours theirs }'
const add = `mutation ($id: ID!, $input: AddMeetingInput!) { addMeeting(networkId: $id, input: $input) { ${shown} ... on DayTaken { day } } }`
const move = `mutation ($id: ID!, $version: Int!, $input: MoveMeetingInput!) { moveMeeting(id: $id, version: $version, input: $input) { ${shown} ${stale} } }`
const edit = `mutation ($id: ID!, $version: Int!, $input: EditMeetingInput!) { editMeeting(id: $id, version: $version, input: $input) { ${shown} ${stale} } }`
const cancel = `mutation ($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version) { __typename ... on Meeting { cancelledAt viewerCanChange viewerCanAnswer } ${stale} } }`
const look = `query ($id: ID!) { node(id: $id) { ${shown.slice('__typename '.length, shown.indexOf('... on InvalidInput'))} } }`

const later = { date: `${year}-07-01`, startTime: '09:30', minutes: 120 }

test('a moved meeting is at its new local hour, and everybody is asked again; its place may change without that', async () => {
  const { ada, id } = await server.seed(circle())
  const convenor = await server.as(ada)
  const asked = ['Ada', 'Ben'].map((name) => ({
    rsvp: null,
    attended: null,
    isViewer: name === 'Ada',
    person: { name },
  }))
  expect(await convenor(move, { id, version: 1, input: later })).toEqual({
    data: {
      moveMeeting: {
        __typename: 'Meeting',
        startsAt: `${year}-07-01T07:30:00.000Z`,
        endsAt: `${year}-07-01T09:30:00.000Z`,
        place: '',
        link: '',
        cancelledAt: null,
        version: 2,
        attendances: asked,
      },
    },
  })
  await convenor('mutation ($id: ID!) { answerMeeting(id: $id, rsvp: coming) { __typename } }', { id })
  const place = { place: ' Rådhuset, lok. 3 ', link: 'https://meet.example.dk/x' }
  const edited = await convenor<{ editMeeting: object }>(edit, { id, version: 2, input: place })
  const attendances = [{ rsvp: 'coming' }, { rsvp: null }]
  expect(edited.data).toMatchObject({
    editMeeting: { place: 'Rådhuset, lok. 3', link: place.link, version: 3, attendances },
  })
})

test('whoever edits an older version is told both, and nothing changes', async () => {
  const { ada, kim, id } = await server.seed(circle())
  const refused = { __typename: 'Stale', yours: 1, theirs: 2 }
  await (await server.as(kim))(edit, { id, version: 1, input: { place: 'A' } })
  const convenor = await server.as(ada)
  expect(await convenor(edit, { id, version: 1, input: { place: 'B' } })).toEqual({ data: { editMeeting: refused } })
  expect(await convenor(move, { id, version: 1, input: later })).toEqual({ data: { moveMeeting: refused } })
  expect(await convenor(cancel, { id, version: 1 })).toEqual({ data: { cancelMeeting: refused } })
  expect(await convenor(look, { id })).toMatchObject({ data: { node: { place: 'A', version: 2, cancelledAt: null } } })
  const release = await holdMeeting(id)
  const racers = ['C', 'D'].map((name) =>
    convenor<{ editMeeting: { __typename: string } }>(edit, { id, version: 2, input: { place: name } }),
  )
  await release(racers.length)
  const outcomes = (await Promise.all(racers)).map(({ data }) => data?.editMeeting.__typename)
  expect(outcomes.sort()).toEqual(['Meeting', 'Stale'])
})

test('a cancelled meeting stays cancelled', async () => {
  const { ada, ben, id } = await server.seed(circle())
  const convenor = await server.as(ada)
  const done = await convenor<{ cancelMeeting: { cancelledAt: string } }>(cancel, { id, version: 1 })
  expect(done.data?.cancelMeeting).toEqual({
    __typename: 'Meeting',
    cancelledAt: expect.any(String),
    viewerCanChange: false,
    viewerCanAnswer: false,
  })
  const refused = { __typename: 'MeetingCancelled' }
  expect(await convenor(cancel, { id, version: 2 })).toEqual({ data: { cancelMeeting: refused } })
  expect(await convenor(move, { id, version: 2, input: later })).toEqual({ data: { moveMeeting: refused } })
  const answer = 'mutation ($id: ID!) { answerMeeting(id: $id, rsvp: coming) { __typename } }'
  expect(await (await server.as(ben))(answer, { id })).toEqual({ data: { answerMeeting: refused } })
})

test('times that cannot be are refused, and what was written is kept exactly', async () => {
  const { ada, id, networkId } = await server.seed(circle())
  const convenor = await server.as(ada)
  const moved = async (input: object) =>
    (await convenor<{ moveMeeting: object }>(move, { id, version: 1, input: { ...later, ...input } })).data?.moveMeeting
  expect(await moved({ date: '2020-01-01' })).toEqual({ __typename: 'PastDate' })
  expect(await moved({ date: `${year + 8}-01-01` })).toEqual({ __typename: 'AbsurdDate' })
  expect(await moved({ startTime: 'noon', minutes: 0 })).toEqual({
    __typename: 'InvalidInput',
    issues: [
      { path: 'startTime', problem: 'notATime' },
      { path: 'minutes', problem: 'tooSmall' },
    ],
  })
  const edited = async (input: object) =>
    (await convenor<{ editMeeting: object }>(edit, { id, version: 1, input })).data?.editMeeting
  expect(await edited({ link: 'javascript:alert(1)' })).toMatchObject({
    issues: [{ path: 'link', problem: 'notHttps' }],
  })
  expect(await edited({ place: 'x'.repeat(201) })).toMatchObject({ issues: [{ path: 'place', problem: 'tooLong' }] })
  const place = '🏛️ ‏קומה 3, "Ærø" <b>'
  expect(await edited({ place })).toMatchObject({ __typename: 'Meeting', place })
  const added = await convenor<{ addMeeting: object }>(add, { id: networkId, input: { ...later, place: 'Her' } })
  expect(added.data?.addMeeting).toMatchObject({ __typename: 'Meeting', place: 'Her' })
  const twice = await convenor<{ addMeeting: object }>(add, { id: networkId, input: later })
  expect(twice.data?.addMeeting).toEqual({ __typename: 'DayTaken', day: later.date })
})

test('a meeting that is over is neither moved nor cancelled', async () => {
  const { ada, id } = await server.seed(circle(hours(-24)))
  const convenor = await server.as(ada)
  expect(await convenor(move, { id, version: 1, input: later })).toEqual({
    data: { moveMeeting: { __typename: 'MeetingOver' } },
  })
  expect(await convenor(cancel, { id, version: 1 })).toEqual({ data: { cancelMeeting: { __typename: 'MeetingOver' } } })
})

test('members who do not keep the calendar change nothing; outsiders find nothing', async () => {
  const { ben, eva, ole, id, networkId } = await server.seed(circle())
  for (const person of [ben, eva, ole]) {
    const ask = await server.as(person)
    for (const answer of [
      await ask(move, { id, version: 1, input: later }),
      await ask(edit, { id, version: 1, input: { place: 'X' } }),
      await ask(cancel, { id, version: 1 }),
      await ask(add, { id: networkId, input: later }),
    ])
      expect([answer.data, answer.errors?.[0]?.extensions]).toEqual([null, { code: 'NOT_FOUND' }])
  }
  const [asBen, asOle] = [await (await server.as(ben))(look, { id }), await (await server.as(ole))(look, { id })]
  expect(asBen).toMatchObject({ data: { node: { place: '', version: 1 } } })
  expect(asOle).toEqual(await (await server.as(ole))(look, { id: `Meeting_${crypto.randomUUID()}` }))
})

/** Holds a meeting's row until that many others wait for it, so that all of them have read the same version. */
async function holdMeeting(id: string) {
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  await owner.query('BEGIN')
  await owner.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [id.slice('Meeting_'.length)])
  const blocked = `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND usename = 'lederkreds_api' AND wait_event_type = 'Lock'`
  return async (others: number) => {
    const waiting = async () => {
      await owner.query('SELECT pg_stat_clear_snapshot()')
      return (await owner.query(blocked)).rows[0].waiting
    }
    await expect
      .poll(waiting, { timeout: 10_000 })
      .toBe(others)
      .finally(() => owner.end())
  }
}
