import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@lederkreds/api/migrate'
import pg from 'pg'
import { seedDemo, seedDemoKeys } from './demo-organisation.ts'
import { load } from './load.ts'
import { openMailbox } from './mailbox.ts'
import { startPostgres } from './postgres.ts'
import { freePort, StartRefused } from './postgres-process.ts'
import { root } from './prepare.ts'
import { Seed } from './seed.ts'

/** The port that a setting names, if it is free. Throws {@link StartRefused}. */
export async function chosenPort(name: string, standard: number) {
  const wanted = Number(process.env[name] || standard)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new StartRefused(`The setting ${name} is "${process.env[name]}": it must be a number from 1 to 65535.`)
  if ((await freePort(wanted)) === undefined)
    throw new StartRefused(
      `Port ${wanted} is used by another program: stop that one, or choose another, for instance ${name}=${wanted + 100}.`,
    )
  return wanted
}

/**
 * What the demo stands on, kept under .data/ (or DATA_DIR) between starts: a PostgreSQL with invented people in it, a
 * secret, and a mailbox. `environment` holds the settings of a process that is API and worker in one.
 */
export async function layGround(publicUrl: string, port: number) {
  const data = process.env.DATA_DIR ?? join(root, '.data')
  const postgres = await startPostgres({ dataDir: join(data, 'postgres') })
  const ownerUrl = await demoDatabase(postgres.ownerUrl)
  const secret = secretIn(data)
  const role = (username: string) => Object.assign(new URL(ownerUrl), { username, password: secret }).href
  const [apiUrl, doorUrl, workerUrl] = [role('lederkreds_api'), role('lederkreds_door'), role('lederkreds_worker')]
  try {
    await migrate(ownerUrl, { apiUrl, doorUrl, workerUrl })
    if (await isEmpty(ownerUrl)) {
      const seed = new Seed()
      await seedDemoKeys(seed, seedDemo(seed), secret)
      await load(ownerUrl, seed)
    }
  } catch (fault) {
    await postgres.stop()
    throw new StartRefused(
      `The demo's database in ${data} cannot be brought to this version: ${(fault as Error).message} To begin anew, remove ${join(data, 'postgres')}.`,
    )
  }
  const mailbox = await openMailbox()
  const environment = {
    DATABASE_URL: apiUrl,
    DATABASE_DOOR_URL: doorUrl,
    DATABASE_WORKER_URL: workerUrl,
    SECRET: secret,
    PUBLIC_URL: publicUrl,
    SMTP_URL: mailbox.url,
    PORT: String(port),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  }
  const stop = async () => {
    await mailbox.stop()
    await postgres.stop()
  }
  return { data, ownerUrl, mailbox, environment, stop }
}

/** Runs once, at the first Ctrl-C, and ends the process after it. */
export function onInterrupt(stop: () => Promise<void>) {
  let stopping = false
  const once = async () => {
    if (stopping) return
    stopping = true
    console.log('\nClosing …')
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void once())
}

/** Kept between starts, so that links and codes sent before go on working. */
function secretIn(folder: string) {
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function demoDatabase(serverUrl: string) {
  const { rowCount } = await ask(serverUrl, `SELECT FROM pg_database WHERE datname = 'lederkreds'`)
  if (!rowCount) await ask(serverUrl, 'CREATE DATABASE lederkreds')
  return Object.assign(new URL(serverUrl), { pathname: 'lederkreds' }).href
}

const isEmpty = async (ownerUrl: string) => (await ask(ownerUrl, 'SELECT FROM organisation LIMIT 1')).rowCount === 0

async function ask(url: string, statement: string) {
  const client = new pg.Client(url)
  await client.connect()
  return client.query(statement).finally(() => client.end())
}
