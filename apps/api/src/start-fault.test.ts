import { once } from 'node:events'
import { createServer } from 'node:net'
import { cloneDatabase, emptyDatabase, type TestDatabase } from '@lederkreds/testing/database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WrongSetting } from './env.ts'
import { startFault } from './start-fault.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

async function faultOf(url: string, query = 'SELECT 1') {
  const client = new pg.Client(url)
  client.on('error', () => {})
  const fault = await client
    .connect()
    .then(() => client.query(query))
    .catch((error: unknown) => error)
  await client.end()
  return fault
}

const at = (url: string, change: Partial<URL>) => Object.assign(new URL(url), change).href

test('a wrong setting speaks for itself', () => {
  expect(startFault(new WrongSetting('The setting PORT must be a number.'))).toBe('The setting PORT must be a number.')
})

test('a database that cannot be reached is named with its place', async () => {
  const fault = await faultOf(at(database.apiUrl, { host: '127.0.0.1:1' }))
  expect(startFault(fault)).toBe('PostgreSQL cannot be reached at 127.0.0.1:1 (ECONNREFUSED).')
})

test('a wrong password is named as such, and not shown', async () => {
  const fault = await faultOf(at(database.workerUrl, { password: 'guess' }))
  expect(startFault(fault)).toBe('PostgreSQL refuses: password authentication failed for user "lederkreds_worker".')
})

test('a database that does not exist is named', async () => {
  const fault = await faultOf(at(database.ownerUrl, { pathname: '/nowhere' }))
  expect(startFault(fault)).toBe('PostgreSQL refuses: database "nowhere" does not exist.')
})

test('a database without migrations sends one to "migrate"', async () => {
  const empty = await emptyDatabase()
  const fault = await faultOf(empty.doorUrl, 'SELECT * FROM app.offer_set_up(NULL)')
  await empty.drop()
  expect(startFault(fault)).toMatch(/^The database is not of this version \(.*\): run "migrate" first\.$/)
})

test('a port in use is named', async () => {
  const first = createServer().listen(0, '127.0.0.1')
  await once(first, 'listening')
  const { port } = first.address() as { port: number }
  const [fault] = await once(createServer().listen(port, '127.0.0.1'), 'error')
  first.close()
  expect(startFault(fault)).toBe(
    `Port 127.0.0.1:${port} is used by another program: choose another PORT or METRICS_PORT.`,
  )
})

test('what is not known is left to its trace', () => {
  expect(startFault(new TypeError('undefined is not a function'))).toBeUndefined()
})
