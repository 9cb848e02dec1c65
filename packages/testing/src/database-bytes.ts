import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** Some bytes and where they stand: the place, and its part. */
export type Held = { place: string; name: string; bytes: Uint8Array }

/**
 * From now on the database keeps its values as they are: one that PostgreSQL has packed is cut up in its files, so that a
 * search of them would prove nothing. Answers where the write-ahead log stands.
 */
export async function keepReadable(ownerUrl: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ statement: string }>(`
      SELECT format('ALTER TABLE %s ALTER COLUMN %I SET STORAGE EXTERNAL', attrelid::regclass, attname) AS statement
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE relkind = 'r' AND nspname !~ '^pg_|^information_schema$' AND attstorage IN ('x', 'm') AND attnum > 0
        AND NOT attisdropped`)
    for (const { statement } of rows) await client.query(statement)
    const [at] = (await client.query<{ file: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS file')).rows
    return at?.file ?? ''
  })
}

/**
 * Everything that the database holds on its server: each table of each schema as COPY writes it (what pg_dump takes, and the
 * system's own tables), and after a CHECKPOINT the files of its data directory, with the write-ahead log since `walFile`
 * and the server's log. Needs a superuser. Throws when a part of the log is gone already.
 */
export async function* databaseBytes(ownerUrl: string, walFile: string): AsyncGenerator<Held> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    yield* dumped(client)
    await client.query('CHECKPOINT')
    yield* filed(client, walFile)
  } finally {
    await client.end()
  }
}

async function* dumped(client: pg.Client): AsyncGenerator<Held> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'm') AND relpersistence <> 't' ORDER BY 1`,
  )
  for (const { name } of [...rows, { name: 'pg_stat_activity' }]) {
    const chunks: Buffer[] = []
    for await (const chunk of client.query(copyTo(`COPY (SELECT * FROM ${name}) TO STDOUT`))) chunks.push(chunk)
    yield { place: 'database', name, bytes: Buffer.concat(chunks) }
  }
}

/** The folders of other databases on the same server are other tests' own. */
const files = `
  WITH RECURSIVE file AS (
    SELECT name AS path, isdir, size FROM pg_ls_dir('.') AS name, pg_stat_file(name, true)
    UNION ALL
    SELECT path || '/' || name, stat.isdir, stat.size
    FROM file, pg_ls_dir(CASE WHEN isdir THEN path ELSE 'nowhere' END, true, false) AS name,
      pg_stat_file(path || '/' || name, true) AS stat
    WHERE path !~ '^base/[0-9]+$' OR path = 'base/' || (SELECT oid FROM pg_database WHERE datname = current_database())
  )
  SELECT path FROM file WHERE NOT isdir AND size > 0 ORDER BY path`

async function* filed(client: pg.Client, walFile: string): AsyncGenerator<Held> {
  const paths = (await client.query<{ path: string }>(files)).rows.map(({ path }) => path)
  const isSegment = (path: string) => /^pg_wal\/[0-9A-F]{24}$/.test(path)
  if (!paths.includes(`pg_wal/${walFile}`)) throw new Error(`The write-ahead log since ${walFile} is no longer whole.`)
  const wanted = paths.filter((path) => !isSegment(path) || path >= `pg_wal/${walFile}`)
  const log = (
    await client.query<{ path: string }>(`SELECT current_setting('data_directory') || '/../postgres.log' AS path`)
  ).rows
  for (const path of [...wanted, ...log.map((row) => row.path)]) {
    const read = `SELECT pg_read_binary_file($1, 0, 1000000000, true) AS bytes`
    const [file] = (await client.query<{ bytes: Buffer | null }>(read, [path])).rows
    const place = isSegment(path)
      ? 'write-ahead log'
      : path.endsWith('.log')
        ? "database server's log"
        : 'data directory'
    if (file?.bytes) yield { place, name: path, bytes: file.bytes }
  }
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client(url)
  await client.connect()
  return use(client).finally(() => client.end())
}
