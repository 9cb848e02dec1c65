import { instantAt, localDate } from '@lederkreds/domain/meetings/local-time'
import { mayExportParticipation } from '@lederkreds/domain/networks/network'
import {
  type MonthCounts,
  monthsOver,
  type PublishedFigures,
  publishFigures,
} from '@lederkreds/domain/participation/figures'
import { type Context, demand, signedIn } from '../context.ts'
import { Prisma } from '../generated/prisma/client.ts'

export type Figures = PublishedFigures & { readonly year: number; readonly years: readonly number[] }

/**
 * The figures of the caller's organisation in one year: counted by the database over the participation that she may see,
 * and published by the domain's rule. Only its administrators get them.
 */
export async function readFigures(context: Context, year: number): Promise<Figures> {
  const viewer = signedIn(context)
  demand(context, mayExportParticipation(viewer, viewer.organisationId))
  const openMonth = monthsOver(year, localDate(context.now)) + 1
  const held = heldBetween(context, instantAt(`${year}-01-01`, '00:00'), instantAt(`${year + 1}-01-01`, '00:00'))
  const months = await context.db.$queryRaw<MonthCounts[]>`
    WITH held AS (${held})
    SELECT month, count(DISTINCT meeting_id)::int AS meetings, count(DISTINCT person_id) FILTER (WHERE attended)::int AS people,
      count(attended)::int AS marked, count(*) FILTER (WHERE attended)::int AS taken
    FROM held GROUP BY month ORDER BY month`
  const [whole] = await context.db.$queryRaw<{ networks: number; people: number }[]>`
    WITH held AS (${held})
    SELECT count(DISTINCT network_id)::int AS networks, count(DISTINCT person_id) FILTER (WHERE month < ${openMonth})::int AS people
    FROM held`
  const { networks = 0, people = 0 } = whole ?? {}
  return { year, years: await yearsHeld(context), ...publishFigures({ networks, people, months }, openMonth) }
}

/** One row for each person at each meeting of the administered organisation that was held between two instants. */
const heldBetween = ({ now, viewer, codeWall }: Context, from: Date, until: Date) => Prisma.sql`
  SELECT network_id, meeting_id, person_id, attended, meeting_date, extract(month FROM meeting_date)::int AS month
  FROM app.participation
  WHERE organisation_id = (SELECT app.administered_organisation())
    AND ${codeWall ? Prisma.sql`organisation_id = ${viewer?.organisationId}::uuid` : Prisma.sql`true`}
    AND starts_at >= ${from} AND starts_at < ${until} AND starts_at <= ${now}`

/** From the newest to the oldest. */
async function yearsHeld(context: Context): Promise<number[]> {
  const [range] = await context.db.$queryRaw<{ first: number | null; last: number | null }[]>`
    WITH held AS (${heldBetween(context, new Date(0), context.now)})
    SELECT extract(year FROM min(meeting_date))::int AS first, extract(year FROM max(meeting_date))::int AS last FROM held`
  const { first, last } = range ?? { first: null, last: null }
  return first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, index) => last - index)
}
