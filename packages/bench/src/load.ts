import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Running } from './api-process.ts'
import { median, round } from './interleave.ts'
import type { Order, Run } from './load-generator.ts'

/** A run and what the server's process spent on each answer, in microseconds; NaN where the system does not say. */
export type Load = Run & { cpu: number }

const program = fileURLToPath(new URL('load-generator.ts', import.meta.url))

/** Puts one server under load. Throws when an answer was not the page. */
export async function load({ url, pid }: Running, order: Omit<Order, 'url'>): Promise<Load> {
  const before = cpuOf(pid)
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ url, ...order }))
  let output = ''
  child.stdout.on('data', (piece: Buffer) => {
    output += piece
  })
  await once(child, 'close')
  const run: Run = JSON.parse(output)
  if (run.failed > 0) throw new Error(`${run.failed} of ${run.answers} answers of ${url} were not the page.`)
  return { ...run, cpu: (cpuOf(pid) - before) / run.answers }
}

/** Microseconds that a process has spent on the processor, in steps of 10,000. */
function cpuOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

export type Figures = { perSecond: number; p50: number; p99: number; cpu: number | null }

/** The medians of several runs. */
export function figures(runs: readonly Load[]): Figures {
  const of = (figure: keyof Load) => median(runs.map((run) => run[figure]))
  const cpu = of('cpu')
  return {
    perSecond: round(of('perSecond')),
    p50: round(of('p50'), 2),
    p99: round(of('p99'), 1),
    cpu: Number.isNaN(cpu) ? null : round(cpu),
  }
}
