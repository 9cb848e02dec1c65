import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { defused, droppedCharacters, formulaBreaks, formulaSigns } from '@lederkreds/domain/participation/csv'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { parse } from 'csv-parse/sync'
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

const noon = new Date('2026-03-03T11:00:00Z')

/** An organisation with its administrator, and a network that has met once. */
function town(seed: Seed, names: string[] = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva'], workplace = 'Nord; "Syd"') {
  const organisation = seed.organisation('Aarhus')
  const admin = seed.person(organisation, { name: 'Astrid', roles: ['admin'] })
  const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const members = names.map((name) => seed.person(organisation, { name, workplace }))
  const network = seed.network(organisation, { name: 'Nord', consultant, members })
  seed.meeting(network, {
    startsAt: noon,
    rsvp: (index) => (index === 0 ? 'coming' : index === 1 ? 'regrets' : null),
    attended: (index) => (index < 2 ? index === 0 : null),
  })
  return { organisation, admin, consultant, members, network, ada: members[0] as SeededPerson }
}

type Options = { steppedUp?: boolean; headers?: Record<string, string>; at?: TestServer }

/** Asks for the file as a person, or as nobody. */
async function download(
  person: SeededPerson | null,
  query = '',
  { steppedUp = true, headers = {}, at = server }: Options = {},
) {
  const token = person && (await at.seed((seed) => seed.session(person, { steppedUp })))
  const answer = await fetch(`${at.url}/participation/export?${query}`, {
    headers: { 'x-lederkreds': '1', ...(token && { cookie: `lederkreds-session=${token}` }), ...headers },
  })
  return {
    status: answer.status,
    headers: answer.headers,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
  }
}

const excel = (text: string): string[][] => parse(text, { delimiter: ';', bom: true, record_delimiter: '\r\n' })
const plain = (text: string): string[][] => parse(text, { record_delimiter: '\n' })
const refusal = (text: string) => JSON.parse(text).errors[0].extensions.code
const entries = async (organisation: string) =>
  (
    await owner.query(
      'SELECT act, actor_name, network_names, from_day::text, until_day::text, rows FROM audit_entry WHERE organisation_id = $1',
      [organisation],
    )
  ).rows

test('an administrator gets the whole of her organisation, for Danish Excel or for programs', async () => {
  const { admin } = await server.seed((seed) => town(seed, ['Eva', 'Ada', 'Cleo']))
  const danish = await download(admin)
  expect(danish.text.startsWith('\uFEFFNetværk;Mødedato;')).toBe(true)
  expect(danish.text.endsWith('\r\n')).toBe(true)
  expect(excel(danish.text)).toEqual([
    [
      'Netværk',
      'Mødedato',
      'Person',
      'Arbejdsplads',
      'Rolle i netværket',
      'Inviteret',
      'Tilmeldt',
      'Afbud',
      'Fremmødt',
      'Metoder i runder',
    ],
    ['Nord', '2026-03-03', 'Ada', 'Nord; "Syd"', 'medlem', 'ja', 'nej', 'ja', 'nej', ''],
    ['Nord', '2026-03-03', 'Cleo', 'Nord; "Syd"', 'medlem', 'ja', '', '', '', ''],
    ['Nord', '2026-03-03', 'Eva', 'Nord; "Syd"', 'tovholder', 'ja', 'ja', 'nej', 'ja', ''],
  ])
  const english = await download(admin, 'dialect=plain')
  expect(english.text).not.toContain('\r')
  expect(plain(english.text).slice(0, 2)).toEqual([
    [
      'Network',
      'Meeting date',
      'Person',
      'Workplace',
      'Role in the network',
      'Invited',
      'Coming',
      'Regrets',
      'Attended',
      'Methods of rounds',
    ],
    ['Nord', '2026-03-03', 'Ada', 'Nord; "Syd"', 'member', 'yes', 'no', 'yes', 'no', ''],
  ])
})

test('a meeting tells the methods of the rounds that were held in it, and nothing else of them', async () => {
  const { admin, ada } = await server.seed((seed) => {
    const made = town(seed)
    const meeting = seed.meeting(made.network, { startsAt: new Date(noon.getTime() + 7 * 86_400_000) })
    const people = made.members.slice(0, 3)
    const round = (method: MethodId, minutes: number, more: object = {}) => {
      const endedAt = new Date(noon.getTime() + minutes * 60_000)
      return seed.round(made.network, { method, people, meeting, beganAt: endedAt, endedAt, ...more })
    }
    const [versionId = ''] = seed.protocol(made.consultant, 'iglo', [{}]).versionIds
    round('troika', 60)
    round('triade-supervision', 0)
    round('iglo', 90, { versionId })
    round('sbi-feedback', 120, { endedAt: undefined })
    return made
  })
  for (const person of [admin, ada]) {
    const rows = excel((await download(person)).text).slice(1)
    expect(rows.filter(([, day]) => day === '2026-03-03').map((row) => row.at(-1))).toEqual(Array(5).fill(''))
    expect(rows.filter(([, day]) => day === '2026-03-10').map((row) => row.at(-1))).toEqual(
      Array(5).fill('triade-supervision, troika, own'),
    )
  }
})

test('the answer tells how many rows come, what the file is called, and that nobody may keep it', async () => {
  const { admin } = await server.seed((seed) => town(seed))
  const { headers } = await download(admin, 'from=2026-01-01&until=2026-06-30')
  expect(headers.get('x-lederkreds-rows')).toBe('5')
  expect(headers.get('content-disposition')).toBe('attachment; filename="deltagelse-2026-01-01-til-2026-06-30.csv"')
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(headers.get('cache-control')).toBe('no-store')
})

test('days are those of Copenhagen, both included', async () => {
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    for (const startsAt of ['2026-06-30T22:30:00Z', '2026-07-31T21:30:00Z'])
      seed.meeting(made.network, { startsAt: new Date(startsAt) })
    return made
  })
  const { text } = await download(admin, 'from=2026-07-01&until=2026-07-31')
  expect(
    new Set(
      excel(text)
        .slice(1)
        .map(([, day]) => day),
    ),
  ).toEqual(new Set(['2026-07-01', '2026-07-31']))
  expect(excel((await download(admin, 'until=2026-06-30')).text)).toHaveLength(6)
})

test('every name arrives as it is, except that none becomes a formula', async () => {
  const starts = ['', 'a', 'Å', '9', '"', ';', ',', "'", '😀', 'ש', 'ж', '中', '\\', '\\.', '\uFFFE']
  const dropped = droppedCharacters.flatMap((range) => range.map((code) => String.fromCodePoint(Math.max(1, code))))
  const names = [
    ...starts.map((start) => `${start}=1+1;"x"\n-\r\n`),
    ...[...formulaBreaks, ...formulaSigns].flatMap((sign) => [`${sign}1`, `x${sign}1`, ` \u200B${sign}cmd`]),
    ...dropped.flatMap((character) => [`${character}=1`, `${character}x`]),
    'אבג דהו',
    '\u202Eevil',
    'Mette "Mie" Holm; Åse',
    'Eva ',
    ' Eva',
    '=',
    '-',
    'NULL',
    '\\N',
  ]
  const { admin } = await server.seed((seed) => town(seed, names))
  const wanted = names.map(defused).sort()
  for (const [query, read] of [
    ['', excel],
    ['dialect=plain', plain],
  ] as const) {
    const people = read((await download(admin, query)).text)
      .slice(1)
      .map(([, , person]) => person)
    expect(people.sort()).toEqual(wanted)
    for (const person of people) expect(person).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u)
  }
})

test('only the app itself can ask', async () => {
  const { admin, organisation } = await server.seed((seed) => town(seed))
  for (const headers of [
    { 'x-lederkreds': '' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ])
    expect((await download(admin, '', { headers })).status).toBe(403)
  expect(
    (await download(admin, '', { headers: { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1' } })).status,
  ).toBe(200)
  expect(await entries(organisation)).toHaveLength(1)
})

test('nobody, an administrator who has not just confirmed, and nonsense are refused, and nothing is logged', async () => {
  const { admin, organisation } = await server.seed((seed) => town(seed))
  const answers = [
    [await download(null), 401, 'UNAUTHENTICATED'],
    [await download(admin, '', { steppedUp: false }), 403, 'STEP_UP_NEEDED'],
    [await download(admin, 'from=2026-02-30'), 400, 'BAD_USER_INPUT'],
    [await download(admin, 'from=2026-02-02&until=2026-02-01'), 400, 'BAD_USER_INPUT'],
    [await download(admin, 'dialect=xlsx'), 400, 'BAD_USER_INPUT'],
    [await download(admin, `network=${encodeURIComponent("' OR true --")}`), 400, 'BAD_USER_INPUT'],
    [await download(admin, `from=2026-01-01&from=${encodeURIComponent("';")}`), 400, 'BAD_USER_INPUT'],
  ] as const
  for (const [answer, status, code] of answers) expect([answer.status, refusal(answer.text)]).toEqual([status, code])
  expect(await entries(organisation)).toEqual([])
})

test('an outsider finds nothing; an administrator of elsewhere gets only her own', async () => {
  const { network, stranger, undecided } = await server.seed((seed) => {
    const made = town(seed)
    const undecided = seed.person(made.organisation, { name: 'Gry' })
    seed.network(made.organisation, { name: 'Syd', consultant: made.consultant, members: [], undecided: [undecided] })
    return { ...made, undecided, stranger: seed.person(made.organisation, { name: 'Finn' }) }
  })
  const elsewhere = await server.seed((seed) => town(seed))
  for (const person of [stranger, undecided])
    for (const query of ['', `network=${network.id}`]) expect((await download(person, query)).status).toBe(404)
  const foreign = await download(elsewhere.admin, `network=${network.id}`)
  const unknown = await download(elsewhere.admin, `network=${crypto.randomUUID()}`)
  expect([foreign.status, foreign.text]).toEqual([unknown.status, unknown.text])
  expect(foreign.status).toBe(404)
  expect(excel((await download(elsewhere.admin)).text)).toHaveLength(6)
  expect((await download(elsewhere.ada, `network=${network.id}`)).status).toBe(404)
})

test('members have the same columns of their own networks, without confirming and without a log entry', async () => {
  const { ada, organisation, network, other } = await server.seed((seed) => {
    const made = town(seed)
    const other = seed.network(made.organisation, { name: 'Syd', consultant: made.consultant, members: [made.ada] })
    const third = seed.network(made.organisation, {
      name: 'Vest',
      consultant: made.consultant,
      members: [seed.person(made.organisation, { name: 'Ib' })],
    })
    for (const each of [other, third]) seed.meeting(each, { startsAt: noon })
    return { ...made, other }
  })
  const networks = async (query: string) =>
    new Set(
      excel((await download(ada, query, { steppedUp: false })).text)
        .slice(1)
        .map(([name]) => name),
    )
  expect(await networks('')).toEqual(new Set(['Nord', 'Syd']))
  expect(await networks(`network=${network.id}`)).toEqual(new Set(['Nord']))
  expect(await networks(`network=${other.id}`)).toEqual(new Set(['Syd']))
  expect(await entries(organisation)).toEqual([])
})

test('an administrator who is a member elsewhere reads that network as the member she is', async () => {
  const { admin, away } = await server.seed((seed) => {
    const home = town(seed)
    const there = town(seed)
    const away = seed.network(there.organisation, {
      name: 'Fremmed',
      consultant: there.consultant,
      members: [home.admin],
    })
    seed.meeting(away, { startsAt: noon })
    return { admin: home.admin, away }
  })
  const names = async (query: string, steppedUp: boolean) =>
    new Set(
      excel((await download(admin, query, { steppedUp })).text)
        .slice(1)
        .map(([name]) => name),
    )
  expect(await names('', true)).toEqual(new Set(['Nord']))
  expect(await names(`network=${away.id}`, false)).toEqual(new Set(['Fremmed']))
})

test('every export of an administrator is in the log: who, which days, which network, how many rows', async () => {
  const { admin, organisation, network } = await server.seed((seed) => town(seed))
  await download(admin)
  await download(admin, `network=${network.id}&from=2026-01-01&until=2026-12-31`)
  const entry = { act: 'exportedParticipation', actor_name: 'Astrid', rows: 5 }
  expect(await entries(organisation)).toEqual([
    { ...entry, network_names: [], from_day: null, until_day: null },
    { ...entry, network_names: ['Nord'], from_day: '2026-01-01', until_day: '2026-12-31' },
  ])
})

/** A file far larger than all buffers on the way, asked for by somebody who does not read. */
async function stuck() {
  const made = await server.seed((seed) => {
    const made = town(
      seed,
      Array.from({ length: 40 }, (_, index) => `Person ${index}`),
      'x'.repeat(10_000),
    )
    for (let meeting = 1; meeting < 100; meeting++) seed.meeting(made.network, { startsAt: noon })
    return made
  })
  const token = await server.seed((seed) => seed.session(made.admin))
  const request = get(`${server.url}/participation/export`, {
    headers: { 'x-lederkreds': '1', cookie: `lederkreds-session=${token}` },
  })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  answer.pause()
  await expect
    .poll(async () => (await copying()).map(({ wait_event }) => wait_event), { timeout: 10_000 })
    .toContain('ClientWrite')
  return { ...made, request, answer }
}

const copying = async () =>
  (
    await owner.query(
      "SELECT pid, wait_event FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY (SELECT%' AND state = 'active'",
    )
  ).rows

test('a slow reader makes the query wait; one that leaves ends it, and is in the log all the same', async () => {
  const { request, organisation } = await stuck()
  const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms))
  await pause(300)
  const before = process.memoryUsage().arrayBuffers
  await pause(500)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000)
  request.on('error', () => {})
  request.destroy()
  await expect.poll(copying, { timeout: 5_000 }).toEqual([])
  expect(await entries(organisation)).toEqual([expect.objectContaining({ rows: 4_000 })])
  expect((await download(null)).status).toBe(401)
})

test('a file that breaks off does not look like a whole one', async () => {
  const { answer } = await stuck()
  const [working] = await copying()
  await owner.query('SELECT pg_terminate_backend($1)', [working.pid])
  await expect(answer.toArray()).rejects.toThrow()
  expect(answer.complete).toBe(false)
})

test('two files at a time; the third is asked to come back', async () => {
  const both = [await stuck(), await stuck()]
  const third = await download(both[0]?.admin ?? null)
  expect([third.status, refusal(third.text)]).toEqual([429, 'RATE_LIMITED'])
  for (const { request } of both) request.on('error', () => {}).destroy()
  await expect.poll(copying, { timeout: 5_000 }).toEqual([])
  await expect.poll(async () => (await download(null)).status).toBe(401)
})

test('the view alone, without the rules of the code, gives nobody more', async () => {
  const open = await startTestServer({ codeWall: false })
  try {
    const { stranger, ada, other } = await open.seed((seed) => {
      const made = town(seed)
      const other = town(seed, ['Zoe', 'Yrsa'])
      return { ...made, other, stranger: seed.person(made.organisation, { name: 'Finn' }) }
    })
    expect(excel((await download(stranger, '', { at: open })).text)).toHaveLength(1)
    expect(excel((await download(ada, '', { at: open })).text)).toHaveLength(6)
    expect(excel((await download(ada, `network=${other.network.id}`, { at: open })).text)).toHaveLength(1)
  } finally {
    await open.stop()
  }
})
