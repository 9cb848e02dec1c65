import { randomUUID } from 'node:crypto'
import { type Api, openApi } from '@lederkreds/api/api'
import type { Database } from '@lederkreds/api/db'
import type { Settings } from '@lederkreds/api/env'
import { openMetrics } from '@lederkreds/api/metrics'
import { anyOperation, type Operations } from '@lederkreds/api/operations'
import { schema } from '@lederkreds/api/schema'
import { startServer } from '@lederkreds/api/server'
import pino, { type Logger } from 'pino'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { load } from './load.ts'
import { lookAs } from './look.ts'
import { Rehearsal } from './rehearsal.ts'
import { Seed, type SeededPerson } from './seed.ts'

export type Answer<Data> = {
  data: Data | null
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[]
}

type Options = {
  database?: TestDatabase
  smtpUrl?: string
  codeWall?: boolean
  /** Every operation answers as ever and leaves nothing behind: for asking what would happen. */
  rehearse?: boolean
  /** Another way to the same database, for tests that look into operations. */
  openDatabase?: (url: string) => Database
  log?: Logger
  operations?: Operations
  dist?: string
  settings?: Partial<Settings>
}

export const testSecret = 'a secret for tests that is long enough'

/** The settings of a server on a test's own database. */
export const testSettings = (database: TestDatabase, more: Partial<Settings> = {}): Settings => ({
  DATABASE_URL: database.apiUrl,
  DATABASE_DOOR_URL: database.doorUrl,
  DATABASE_WORKER_URL: database.workerUrl,
  SECRET: testSecret,
  PUBLIC_URL: 'http://127.0.0.1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Lederkreds <lederkreds@example.dk>',
  HOST: '127.0.0.1',
  PORT: 0,
  METRICS_PORT: 0,
  REQUESTS_PER_MINUTE: 0,
  NOTICE_SECONDS: 1,
  LOG_LEVEL: 'silent',
  ...more,
})

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

/** Starts the real API on a database of its own. `as(person)` answers whole GraphQL operations over HTTP. */
export async function startTestServer({
  database: given,
  codeWall = true,
  rehearse = false,
  openDatabase,
  log,
  operations = anyOperation(),
  dist = '/nowhere',
  settings: more = {},
  smtpUrl,
}: Options = {}) {
  const database = given ?? (await cloneDatabase())
  const settings = testSettings(database, { ...(smtpUrl && { SMTP_URL: smtpUrl }), ...more })
  const opened = await openApi(settings, log ?? pino({ level: settings.LOG_LEVEL }), operations, { codeWall })
  const rehearsal = rehearse ? new Rehearsal(settings.DATABASE_URL) : null
  const replaced = rehearsal ?? openDatabase?.(settings.DATABASE_URL)
  if (replaced) await opened.database.close()
  const api: Api = replaced ? { ...opened, database: replaced } : opened
  const metrics = openMetrics()
  const server = await startServer({ api, schema, metrics, dist })
  const url = server.address

  const post = async (cookie: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lederkreds': '1', ...(cookie && { cookie }), ...headers },
      body: JSON.stringify(body),
    })

  /** Asks as the holder of a session token, or as nobody. Every mutation gets a request id of its own unless told one. */
  const ask = async <Data = Record<string, never>>(
    token: string | null,
    query: string,
    variables: object = {},
    requestId: string = randomUUID(),
  ): Promise<Answer<Data>> => {
    const response = await post(token ? `lederkreds-session=${token}` : '', {
      query,
      variables,
      extensions: { requestId },
    })
    return (await response.json()) as Answer<Data>
  }

  const seed = async <Made>(make: (seed: Seed) => Made | Promise<Made>): Promise<Made> => {
    const made = new Seed()
    const answer = await make(made)
    await load(database.ownerUrl, made)
    return answer
  }

  /** Signs a person in and answers `ask` bound to her session. */
  const as = async (person: SeededPerson) => {
    const token = await seed((rows) => rows.session(person))
    return Object.assign(
      <Data = Record<string, never>>(query: string, variables: object = {}, requestId?: string) =>
        ask<Data>(token, query, variables, requestId),
      { token },
    )
  }

  const look = lookAs(database.ownerUrl)

  const stop = async () => {
    await server.drain()
    if (!given) await database.drop()
  }
  return { url, api, metrics, rehearsal, database, settings, post, ask, as, seed, look, stop }
}
