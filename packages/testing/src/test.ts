import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestDatabases } from './database.ts'
import { progressOf } from './step-progress.ts'
import { type Outcome, runStep, type Watch } from './step-run.ts'
import { type Step, steps } from './steps.ts'

/**
 * `pnpm test`: everything that CI runs, step by step, whatever the steps before found. `pnpm check` leaves out what takes
 * long; any other words choose the steps whose names hold one of them.
 */
const words = process.argv.slice(2)
const root = fileURLToPath(new URL('../../../', import.meta.url))
const isWanted = ({ name, kind, needs }: Step) =>
  (!needs || existsSync(join(root, needs))) &&
  (words.length === 0 || (words.includes('check') ? kind === 'check' : words.some((word) => name.includes(word))))
const wanted = steps.filter(isWanted)
const total = { passed: 0, failed: 0 }

/** A step that takes long says every half minute how far it is; its result then names it again. */
async function report(name: string, work: (watch: Watch) => Promise<Outcome>) {
  const title = `${name.padEnd(18)} … `
  process.stdout.write(title)
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  let isLong = false
  const hear = (said: string) => {
    process.stdout.write(`${isLong ? '' : '\n'}${seconds().toFixed(0).padStart(6)} s  ${progressOf(said)}\n`)
    isLong = true
  }
  const { passed, failed, output } = await work({ every: 30_000, hear })
  total.passed += passed
  total.failed += failed
  const count = passed + failed > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ''}` : ''
  console.log(`${isLong ? title : ''}${failed ? 'FAILED' : 'ok'} in ${seconds().toFixed(1)} s${count}`)
  if (failed) console.log(`\n${output.trim()}\n`)
}

// A signal would end the process without its exit hooks, and leave the database server behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

let stop = async () => {}
let isStarted = false
for (const step of wanted) {
  if (step.kind === 'tests' && !isStarted) {
    isStarted = true
    await report('test database', async () => {
      try {
        stop = await startTestDatabases()
        return { passed: 1, failed: 0, output: '' }
      } catch (fault) {
        return { passed: 0, failed: 1, output: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
      }
    })
  }
  await report(step.name, (watch) => runStep(step, undefined, watch))
}
await stop()

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
