import { type Letter, type Mailbox, openMailbox } from '@lederkreds/testing/mailbox'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import ICAL from 'ical.js'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker, type Worker } from '../worker.ts'

let server: TestServer
let mailbox: Mailbox
let worker: Worker
const work = () => startWorker(server.settings, pino({ level: 'silent' }))

beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startTestServer({ smtpUrl: mailbox.url })
  worker = await work()
})
afterAll(async () => {
  await worker.stop()
  await server.stop()
  await mailbox.stop()
})

const year = new Date().getUTCFullYear() + 1

const circle = (seed: Seed) => {
  const organisation = seed.organisation('Aarhus')
  const ada = seed.person(organisation, { name: 'Ada Holm' })
  const ben = seed.person(organisation, { name: 'Ben Friis', locale: 'en' })
  const eva = seed.person(organisation, { name: 'Eva Toft' })
  const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const network = seed.network(organisation, {
    name: 'Hemmelige Nord',
    consultant: kim,
    members: [ada, ben],
    undecided: [eva],
  })
  return { ada, ben, eva, kim, network, id: `Network_${network.id}` }
}

const plan = `mutation ($id: ID!, $input: PlanSeasonInput!) { planSeason(networkId: $id, input: $input) { ... on Season { meetings { id } } } }`
const move = `mutation ($id: ID!, $version: Int!, $input: MoveMeetingInput!) { moveMeeting(id: $id, version: $version, input: $input) { __typename } }`
const edit = `mutation ($id: ID!, $version: Int!, $input: EditMeetingInput!) { editMeeting(id: $id, version: $version, input: $input) { __typename } }`
const cancel = `mutation ($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version) { __typename } }`

const season = (...dates: string[]) => ({
  ...{ from: `${year}-01-04`, until: `${year}-12-20`, everyWeeks: 4, weekday: 2, startTime: '13:00', minutes: 150 },
  ...{ place: 'Rådhuset, lok. 3', link: 'https://teams.example.dk/1' },
  dates,
})

/** What a calendar reads in a mail: one entry for each file, by another library than the one that wrote it. */
function calendarsOf({ parsed }: Letter) {
  const files = parsed.attachments.filter(({ contentType }) => contentType === 'text/calendar')
  return files.map(({ content, filename }) => {
    const calendar = new ICAL.Component(ICAL.parse(content.toString()))
    const component = calendar.getFirstSubcomponent('vevent')
    if (!component || calendar.getAllSubcomponents('vevent').length !== 1) throw new Error('one file, one meeting')
    const event = new ICAL.Event(component)
    return {
      filename,
      method: calendar.getFirstPropertyValue('method'),
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      place: event.location,
      url: component.getFirstPropertyValue('url'),
      status: component.getFirstPropertyValue('status'),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      organizer: event.organizer,
      attendees: event.attendees.map((attendee) => [
        String(attendee.getFirstValue()).toLowerCase(),
        attendee.getParameter('partstat'),
      ]),
    }
  })
}

const lettersTo = ({ email }: SeededPerson) => mailbox.lettersTo(email)

test('a season is one mail with a calendar file for each meeting, in summer and in winter, to those who accepted the rules', async () => {
  const { kim, ada, ben, eva, id } = await server.seed(circle)
  const input = season(`${year}-03-02`, `${year}-07-06`)
  const { data } = await (await server.as(kim))<{ planSeason: { meetings: { id: string }[] } }>(plan, { id, input })
  const [winter, summer] = data?.planSeason.meetings.map((meeting) => meeting.id.slice('Meeting_'.length)) ?? []
  const letter = await mailbox.letterTo(ada.email)
  const common = {
    method: 'REQUEST',
    sequence: 0,
    title: 'Netværksmøde',
    place: 'Rådhuset, lok. 3',
    url: 'https://teams.example.dk/1',
    status: 'CONFIRMED',
    organizer: 'mailto:lederkreds@example.dk',
    attendees: [[`mailto:${ada.email}`, 'NEEDS-ACTION']],
  }
  expect(calendarsOf(letter)).toEqual([
    {
      ...common,
      filename: `${year}-03-02.ics`,
      uid: `${winter}@lederkreds`,
      start: `${year}-03-02T12:00:00.000Z`,
      end: `${year}-03-02T14:30:00.000Z`,
    },
    {
      ...common,
      filename: `${year}-07-06.ics`,
      uid: `${summer}@lederkreds`,
      start: `${year}-07-06T11:00:00.000Z`,
      end: `${year}-07-06T13:30:00.000Z`,
    },
  ])
  expect(letter.subject).toBe('2 nye netværksmøder')
  expect(letter.text).toContain('kl. 13.00-15.30')
  expect(letter.text).toContain(`/networks/${id}`)
  expect(letter.source).not.toMatch(/Hemmelige|Ben Friis|Eva Toft/)
  const english = await mailbox.letterTo(ben.email)
  expect([english.subject, calendarsOf(english)[0]?.title]).toEqual(['2 new network meetings', 'Network meeting'])
  expect(lettersTo(eva)).toEqual([])

  const token = await server.as(eva)
  const accept = 'mutation ($id: ID!) { acceptGroundRules(networkId: $id, version: 1) { __typename } }'
  expect(await token(accept, { id })).toMatchObject({ data: { acceptGroundRules: { __typename: 'Network' } } })
  expect(calendarsOf(await mailbox.letterTo(eva.email)).map(({ start }) => start)).toEqual([
    `${year}-03-02T12:00:00.000Z`,
    `${year}-07-06T11:00:00.000Z`,
  ])
  expect(lettersTo(ada)).toHaveLength(1)
})

test('changes that follow each other are one mail; an update raises the sequence and keeps the UID; a cancellation cancels', async () => {
  const { ada, ben, id } = await server.seed(circle)
  const convenor = await server.as(ada)
  const { data } = await convenor<{ planSeason: { meetings: { id: string }[] } }>(plan, {
    id,
    input: season(`${year}-03-02`),
  })
  const meeting = data?.planSeason.meetings[0]?.id ?? ''
  const invitation = await mailbox.letterTo(ben.email)
  expect(invitation.source).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(invitation.subject).toBe('New network meeting')

  await convenor(move, { id: meeting, version: 1, input: { date: `${year}-07-06`, startTime: '09:00', minutes: 60 } })
  await convenor(edit, { id: meeting, version: 2, input: { place: 'Biblioteket' } })
  const update = await mailbox.letterTo(ben.email, { after: invitation })
  const uid = `${meeting.slice('Meeting_'.length)}@lederkreds`
  expect(distinct(calendarsOf(update))).toMatchObject([
    { method: 'REQUEST', uid, sequence: 2, place: 'Biblioteket', start: `${year}-07-06T07:00:00.000Z` },
  ])
  expect([update.subject, lettersTo(ben).length]).toEqual(['Network meeting changed', 2])

  await convenor(cancel, { id: meeting, version: 3 })
  const end = await mailbox.letterTo(ben.email, { after: update })
  expect(distinct(calendarsOf(end))).toMatchObject([{ method: 'CANCEL', status: 'CANCELLED', uid, sequence: 3 }])
  expect(end.subject).toBe('Network meeting cancelled')
  expect(lettersTo(ben)).toHaveLength(3)
  expect(await waiting()).toEqual([])
})

test('what the mail server delays is told once it takes mail again, once, and by whichever worker is there', async () => {
  const { ada, ben, id } = await server.seed(circle)
  mailbox.treat(ben.email, 'defer')
  await (await server.as(ada))(plan, { id, input: season(`${year}-03-02`) })
  await mailbox.letterTo(ada.email)
  await expect
    .poll(() => sql('SELECT problem FROM letter WHERE problem IS NOT NULL'))
    .toEqual([{ problem: expect.stringContaining('451') }])
  await worker.stop()
  mailbox.treat(ben.email, 'accept')
  await sql('UPDATE graphile_worker._private_jobs SET run_at = now()')
  worker = await work()
  const [file] = calendarsOf(await mailbox.letterTo(ben.email))
  expect(file?.start).toBe(`${year}-03-02T12:00:00.000Z`)
  expect(lettersTo(ada)).toHaveLength(1)
})

test('a meeting that came and went before anybody was told is not mentioned', async () => {
  const { ada, ben, id } = await server.seed(circle)
  const convenor = await server.as(ada)
  const { data } = await convenor<{ planSeason: { meetings: { id: string }[] } }>(plan, {
    id,
    input: season(`${year}-03-02`, `${year}-04-06`),
  })
  await convenor(cancel, { id: data?.planSeason.meetings[0]?.id, version: 1 })
  const letter = await mailbox.letterTo(ben.email)
  expect(distinct(calendarsOf(letter)).map(({ start }) => start)).toEqual([`${year}-04-06T11:00:00.000Z`])
})

test('nothing is sent to a member from whom new ground rules wait for a yes, until she has given it', async () => {
  const { ada, ben, id, network } = await server.seed(circle)
  await (await server.as(ada))(plan, { id, input: season(`${year}-03-02`) })
  await sql(
    `INSERT INTO ground_rules (network_id, version, text, created_by_id) SELECT id, 2, 'Nyt', created_by_id FROM network WHERE id = '${network.id}'`,
  )
  await sql(`UPDATE network SET ground_rules_version = 2 WHERE id = '${network.id}'`)
  await expect.poll(waiting, { timeout: 5_000 }).toEqual([])
  expect([...lettersTo(ada), ...lettersTo(ben)]).toEqual([])
  const accept = 'mutation ($id: ID!) { acceptGroundRules(networkId: $id, version: 2) { __typename } }'
  await (await server.as(ben))(accept, { id })
  expect((await mailbox.letterTo(ben.email)).subject).toBe('New network meeting')
  expect(lettersTo(ada)).toEqual([])
})

const accept =
  'mutation ($id: ID!, $version: Int!) { acceptGroundRules(networkId: $id, version: $version) { __typename } }'
const leave = 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }'
const remove = 'mutation ($id: ID!) { removeMember(membershipId: $id) { id } }'
const close = 'mutation ($id: ID!) { closeNetwork(id: $id, version: 1) { __typename } }'

test('who leaves gets one mail that takes the meetings she was told of out of her calendar, and nothing afterwards', async () => {
  const { ada, ben, id } = await server.seed(circle)
  const convenor = await server.as(ada)
  const { data } = await convenor<{ planSeason: { meetings: { id: string }[] } }>(plan, {
    id,
    input: season(`${year}-03-02`, `${year}-07-06`),
  })
  const [winter = '', summer = ''] = data?.planSeason.meetings.map((meeting) => meeting.id) ?? []
  const invitation = await mailbox.letterTo(ben.email)
  await convenor(edit, { id: summer, version: 1, input: { place: 'Biblioteket' } })
  const update = await mailbox.letterTo(ben.email, { after: invitation })

  await (await server.as(ben))(leave, { id })
  const farewell = await mailbox.letterTo(ben.email, { after: update })
  const common = { method: 'CANCEL', status: 'CANCELLED', title: 'Network meeting' }
  expect(calendarsOf(farewell)).toMatchObject([
    { ...common, uid: `${winter.slice('Meeting_'.length)}@lederkreds`, sequence: 1 },
    { ...common, uid: `${summer.slice('Meeting_'.length)}@lederkreds`, sequence: 2 },
  ])
  expect(farewell.subject).toBe('2 network meetings leave your calendar')
  expect(farewell.source).not.toMatch(/Hemmelige|Ada Holm|Network_/)

  await convenor(move, { id: winter, version: 1, input: { date: `${year}-03-09`, startTime: '09:00', minutes: 60 } })
  await convenor(cancel, { id: summer, version: 2 })
  await expect.poll(() => lettersTo(ada).at(-1)?.subject, { timeout: 5_000 }).toBe('2 ændringer i dine netværksmøder')
  expect(lettersTo(ben)).toHaveLength(3)
  expect(await waiting()).toEqual([])
})

test('who comes back is invited with sequences above the cancellation, however often she goes', async () => {
  const { ada, ben, kim, id, network } = await server.seed(circle)
  const convenor = await server.as(ada)
  const { data } = await convenor<{ planSeason: { meetings: { id: string }[] } }>(plan, {
    id,
    input: season(`${year}-03-02`),
  })
  const heard: [string, number][] = []
  let last = await mailbox.letterTo(ben.email)
  const hear = async () => {
    last = await mailbox.letterTo(ben.email, { after: last })
    for (const { method, sequence } of distinct(calendarsOf(last))) heard.push([String(method), sequence ?? -1])
  }
  const comeBack = () =>
    sql(`UPDATE membership SET left_at = NULL WHERE network_id = '${network.id}' AND person_id = '${ben.id}'`)
  const [row] = (await sql(
    `SELECT id FROM membership WHERE network_id = '${network.id}' AND person_id = '${ben.id}'`,
  )) as { id: string }[]
  await (await server.as(kim))(remove, { id: `Membership_${row?.id}` })
  await hear()
  await comeBack()
  await hear()
  await (await server.as(ben))(leave, { id })
  await hear()
  await comeBack()
  await hear()
  await convenor(cancel, { id: data?.planSeason.meetings[0]?.id, version: 1 })
  await hear()
  expect(heard).toEqual([
    ['CANCEL', 1],
    ['REQUEST', 2],
    ['CANCEL', 3],
    ['REQUEST', 4],
    ['CANCEL', 5],
  ])
})

test('a network that closes calls its meetings off in every calendar that has them, with or without a yes to new rules', async () => {
  const { ada, ben, eva, kim, id, network } = await server.seed(circle)
  const { data } = await (await server.as(ada))<{ planSeason: { meetings: { id: string }[] } }>(plan, {
    id,
    input: season(`${year}-03-02`),
  })
  const told = [await mailbox.letterTo(ada.email), await mailbox.letterTo(ben.email)]
  await sql(
    `INSERT INTO ground_rules (network_id, version, text, created_by_id) SELECT id, 2, 'Nyt', created_by_id FROM network WHERE id = '${network.id}'`,
  )
  await sql(`UPDATE network SET ground_rules_version = 2 WHERE id = '${network.id}'`)
  await (await server.as(ada))(accept, { id, version: 2 })
  expect(await (await server.as(kim))(close, { id })).toMatchObject({
    data: { closeNetwork: { __typename: 'Network' } },
  })
  for (const [index, person] of [ada, ben].entries()) {
    const letter = await mailbox.letterTo(person.email, { after: told[index] as Letter })
    const uid = `${data?.planSeason.meetings[0]?.id.slice('Meeting_'.length)}@lederkreds`
    expect(distinct(calendarsOf(letter))).toMatchObject([{ method: 'CANCEL', uid, sequence: 1 }])
  }
  await expect.poll(waiting, { timeout: 5_000 }).toEqual([])
  expect(lettersTo(eva)).toEqual([])
  expect([lettersTo(ada), lettersTo(ben)].map((letters) => letters.length)).toEqual([2, 2])
})

/** A single meeting comes twice in a mail, beside the text for Outlook and as a file: both say the same. */
const distinct = (calendars: ReturnType<typeof calendarsOf>) => [
  ...new Map(calendars.map((each) => [each.uid, each])).values(),
]

const waiting = () => sql(`SELECT id FROM letter WHERE kind = 'meetings' AND state <> 'sent'`)

async function sql(text: string): Promise<unknown[]> {
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  return owner
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => owner.end())
}
