import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Step } from './steps.ts'

export type Outcome = { passed: number; failed: number; output: string }

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** No step comes near it; one that hangs is ended and counts as failed, so that the others are heard. */
const longest = 40 * 60_000

/** Whoever waits hears so often, in milliseconds, what a step has said so far. */
export type Watch = { every: number; hear: (output: string) => void }

/** Runs one step to its end and counts what it found. Never throws: what goes wrong is an outcome. `limit` in milliseconds. */
export async function runStep(step: Step, limit = longest, watch?: Watch): Promise<Outcome> {
  const results = mkdtempSync(join(tmpdir(), 'results-'))
  const file = join(results, 'results.json')
  const before = step.committed ? read(step.committed) : ''
  const { code, output } = await execute(step, file, limit, watch)
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  rmSync(results, { recursive: true })
  if (step.committed && read(step.committed) !== before) {
    const note = `${step.committed} was not up to date. It has been written anew: read the difference and commit it.`
    return { passed: 0, failed: 1, output: `${output}\n${note}` }
  }
  const counted = step.runner && report ? counts[step.runner](report) : { passed: code === 0 ? 1 : 0, failed: 0 }
  // A runner that ends badly without a failed test has lost some: they must not look as if they had passed.
  return { ...counted, failed: code !== 0 && counted.failed === 0 ? 1 : counted.failed, output }
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

const counts = {
  vitest: ({ numPassedTests, numFailedTests, testResults }: VitestReport) => {
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + broken.length }
  },
  playwright: ({ stats, errors }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }),
}

const reporters = {
  vitest: (file: string) => ({ args: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env: {} }),
  playwright: (file: string) => ({ args: ['--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } }),
}

function execute(step: Step, file: string, limit: number, watch?: Watch) {
  const { folder, command, env, runner } = step
  const [program, ...args] = command
  const cwd = join(root, folder)
  const report = runner ? reporters[runner](file) : { args: [], env: {} }
  const bins = [cwd, join(root, 'packages/config'), root].map((place) => join(place, 'node_modules', '.bin'))
  const path = [dirname(process.execPath), ...bins, process.env.PATH].join(delimiter)
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0' }
  const child = spawn(program, [...args, ...report.args], {
    cwd,
    env: { ...process.env, ...colour, ...report.env, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // A group of its own, so that everything it started can be ended with it.
    detached: process.platform !== 'win32',
  })
  const end = () => {
    if (child.exitCode === null && child.pid)
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  }
  process.once('exit', end)
  return new Promise<{ code: number | null; output: string }>((done) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const patience = setTimeout(() => {
      output += `\nIt did not end within ${limit / 1000} s and was ended.\n`
      end()
    }, limit)
    const pulse = watch && setInterval(() => watch.hear(output), watch.every)
    const settle = (code: number | null) => {
      clearTimeout(patience)
      clearInterval(pulse)
      process.off('exit', end)
      done({ code, output })
    }
    child.once('error', (fault) => {
      output += String(fault)
      settle(1)
    })
    child.once('close', settle)
  })
}

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
