import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, openDatabase } from '@lederkreds/api/migrate'
import pg from 'pg'
import { removePostgres, startPostgres } from './postgres.ts'
import { isAlive } from './postgres-process.ts'

export type TestDatabase = Addresses & { drop(): Promise<void> }
type Addresses = { ownerUrl: string; apiUrl: string; doorUrl: string; workerUrl: string }

/** Where the workers of a run find its server and template; an environment variable reaches every kind of runner. */
const variable = 'LEDERKREDS_TEST_DATABASES'
type Run = { ownerUrl: string; template: string }

/** A folder here is named by the process that made it, so that a later run can clear up after one that was killed. */
export const runs = fileURLToPath(new URL('../../../.data/test/', import.meta.url))

/**
 * Starts one server for a test run and migrates one template in it; answers what takes both away again. Inside a run
 * that has them already it does nothing.
 */
export async function startTestDatabases() {
  if (process.env[variable]) return async () => {}
  await removeAbandoned()
  const dataDir = join(runs, String(process.pid))
  const server = await startPostgres({ dataDir, throwaway: true })
  const template = `lederkreds_template_${randomBytes(6).toString('hex')}`
  const teardown = async () => {
    delete process.env[variable]
    if (process.env.DATABASE_OWNER_URL) await withAdmin(server.ownerUrl, (admin) => dropTemplate(admin, template))
    await server.stop()
    await removePostgres(dataDir)
  }
  try {
    await withAdmin(server.ownerUrl, (admin) => admin.query(`CREATE DATABASE ${template} TEMPLATE template0`))
    const { ownerUrl, ...runtime } = addresses(server.ownerUrl, template)
    await migrate(ownerUrl, runtime)
    const closed = `ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`
    await withAdmin(server.ownerUrl, (admin) => admin.query(closed))
  } catch (fault) {
    await teardown()
    throw fault
  }
  const run: Run = { ownerUrl: server.ownerUrl, template }
  process.env[variable] = JSON.stringify(run)
  return teardown
}

/** What Vitest looks for in a `globalSetup`. */
export const setup = startTestDatabases

/** A database of its own for a test file or a browser worker, as freshly migrated; in tens of milliseconds. */
export const cloneDatabase = () => createDatabase(currentRun().template)

/** A database with nothing in it, on the run's server. */
export const emptyDatabase = () => createDatabase('template0')

async function createDatabase(template: string): Promise<TestDatabase> {
  const { ownerUrl } = currentRun()
  const name = `lederkreds_test_${randomBytes(6).toString('hex')}`
  await withAdmin(ownerUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    if (template !== 'template0') await openDatabase(admin, name)
  })
  return { ...addresses(ownerUrl, name), drop: () => withAdmin(ownerUrl, (admin) => drop(admin, name)) }
}

/** Connections that are just closing get their moment: cut off by force, they would end their process with an error. */
async function drop(admin: pg.Client, name: string) {
  await admin.query(`DROP DATABASE ${name}`).catch(() => admin.query(`DROP DATABASE ${name} WITH (FORCE)`))
}

async function dropTemplate(admin: pg.Client, template: string) {
  await admin.query(`ALTER DATABASE ${template} IS_TEMPLATE false`)
  await drop(admin, template)
}

function currentRun(): Run {
  const run = process.env[variable]
  if (!run)
    throw new Error('There is no test server: name @lederkreds/testing/database as the globalSetup of this run.')
  return JSON.parse(run)
}

async function withAdmin<T>(url: string, use: (admin: pg.Client) => Promise<T>) {
  const admin = new pg.Client(url)
  await admin.connect()
  return use(admin).finally(() => admin.end())
}

/** Roles belong to the server: their passwords follow from its address, so that runs on one server agree on them. */
function addresses(server: string, database: string): Addresses {
  const address = (role?: string) => {
    const url = new URL(server)
    url.pathname = database
    if (role) {
      url.username = role
      url.password = createHash('sha256').update(`${server} ${role}`).digest('hex')
    }
    return url.href
  }
  return {
    ownerUrl: address(),
    apiUrl: address('lederkreds_api'),
    doorUrl: address('lederkreds_door'),
    workerUrl: address('lederkreds_worker'),
  }
}

async function removeAbandoned() {
  if (!existsSync(runs)) return
  for (const name of readdirSync(runs)) {
    if (!isAlive(Number.parseInt(name, 10))) await removePostgres(join(runs, name))
  }
}
