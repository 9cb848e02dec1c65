import { Stale } from '@lederkreds/domain/errors'
import type { RoundPlan } from '@lederkreds/domain/supervision/round-plan'
import { adapted, type OwnProtocol, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { type Context, networksSeen, visible } from '../context.ts'
import { forbidden, notFound } from '../errors.ts'
import type { LoadedMeeting } from '../meetings/meeting.store.ts'
import { appendEvent } from '../networks/event.store.ts'
import { seenProtocol } from '../toolbox/protocol.store.ts'

/** The plans of the networks whose inside the caller may see. */
export const seenPlan = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

/** What says with what a planned round would be held now: its own protocol for as long as that is in use. */
export const ownColumns = {
  basedOn: true,
  archivedAt: true,
  versions: { select: { definition: true }, orderBy: { number: 'desc' }, take: 1 },
} as const

type Own = { archivedAt: Date | null; versions: readonly { definition: unknown }[] } | null

/** With what a planned round would be held now: the method itself where its own protocol is out of the toolbox. */
export function heldWith(method: RoundPlan['rounds'][number]['method'], own: Own): Protocol {
  const newest = own?.archivedAt === null ? own.versions[0] : undefined
  return newest ? adapted(protocolOf(method), newest.definition as unknown as OwnProtocol) : protocolOf(method)
}

/**
 * With what the rounds of a plan would be held, in their order. Throws not-found for an own protocol that is not of the
 * network's organisation, is out of the toolbox, or was made from another method.
 */
export async function protocolsFor(context: Context, networkId: string, { rounds }: RoundPlan): Promise<Protocol[]> {
  const networks = { some: { id: networkId } }
  const known = await context.db.protocol.findMany({
    where: {
      id: { in: rounds.flatMap(({ protocolId }) => protocolId ?? []) },
      AND: [{ archivedAt: null }, visible(context, { organisation: { networks } }), seenProtocol(context)],
    },
    select: { id: true, ...ownColumns },
  })
  return rounds.map(({ method, protocolId }) => {
    if (protocolId === null) return protocolOf(method)
    const own = known.find(({ id }) => id === protocolId)
    if (own?.basedOn !== method) throw notFound()
    return heldWith(method, own)
  })
}

/**
 * Keeps the rounds of a meeting as they are planned, in place of those before. `version` is the one that was changed, 0
 * where nobody had planned; throws {@link Stale} when somebody has been faster. Calendars are told nothing: none of it is
 * in them.
 */
export async function savePlan<Selection extends object>(
  context: Context,
  selection: Selection,
  { id: meetingId, networkId }: LoadedMeeting,
  version: number,
  { rounds }: RoundPlan,
) {
  const { db } = context
  const plan = { meetingId, networkId }
  await appendEvent(context, networkId, 'roundsPlanned', meetingId)
  const { count } =
    version === 0
      ? await db.roundPlan.createMany({ data: [plan], skipDuplicates: true })
      : await db.roundPlan.updateMany({
          where: { AND: [{ ...plan, version }, seenPlan(context)] },
          data: { version: { increment: 1 } },
        })
  if (count === 0) await refusePlan(context, meetingId, version)
  await db.plannedRound.deleteMany({ where: { AND: [plan, seenPlan(context)] } })
  await db.plannedRound.createMany({ data: rounds.map((round, at) => ({ ...round, ...plan, number: at + 1 })) })
  return db.meeting.findFirstOrThrow({ ...selection, where: { id: meetingId } })
}

async function refusePlan(context: Context, meetingId: string, yours: number): Promise<never> {
  const where = { AND: [{ meetingId }, seenPlan(context)] }
  const theirs = (await context.db.roundPlan.findFirst({ where, select: { version: true } }))?.version ?? 0
  throw theirs === yours ? forbidden() : new Stale(yours, theirs)
}
