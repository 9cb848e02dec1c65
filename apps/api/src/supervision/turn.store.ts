import { type TurnSwap, TurnSwapped } from '@lederkreds/domain/supervision/turn-agreement'
import { type Context, signedIn, visible } from '../context.ts'
import { notFound } from '../errors.ts'
import type { TurnRole } from '../generated/prisma/enums.ts'
import type { LoadedMeeting } from '../meetings/meeting.store.ts'
import { appendEvent } from '../networks/event.store.ts'
import { networksJoined } from '../networks/network.store.ts'

/** Passes, swaps and ties of the networks that the caller is in; a consultant sees none of them. */
export const seenTurns = (context: Context) => visible(context, { networkId: { in: networksJoined(context) } })

/** A meeting as its page reads it now. */
const readMeeting = <Selection extends object>({ db }: Context, selection: Selection, id: string) =>
  db.meeting.findFirstOrThrow({ ...selection, where: { id } })

/*
 * The network is told first: that holds its counter, as whoever leaves it does, so that what is written after it is
 * either seen by the leaver's transaction, or refused because she has left.
 */

/** The caller passes at a meeting, or takes that back; either done already is left as it is. */
export async function savePass<Selection extends object>(
  context: Context,
  selection: Selection,
  { id, networkId }: LoadedMeeting,
  passes: boolean,
) {
  const { db } = context
  const row = { meetingId: id, networkId, personId: signedIn(context).personId }
  await appendEvent(context, networkId, 'turnsChanged', id)
  if (passes) await db.turnPass.createMany({ data: [row], skipDuplicates: true })
  else await db.turnPass.deleteMany({ where: row })
  return readMeeting(context, selection, id)
}

/**
 * Keeps what two have agreed for a meeting. The same agreement again is left as it is. Throws {@link TurnSwapped} when
 * one of these turns is swapped already, and not-found unless both are in the network.
 */
export async function saveSwap<Selection extends object>(
  context: Context,
  selection: Selection,
  { id, networkId }: LoadedMeeting,
  { round, backRound, role, fromId, toId }: TurnSwap,
) {
  const { db } = context
  await appendEvent(context, networkId, 'turnsChanged', id)
  if (context.codeWall) await demandInside(context, networkId, [fromId, toId])
  const turn = { meetingId: id, networkId, role }
  const rows = [
    { ...turn, round, fromId, toId },
    ...(backRound === null ? [] : [{ ...turn, round: backRound, fromId: toId, toId: fromId }]),
  ]
  const { count } = await db.turnSwap.createMany({ data: rows, skipDuplicates: true })
  if (count < rows.length && (await db.turnSwap.count({ where: { OR: rows } })) < rows.length) throw new TurnSwapped()
  return readMeeting(context, selection, id)
}

/** Takes back what two have agreed for a meeting about a role, both ways. */
export async function removeSwap<Selection extends object>(
  context: Context,
  selection: Selection,
  { id, networkId }: LoadedMeeting,
  role: TurnRole,
  pair: readonly [string, string],
) {
  const { db } = context
  await demandKnown(context, networkId, pair)
  await appendEvent(context, networkId, 'turnsChanged', id)
  const [one, other] = pair
  const both = [
    { fromId: one, toId: other },
    { fromId: other, toId: one },
  ]
  await db.turnSwap.deleteMany({ where: { meetingId: id, role, OR: both } })
  return readMeeting(context, selection, id)
}

/** Throws not-found unless all of these are in the network and have accepted its rules. */
export async function demandInside({ db }: Context, networkId: string, people: readonly string[]): Promise<void> {
  const [answer] = await db.$queryRaw<{ fits: boolean }[]>`
    SELECT bool_and(app.is_inside(${networkId}::uuid, person, false)) AS fits FROM unnest(${people}::uuid[]) AS person`
  if (!answer?.fits) throw notFound()
}

/** Throws not-found unless the network knows all of these, whether or not they have accepted its newest rules. */
export async function demandKnown({ db }: Context, networkId: string, people: readonly string[]): Promise<void> {
  const where = { networkId, personId: { in: [...people] } }
  const known = await db.membership.findMany({ where, select: { personId: true }, distinct: ['personId'] })
  if (known.length < new Set(people).size) throw notFound()
}
