import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { openVisitor } from '@lederkreds/testing/visitor'
import { createClient } from 'graphql-ws'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { hashToken } from '../db.ts'

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

const leader = () => server.seed((seed) => seed.person(seed.organisation('Aarhus'), { name: 'Mette' }))
const sessions = '{ viewer { sessions { id device isThis } } }'
const idOf = async (token: string) => {
  const hash = Buffer.from(hashToken(token), 'hex')
  return (
    (await owner.query<{ session_id: string }>('SELECT session_id FROM session_token WHERE token_hash = $1', [hash]))
      .rows[0]?.session_id ?? ''
  )
}
const isSignedIn = async (token: string) =>
  (await server.ask<{ viewer: object | null }>(token, '{ viewer { id } }')).data?.viewer !== null
const endSession = 'mutation ($id: ID!) { endSession(id: $id) }'

test('she sees her own open sessions and no others', async () => {
  const mette = await leader()
  const [phone, laptop] = await server.seed((seed) => [
    seed.session(mette, { device: 'Safari, iPhone' }),
    seed.session(mette),
  ])
  await server.as(await leader())
  const { data } = await server.ask<{ viewer: { sessions: object[] } }>(phone, sessions)
  expect(data?.viewer.sessions).toHaveLength(2)
  expect(data?.viewer.sessions).toContainEqual({
    id: `Session_${await idOf(phone)}`,
    device: 'Safari, iPhone',
    isThis: true,
  })
  expect(data?.viewer.sessions).toContainEqual({
    id: `Session_${await idOf(laptop)}`,
    device: 'Chrome, Linux',
    isThis: false,
  })
})

test('she ends one of them, and it is worth nothing at once; the other goes on', async () => {
  const mette = await leader()
  const [phone, laptop] = await server.seed((seed) => [seed.session(mette), seed.session(mette)])
  const id = `Session_${await idOf(laptop)}`
  expect(await server.ask(phone, endSession, { id })).toEqual({ data: { endSession: true } })
  expect([await isSignedIn(phone), await isSignedIn(laptop)]).toEqual([true, false])
  expect((await server.ask(phone, endSession, { id })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
})

test("nobody ends somebody else's; unknown and foreign look the same", async () => {
  const [phone, thief] = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    return [
      seed.session(seed.person(organisation, { name: 'Ada' })),
      seed.session(seed.person(organisation, { name: 'Eva', roles: ['admin'] })),
    ]
  })
  const foreign = await server.ask(thief, endSession, { id: `Session_${await idOf(phone)}` })
  const unknown = await server.ask(thief, endSession, { id: `Session_${crypto.randomUUID()}` })
  expect(foreign).toEqual(unknown)
  expect(foreign.errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
  expect(await isSignedIn(phone)).toBe(true)
})

test('all but this one', async () => {
  const mette = await leader()
  const [here, ...others] = await server.seed(
    (seed) => [seed.session(mette), seed.session(mette), seed.session(mette)] as const,
  )
  expect(await server.ask(here, 'mutation { endOtherSessions }')).toEqual({ data: { endOtherSessions: 2 } })
  expect(await Promise.all([here, ...others].map(isSignedIn))).toEqual([true, false, false])
})

test('signing out ends the session and takes the cookie', async () => {
  const mette = await leader()
  for (const how of ['signOut', 'endSession']) {
    const token = await server.seed((seed) => seed.session(mette))
    const browser = openVisitor(server)
    browser.cookies.set('lederkreds-session', token)
    const answer =
      how === 'signOut'
        ? await browser.ask('mutation { signOut }')
        : await browser.ask(endSession, { id: `Session_${await idOf(token)}` })
    expect(answer).toEqual({ data: { [how]: true } })
    expect(browser.cookies.has('lederkreds-session')).toBe(false)
    expect(await isSignedIn(token)).toBe(false)
  }
  expect((await server.ask(null, 'mutation { signOut }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
})

test('a session ends when it is left alone for half an hour, and after eight hours all the same', async () => {
  const mette = await leader()
  const wasUsedJustNow = async (token: string) => {
    const used = "SELECT FROM session WHERE id = $1 AND last_used_at > now() - interval '1 minute'"
    return (await owner.query(used, [await idOf(token)])).rowCount === 1
  }
  for (const [column, past] of [
    ['last_used_at', '30 minutes'],
    ['expires_at', '0 minutes'],
  ]) {
    const token = await server.seed((seed) => seed.session(mette))
    await owner.query(
      `UPDATE session SET ${column} = now() - interval '${past}' + interval '5 seconds' WHERE id = $1`,
      [await idOf(token)],
    )
    expect(await isSignedIn(token)).toBe(true)
    await expect.poll(() => wasUsedJustNow(token)).toBe(true)
    await owner.query(`UPDATE session SET ${column} = now() - interval '${past}' WHERE id = $1`, [await idOf(token)])
    expect(await isSignedIn(token)).toBe(false)
  }
})

test('a query keeps its session awake, at most once a minute', async () => {
  const mette = await leader()
  const token = await server.seed((seed) => seed.session(mette))
  const id = await idOf(token)
  const idle = async () =>
    Number(
      (await owner.query('SELECT extract(epoch FROM now() - last_used_at) AS idle FROM session WHERE id = $1', [id]))
        .rows[0].idle,
    )
  await owner.query(`UPDATE session SET last_used_at = now() - interval '50 seconds' WHERE id = $1`, [id])
  await isSignedIn(token)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await idle()).toBeGreaterThan(50)
  await owner.query(`UPDATE session SET last_used_at = now() - interval '70 seconds' WHERE id = $1`, [id])
  await isSignedIn(token)
  await expect.poll(idle).toBeLessThan(10)
})

/** Follows a network as this session; answers how long after `end` the socket was closed, and why. */
async function follow(token: string, network: string, end: () => Promise<unknown>) {
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  const events = Promise.withResolvers<void>()
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { cookie: `lederkreds-session=${token}` } })
      }
    },
    retryAttempts: 0,
    on: { closed: (event) => closed.resolve(event as { code: number; reason: string }) },
  })
  client.subscribe(
    { query: `subscription { networkEvents(networkId: "Network_${network}", afterSeq: 0) { kind } }` },
    { next: () => events.resolve(), error: () => {}, complete: () => {} },
  )
  await events.promise
  const begun = performance.now()
  await end()
  const { code } = await closed.promise
  await client.dispose()
  return { code, seconds: (performance.now() - begun) / 1000 }
}

const followed = async () => {
  const made = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const mette = seed.person(organisation, { name: 'Mette' })
    const network = seed.network(organisation, { name: 'Nord', consultant, members: [mette] })
    seed.add('event', { network_id: network.id, seq: 1, kind: 'memberJoined', subject_id: mette.id })
    return { mette, network, token: seed.session(mette) }
  })
  return { ...made, id: await idOf(made.token) }
}

test('the socket of a session that its owner ends closes within five seconds', async () => {
  const { mette, network, token, id } = await followed()
  const other = await server.as(mette as SeededPerson)
  const { code, seconds } = await follow(token, network.id, () => other(endSession, { id: `Session_${id}` }))
  expect(code).toBe(4410)
  expect(seconds).toBeLessThan(5)
})

test('so does the socket of a session that has been idle too long, and that of somebody who is shut out', async () => {
  const idle = await followed()
  const out = await followed()
  const closings = await Promise.all([
    follow(idle.token, idle.network.id, () =>
      owner.query(`UPDATE session SET last_used_at = now() - interval '31 minutes' WHERE id = $1`, [idle.id]),
    ),
    follow(out.token, out.network.id, () =>
      owner.query('UPDATE "position" SET deactivated_at = now() WHERE person_id = $1', [out.mette.id]),
    ),
  ])
  for (const { code, seconds } of closings) {
    expect(code).toBe(4410)
    expect(seconds).toBeLessThan(5)
  }
})

test('a session that asks too often is asked to wait; others are not', async () => {
  const busy = await startTestServer({ settings: { REQUESTS_PER_MINUTE: 5 } })
  try {
    const [one, other] = await busy.seed((seed) => {
      const organisation = seed.organisation('Aarhus')
      return [
        seed.session(seed.person(organisation, { name: 'Ada' })),
        seed.session(seed.person(organisation, { name: 'Ben' })),
      ]
    })
    const status = async (token: string | null) => {
      const response = await busy.post(token ? `lederkreds-session=${token}` : '', { query: '{ __typename }' })
      return [response.status, response.headers.has('retry-after')]
    }
    for (let turn = 0; turn < 5; turn++) expect(await status(one)).toEqual([200, false])
    expect(await status(one)).toEqual([429, true])
    expect(await status(other)).toEqual([200, false])
    for (let turn = 0; turn < 5; turn++) expect(await status(null)).toEqual([200, false])
    expect(await status(null)).toEqual([429, true])
    expect(await status(other)).toEqual([200, false])
  } finally {
    await busy.stop()
  }
})
