import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestDatabases } from './database.ts'
import { type Outcome, runStep } from './step-run.ts'
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

async function report(name: string, work: () => Promise<Outcome>) {
  process.stdout.write(`${name.padEnd(18)} … `)
  const start = performance.now()
  const { passed, failed, output } = await work()
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const count = passed + failed > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ''}` : ''
  console.log(`${failed ? 'FAILED' : 'ok'} in ${seconds} s${count}`)
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
  await report(step.name, () => runStep(step))
}
await stop()

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
