import { type Running, startApi, startLimit } from './api-process.ts'
import { pageRequest } from './ask.ts'
import type { Bed } from './bed.ts'
import { interleave, ratio } from './interleave.ts'
import { type Figures, figures, type Load, load } from './load.ts'
import { compareAnswers } from './page.ts'

type GrowthPoint = { share: number; attendanceRows: number; api: Figures; limit: Figures }

export type GrowthResult = {
  aim: number
  /** Time of one answer at one connection, the largest set against the smallest, round by round. */
  growth: number
  limitGrowth: number
  oneConnection: GrowthPoint[]
  /** Requests a second at 16 connections: the smallest set against the largest. */
  slowdown: number
  limitSlowdown: number
  sixteenConnections: GrowthPoint[]
}

type Pair = { bed: Bed; api: Running; limit: Running; shortest: number }

/** The page's operation on 1 %, 10 % and 100 % of the data, all sizes asked in turn within each round. */
export async function benchGrowth(
  beds: Bed[],
  { rounds = 5, seconds = 3, log = (_line: string) => {} } = {},
): Promise<GrowthResult> {
  const pairs: Pair[] = []
  try {
    for (const bed of beds) {
      const [api, limit] = [await startApi(bed), await startLimit(bed)]
      pairs.push({ bed, api, limit, shortest: 0 })
      const sizes = await compareAnswers(bed, api, limit)
      pairs.splice(-1, 1, { bed, api, limit, shortest: Math.min(...sizes) / 2 })
    }
    for (const pair of pairs) for (const server of [pair.api, pair.limit]) await run(pair, server, 8, seconds)
    const one = await measure(pairs, 1, rounds, seconds)
    log(`growth, 1 connection: ${one.points.map(({ share, api }) => `${api.p50} ms at ${share}`).join(', ')}`)
    const sixteen = await measure(pairs, 16, rounds, seconds)
    log(
      `growth, 16 connections: ${sixteen.points.map(({ share, api }) => `${api.perSecond} a second at ${share}`).join(', ')}`,
    )
    return {
      aim: 1.3,
      growth: one.between('api', (load) => load.p50),
      limitGrowth: one.between('limit', (load) => load.p50),
      oneConnection: one.points,
      slowdown: sixteen.between('api', (load) => 1 / load.perSecond),
      limitSlowdown: sixteen.between('limit', (load) => 1 / load.perSecond),
      sixteenConnections: sixteen.points,
    }
  } finally {
    for (const { api, limit } of pairs) await Promise.all([api.stop(), limit.stop()])
  }
}

const run = ({ bed, shortest }: Pair, server: Running, connections: number, seconds: number) =>
  load(server, { connections, seconds, shortest, requests: bed.askers.map(pageRequest()) })

async function measure(pairs: Pair[], connections: number, rounds: number, seconds: number) {
  const contenders = pairs.flatMap((pair, index) =>
    (['api', 'limit'] as const).map((kind) => [`${kind} ${index}`, () => run(pair, pair[kind], connections, seconds)]),
  )
  const runs = await interleave<string, Load>(Object.fromEntries(contenders), rounds)
  const of = (kind: 'api' | 'limit', index: number) => runs[`${kind} ${index}`] ?? []
  const points = pairs.map(({ bed }, index) => ({
    share: bed.share,
    attendanceRows: bed.large.rows,
    api: figures(of('api', index)),
    limit: figures(of('limit', index)),
  }))
  const between = (kind: 'api' | 'limit', figure: (load: Load) => number) => {
    const [smallest, largest] = [of(kind, 0).map(figure), of(kind, pairs.length - 1).map(figure)]
    return ratio(largest, smallest)
  }
  return { points, between }
}
