import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bed, folder } from './bed.ts'
import type { Load } from './load.ts'
import { pageStatement } from './page-statement.ts'

/** What pgbench calls itself, or null where there is none: PostgreSQL's npm packages come without it. */
export function pgbenchVersion(): string | null {
  const { stdout } = spawnSync('pgbench', ['--version'], { encoding: 'utf8' })
  return stdout?.trim() || null
}

/** The same transaction without any HTTP; pgbench takes every colon before a letter for a variable. */
const script = `\\set number random(1, :askers)
BEGIN READ ONLY;
SELECT set_config('app.session', session, true) AS named, network FROM bench.asker WHERE number = :number \\gset
${pageStatement
  .replaceAll('$1', ':network')
  .replaceAll(/:(?=MI|SS)/g, `' || chr(58) || '`)
  .trim()};
COMMIT;
`

/** Runs the page's transaction by pgbench for some seconds, prepared. */
export async function pgbench({ apiUrl, askers }: Bed, connections: number, seconds: number): Promise<Load> {
  const work = join(folder, 'pgbench')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  writeFileSync(join(work, 'page.sql'), script)
  const options = ['-n', '-M', 'prepared', '-c', connections, '-j', 1, '-T', seconds, '-D', `askers=${askers.length}`]
  const args = [...options.map(String), '--log', '-f', 'page.sql', apiUrl]
  const child = spawn('pgbench', args, { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] })
  let fault = ''
  child.stderr.on('data', (piece: Buffer) => {
    fault += piece
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`pgbench ended with ${code}: ${fault}`)
  const logs = readdirSync(work).filter((name) => name.startsWith('pgbench_log'))
  const lines = logs.flatMap((name) => readFileSync(join(work, name), 'utf8').trim().split('\n'))
  const times = lines.map((line) => Number(line.split(' ')[2]) / 1000).sort((one, other) => one - other)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), answers: times.length, failed: 0, cpu: NaN }
}
