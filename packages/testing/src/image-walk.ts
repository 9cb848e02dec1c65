import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { invented, readCompose, type Service } from './compose.ts'
import { type Image, sendContext, takeSteps } from './dockerfile.ts'
import { openMailbox } from './mailbox.ts'
import { startPostgres } from './postgres.ts'
import { freePort } from './postgres-process.ts'
import { root } from './prepare.ts'

/**
 * Builds what the Dockerfile says, in folders of this machine, and runs it with the settings of
 * docker-compose.yml against a real PostgreSQL. By hand: it takes a minute or two, and the npm registry.
 */
const folder = mkdtempSync(join(tmpdir(), 'lederkreds-image-'))
chmodSync(folder, 0o755)
const say = (line: string) => console.log(line)
const running: ChildProcess[] = []
const mailbox = await openMailbox()
const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), throwaway: true })

try {
  const context = join(folder, 'context')
  sendContext(root, context)
  const { services } = readCompose({ ...invented, OWNER_PASSWORD: new URL(postgres.ownerUrl).password })
  const image = takeSteps({
    folder: context,
    dockerfile: services.api?.build?.dockerfile ?? '',
    stages: join(folder, 'stages'),
    log: (step) => say(`  ${step}`),
  })
  assert.notEqual(image.user, 'root')
  say(`Built: ${execFileSync('du', ['-sh', image.folder], { encoding: 'utf8' }).split('\t')[0]}`)
  await runAll(image, services)
  say('Everything that was tried works.')
} finally {
  for (const program of running) program.kill('SIGKILL')
  await postgres.stop()
  await mailbox.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function runAll(image: Image, services: Record<string, Service>) {
  const owner = new pg.Client(postgres.ownerUrl)
  owner.on('error', () => {})
  await owner.connect()
  await owner.query('CREATE DATABASE lederkreds')
  let [port, metrics] = [0, 0]
  const start = (name: string, command = services[name]?.command ?? image.cmd, entrypoint = image.entrypoint) => {
    const text = JSON.stringify(services[name]?.environment ?? {})
      .replaceAll('@db:5432', `@${new URL(postgres.ownerUrl).host}`)
      .replaceAll('smtp://mail:1025', mailbox.url)
    return launch(image, [...entrypoint, ...command], {
      ...JSON.parse(text),
      PORT: String(port),
      METRICS_PORT: String(metrics),
    })
  }

  const first = start('migrate')
  assert.equal(await first.ended, 0, first.output())
  const second = start('migrate')
  assert.equal(await second.ended, 0, second.output())
  assert.equal(second.output(), '', 'a second run changes nothing')
  say('migrate: the database is ready, and a second run changes nothing')

  // Chosen only now: another program may take a port that nobody listens on.
  port = (await freePort()) ?? 0
  metrics = (await freePort()) ?? 0
  const api = start('api')
  const worker = start('worker')
  await until('the API has started', async () => api.output().includes('"api started"') || api.child.exitCode !== null)
  assert.equal(api.child.exitCode, null, api.output())
  assert.equal(await start('api', [], image.healthcheck).ended, 0)
  const link = api.output().match(/https:\/\/\S+\/set-up#\S+/)?.[0]
  assert.ok(link, `no set-up link: ${api.output()}`)
  say('api: prints the link of the first set-up, and the health check passes')

  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } })
  assert.match(await page.text(), /<div id="root">/)
  assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`)).status, 404)
  assert.equal((await fetch(`http://127.0.0.1:${metrics}/metrics`)).status, 200)
  say('api: serves the web app, and metrics on their own port only')

  const busy = `SELECT FROM pg_stat_activity WHERE usename = 'lederkreds_worker'`
  await until('the worker is at work', async () => (await owner.query(busy)).rowCount !== 0)
  for (const [name, program] of Object.entries({ api, worker })) {
    const asked = performance.now()
    program.child.kill('SIGTERM')
    assert.equal(await program.ended, 0, program.output())
    say(`${name}: ended ${Math.round(performance.now() - asked)} ms after SIGTERM`)
  }
  assert.equal(await start('api', [], image.healthcheck).ended, 1, 'the health check fails when nothing answers')
  await owner.end()
}

/** As an account without rights, so that it can write nowhere: where this is root's terminal, as `nobody`. */
function launch(image: Image, [command = '', ...rest]: string[], settings: Record<string, string>) {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawn(command, rest, {
    cwd: join(image.folder, image.workdir),
    env: { ...image.env, ...settings, PATH: dirname(process.execPath) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...nobody,
  })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  return { child, output: () => output, ended: once(child, 'close').then(([code]) => code as number | null) }
}

async function until(what: string, happens: () => Promise<boolean>) {
  const deadline = Date.now() + 60_000
  while (!(await happens())) {
    assert.ok(Date.now() < deadline, `${what}: not within 60 s`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
