import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '@lederkreds/api/migrate'
import { migrationNames, prismaFolder } from '@lederkreds/api/schema-engine'
import { type Large, largeSize, loadLarge } from '@lederkreds/testing/large'
import { load } from '@lederkreds/testing/load'
import { startPostgres } from '@lederkreds/testing/postgres'
import { Seed, type SeededPerson } from '@lederkreds/testing/seed'
import pg from 'pg'

/** Where the benchmark keeps its databases and what it writes beside its results. */
export const folder = fileURLToPath(new URL('../../../.data/bench/', import.meta.url))

type Addresses = { ownerUrl: string; apiUrl: string; doorUrl: string; workerUrl: string }

/** A member who is signed in, and a network of hers. `session` is her token's hash, by which the database knows it. */
export type Asker = { token: string; session: string; network: string }

/** A database that holds a part of the large set, and the people who will ask. */
export type Bed = Addresses & { share: number; large: Large; askers: Asker[] }

const mostAskers = 4_000
const daysFresh = 14

/** Starts the benchmark's PostgreSQL. `bed(share)` answers a database with that part of the set, loaded once and kept. */
export async function openBeds(log: (line: string) => void) {
  const dataDir = join(folder, 'postgres')
  let server = await startPostgres({ dataDir })
  if (!process.env.DATABASE_OWNER_URL && (await tune(server.ownerUrl))) {
    await server.stop()
    server = await startPostgres({ dataDir })
  }
  const beds = new Map<number, Bed>()
  const bed = async (share: number) => {
    const known = beds.get(share) ?? (await makeBed(server.ownerUrl, share, log))
    beds.set(share, known)
    return known
  }
  return { bed, stop: () => server.stop() }
}

/** Room for the whole set in memory, and no checkpoint in the middle of a measurement. Answers whether that is new. */
async function tune(serverUrl: string): Promise<boolean> {
  const wanted = { shared_buffers: '1GB', max_wal_size: '4GB', checkpoint_timeout: '30min' }
  return withClient(serverUrl, async (client) => {
    const { rows } = await client.query(`SELECT current_setting('shared_buffers') AS now`)
    if (rows[0]?.now === wanted.shared_buffers) return false
    for (const [name, value] of Object.entries(wanted)) await client.query(`ALTER SYSTEM SET ${name} = '${value}'`)
    return true
  })
}

async function makeBed(serverUrl: string, share: number, log: (line: string) => void): Promise<Bed> {
  const name = `bench_${Math.max(1, Math.round(largeSize.networks * share))}_networks`
  const address = addressesOf(serverUrl, name)
  const large = (await kept(serverUrl, address, name)) ?? (await fill(serverUrl, address, name, share, log))
  return { ...address, share, large, askers: await signIn(address.ownerUrl) }
}

/** What an earlier run loaded, unless the schema or the seeds have changed since, or its next meetings are over. */
async function kept(serverUrl: string, { ownerUrl }: Addresses, name: string): Promise<Large | null> {
  const known = await withClient(serverUrl, (admin) =>
    admin.query('SELECT FROM pg_database WHERE datname = $1', [name]),
  )
  if (!known.rowCount) return null
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client
      .query<{ large: Large }>(
        'SELECT large FROM bench.loaded WHERE origin = $1 AND at > now() - make_interval(days => $2)',
        [origin(), daysFresh],
      )
      .catch(() => ({ rows: [] }))
    return rows[0]?.large ?? null
  })
}

async function fill(
  serverUrl: string,
  { ownerUrl, ...runtime }: Addresses,
  name: string,
  share: number,
  log: (line: string) => void,
) {
  await withClient(serverUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name}`)
  })
  await migrate(ownerUrl, runtime)
  const large = await loadLarge(ownerUrl, { share, log: (line) => log(`loading ${name}: ${line}`) })
  await withClient(ownerUrl, async (client) => {
    await client.query(`
      CREATE SCHEMA bench;
      CREATE TABLE bench.loaded (origin text, at timestamptz DEFAULT now(), large jsonb);
      CREATE TABLE bench.asker (number int PRIMARY KEY, session text, network uuid);
      GRANT USAGE ON SCHEMA bench TO lederkreds_api;
      GRANT SELECT ON bench.asker TO lederkreds_api`)
    await client.query('INSERT INTO bench.loaded (origin, large) VALUES ($1, $2)', [origin(), JSON.stringify(large)])
    await client.query('VACUUM ANALYZE')
    await client.query('CHECKPOINT')
  })
  return large
}

/** Says whether loaded data are still what would be loaded now. */
function origin(): string {
  const seeds = ['large', 'seed', 'load'].map((file) =>
    fileURLToPath(import.meta.resolve(`@lederkreds/testing/${file}`)),
  )
  const folder = join(prismaFolder, 'migrations')
  const migrations = migrationNames(folder).map((name) => join(folder, name, 'migration.sql'))
  const hash = createHash('sha256')
  for (const file of [...migrations, ...seeds]) hash.update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Signs members in, drawn at random over all networks. They count as having used their sessions just now for as long as
 * a run takes, so that no answer is followed by the note that a session is in use.
 */
async function signIn(ownerUrl: string): Promise<Asker[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('DELETE FROM session')
    const { rows } = await client.query<{ person_id: string; network_id: string }>(
      'SELECT person_id, network_id FROM membership WHERE left_at IS NULL ORDER BY random() LIMIT $1',
      [mostAskers],
    )
    const seed = new Seed()
    const tokens = rows.map(({ person_id: id }) => seed.session({ id } as SeededPerson))
    const hashes = (seed.rows.get('session_token') ?? []).map(({ token_hash }) =>
      (token_hash as Buffer).toString('hex'),
    )
    await load(ownerUrl, seed)
    await client.query(`UPDATE session SET last_used_at = now() + interval '1 hour'`)
    await client.query('TRUNCATE bench.asker')
    await client.query(
      `INSERT INTO bench.asker SELECT n, s, w FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS asker (s, w, n)`,
      [hashes, rows.map(({ network_id }) => network_id)],
    )
    await client.query('VACUUM ANALYZE session, session_token, bench.asker')
    return rows.map(({ network_id }, index) => ({
      token: tokens[index] ?? '',
      session: hashes[index] ?? '',
      network: network_id,
    }))
  })
}

/** Passwords follow from the server's own, so that they are the same in every run. */
function addressesOf(serverUrl: string, database: string): Addresses {
  const address = (role?: string) => {
    const url = new URL(serverUrl)
    url.pathname = database
    if (role) {
      url.password = createHash('sha256').update(`${url.password} ${role}`).digest('hex')
      url.username = role
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

export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client(url)
  await client.connect()
  return use(client).finally(() => client.end())
}
