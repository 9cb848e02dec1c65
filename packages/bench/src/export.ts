import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { Large } from '@lederkreds/testing/large'
import { load } from '@lederkreds/testing/load'
import { freePort } from '@lederkreds/testing/postgres-process'
import { Seed } from '@lederkreds/testing/seed'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

type Addresses = { ownerUrl: string; apiUrl: string; doorUrl: string; workerUrl: string }

export type ExportContext = {
  /** A database that holds the large set. */
  database: Addresses
  large: Large
  /** How often each is measured; the median counts. */
  repeats?: number
  log?: (line: string) => void
}

export type ExportResult = {
  rows: number
  bytes: number
  /** Rows per second through the whole server, written to a file. */
  export: number
  /** The same rows in the same order by `\copy`, as the same role and session, written to a file. */
  limit: number
  limitedBy: string
  /** `export / limit`; the aim is 0.9. */
  share: number
  /** The same limit without the order. */
  unordered: number
  /** Peaks of the server's process in MB: without any export, and during one of a tenth and one of all rows. */
  memory: { none: number; tenth: number; all: number } | null
}

const columns = 'network, meeting_date, person, workplace, role_in_network, invited, coming, regrets, attended, methods'
const ordered = 'ORDER BY network, network_id, starts_at, person, person_id'

/** Measures the export of every row beside `psql \copy` of the same rows, interleaved; medians of `repeats` (five). */
export async function benchExport({
  database,
  large,
  repeats = 5,
  log = () => {},
}: ExportContext): Promise<ExportResult> {
  const seed = new Seed()
  const token = seed.session(large.admin)
  const session = createHash('sha256').update(token).digest('hex')
  await load(database.ownerUrl, seed)
  const folder = await mkdtemp(join(tmpdir(), 'lederkreds-export-'))
  const file = join(folder, 'export.csv')
  const server = await startApi(database)
  const limit = copier(database.apiUrl, session, file)
  try {
    const download = () => fetchTo(`${server.url}/participation/export`, token, file)
    await download()
    const seconds: Record<'export' | 'limit' | 'unordered', number[]> = { export: [], limit: [], unordered: [] }
    for (let turn = 0; turn < repeats; turn++) {
      seconds.export.push(await timed(download))
      seconds.limit.push(await timed(() => limit.run(`SELECT ${columns} FROM app.participation ${ordered}`)))
      seconds.unordered.push(await timed(() => limit.run(`SELECT ${columns} FROM app.participation`)))
      const last = Object.entries(seconds).map(([what, all]) => `${what} ${all.at(-1)?.toFixed(2)} s`)
      log(`export ${turn + 1} of ${repeats}: ${last.join(', ')}`)
    }
    const rows = await download()
    const { size: bytes } = await stat(file)
    const perSecond = (all: number[]) => Math.round(rows / median(all))
    const [measured, bound] = [perSecond(seconds.export), perSecond(seconds.limit)]
    return {
      rows,
      bytes,
      export: measured,
      limit: bound,
      limitedBy: limit.name,
      share: Math.round((measured / bound) * 100) / 100,
      unordered: perSecond(seconds.unordered),
      memory: await memoryOf(database, token, file, rows),
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The kernel's own peaks, each of a fresh process, so that nothing earlier is counted; on Linux only. */
async function memoryOf(
  database: Addresses,
  token: string,
  file: string,
  rows: number,
): Promise<ExportResult['memory']> {
  if (!existsSync('/proc/self/status')) return null
  const peak = async (query: string | null) => {
    const server = await startApi(database)
    try {
      if (query !== null) await fetchTo(`${server.url}/participation/export?${query}`, token, file)
      const [, kilobytes = '0'] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
      return Math.round(Number(kilobytes) / 1024)
    } finally {
      await server.stop()
    }
  }
  const tenth = await dayUntil(database.ownerUrl, rows / 10)
  return { none: await peak(null), tenth: await peak(`until=${tenth}`), all: await peak('') }
}

/** The day until which there are about so many rows. */
async function dayUntil(ownerUrl: string, wanted: number): Promise<string> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ day: string; rows: number }>(
      `SELECT to_char(m.starts_at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM-DD') AS day, count(*)::int AS rows
       FROM meeting m JOIN attendance a ON a.meeting_id = m.id GROUP BY 1 ORDER BY 1`,
    )
    let sum = 0
    for (const each of rows) {
      sum += each.rows
      if (sum >= wanted) return each.day
    }
    return '2199-12-31'
  } finally {
    await client.end()
  }
}

async function startApi({ apiUrl, doorUrl }: Addresses) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('@lederkreds/api/main')), 'api'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: apiUrl,
      DATABASE_DOOR_URL: doorUrl,
      SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: url,
      PORT: String(port),
      METRICS_PORT: '0',
      LOG_LEVEL: 'silent',
    },
  })
  for (let tries = 0; !(await fetch(`${url}/readyz`).catch(() => null))?.ok; tries++) {
    if (tries > 100 || child.exitCode !== null)
      throw new Error('The API did not start for the benchmark of the export.')
    await new Promise((wake) => setTimeout(wake, 100))
  }
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { url, pid: child.pid, stop }
}

/** Downloads the file and answers how many rows the server said it has. */
async function fetchTo(url: string, token: string, file: string): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'x-lederkreds': '1', cookie: `lederkreds-session=${token}` } }, resolve).on('error', reject)
  })
  if (answer.statusCode !== 200) throw new Error(`The export answered ${answer.statusCode}.`)
  await pipeline(answer, createWriteStream(file))
  return Number(answer.headers['x-lederkreds-rows'])
}

/** psql where the machine has one; the built-in PostgreSQL comes without, then the same COPY by the driver. */
function copier(apiUrl: string, session: string, file: string) {
  const { stdout: version } = spawnSync('psql', ['--version'], { encoding: 'utf8' })
  if (!version)
    return {
      name: 'pg-copy-streams to a file (there is no psql here)',
      run: (select: string) => copyByDriver(apiUrl, session, file, select),
    }
  const script = `${file}.sql`
  const run = async (select: string) => {
    const name = `SELECT set_config('app.session', '${session}', true) \\g /dev/null`
    writeFileSync(script, `BEGIN READ ONLY;\n${name}\n\\copy (${select}) TO '${file}' CSV HEADER\nCOMMIT;\n`)
    const psql = spawn('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', script, apiUrl], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = await once(psql, 'exit')
    if (code !== 0) throw new Error(`psql ended with ${code}`)
  }
  return { name: `${version.trim()}, \\copy to a file`, run }
}

async function copyByDriver(apiUrl: string, session: string, file: string, select: string) {
  const client = new pg.Client(apiUrl)
  await client.connect()
  try {
    await client.query('BEGIN READ ONLY')
    await client.query("SELECT set_config('app.session', $1, true)", [session])
    await pipeline(client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv, HEADER)`)), createWriteStream(file))
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const median = (all: number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN
