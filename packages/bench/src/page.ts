import { type Running, startApi, startLimit } from './api-process.ts'
import { ask, pageRequest } from './ask.ts'
import type { Bed } from './bed.ts'
import { difference } from './compare.ts'
import { interleave, ratio } from './interleave.ts'
import { type Figures, figures, type Load, load } from './load.ts'
import { pgbench, pgbenchVersion } from './pgbench.ts'

type PagePoint = {
  connections: number
  api: Figures
  limit: Figures
  limitPipelined: Figures
  pgbench: Figures | 'not available'
  /** What the API reaches of the limit's requests per second. */
  ratio: number
  ratioToPipelined: number
}

export type PageResult = { networks: number; answerBytes: number; aim: number; limitedBy: string; points: PagePoint[] }

const compared = 50

/** Asks both the same for many members. Throws at the first difference; answers the sizes of the answers. */
export async function compareAnswers(bed: Bed, api: Running, limit: Running): Promise<number[]> {
  const request = pageRequest()
  const sizes: number[] = []
  for (const asker of bed.askers.slice(0, compared)) {
    const [theirs, bare] = [await ask(api.url, request(asker)), await ask(limit.url, request(asker))]
    const found = difference(JSON.parse(theirs), JSON.parse(bare))
    if (found)
      throw new Error(`The API and page-statement.ts do not answer the same for network ${asker.network}: ${found}`)
    sizes.push(theirs.length)
  }
  return sizes
}

/** The page's operation through the whole API beside the bare server and pgbench, on the large set. */
export async function benchPage(
  bed: Bed,
  { rounds = 5, seconds = 3, log = (_line: string) => {} } = {},
): Promise<PageResult> {
  const version = pgbenchVersion()
  const api = await startApi(bed)
  const limit = await startLimit(bed)
  const pipelined = await startLimit(bed, { pipelined: true })
  try {
    const sizes = await compareAnswers(bed, api, limit)
    await compareAnswers(bed, api, pipelined)
    const requests = bed.askers.map(pageRequest())
    const order = { seconds, requests, shortest: Math.min(...sizes) / 2 }
    for (const server of [api, limit, pipelined]) await load(server, { ...order, connections: 16 })
    const points: PagePoint[] = []
    for (const connections of [1, 16, 64]) {
      const each = { ...order, connections }
      const contenders = {
        api: () => load(api, each),
        limit: () => load(limit, each),
        limitPipelined: () => load(pipelined, each),
        ...(version && { pgbench: () => pgbench(bed, connections, seconds) }),
      } as Record<'api' | 'limit' | 'limitPipelined' | 'pgbench', () => Promise<Load>>
      const runs = await interleave(contenders, rounds)
      const perSecond = (name: keyof typeof contenders) => runs[name].map((run) => run.perSecond)
      const point = {
        connections,
        api: figures(runs.api),
        limit: figures(runs.limit),
        limitPipelined: figures(runs.limitPipelined),
        pgbench: version ? figures(runs.pgbench) : ('not available' as const),
        ratio: ratio(perSecond('api'), perSecond('limit')),
        ratioToPipelined: ratio(perSecond('api'), perSecond('limitPipelined')),
      }
      points.push(point)
      log(
        `page, ${connections} connections: ${point.api.perSecond} a second, limit ${point.limit.perSecond}, ratio ${point.ratio}`,
      )
    }
    const answerBytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
    return { networks: bed.large.rows / 80, answerBytes, aim: 0.15, limitedBy: version ?? 'no pgbench here', points }
  } finally {
    for (const server of [api, limit, pipelined]) await server.stop()
  }
}
