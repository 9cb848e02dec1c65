import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type Account,
  account,
  freePort,
  isAlive,
  run,
  runAtOnce,
  runsFrom,
  StartRefused,
  tool,
} from './postgres-process.ts'

export type Postgres = {
  /** Connects as the one who owns the databases, to the server's maintenance database. */
  ownerUrl: string
  stop(): Promise<void>
}

type Options = {
  /** Holds the cluster, its log and its password; made if it is not there. */
  dataDir: string
  /** On loopback only; a free one is taken if none is asked for. */
  port?: number
  /** Trades every guarantee against power loss for speed. For tests. */
  throwaway?: boolean
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m-[%p]-',
}

const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  // What was written stays to be searched, also when a checkpoint falls into the middle of a test.
  wal_keep_size: '1GB',
  shared_buffers: '64MB',
}

/**
 * Starts the PostgreSQL that comes with the npm packages, or hands over the server named in DATABASE_OWNER_URL.
 * A server that a killed process left behind in the same folder is stopped first. Throws {@link StartRefused}.
 */
export async function startPostgres({ dataDir, port, throwaway = false }: Options): Promise<Postgres> {
  const given = process.env.DATABASE_OWNER_URL
  if (given) return { ownerUrl: given, stop: async () => {} }

  const home = resolve(dataDir)
  const cluster = join(home, 'cluster')
  const as = prepare(home)
  await takeOver(home, cluster, as)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(home, cluster, as)
  const password = read(join(home, 'password'))
  if (!password)
    throw new StartRefused(`The data folder ${home} has lost its file "password": restore it or remove the folder.`)

  const chosen = await freePort(port)
  if (!chosen)
    throw new StartRefused(
      `Port ${port} is used by another program: stop that one, or choose another for the database.`,
    )
  const values = Object.entries({ ...settings, ...(throwaway ? throwawaySettings : {}) })
  const flags = [`-p ${chosen}`, ...values.map(([name, value]) => `-c ${name}="${value}"`)].join(' ')
  const log = join(home, 'postgres.log')
  rmSync(log, { force: true })
  const started = await run(tool('pg_ctl'), ['start', '-w', '-D', cluster, '-l', log, '-o', flags], as)
  if (started.code !== 0)
    throw new StartRefused(
      `PostgreSQL could not start in ${home}: ${fault(log) ?? started.output.match(/error: (.*)/)?.[1] ?? started.output.trim()}`,
    )
  writeFileSync(join(home, 'held-by'), String(process.pid))

  const stopAtOnce = () => runAtOnce(tool('pg_ctl'), ['stop', '-m', 'immediate', '-D', cluster], as)
  process.once('exit', stopAtOnce)
  return {
    ownerUrl: `postgresql://postgres:${password}@127.0.0.1:${chosen}/postgres`,
    stop: async () => {
      process.off('exit', stopAtOnce)
      await halt(cluster, as)
      rmSync(join(home, 'held-by'), { force: true })
    },
  }
}

/** Removes a folder that a run left behind, and stops the server that may still run from it. */
export async function removePostgres(dataDir: string) {
  const cluster = join(resolve(dataDir), 'cluster')
  if (existsSync(cluster)) await takeOver(resolve(dataDir), cluster, account(resolve(dataDir)))
  rmSync(dataDir, { recursive: true, force: true })
}

function prepare(home: string) {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    const as = account(home)
    const { uid, gid } = as
    if (uid !== undefined && gid !== undefined) chownSync(home, uid, gid)
    writeFileSync(join(home, '.gitignore'), '*\n')
    return as
  } catch (fault) {
    if (fault instanceof StartRefused) throw fault
    throw new StartRefused(`The data folder ${home} cannot be used: ${(fault as Error).message}`)
  }
}

/** Makes sure that no server runs in the folder: refuses if a living program holds it, stops one left by a dead one. */
async function takeOver(home: string, cluster: string, as: Account) {
  const lock = join(cluster, 'postmaster.pid')
  const server = Number(read(lock).split('\n')[0])
  if (!server) return
  if (!runsFrom(cluster, server)) return rmSync(lock, { force: true })
  const holder = Number(read(join(home, 'held-by')))
  if (holder && isAlive(holder))
    throw new StartRefused(`The data folder ${home} is in use by a running process (${holder}): stop that one first.`)
  await halt(cluster, as)
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a killed start leaves no ruin. */
async function initialise(home: string, cluster: string, as: Account) {
  const draft = `${cluster}.draft`
  const password = join(home, 'password')
  if (existsSync(cluster))
    throw new StartRefused(`The data folder ${cluster} is not a PostgreSQL cluster: restore it or remove ${home}.`)
  rmSync(draft, { recursive: true, force: true })
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (as.uid !== undefined && as.gid !== undefined) chownSync(password, as.uid, as.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256']
  const made = await run(tool('initdb'), [`--pgdata=${draft}`, ...locale, ...access], as)
  if (made.code !== 0)
    throw new StartRefused(`PostgreSQL could not set up ${home}: ${made.output.match(/error: .*/)?.[0] ?? made.output}`)
  renameSync(draft, cluster)
}

async function halt(cluster: string, as: Account) {
  const stopped = await run(tool('pg_ctl'), ['stop', '-w', '-m', 'fast', '-t', '20', '-D', cluster], as)
  if (stopped.code !== 0) await run(tool('pg_ctl'), ['stop', '-w', '-m', 'immediate', '-D', cluster], as)
}

const fault = (log: string) => read(log).match(/(?:FATAL|PANIC): +(.*)/)?.[1]

function read(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
