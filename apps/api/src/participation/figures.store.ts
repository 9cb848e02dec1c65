import { localDate } from '@lederkreds/domain/day'
import { instantAt } from '@lederkreds/domain/meetings/local-time'
import { mayExportParticipation } from '@lederkreds/domain/networks/network'
import {
  type MethodCount,
  type MonthCounts,
  monthsOver,
  type PublishedFigures,
  publishCycles,
  publishFigures,
  publishMethods,
} from '@lederkreds/domain/participation/figures'
import type { Published } from '@lederkreds/domain/participation/suppression'
import { type Context, demand, signedIn } from '../context.ts'
import { Prisma } from '../generated/prisma/client.ts'

export type Figures = PublishedFigures & {
  readonly year: number
  readonly years: readonly number[]
  readonly methods: readonly MethodCount[]
  readonly feedbackCycles: Published
}

/**
 * The figures of the caller's organisation in one year: counted by the database over the participation that she may see,
 * and published by the domain's rule. Only its administrators get them.
 */
export async function readFigures(context: Context, year: number): Promise<Figures> {
  const viewer = signedIn(context)
  demand(context, mayExportParticipation(viewer, viewer.organisationId))
  const openMonth = monthsOver(year, localDate(context.now)) + 1
  const months = await countMonths(context, year, openMonth)
  const { networks = 0, everybody = 0 } = months[0] ?? {}
  return {
    year,
    years: await yearsHeld(context),
    methods: publishMethods(await countMethods(context, year, openMonth)),
    feedbackCycles: publishCycles(await countCycles(context, year, openMonth)),
    ...publishFigures({ networks, people: everybody, months }, openMonth),
  }
}

type Counted = MonthCounts & { readonly networks: number; readonly everybody: number }

/**
 * One row for each month with meetings, beside what the whole year has: its networks, and the people invited before
 * `openMonth`. One pass over the rows, kept in hashes by month, person, meeting and network at once: a person is the
 * months in which she was there, as bits, so that nobody is sorted in order to be counted once.
 */
async function countMonths(context: Context, year: number, openMonth: number): Promise<Counted[]> {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`)
  const starts = `{${months.map((day) => instantAt(day, '00:00').toISOString()).join()}}`
  const held = heldBetween(context, instantAt(`${year}-01-01`, '00:00'), instantAt(`${year + 1}-01-01`, '00:00'))
  await context.db.$executeRaw`SELECT set_config('work_mem', '64MB', true)`
  return context.db.$queryRaw<Counted[]>`
    WITH held AS (
      SELECT network_id, meeting_id, person_id, attended, width_bucket(starts_at, ${starts}::timestamptz[]) AS month
      FROM ${held}),
    counted AS (
      SELECT month, meeting_id, person_id, network_id, count(attended) AS marked, count(*) FILTER (WHERE attended) AS taken,
        bit_or(1 << month) FILTER (WHERE attended) AS there, bool_or(month < ${openMonth}) AS invited
      FROM held GROUP BY GROUPING SETS ((month), (month, meeting_id), (person_id), (network_id))),
    people AS (
      SELECT there, invited, count(*) AS people FROM counted WHERE person_id IS NOT NULL GROUP BY there, invited)
    SELECT month, count(meeting_id)::int AS meetings,
      (SELECT coalesce(sum(people), 0)::int FROM people WHERE there & (1 << month) <> 0) AS people,
      (sum(marked) FILTER (WHERE meeting_id IS NULL))::int AS marked,
      (sum(taken) FILTER (WHERE meeting_id IS NULL))::int AS taken,
      (SELECT count(network_id)::int FROM counted) AS networks,
      (SELECT coalesce(sum(people), 0)::int FROM people WHERE invited) AS everybody
    FROM counted WHERE month IS NOT NULL GROUP BY month ORDER BY month`
}

/** The rounds of the administered organisation that ended in those months of a year that are over. */
function countMethods({ db, viewer, codeWall }: Context, year: number, openMonth: number): Promise<MethodCount[]> {
  const startOf = (month: number) =>
    instantAt(month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`, '00:00')
  return db.$queryRaw<MethodCount[]>`
    SELECT method, count(*)::int AS rounds FROM app.held_round
    WHERE ended_at >= ${startOf(1)} AND ended_at < ${startOf(openMonth)}
      AND (organisation_id = ${viewer?.organisationId}::uuid OR NOT ${codeWall}::boolean)
    GROUP BY method`
}

/** The feedback cycles of the administered organisation that were completed in those months of a year that are over. */
async function countCycles({ db, viewer, codeWall }: Context, year: number, openMonth: number): Promise<number> {
  const until = openMonth > 12 ? `${year + 1}-01-01` : `${year}-${String(openMonth).padStart(2, '0')}-01`
  const [found] = await db.$queryRaw<{ cycles: number }[]>`
    SELECT count(*)::int AS cycles FROM app.completed_cycle
    WHERE closed_on >= ${`${year}-01-01`}::date AND closed_on < ${until}::date
      AND (organisation_id = ${viewer?.organisationId}::uuid OR NOT ${codeWall}::boolean)`
  return found?.cycles ?? 0
}

/** One row for each person at each meeting of the administered organisation that was held between two instants. */
const heldBetween = ({ now, viewer, codeWall }: Context, from: Date, until: Date) => Prisma.sql`
  app.participation
  WHERE organisation_id = (SELECT app.administered_organisation())
    AND ${codeWall ? Prisma.sql`organisation_id = ${viewer?.organisationId}::uuid` : Prisma.sql`true`}
    AND starts_at >= ${from} AND starts_at < ${until} AND starts_at <= ${now}`

/** From the newest to the oldest. */
async function yearsHeld({ db, now }: Context): Promise<number[]> {
  const [range] = await db.$queryRaw<{ first: Date | null; last: Date | null }[]>`SELECT * FROM app.held_range(${now})`
  if (!range?.first || !range.last) return []
  const [first, last] = [yearOf(range.first), yearOf(range.last)]
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

const yearOf = (instant: Date) => Number(localDate(instant).slice(0, 4))
