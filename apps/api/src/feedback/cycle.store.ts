import {
  AlreadyAsked,
  checkOpenCount,
  checkSame,
  type FeedbackAsking,
  FeedbackClosed,
} from '@lederkreds/domain/feedback/cycle'
import { promiseVersion } from '@lederkreds/domain/feedback/promise'
import { type Context, signedIn, visible } from '../context.ts'
import { forbidden, notFound } from '../errors.ts'
import { gathered } from '../gathered.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { appendEvent } from '../networks/event.store.ts'
import { networksJoined } from '../networks/network.store.ts'
import type { Issuer } from './issuer.store.ts'

type Where = Prisma.FeedbackCycleWhereInput

/** The caller's id; nobody's without a session. */
export const caller = ({ viewer }: Pick<Context, 'viewer'>): string =>
  viewer?.personId ?? '00000000-0000-0000-0000-000000000000'

/** The caller's own cycles, and those that she is asked in, once there is a question and while she is in the network. */
export const seenCycle = (context: Context): Where =>
  visible(context, {
    OR: [{ receiverId: caller(context) }, { ...told(context), ...asking(context) }],
  })

/** Cycles in which the caller is asked. */
export const asking = (context: Context): Where => ({ invitations: { some: { giverId: caller(context) } } })

/** Cycles of which those who are asked know, in networks that the caller is in. */
export const told = (context: Context): Where => ({ askId: { not: null }, networkId: { in: networksJoined(context) } })

const cycleColumns = {
  id: true,
  networkId: true,
  receiverId: true,
  promise: true,
  deadline: true,
  state: true,
  askId: true,
} as const satisfies Prisma.FeedbackCycleSelect
export type CycleRow = Prisma.FeedbackCycleGetPayload<{ select: typeof cycleColumns }>

/** A cycle. Throws what an outsider gets for one that the caller may not see. */
export async function loadCycle(context: Context, id: string): Promise<CycleRow> {
  const where = { AND: [{ id }, seenCycle(context)] }
  const found = await context.db.feedbackCycle.findFirst({ where, select: cycleColumns })
  if (!found) throw notFound()
  return found
}

/** A cycle as the caller may see it now, with what the answer asks for. */
export const readCycle = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.feedbackCycle.findFirstOrThrow({ ...selection, where: { AND: [{ id }, seenCycle(context)] } })

/** A cycle that the caller may see, or null. */
export const findCycle = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.feedbackCycle.findFirst({ ...selection, where: { AND: [{ id }, seenCycle(context)] } })

/** Cycles of the caller's own whose question did not get through. */
export const isUnsent = (context: Context): Where => ({
  AND: [{ receiverId: caller(context), state: 'open', askId: null }, seenCycle(context)],
})

export const newestFirst = [
  { createdOn: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.FeedbackCycleOrderByWithRelationInput[]

/** Ids of those whom the caller can ask in a network: who are inside it now and have keys to seal to. */
export async function loadGivers({ db }: Context, networkId: string): Promise<string[]> {
  const [found] = await db.$queryRaw<{ givers: string[] }[]>`SELECT app.feedback_givers(${networkId}::uuid) AS givers`
  return found?.givers ?? []
}

/** Those whom the caller can ask in a network, by name. */
export const findGivers = async <Selection extends object>(context: Context, selection: Selection, networkId: string) =>
  context.db.person.findMany({
    ...selection,
    where: { id: { in: await loadGivers(context, networkId) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

/**
 * Those who are asked in a cycle that the caller may see, by name. No relation leads here: joining it reads whole rows, and
 * what of an invitation tells what became of it may not be read.
 */
export const findInvited = <Selection extends object>(context: Context, selection: Selection, cycleId: string) =>
  context.db.person.findMany({
    ...selection,
    where: { feedbackAsked: { some: { cycleId } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

/** How many are asked in a cycle that the caller may see; the cycles of a list are counted in one statement. */
export const countInvited = gathered(async ({ db }, ids) => {
  const found = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT cycle_id AS id, count(*)::int AS count FROM feedback_invitation
    WHERE cycle_id = ANY (${ids}::uuid[]) GROUP BY cycle_id`
  return new Map(found.map(({ id, count }) => [id, count]))
})

/** The key that signs the tokens of a cycle that the caller may see; null when it has ended. */
export async function loadIssuerKey({ db }: Context, cycleId: string): Promise<Uint8Array | null> {
  const [found] = await db.$queryRaw<{ publicKey: Uint8Array }[]>`
    SELECT public_key AS "publicKey" FROM feedback_issuer WHERE cycle_id = ${cycleId}::uuid`
  return found?.publicKey ?? null
}

/** What is asked again must be a cycle of the caller's own in the same network, and over. Throws not-found. */
export async function demandPrevious(context: Context, networkId: string, id: string): Promise<void> {
  const { db } = context
  const where = { id, networkId, receiverId: caller(context), state: { not: 'open' as const } }
  if (!(await db.feedbackCycle.findFirst({ where, select: { id: true } }))) throw notFound()
}

/** How many cycles beside this one the caller has open in a network; those of its steps are not counted. */
export const countOpen = (context: Context, networkId: string, id: string): Promise<number> =>
  context.db.feedbackCycle.count({
    where: { networkId, receiverId: caller(context), state: 'open', stepId: null, id: { not: id } },
  })

/**
 * Writes a cycle of the caller's and whom she asks; nobody is told before her question is there. The same cycle sent again
 * is left as it is. Throws AskedOtherwise when it is there and was asked in another way, TooManyOpen when others of hers
 * came to be there meanwhile, and {@link AlreadyAsked} when she has a part in that step already.
 */
export async function askCycle(
  context: Context,
  networkId: string,
  asking: FeedbackAsking,
  issuer: Issuer | null,
): Promise<void> {
  const { db } = context
  const { id, form, promise, deadline, giverIds, previousId, stepId } = asking
  const { personId } = signedIn(context)
  const written = await db.$executeRaw`
    INSERT INTO feedback_cycle (id, network_id, receiver_id, form, promise, promise_version, deadline, previous_id, step_id)
    VALUES (${id}::uuid, ${networkId}::uuid, ${personId}::uuid, ${form}::feedback_form, ${promise}::feedback_promise,
      ${promiseVersion}, ${deadline}, ${previousId}::uuid, ${stepId}::uuid)
    ON CONFLICT DO NOTHING`
  if (written === 0) return demandAsked(context, networkId, asking)
  await db.$executeRaw`
    INSERT INTO feedback_invitation (cycle_id, network_id, giver_id)
    SELECT ${id}::uuid, ${networkId}::uuid, giver FROM unnest(${giverIds}::uuid[]) AS giver`
  if (!issuer) return
  await db.$executeRaw`
    INSERT INTO feedback_issuer (cycle_id, public_key, private_key)
    VALUES (${id}::uuid, ${issuer.publicKey}, ${issuer.privateKey})`
}

/** Nothing was written: because this very cycle is there already, because of others of hers, or because its id is taken. */
async function demandAsked(context: Context, networkId: string, asking: FeedbackAsking): Promise<void> {
  const receiverId = caller(context)
  const { db } = context
  const { id, stepId } = asking
  const there = await db.feedbackCycle.findFirst({ where: { id, networkId, receiverId }, select: settledColumns })
  if (there) {
    const givers = await findInvited(context, { select: { id: true } }, id)
    return checkSame(asking, { ...there, giverIds: givers.map((giver) => giver.id) })
  }
  const part = { stepId, receiverId, state: { not: 'cancelled' as const } }
  if (stepId && (await db.feedbackCycle.findFirst({ where: part, select: { id: true } }))) throw new AlreadyAsked()
  checkOpenCount(asking, await countOpen(context, networkId, id))
  throw forbidden()
}

const settledColumns = {
  form: true,
  promise: true,
  deadline: true,
  previousId: true,
  stepId: true,
} as const satisfies Prisma.FeedbackCycleSelect

/**
 * Calls a cycle of the caller's off and destroys what was given. Whoever was asked finds out at once, by an event of their
 * network that names the cycle alone; of one that has no question yet nobody is told. Throws {@link FeedbackClosed} when it
 * is not open.
 */
export async function cancelCycle(context: Context, { id, networkId, state, askId }: CycleRow): Promise<void> {
  if (state !== 'open') throw new FeedbackClosed()
  // The network's counter is held before the cycle, as by everybody who ends one.
  if (askId) await appendEvent(context, networkId, 'feedbackCancelled', id)
  const [done] = await context.db.$queryRaw<{ cancelled: boolean }[]>`
    SELECT app.cancel_feedback(${id}::uuid) AS cancelled`
  if (!done?.cancelled) throw new FeedbackClosed()
}
