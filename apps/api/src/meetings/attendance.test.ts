import type { Seed, SeededNetwork } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken as hash } from '../db.ts'

let server: TestServer
let rowsAlone: TestServer
beforeAll(async () => {
  server = await startTestServer()
  rowsAlone = await startTestServer({ database: server.database, codeWall: false })
})
afterAll(async () => {
  await rowsAlone.stop()
  await server.stop()
})

const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

const circle =
  ({ startsAt = hours(24 * 9), convenor = true } = {}) =>
  (seed: Seed) => {
    const organisation = seed.organisation('Aarhus')
    const person = (name: string) => seed.person(organisation, { name })
    const [ada, ben, ole] = [person('Ada'), person('Ben'), person('Ole')]
    const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const members = [ada, ben]
    const network = seed.network(organisation, {
      name: 'Nord',
      consultant: kim,
      members,
      ...(!convenor && { convenor: null }),
    })
    seed.network(organisation, { name: 'Syd', consultant: kim, members: [ole] })
    const meeting = seed.meeting(network, { startsAt })
    return { ada, ben, ole, kim, network, meetingId: meeting.id, id: `Meeting_${meeting.id}` }
  }

const answer = `mutation ($id: ID!, $rsvp: Rsvp) { answerMeeting(id: $id, rsvp: $rsvp) { __typename
  ... on Meeting { attendances { rsvp isViewer person { name } } } } }`
const mark = `mutation ($id: ID!, $marks: [MarkInput!]!) { markAttendance(id: $id, marks: $marks) { __typename
  ... on Meeting { attendances { attended person { name } } } ... on NotYet { from } } }`
const can = 'query ($id: ID!) { node(id: $id) { ... on Meeting { viewerCanAnswer viewerCanMark viewerCanChange } } }'
const notFound = [null, { code: 'NOT_FOUND' }]

test('everybody answers for herself, may change her mind, and the others see it as an event', async () => {
  const { ben, network, meetingId, id } = await server.seed(circle())
  const ask = await server.as(ben)
  const attendances = (rsvp: string | null) => [
    { rsvp: null, isViewer: false, person: { name: 'Ada' } },
    { rsvp, isViewer: true, person: { name: 'Ben' } },
  ]
  for (const rsvp of ['regrets', 'coming', null])
    expect(await ask(answer, { id, rsvp })).toEqual({
      data: { answerMeeting: { __typename: 'Meeting', attendances: attendances(rsvp) } },
    })
  expect(await events(network)).toEqual(Array(3).fill({ kind: 'meetingAnswered', subject_id: meetingId }))
})

test('answers end with the start of the meeting; marks begin with its day', async () => {
  const begun = await server.seed(circle({ startsAt: hours(-1) }))
  const convenor = await server.as(begun.ada)
  expect(await convenor(answer, { id: begun.id, rsvp: 'coming' })).toEqual({
    data: { answerMeeting: { __typename: 'MeetingOver' } },
  })
  expect(await convenor(can, { id: begun.id })).toEqual({
    data: { node: { viewerCanAnswer: false, viewerCanMark: true, viewerCanChange: true } },
  })
  const ahead = await server.seed(circle())
  const early = await (await server.as(ahead.ada))(mark, { id: ahead.id, marks: [] })
  expect(early).toEqual({
    data: { markAttendance: { __typename: 'NotYet', from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } },
  })
})

test('the convenor marks who was there, and nobody else, not even the consultant', async () => {
  const { ada, ben, ole, kim, id } = await server.seed(circle({ startsAt: hours(-30) }))
  const marks = [
    { personId: `Person_${ada.id}`, attended: true },
    { personId: `Person_${ben.id}`, attended: false },
  ]
  for (const person of [ben, kim, ole]) {
    const { data, errors } = await (await server.as(person))(mark, { id, marks })
    expect([data, errors?.[0]?.extensions]).toEqual(notFound)
  }
  const convenor = await server.as(ada)
  expect(await convenor(mark, { id, marks })).toEqual({
    data: {
      markAttendance: {
        __typename: 'Meeting',
        attendances: [
          { attended: true, person: { name: 'Ada' } },
          { attended: false, person: { name: 'Ben' } },
        ],
      },
    },
  })
  const stranger = await convenor(mark, {
    id,
    marks: [
      { personId: `Person_${ada.id}`, attended: false },
      { personId: `Person_${ole.id}`, attended: true },
    ],
  })
  expect([stranger.data, stranger.errors?.[0]?.extensions]).toEqual(notFound)
  const again = await convenor<{ markAttendance: { attendances: { attended: boolean }[] } }>(mark, { id, marks: [] })
  expect(again.data?.markAttendance.attendances[0]?.attended).toBe(true)
})

test('while there is no convenor any member marks', async () => {
  const { ben, id } = await server.seed(circle({ startsAt: hours(-30), convenor: false }))
  const ask = await server.as(ben)
  expect(await ask(can, { id })).toEqual({
    data: { node: { viewerCanAnswer: false, viewerCanMark: true, viewerCanChange: false } },
  })
  const marked = await ask(mark, { id, marks: [{ personId: `Person_${ben.id}`, attended: true }] })
  expect(marked.data).toMatchObject({ markAttendance: { __typename: 'Meeting' } })
})

test('an outsider finds nothing to answer', async () => {
  const { ole, kim, id } = await server.seed(circle())
  for (const person of [ole, kim]) {
    const { data, errors } = await (await server.as(person))(answer, { id, rsvp: 'coming' })
    expect([data, errors?.[0]?.extensions]).toEqual(notFound)
  }
})

test('in a closed network nobody answers or marks any more', async () => {
  const { ada, network, id } = await server.seed(circle({ startsAt: hours(2) }))
  await owner('UPDATE network SET state = $1 WHERE id = $2', ['closed', network.id])
  const ask = await server.as(ada)
  for (const [query, variables] of [
    [answer, { id, rsvp: 'coming' }],
    [mark, { id, marks: [] }],
  ] as const) {
    const { data, errors } = await ask(query, variables)
    expect([data, errors?.[0]?.extensions]).toEqual(notFound)
  }
})

test('Today holds my meetings of all networks and those that I have to mark', async () => {
  const { ada, ben, kim, network, id } = await server.seed(circle({ startsAt: hours(-40) }))
  const ahead = await server.seed((seed) => {
    const south = seed.network(ada.organisationId, { name: 'Syd', consultant: kim, members: [ben, ada], convenor: ben })
    return [seed.meeting(south, { startsAt: hours(72) }), seed.meeting(network, { startsAt: hours(48) })]
  })
  const today =
    '{ viewerMeetings(first: 5) { edges { node { id } } } meetingsToMark(first: 5) { edges { node { id } } } }'
  const nodes = (...ids: string[]) => ({ edges: ids.map((each) => ({ node: { id: each } })) })
  const mine = nodes(...ahead.reverse().map((meeting) => `Meeting_${meeting.id}`))
  expect(await (await server.as(ada))(today)).toEqual({ data: { viewerMeetings: mine, meetingsToMark: nodes(id) } })
  expect(await (await server.as(ben))(today)).toEqual({ data: { viewerMeetings: mine, meetingsToMark: nodes() } })
  expect(await (await server.as(kim))(today)).toEqual({ data: { viewerMeetings: nodes(), meetingsToMark: nodes() } })
  expect(await server.ask(null, today)).toEqual({ data: { viewerMeetings: nodes(), meetingsToMark: nodes() } })
})

test('with the checks of the code switched off the rows alone say who may write what', async () => {
  const { ada, ben, ole, kim, network, id, meetingId } = await server.seed(circle({ startsAt: hours(-30) }))
  const marks = [{ personId: `Person_${ben.id}`, attended: true }]
  for (const person of [ben, kim, ole]) {
    const { data } = await (await rowsAlone.as(person))(mark, { id, marks })
    expect(data).toBeNull()
  }
  expect(await attendances(meetingId)).toEqual([
    { person_id: ada.id, rsvp: null, attended: null },
    { person_id: ben.id, rsvp: null, attended: null },
  ])
  const asBen = await rowsAlone.as(ben)
  const denied = /permission denied/
  const row = `meeting_id = '${meetingId}' AND person_id = '${ada.id}'`
  const write = (text: string) =>
    server.api.database.operation(hash(asBen.token), false, (db) => db.$executeRawUnsafe(text))
  await expect(write(`UPDATE attendance SET rsvp = 'coming' WHERE ${row}`)).rejects.toThrow(/for themselves/)
  await expect(write(`UPDATE attendance SET noticed_sequence = 9 WHERE ${row}`)).rejects.toThrow(denied)
  await expect(write(`DELETE FROM attendance WHERE ${row}`)).rejects.toThrow(denied)
  await expect(write(`SELECT app.notice_meetings('${network.id}', now())`)).rejects.toThrow(/not the keeper/)
  await expect(write(`SELECT app.queue_calendar_mails('${network.id}', NULL, now())`)).rejects.toThrow(denied)
})

async function owner<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client(server.database.ownerUrl)
  await client.connect()
  return client
    .query<Row>(text, values)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const events = ({ id }: SeededNetwork) =>
  owner<{ kind: string; subject_id: string }>('SELECT kind, subject_id FROM event WHERE network_id = $1 ORDER BY seq', [
    id,
  ])

const attendances = (meetingId: string) =>
  owner<{ person_id: string; rsvp: string | null; attended: boolean | null }>(
    'SELECT a.person_id, a.rsvp, a.attended FROM attendance a JOIN person p ON p.id = a.person_id WHERE meeting_id = $1 ORDER BY p.name',
    [meetingId],
  )
