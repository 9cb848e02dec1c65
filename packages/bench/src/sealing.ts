import { chromiumLaunch } from '@lederkreds/testing/browser'
import { type Browser, chromium } from 'playwright-core'
import { startApi } from './api-process.ts'
import { type BareTask, runBareWorker, serveBareWorker, startBareWorker } from './bare-worker.ts'
import type { Bed } from './bed.ts'
import { interleave, median, ratio, round } from './interleave.ts'
import { JournalDevice } from './journal-device.ts'
import { addWriters, removeWriters } from './journals.ts'
import { onSlowProcessor, slowdown } from './slow-processor.ts'

/** All in milliseconds, on a processor that is slowed down. */
export type SealingResult = {
  slowdown: { wanted: number; measured: number }
  unlock: {
    aim: number
    documents: number
    shown: number
    argon2id: number
    /** The same by hash-wasm alone in a bare worker, and what the app's is to it. */
    limit: number
    ratio: number
  }
  open: {
    aim: number
    documents: number
    opened: number
    /** WebCrypto alone in a bare worker: as many blocks of 4 KiB, and everything that format v1 asks of it. */
    decrypt: number
    operations: number
    ratioToOperations: number
    /** The first time on a device, when all of it is fetched as well. */
    fetched: number
  }
  patterns: { documents: number; threeYears: number; withCharts: number; blank: number }
}

type Times = Record<string, number>

/** How long somebody waits for what is sealed: unlocking, opening a thousand entries, and the patterns of three years. */
export async function benchSealing(bed: Bed, { rounds = 5, log = (_line: string) => {} } = {}): Promise<SealingResult> {
  const api = await startApi(bed)
  const bare = await serveBareWorker()
  const browser = await chromium.launch(await chromiumLaunch())
  const writers = await addWriters(bed)
  try {
    const device = (name: keyof typeof writers) => JournalDevice.open(browser, api.url, writers[name])
    const [month, thousand] = [await device('month'), await device('thousand')]
    const [threeYears, blank] = [await device('threeYears'), await device('blank')]
    for (const each of [month, threeYears, blank]) await each.fetchAll()
    const fetched = await thousand.fetchAll()
    log(`sealing: ${writers.thousand.documents} entries are on a device after ${round(fetched)} ms`)

    const alone = (task: BareTask) => () => runAlone(browser, bare.url, task, slowdown)
    const contenders: Record<string, () => Promise<Times>> = {
      month: () => month.unlock(),
      stretch: alone('stretch'),
      thousand: () => thousand.unlock(),
      decrypt: alone('decrypt'),
      operations: alone('operations'),
      threeYears: () => threeYears.patterns(),
      blank: () => blank.patterns(),
      slow: alone('spin'),
      fast: () => runAlone(browser, bare.url, 'spin', 1),
    }
    const runs = await interleave(contenders, rounds)
    const all = (name: string, figure = 'took') => (runs[name] ?? []).map((times) => times[figure] ?? Number.NaN)
    const of = (name: string, figure?: string) => round(median(all(name, figure)))
    const result: SealingResult = {
      slowdown: { wanted: slowdown, measured: ratio(all('slow'), all('fast')) },
      unlock: {
        aim: 1000,
        documents: writers.month.documents,
        shown: of('month', 'shown'),
        argon2id: of('month', 'stretched'),
        limit: of('stretch'),
        ratio: ratio(all('month', 'stretched'), all('stretch')),
      },
      open: {
        aim: 1500,
        documents: writers.thousand.documents,
        opened: of('thousand', 'opened'),
        decrypt: of('decrypt'),
        operations: of('operations'),
        ratioToOperations: ratio(all('thousand', 'opened'), all('operations')),
        fetched: round(fetched),
      },
      patterns: {
        documents: writers.threeYears.documents,
        threeYears: of('threeYears', 'shown'),
        withCharts: of('threeYears', 'charts'),
        blank: of('blank', 'shown'),
      },
    }
    log(`sealing: unlocked in ${result.unlock.shown} ms, a thousand entries opened in ${result.open.opened} ms`)
    return result
  } finally {
    await browser.close()
    await removeWriters(bed, writers)
    bare.stop()
    await api.stop()
  }
}

/** A fresh page with a fresh worker; only the task itself is slowed down and timed. */
async function runAlone(browser: Browser, url: string, task: BareTask, slowdown: number): Promise<Times> {
  const page = await browser.newPage()
  try {
    await page.goto(url)
    await page.evaluate(startBareWorker, task)
    return { took: await onSlowProcessor(browser, slowdown, () => page.evaluate(runBareWorker)) }
  } finally {
    await page.close()
  }
}
