import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '@lederkreds/api/api'
import { readSettings } from '@lederkreds/api/env'
import { openMetrics } from '@lederkreds/api/metrics'
import { migrate } from '@lederkreds/api/migrate'
import { storedOperations } from '@lederkreds/api/operations'
import { schema } from '@lederkreds/api/schema'
import { startServer } from '@lederkreds/api/server'
import { startWorker } from '@lederkreds/api/worker'
import pg from 'pg'
import pino from 'pino'
import { seedDemo } from './demo-organisation.ts'
import { serveDemo } from './demo-routes.ts'
import { load } from './load.ts'
import { openMailbox } from './mailbox.ts'
import { startPostgres } from './postgres.ts'
import { freePort, StartRefused } from './postgres-process.ts'
import { root } from './prepare.ts'
import { Seed } from './seed.ts'

const dist = join(root, 'apps/web/dist')

/** Kept between starts, so that links and codes sent before go on working. */
function secretIn(folder: string) {
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Starts the whole product with invented people, everything under .data/, and stops it all on Ctrl-C. */
export async function startDemo() {
  const data = process.env.DATA_DIR ?? join(root, '.data')
  const wanted = Number(process.env.PORT ?? 4000)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new StartRefused(`The setting PORT is "${process.env.PORT}": it must be a number from 1 to 65535.`)
  const port = await freePort(wanted)
  if (port === undefined)
    throw new StartRefused(
      `Port ${wanted} is used by another program: stop that one, or choose another, for instance PORT=4100 npx --yes pnpm start.`,
    )

  const postgres = await startPostgres({ dataDir: join(data, 'postgres') })
  const ownerUrl = await demoDatabase(postgres.ownerUrl)
  const secret = secretIn(data)
  const role = (name: string) => {
    const url = new URL(ownerUrl)
    url.username = name
    url.password = secret
    return url.href
  }
  const mailbox = await openMailbox()
  const environment = {
    DATABASE_URL: role('lederkreds_api'),
    DATABASE_DOOR_URL: role('lederkreds_door'),
    DATABASE_WORKER_URL: role('lederkreds_worker'),
    SECRET: secret,
    PUBLIC_URL: `http://localhost:${port}`,
    SMTP_URL: mailbox.url,
    PORT: String(port),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  }
  const settings = { ...readSettings('api', environment), ...readSettings('worker', environment) }
  await migrate(ownerUrl, {
    apiUrl: settings.DATABASE_URL,
    doorUrl: settings.DATABASE_DOOR_URL,
    workerUrl: settings.DATABASE_WORKER_URL,
  })
  if (await isEmpty(ownerUrl)) {
    const seed = new Seed()
    seedDemo(seed)
    await load(ownerUrl, seed)
  }

  const log = pino({ level: settings.LOG_LEVEL, base: null })
  const api = await openApi(settings, log, storedOperations(join(dist, 'operations.json')))
  const server = await startServer({
    api,
    schema,
    metrics: openMetrics(),
    dist,
    routes: [serveDemo(ownerUrl, mailbox, settings)],
    meta: { demo: 'on' },
  })
  const worker = await startWorker(settings, log)
  console.log(
    `\nLederkreds is open: ${settings.PUBLIC_URL}\nMails that it sends: ${settings.PUBLIC_URL}/demo/mails\nCtrl-C stops it; what you did is kept in ${data}.\n`,
  )

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    console.log('\nClosing …')
    await server.drain()
    await worker.stop()
    await mailbox.stop()
    await postgres.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

async function demoDatabase(serverUrl: string) {
  const admin = new pg.Client(serverUrl)
  await admin.connect()
  try {
    const { rowCount } = await admin.query(`SELECT FROM pg_database WHERE datname = 'lederkreds'`)
    if (!rowCount) await admin.query('CREATE DATABASE lederkreds')
  } finally {
    await admin.end()
  }
  const url = new URL(serverUrl)
  url.pathname = 'lederkreds'
  return url.href
}

async function isEmpty(ownerUrl: string) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    return (await client.query('SELECT FROM organisation LIMIT 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
