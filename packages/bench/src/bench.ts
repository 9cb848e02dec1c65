import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { folder, openBeds } from './bed.ts'
import { explainPage } from './explain.ts'
import { benchExport } from './export.ts'
import { benchFeedback } from './feedback.ts'
import { benchGrowth } from './growth.ts'
import { round } from './interleave.ts'
import { benchPage } from './page.ts'
import { profilePage } from './profile.ts'
import { benchRounds } from './rounds.ts'
import { benchSealing } from './sealing.ts'
import { exportTable, feedbackTable, growthTable, pageTable, roundsTable, sealingTable, webTable } from './table.ts'
import { benchWeb } from './web.ts'

const sections = ['page', 'growth', 'export', 'web', 'sealing', 'rounds', 'feedback'] as const
type Section = (typeof sections)[number]

const longest = 25 * 60_000
const published = fileURLToPath(new URL('../results.json', import.meta.url))

/** Measures what the words ask for, everything without words. Answers the exit code. */
export async function bench(words: string[]): Promise<number> {
  const options = { share: { type: 'string', default: '1' }, profile: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
  const wanted = positionals.length ? sections.filter((section) => positionals.includes(section)) : sections
  const share = Number(values.share)
  if (!(share > 0 && share <= 1) || positionals.some((word) => !sections.includes(word as Section))) {
    console.error(`Say what to measure: pnpm bench [${sections.join('] [')}] [--share 0.01] [--profile]`)
    return 1
  }

  const start = performance.now()
  const log = (line: string) => console.log(`${clock(performance.now() - start)}  ${line}`)
  const watchdog = setTimeout(() => {
    console.error('This takes longer than 25 minutes: given up.')
    process.exit(1)
  }, longest)
  mkdirSync(folder, { recursive: true })
  const beds = await openBeds(log)
  const results: Record<string, unknown> = {}
  const tables: string[] = []
  let failed = 0

  const measure: Record<Section, () => Promise<void>> = {
    page: async () => {
      const bed = await beds.bed(share)
      const page = await benchPage(bed, { log })
      const plans = await explainPage(bed)
      results.page = { ...page, statements: plans.statements }
      log(`page: the plans of its ${plans.statements} statements are in ${join(folder, plans.file)}`)
      tables.push(pageTable(page))
      if (values.profile) {
        results.profile = await profilePage(bed)
        tables.push(`Where the API's process is busy, in percent\n${JSON.stringify(results.profile, null, 2)}`)
      }
    },
    growth: async () => {
      const sizes = []
      for (const part of [0.01, 0.1, 1]) sizes.push(await beds.bed(round(share * part, 6)))
      const growth = await benchGrowth(sizes, { log })
      results.growth = growth
      tables.push(growthTable(growth))
    },
    export: async () => {
      const bed = await beds.bed(share)
      const measured = await benchExport({ database: bed, large: bed.large, log })
      results.export = measured
      tables.push(exportTable(measured))
    },
    web: async () => {
      const web = await benchWeb(await beds.bed(share), { log })
      results.web = web
      tables.push(webTable(web))
    },
    sealing: async () => {
      const sealing = await benchSealing(await beds.bed(round(share * 0.01, 6)), { log })
      results.sealing = sealing
      tables.push(sealingTable(sealing))
    },
    rounds: async () => {
      const rounds = await benchRounds(await beds.bed(round(share * 0.01, 6)), { log, share })
      results.rounds = rounds
      tables.push(roundsTable(rounds))
    },
    feedback: async () => {
      const feedback = await benchFeedback(await beds.bed(round(share * 0.01, 6)), { log })
      results.feedback = feedback
      tables.push(feedbackTable(feedback))
    },
  }

  try {
    for (const section of wanted) {
      log(`${section} …`)
      await measure[section]().catch((fault) => {
        failed++
        console.error(`${section} could not be measured:`, fault)
      })
    }
  } finally {
    await beds.stop()
    clearTimeout(watchdog)
  }
  console.log(`\n${tables.join('\n\n')}\n`)
  const file = share === 1 ? published : join(folder, 'results.json')
  keep(file, share, results)
  log(`done; the figures are in ${file}`)
  return failed ? 1 : 0
}

/** A section that was not measured this time keeps what an earlier run found, with the time of that run. */
function keep(file: string, share: number, results: Record<string, unknown>) {
  const at = new Date().toISOString()
  const machine = {
    cpus: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memoryGB: round(totalmem() / 2 ** 30),
    node: process.version,
  }
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
  const fresh = Object.fromEntries(
    Object.entries(results).map(([section, result]) => [section, { at, share, machine, ...(result as object) }]),
  )
  writeFileSync(file, `${JSON.stringify({ ...before, ...fresh }, null, 2)}\n`)
}

const clock = (milliseconds: number) => {
  const seconds = Math.floor(milliseconds / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
