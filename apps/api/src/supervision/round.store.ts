import { type RoundEvent, type RoundSetup, type RoundState, reduceRound } from '@lederkreds/domain/supervision/round'
import type { RoundBeginning } from '@lederkreds/domain/supervision/round-input'
import { type RoundParty, RoundUnderWay } from '@lederkreds/domain/supervision/round-rights'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { type Context, signedIn, standingIn, visible } from '../context.ts'
import { forbidden, notFound } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { appendEvent } from '../networks/event.store.ts'
import { networksFacilitated, networksJoined } from '../networks/network.store.ts'

/** The rounds of the networks that the caller is in, and those that she facilitates herself. */
export const seenRound = (context: Context) =>
  visible(context, {
    OR: [
      { networkId: { in: networksJoined(context) } },
      {
        facilitatorId: context.viewer?.personId ?? null,
        AND: [{ facilitatorId: { not: null }, networkId: { in: networksFacilitated(context) } }],
      },
    ],
  })

/** What a line of the log is read as. */
export const eventColumns = { id: true, clock: true, at: true, byId: true, kind: true, detail: true } as const
export type EventRow = Prisma.RoundEventGetPayload<{ select: typeof eventColumns }>

/** A stored line as the engine reads it. What was stored has been parsed. */
export const eventOf = ({ id, clock, at, byId, kind, detail }: EventRow): RoundEvent =>
  ({ ...(detail as object), id, clock, at: at.getTime(), by: byId, kind }) as RoundEvent

/** What of a round says how it stands and who the caller is in it. */
export const roundColumns = {
  id: true,
  networkId: true,
  protocol: true,
  leadId: true,
  facilitatorId: true,
  begunById: true,
  endedAt: true,
  people: { select: { personId: true, role: true } },
  events: { select: eventColumns, orderBy: { seq: 'asc' } },
} as const satisfies Prisma.RoundSelect
export type RoundRow = Prisma.RoundGetPayload<{ select: typeof roundColumns }>

/** How a round was begun. Its protocol was taken from the server's own list. */
export const setupOf = ({
  protocol,
  people,
  leadId,
  facilitatorId,
}: Pick<RoundRow, 'protocol' | 'people' | 'leadId' | 'facilitatorId'>): RoundSetup => ({
  protocol: protocol as unknown as Protocol,
  people,
  leadId,
  facilitatorId,
})

/** How a round stands now. */
export const stateOf = (round: RoundRow): RoundState => reduceRound(setupOf(round), round.events.map(eventOf))

/** What the caller is in a round. With the code's wall off everybody is its convenor, and the policies decide. */
export function partyIn(
  context: Pick<Context, 'viewer' | 'standing' | 'codeWall'>,
  { networkId, facilitatorId }: Pick<RoundRow, 'networkId' | 'facilitatorId'>,
): RoundParty {
  const { personId } = signedIn(context)
  const { convenor, accepted } = standingIn(context, networkId)
  return {
    personId,
    isConvenor: (convenor && accepted) || !context.codeWall,
    isFacilitator: personId === facilitatorId,
  }
}

/** A round with its log. Throws what an outsider gets for one that the caller may not see. */
export async function loadRound(context: Context, id: string): Promise<RoundRow> {
  const found = await context.db.round.findFirst({
    where: { AND: [{ id }, seenRound(context)] },
    select: roundColumns,
  })
  if (!found) throw notFound()
  return found
}

/** Throws not-found unless all of these can sit in a round of this network, the facilitator as its consultant. */
export async function demandSeats(context: Context, networkId: string, { roles, facilitatorId }: RoundBeginning) {
  const members = roles.map(({ personId }) => personId).filter((personId) => personId !== facilitatorId)
  const [answer] = await context.db.$queryRaw<{ fits: boolean }[]>`
    SELECT coalesce(bool_and(app.is_inside(${networkId}::uuid, person, false)), true)
      AND (${facilitatorId}::uuid IS NULL OR app.is_inside(${networkId}::uuid, ${facilitatorId}::uuid, true)) AS fits
    FROM unnest(${members}::uuid[]) AS person`
  if (!answer?.fits) throw notFound()
}

/** The meeting that a round belongs to must be its network's. */
export async function demandMeeting({ db }: Context, networkId: string, id: string): Promise<void> {
  await db.meeting.findFirstOrThrow({ where: { id, networkId }, select: { id: true } })
}

/**
 * Writes a round as it begins and tells its network. The same round sent again by whoever began it is left as it is.
 * Throws {@link RoundUnderWay} while another one is open.
 */
export async function beginRound(
  context: Context,
  networkId: string,
  { roles, staysUntil, ...round }: RoundBeginning,
  protocol: Protocol,
): Promise<void> {
  const { db } = context
  const begunById = signedIn(context).personId
  const row = {
    ...round,
    networkId,
    begunById,
    protocol: protocol as unknown as Prisma.InputJsonObject,
    staysUntil: staysUntil === null ? null : new Date(staysUntil),
  }
  const { count } = await db.round.createMany({ data: [row], skipDuplicates: true })
  if (count === 0) return demandBegun(context, networkId, round.id)
  await db.roundRole.createMany({
    data: roles.map(({ personId, role }) => ({
      roundId: round.id,
      networkId,
      personId,
      role,
      isFocus: role === protocol.focusRole,
    })),
  })
  await appendEvent(context, networkId, 'roundBegun', round.id)
}

/** Nothing was written: because this very round is there already, because another is open, or because its id is taken. */
async function demandBegun(context: Context, networkId: string, id: string): Promise<void> {
  const { db } = context
  const begunById = signedIn(context).personId
  if (await db.round.findFirst({ where: { id, networkId, begunById }, select: { id: true } })) return
  if (await db.round.findFirst({ where: { AND: [{ id }, seenRound(context)] }, select: { id: true } }))
    throw forbidden()
  throw new RoundUnderWay()
}

/** Ends a round that has not started; the policies ask once more who does. */
export const endWaiting = ({ db }: Context, id: string) => db.$executeRaw`SELECT app.call_off_round(${id}::uuid)`

/** A round as the caller may see it now, with what the answer asks for. */
export const readRound = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.round.findFirstOrThrow({ ...selection, where: { AND: [{ id }, seenRound(context)] } })
