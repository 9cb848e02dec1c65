import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { applyMigrations, migrationNames, prismaFolder } from './schema-engine.ts'

type Runtime = { apiUrl: string; doorUrl: string; workerUrl: string }
type Options = Runtime & { folder?: string; log?: (line: string) => void }

/** Only the number's sameness between instances matters. */
const lock = 7_241_893_055

const roles = { apiUrl: 'lederkreds_api', doorUrl: 'lederkreds_door', workerUrl: 'lederkreds_worker' } as const
const runtimeRoles = Object.values(roles).join(', ')

/**
 * Brings a database to this version: tables, policies, the job queue, and the passwords of the roles the program runs
 * as. Instances that start together wait for one another; a second run changes nothing. Answers what was applied.
 */
export async function migrate(
  ownerUrl: string,
  { folder = join(prismaFolder, 'migrations'), log = () => {}, ...runtime }: Options,
) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    const applied = await applyMigrations(ownerUrl, folder)
    for (const name of applied) log(`Applied migration ${name}`)
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
    const database = rows[0]?.name ?? ''
    await openDatabase(client, database)
    await client.query(
      `GRANT SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations TO ${runtimeRoles}`,
    )
    await installQueue(client, ownerUrl, pg.escapeIdentifier(database))
    await letIn(client, runtime, 'apiUrl')
    await letIn(client, runtime, 'doorUrl')
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
 * Rights that belong to the database itself, and so do not come with its template: nobody connects except by name, and
 * nobody makes temporary tables, which could stand in for real ones.
 */
export async function openDatabase(owner: pg.ClientBase | pg.Pool, database: string) {
  const name = pg.escapeIdentifier(database)
  await owner.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await owner.query(`GRANT CONNECT ON DATABASE ${name} TO ${runtimeRoles}`)
}

/**
 * The queue belongs to the worker's role: its tables have row-level security without a policy, so that only their
 * owner sees a job, and everyone else comes in through `app.enqueue`.
 */
async function installQueue(client: pg.Client, ownerUrl: string, database: string) {
  const role = roles.workerUrl
  const { rows } = await client.query<{ may: boolean }>(`SELECT pg_has_role(current_user, '${role}', 'SET') AS may`)
  if (!rows[0]?.may) await client.query(`GRANT ${role} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE`)
  await client.query(`CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION ${role}`)
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: `-c role=${role}` })
  for (const event of ['error', 'connect'] as const) pgPool.on(event, () => {})
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${role}`)
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
  } finally {
    await client.query(`REVOKE CREATE ON DATABASE ${database} FROM ${role}`)
    await pgPool.end()
  }
}

/** Gives a role the password of its URL. Left alone if it already opens, so restarts touch no shared catalogue. */
async function letIn(client: pg.Client, runtime: Runtime, kind: keyof Runtime) {
  const { username, password } = new URL(runtime[kind])
  if (username !== roles[kind])
    throw new Error(`The address of the database for this role must name ${roles[kind]}, not ${username}.`)
  const knock = new pg.Client(runtime[kind])
  const opens = await knock.connect().then(
    () => true,
    () => false,
  )
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
