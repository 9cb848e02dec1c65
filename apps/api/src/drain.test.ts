import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { cloneDatabase, type TestDatabase } from '@lederkreds/testing/database'
import { load } from '@lederkreds/testing/load'
import { Seed } from '@lederkreds/testing/seed'
import { startTestServer, testSecret } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let database: TestDatabase
let owner: pg.Client
let watcher: pg.Client
let token: string
beforeAll(async () => {
  database = await cloneDatabase()
  const seed = new Seed()
  const organisation = seed.organisation('Aarhus')
  const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const mette = seed.person(organisation, { name: 'Mette' })
  const network = seed.network(organisation, { name: 'Nord', consultant, members: [mette] })
  seed.meeting(network, { startsAt: new Date(Date.now() - 86_400_000), attended: () => true })
  token = seed.session(mette)
  await load(database.ownerUrl, seed)
  owner = new pg.Client(database.ownerUrl)
  watcher = new pg.Client(database.ownerUrl)
  await Promise.all([owner.connect(), watcher.connect()])
})
afterAll(async () => {
  await Promise.all([owner.end(), watcher.end()])
  await database.drop()
})

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

/** The program as an operator runs it. */
async function startApi() {
  const metrics = await freePort()
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.apiUrl,
    DATABASE_DOOR_URL: database.doorUrl,
    SECRET: testSecret,
    PUBLIC_URL: 'http://localhost',
    PORT: '0',
    METRICS_PORT: String(metrics),
  }
  const child = spawn(process.execPath, [main, 'api'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  await expect.poll(() => said, { timeout: 20_000 }).toContain('"api started"')
  const [, address = ''] = /"address":"([^"]+)"/.exec(said) ?? []
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  return { child, address, metrics: `http://127.0.0.1:${metrics}`, ended }
}

/** How many of the database's connections wait for a lock, asked outside of any transaction, in which nothing changes. */
const waiting = async () =>
  (await watcher.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"))
    .rowCount

const refuses = (address: string) =>
  new Promise<boolean>((answer) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      answer(false)
    })
    socket.on('error', () => answer(true))
  })

/** A browser that has gone to sleep: its socket is open, and it says nothing any more. */
async function sleepingBrowser(address: string) {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  const lines = [
    'GET /graphql HTTP/1.1',
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Cookie: lederkreds-session=${token}`,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('101 Switching Protocols')
  socket.on('error', () => {})
  return socket
}

test('asked to end, it answers what is under way, lets nobody in, and ends with 0', { timeout: 60_000 }, async () => {
  const { child, address, metrics, ended } = await startApi()
  const status = async (url: string) => (await fetch(url)).status
  expect(await Promise.all([`${address}/healthz`, `${address}/readyz`, `${metrics}/metrics`].map(status))).toEqual([
    200, 200, 200,
  ])
  expect(await Promise.all([`${address}/metrics`, `${metrics}/healthz`].map(status))).toEqual([404, 404])

  await owner.query('BEGIN; LOCK TABLE attendance IN ACCESS EXCLUSIVE MODE')
  const cookie = `lederkreds-session=${token}`
  const exported = fetch(`${address}/participation/export?dialect=plain`, { headers: { 'x-lederkreds': '1', cookie } })
  await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0)
  const sleeper = await sleepingBrowser(address)

  child.kill('SIGTERM')
  await expect.poll(() => refuses(address)).toBe(true)
  child.kill('SIGTERM')
  expect(child.exitCode).toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 500))
  await owner.query('COMMIT')

  const response = await exported
  expect([response.status, (await response.text()).split('\n')[1]]).toEqual([200, expect.stringContaining('Mette')])
  expect(await ended).toEqual({ code: 0, signal: null })
  sleeper.destroy()
})

test('a change that is under way is made, answered and kept', async () => {
  const server = await startTestServer({ database })
  const query = 'mutation { editProfile(input: { name: "Mette Holm" }, version: 1) { ... on Viewer { name } } }'
  await owner.query('BEGIN')
  await owner.query('SELECT FROM person FOR UPDATE')
  const answer = server.ask(token, query)
  await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0)
  const stopped = server.stop()
  await expect.poll(() => refuses(server.url)).toBe(true)
  await owner.query('COMMIT')
  expect(await answer).toEqual({ data: { editProfile: { name: 'Mette Holm' } } })
  await stopped
  expect((await owner.query("SELECT FROM person WHERE name = 'Mette Holm'")).rowCount).toBe(1)
})
