import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from '@lederkreds/testing/browser'
import pg from 'pg'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { type AnswerBed, addCycles, answersTo, type Ready, releaseDue, removeCycles } from './answers.ts'
import { startApi } from './api-process.ts'
import { type BareTask, runBareWorker, serveBareWorker, startBareWorker } from './bare-worker.ts'
import type { Bed } from './bed.ts'
import { interleave, median, ratio, round } from './interleave.ts'
import { onSlowProcessor, slowdown } from './slow-processor.ts'

export type FeedbackResult = {
  release: { answers: number; milliseconds: number }
  /** Answers a second by one instance over HTTP, and the same rows by INSERT on as many connections. */
  handIn: { perSecond: number; insertPerSecond: number; ratio: number }
  /** Milliseconds on a processor that is slowed down; the limit is WebCrypto alone in a bare worker. */
  open: { aim: number; answers: number; slowdown: number; opened: number; limit: number; ratio: number }
}

const atOnce = 16
const doorConnections = 3

/** What pooled feedback costs: handing in, releasing a hundred answers at once, and opening them. */
export async function benchFeedback(
  bed: Bed,
  { rounds = 5, log = (_line: string) => {} } = {},
): Promise<FeedbackResult> {
  const handIn = await benchHandIn(bed, rounds)
  log(`feedback: ${handIn.perSecond} answers a second, ${handIn.insertPerSecond} by INSERT alone`)
  const released = await benchRelease(bed, rounds)
  log(`feedback: a hundred answers are released in ${released} ms`)
  const open = await benchOpen(rounds)
  log(`feedback: a hundred answers are opened in ${open.opened} ms`)
  return { release: { answers: 100, milliseconds: released }, handIn, open }
}

async function benchHandIn(bed: Bed, rounds: number): Promise<FeedbackResult['handIn']> {
  const api = await startApi(bed)
  const pool = new pg.Pool({ connectionString: bed.ownerUrl, max: doorConnections })
  const there = await addCycles(bed, 2 * rounds)
  try {
    const spare = there.cycles.map((cycle) => answersTo(cycle))
    const next = () => spare.pop() ?? []
    const runs = await interleave(
      {
        api: () => perSecond(next(), (answer) => send(api.url, answer)),
        insert: () => perSecond(next(), (answer) => insert(pool, answer)),
      },
      rounds,
    )
    const [perSecondOfApi, perSecondOfInsert] = [round(median(runs.api)), round(median(runs.insert))]
    return {
      perSecond: perSecondOfApi,
      insertPerSecond: perSecondOfInsert,
      ratio: ratio(runs.api, runs.insert),
    }
  } finally {
    await removeCycles(bed, there)
    await pool.end()
    await api.stop()
  }
}

async function perSecond(answers: readonly Ready[], give: (answer: Ready) => Promise<void>): Promise<number> {
  const left = [...answers]
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let answer = left.pop(); answer; answer = left.pop()) await give(answer)
    }),
  )
  return (answers.length * 1000) / (performance.now() - start)
}

async function send(url: string, { body }: Ready): Promise<void> {
  const response = await fetch(`${url}/feedback/pooled`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lederkreds': '1' },
    body,
  })
  if (response.status !== 204) throw new Error(`not taken in: ${await response.text()}`)
}

const insertOne = {
  name: 'insert',
  text: 'INSERT INTO feedback_staged (token_hash, cycle_id, sealed) VALUES ($1, $2, $3)',
}
async function insert(pool: pg.Pool, { tokenHash, cycleId, waiting }: Ready): Promise<void> {
  await pool.query({ ...insertOne, values: [tokenHash, cycleId, waiting] })
}

async function benchRelease(bed: Bed, rounds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: bed.ownerUrl, max: doorConnections })
  const times: number[] = []
  let there: AnswerBed | undefined
  try {
    there = await addCycles(bed, rounds)
    for (const cycle of there.cycles) {
      await Promise.all(answersTo(cycle).map((answer) => insert(pool, answer)))
      times.push(await releaseDue(bed))
      const { rows } = await pool.query('SELECT 1 FROM feedback_answer WHERE cycle_id = $1', [cycle.id])
      if (rows.length !== 100) throw new Error('not released')
    }
    return round(median(times))
  } finally {
    if (there) await removeCycles(bed, there)
    await pool.end()
  }
}

async function benchOpen(rounds: number): Promise<FeedbackResult['open']> {
  const bare = await serveBareWorker(await bundled())
  const browser = await chromium.launch(await chromiumLaunch())
  try {
    const opening = (task: BareTask | 'own') => () => runAlone(browser, bare.url, task)
    const runs = await interleave({ own: opening('own'), limit: opening('answers') }, rounds)
    return {
      ...{ aim: 1000, answers: 100, slowdown },
      opened: round(median(runs.own)),
      limit: round(median(runs.limit)),
      ratio: ratio(runs.own, runs.limit),
    }
  } finally {
    await browser.close()
    bare.stop()
  }
}

async function runAlone(browser: Browser, url: string, task: BareTask | 'own'): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.goto(url)
    await page.evaluate(startBareWorker, task)
    return await onSlowProcessor(browser, slowdown, () => page.evaluate(runBareWorker))
  } finally {
    await page.close()
  }
}

/** The product's own opening of answers as one script for a worker. */
async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('answer-worker.ts', import.meta.url))
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'own' }, target: 'chrome111' },
  })
  const [output] = [made].flat()
  if (!output || !('output' in output)) throw new Error('nothing was bundled')
  return output.output[0].code
}
