import { type Letter, type Mailbox, openMailbox } from '@lederkreds/testing/mailbox'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startWorker, type Worker } from '../worker.ts'
import { remind } from './reminder.job.ts'

let server: TestServer
let mailbox: Mailbox
let worker: Worker | undefined
let owner: pg.Client
let pool: pg.Pool
const start = async () => {
  worker = await startWorker(server.settings, pino({ level: 'silent' }))
}
beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startTestServer({ smtpUrl: mailbox.url })
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  pool = new pg.Pool({ connectionString: server.database.workerUrl })
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await owner.query('DELETE FROM reminder; DELETE FROM letter')
})
afterAll(async () => {
  await pool.end()
  await owner.end()
  await server.stop()
  await mailbox.stop()
})

const at = (instant: string) => remind(pool, () => new Date(instant))
const friday = '2027-01-15T15:00:00Z'
const saturday = '2027-01-16T15:00:00Z'
const sunday = '2027-01-17T15:00:00Z'

const people = <Name extends string>(...names: Name[]) =>
  server.seed((seed) => {
    const organisation = seed.organisation('Sønderby')
    return Object.fromEntries(names.map((name) => [name, seed.person(organisation, { name })])) as Record<
      Name,
      SeededPerson
    >
  })
const asks = (person: SeededPerson, choice: { hour?: number; weekends?: boolean } = {}) =>
  server.seed((seed) => seed.reminder(person, choice))
const waiting = async () =>
  (await owner.query<{ person_id: string }>(`SELECT person_id FROM letter WHERE state = 'queued'`)).rows.map(
    ({ person_id }) => person_id,
  )
const done = () => vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000 })

const choose = `mutation ($hour: Int!, $weekends: Boolean!, $version: Int!) {
  chooseReminder(hour: $hour, weekends: $weekends, version: $version) {
    __typename
    ... on Viewer { reminder { hour weekends version } }
    ... on Stale { yours theirs }
    ... on InvalidInput { issues { path problem } }
  }
}`
const read = '{ viewer { reminder { hour weekends version } } }'

test('nobody has a reminder who has not asked; whoever asks may change it and stop it', async () => {
  const { ada, ben } = await people('ada', 'ben')
  const as = await server.as(ada)
  const none = { data: { viewer: { reminder: null } } }
  expect(await as(read)).toEqual(none)
  const chosen = (hour: number, weekends: boolean, version: number) => as(choose, { hour, weekends, version })
  const kept = (reminder: object) => ({ data: { chooseReminder: { __typename: 'Viewer', reminder } } })
  expect(await chosen(16, false, 0)).toEqual(kept({ hour: 16, weekends: false, version: 1 }))
  expect(await chosen(8, true, 1)).toEqual(kept({ hour: 8, weekends: true, version: 2 }))
  for (const [yours, theirs] of [
    [1, 2],
    [0, 2],
  ] as const)
    expect(await chosen(9, true, yours)).toEqual({ data: { chooseReminder: { __typename: 'Stale', yours, theirs } } })
  expect(await chosen(24, true, 2)).toEqual({
    data: { chooseReminder: { __typename: 'InvalidInput', issues: [{ path: 'hour', problem: 'tooLarge' }] } },
  })
  expect(await (await server.as(ben))(read)).toEqual(none)
  const stop = 'mutation { stopReminder { reminder { hour } } }'
  for (const _twice of [1, 2]) expect(await as(stop)).toEqual({ data: { stopReminder: { reminder: null } } })
  expect(await server.look('SELECT * FROM reminder')).toEqual([])
  expect(await chosen(9, true, 2)).toEqual({ data: { chooseReminder: { __typename: 'Stale', yours: 2, theirs: 0 } } })
})

test('it comes at its hour and only then, once a day, and is quiet at weekends unless they were asked for', async () => {
  const { ada, ben, cleo, dan } = await people('ada', 'ben', 'cleo', 'dan')
  await asks(ada)
  await asks(ben, { weekends: true })
  await asks(cleo, { hour: 7 })
  const queued = async (instant: string) => {
    await at(instant)()
    const ids = await waiting()
    await owner.query(`UPDATE letter SET state = 'sent'`)
    return [ada, ben, cleo, dan].filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  }
  expect(await queued('2027-01-15T05:59:00Z')).toEqual([])
  expect(await queued('2027-01-15T06:00:00Z')).toEqual(['cleo'])
  expect(await queued('2027-01-15T14:59:00Z')).toEqual([])
  expect(await queued(friday)).toEqual(['ada', 'ben'])
  expect(await queued('2027-01-15T15:30:00Z')).toEqual([])
  expect(await queued(saturday)).toEqual(['ben'])
  expect(await queued(sunday)).toEqual(['ben'])
  expect(await queued('2027-01-18T15:00:00Z')).toEqual(['ada', 'ben'])
})

const telling =
  /dagbog|journal|diary|refle|stress|skriv|skrev|writ|wrote|entry|øvelse|exercis|puls|søvn|sleep|belast|note/i

/** All that somebody looking over a shoulder, or at a mail server, could read. */
const everything = ({ subject, text, parsed }: Letter) =>
  [subject, text, ...parsed.headerLines.filter(({ key }) => key !== 'content-type').map(({ line }) => line)]
    .join('\n')
    .replace(/\.[\w-]{43}/g, '')

test.each([
  ['da', 'En påmindelse, du har bedt om', 'Du har selv bedt om en påmindelse på dette tidspunkt.'],
  ['en', 'A reminder you asked for', 'You asked to be reminded at this time.'],
] as const)('the mail (%s) says nothing of what it is about, and how to stop it', async (locale, subject, line) => {
  const person = await server.seed((seed) => {
    const made = seed.person(seed.organisation('Sønderby'), { name: 'Ada', locale })
    seed.reminder(made)
    return made
  })
  await start()
  await at(friday)()
  const letter = await mailbox.letterTo(person.email)
  expect(letter.subject).toBe(subject)
  expect(letter.text).toContain(line)
  expect(letter.text).toContain(`\n\n${server.settings.PUBLIC_URL}\n\n`)
  expect(everything(letter)).not.toMatch(telling)
  expect(letter.html).toBe('')
  await done()
})

test('whoever has left gets none, neither when the hour comes nor when the mail was waiting already', async () => {
  const { ada, ben, cleo, dan } = await people('ada', 'ben', 'cleo', 'dan')
  for (const person of [ada, ben, cleo, dan]) await asks(person)
  const leave = ({ id }: SeededPerson) =>
    owner.query('UPDATE "position" SET deactivated_at = now() WHERE person_id = $1', [id])
  await leave(ada)
  await at(friday)()
  expect((await waiting()).toSorted()).toEqual([ben.id, cleo.id, dan.id].toSorted())
  await leave(ben)
  await owner.query('DELETE FROM reminder WHERE person_id = $1', [cleo.id])
  await start()
  await mailbox.letterTo(dan.email)
  await done()
  expect([ada, ben, cleo, dan].map(({ email }) => mailbox.lettersTo(email).length)).toEqual([0, 0, 0, 1])
})

test('a mail that waited until it would only disturb is not sent', async () => {
  const { ada, ben } = await people('ada', 'ben')
  await asks(ada)
  await at(friday)()
  await owner.query(`UPDATE letter SET created_at = now() - interval '121 minutes'`)
  await asks(ben)
  await at(friday)()
  await start()
  await mailbox.letterTo(ben.email)
  await done()
  expect(mailbox.lettersTo(ada.email)).toEqual([])
})

test('two workers, a run that breaks off and a restart still make one mail a day', async () => {
  const { ada } = await people('ada')
  await asks(ada)
  const rename = (from: string, to: string) =>
    owner.query(`ALTER FUNCTION app.${from}(text, json, text, timestamptz) RENAME TO ${to}`)
  await rename('enqueue', 'enqueue_away')
  await expect(at(friday)()).rejects.toThrow('does not exist')
  expect(await waiting()).toEqual([])
  await rename('enqueue_away', 'enqueue')

  await owner.query('BEGIN; SELECT FROM reminder FOR UPDATE')
  const both = Promise.all([at(friday)(), at(friday)()])
  const held = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  await vi.waitFor(async () => expect((await pool.query(held)).rowCount).toBe(2))
  await owner.query('COMMIT')
  await both
  expect(await waiting()).toEqual([ada.id])
  await start()
  await mailbox.letterTo(ada.email)
  await done()
  await worker?.stop()
  await at('2027-01-15T15:59:00Z')()
  await start()
  await at('2027-01-15T16:00:00Z')()
  await at('2027-01-18T15:00:00Z')()
  await vi.waitFor(() => expect(mailbox.lettersTo(ada.email)).toHaveLength(2), { timeout: 10_000 })
  await done()
  expect(mailbox.lettersTo(ada.email)).toHaveLength(2)
})

test('the worker looks by itself, and forgets the day after whom it reminded', async () => {
  const { ada } = await people('ada')
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'Europe/Copenhagen' }).format(new Date()),
  )
  await asks(ada, { hour, weekends: true })
  await owner.query(`INSERT INTO letter (kind, state, created_at) VALUES
    ('reminder', 'sent', now() - interval '25 hours'), ('emailChanged', 'sent', now() - interval '25 hours')`)
  const crontabs = async () =>
    (await owner.query('SELECT identifier FROM graphile_worker._private_known_crontabs')).rows
  await start()
  await vi.waitFor(async () => expect(await crontabs()).toContainEqual({ identifier: 'remind' }))
  await owner.query(`SELECT graphile_worker.add_job('remind')`)
  await mailbox.letterTo(ada.email)
  await done()
  const { rows } = await owner.query('SELECT kind FROM letter ORDER BY created_at')
  expect(rows).toEqual([{ kind: 'emailChanged' }, { kind: 'reminder' }])
})

test('the link in the mail asks first; its button, or a mail program, ends the reminders without signing in', async () => {
  const { ada, ben } = await people('ada', 'ben')
  await asks(ada)
  await asks(ben)
  await start()
  await at(friday)()
  const { text, parsed } = await mailbox.letterTo(ada.email)
  await mailbox.letterTo(ben.email)
  await done()
  const link = text.match(/http:\S+\/reminder\/\S+/)?.[0] ?? ''
  expect(parsed.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  )
  expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: link } })
  const { pathname } = new URL(link)
  const open = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init)
  const press = (path: string) =>
    open(path, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') })
  const left = async () => (await owner.query('SELECT person_id FROM reminder')).rows.map(({ person_id }) => person_id)

  const page = await open(pathname)
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html).toContain('<button>Stop dem</button>')
  expect(html).not.toMatch(telling)
  expect((await left()).toSorted()).toEqual([ada.id, ben.id].toSorted())

  for (const wrong of [pathname.slice(0, -1), `${pathname}A`, pathname.replace(ada.id, ben.id), '/reminder/da/x']) {
    const answers = await Promise.all([open(wrong), press(wrong)])
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  }
  expect(await left()).toHaveLength(2)

  for (const _twice of [1, 2]) {
    const answer = await press(pathname)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Påmindelserne er stoppet.')])
    expect(await left()).toEqual([ben.id])
  }
  const parts = new FormData()
  parts.set('List-Unsubscribe', 'One-Click')
  const inParts = await open(pathname.replace('/da/', '/en/'), { method: 'POST', body: parts })
  expect([inParts.status, await inParts.text()]).toEqual([200, expect.stringContaining('have been stopped')])
})

test('in the database too, each role does its own part and no more', async () => {
  const { ada } = await people('ada')
  await asks(ada)
  for (const sql of [
    `UPDATE reminder SET hour = 3`,
    'DELETE FROM reminder',
    `INSERT INTO letter (kind, person_id) VALUES ('emailChanged', '${ada.id}')`,
    'SELECT manager_id FROM "position"',
  ])
    await expect(pool.query(sql)).rejects.toThrow(/permission denied|row-level security/)
  await owner.query(`INSERT INTO letter (kind) VALUES ('emailChanged')`)
  expect((await pool.query('DELETE FROM letter')).rowCount).toBe(0)
  await expect(pool.query(`SELECT app.stop_reminder('${ada.id}')`)).rejects.toThrow('permission denied')
  await expect(owner.query('UPDATE reminder SET hour = 24')).rejects.toThrow('reminder_hour_of_a_day')
})
