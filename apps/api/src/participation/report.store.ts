import { localDate } from '@lederkreds/domain/day'
import { instantAt } from '@lederkreds/domain/meetings/local-time'
import { type MethodCount, monthsOver } from '@lederkreds/domain/participation/figures'
import { type PublishedYear, publishYear } from '@lederkreds/domain/participation/report'
import { type Context, networksSeen } from '../context.ts'
import { notFound } from '../errors.ts'

export type YearlyReport = PublishedYear & {
  readonly networkId: string
  readonly year: number
  /** How many of its months are over and counted: 0 to 12. */
  readonly months: number
}

/**
 * What the yearly report of a network tells, over those months of the year that are over; for those whose network it is.
 * Counted over the participation that the caller may see, and published by the domain's rule.
 */
export async function readReport(context: Context, networkId: string, year: number): Promise<YearlyReport> {
  if (context.codeWall && !networksSeen(context).includes(networkId)) throw notFound()
  const months = monthsOver(year, localDate(context.now))
  const from = `${year}-01-01`
  const until = months === 12 ? `${year + 1}-01-01` : `${year}-${String(months + 1).padStart(2, '0')}-01`
  const [start, end] = [instantAt(from, '00:00'), instantAt(until, '00:00')]
  const [counted] = await context.db.$queryRaw<{ meetings: number; people: number; marked: number; taken: number }[]>`
    SELECT count(DISTINCT meeting_id)::int AS meetings, count(DISTINCT person_id) FILTER (WHERE attended)::int AS people,
      count(attended)::int AS marked, count(*) FILTER (WHERE attended)::int AS taken
    FROM app.participation
    WHERE network_id = ${networkId}::uuid AND starts_at >= ${start} AND starts_at < ${end}`
  const methods = await context.db.$queryRaw<MethodCount[]>`
    SELECT method, rounds FROM app.network_rounds(${networkId}::uuid, ${start}, ${end})`
  const [completed] = await context.db.$queryRaw<{ cycles: number | null }[]>`
    SELECT app.network_cycles(${networkId}::uuid, ${from}::date, ${until}::date) AS cycles`
  const counts = counted ?? { meetings: 0, people: 0, marked: 0, taken: 0 }
  return { networkId, year, months, ...publishYear({ ...counts, methods, cycles: completed?.cycles ?? null }) }
}
