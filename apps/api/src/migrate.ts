import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { applyMigrations, migrationNames, prismaFolder } from './schema-engine.ts'

type Runtime = { apiUrl: string; workerUrl: string }
type Options = Runtime & { folder?: string; log?: (line: string) => void }

/** Only the number's sameness between instances matters. */
const lock = 7_241_893_055

const roles = { apiUrl: 'lederkreds_api', workerUrl: 'lederkreds_worker' } as const

/**
 * Brings a database to this version: tables, policies, the job queue, and the passwords of the roles the program runs
 * as. Instances that start together wait for one another; a second run changes nothing. Answers what was applied.
 */
export async function migrate(ownerUrl: string, { folder = join(prismaFolder, 'migrations'), log = () => {}, ...runtime }: Options) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    const applied = await applyMigrations(ownerUrl, folder)
    for (const name of applied) log(`Applied migration ${name}`)
    await installQueue(client, ownerUrl)
    await openFor(client, Object.values(roles))
    await letIn(client, runtime, 'apiUrl')
    await letIn(client, runtime, 'workerUrl')
    return applied
  } finally {
    await client.end()
  }
}

/** Whether every migration folder is applied; readable for the roles the program runs as. */
export async function migrationStatus(db: Pick<pg.Pool, 'query'>, folder = join(prismaFolder, 'migrations')) {
  const { rows } = await db.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map(({ name }) => name))
  const missing = migrationNames(folder).filter((name) => !applied.has(name))
  return { upToDate: missing.length === 0, missing }
}

/**
 * What belongs to the database itself and so is not in its template: nobody connects or makes temporary tables, which
 * could shadow real ones, except by name.
 */
export async function openFor(client: pg.ClientBase, names: readonly string[]) {
  const { rows } = await client.query<{ database: string }>('SELECT quote_ident(current_database()) AS database')
  const database = rows[0]?.database
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
  for (const name of names) await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${name}`)
  await client.query(
    `GRANT SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations TO ${names.join(', ')}`,
  )
}

/**
 * The queue belongs to the worker's role: its tables have row-level security without a policy, so that only their
 * owner sees a job, and everyone else comes in through `app.enqueue`.
 */
async function installQueue(client: pg.Client, ownerUrl: string) {
  const { rows } = await client.query<{ database: string; member: boolean }>(
    `SELECT quote_ident(current_database()) AS database, pg_has_role(current_user, '${roles.workerUrl}', 'SET') AS member`,
  )
  if (!rows[0]?.member) await client.query(`GRANT ${roles.workerUrl} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE`)
  await client.query(`CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION ${roles.workerUrl}`)
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: `-c role=${roles.workerUrl}` })
  for (const event of ['error', 'connect'] as const) pgPool.on(event, () => {})
  await client.query(`GRANT CREATE ON DATABASE ${rows[0]?.database} TO ${roles.workerUrl}`)
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
  } finally {
    await client.query(`REVOKE CREATE ON DATABASE ${rows[0]?.database} FROM ${roles.workerUrl}`)
    await pgPool.end()
  }
}

/** Gives a role the password of its URL. Left alone if it already opens, so restarts touch no shared catalogue. */
async function letIn(client: pg.Client, runtime: Runtime, kind: keyof Runtime) {
  const { username, password } = new URL(runtime[kind])
  if (username !== roles[kind]) throw new Error(`The address of the database for this role must name ${roles[kind]}, not ${username}.`)
  const knock = new pg.Client(runtime[kind])
  const opens = await knock.connect().then(() => true, () => false)
  await knock.end()
  if (opens) return
  const verifier = scram(decodeURIComponent(password))
  await client.query(`ALTER ROLE ${roles[kind]} LOGIN PASSWORD ${client.escapeLiteral(verifier)}`)
}

/** The form in which PostgreSQL keeps a password (RFC 5803), so that the password itself is in no statement or log. */
function scram(password: string) {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, 4096, 32, 'sha256')
  const key = (name: string) => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(key('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`
}
