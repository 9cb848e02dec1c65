import { AlreadyAnswered, checkTaking, FeedbackClosed } from '@lederkreds/domain/feedback/cycle'
import type { SealedAnswer } from '@lederkreds/domain/feedback/pooled'
import { type Context, demand, signedIn, visible } from '../context.ts'
import { forbidden } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { type CycleRow, caller, loadCycle } from './cycle.store.ts'

/** The answers to the caller's own cycles, once they are released; nobody else's, and none before. */
export const seenAnswer = (context: Context): Prisma.FeedbackAnswerWhereInput =>
  visible(context, { cycle: { receiverId: caller(context), state: 'released' } })

type Part = { isAsked: boolean; answered: boolean; declined: boolean }
const none: Part = { isAsked: false, answered: false, declined: false }
const parts = new WeakMap<Context['db'], Promise<Map<string, Part>>>()

/**
 * Whether the caller is asked in a cycle, and what she has done with it where answers are signed; read once for an
 * operation, and again after she has done something.
 */
export async function ownPart({ db }: Context, cycleId: string): Promise<Part> {
  const known = parts.get(db) ?? readParts(db)
  parts.set(db, known)
  return (await known).get(cycleId) ?? none
}

async function readParts(db: Context['db']): Promise<Map<string, Part>> {
  const rows = await db.$queryRaw<(Part & { id: string })[]>`
    SELECT cycle_id AS id, true AS "isAsked", answered, declined FROM app.own_feedback()`
  return new Map(rows.map(({ id, ...part }) => [id, part]))
}

/** Throws what an outsider gets unless the caller is asked in this cycle and answers by name; then what she may not do twice. */
async function demandUndecided(context: Context, { id, promise }: CycleRow): Promise<void> {
  const { isAsked } = await ownPart(context, id)
  demand(context, isAsked && promise === 'signed')
  await checkUndecided(context, id)
}

/** Throws {@link AlreadyAnswered} for somebody who has answered or has said that she will not. */
async function checkUndecided(context: Context, cycleId: string): Promise<void> {
  const { answered, declined } = await ownPart(context, cycleId)
  if (answered || declined) throw new AlreadyAnswered()
}

/** Why nothing was written although it was to be: somebody was faster, herself on another device or the deadline. */
async function refuse(context: Context, cycle: CycleRow): Promise<never> {
  parts.delete(context.db)
  await checkUndecided(context, cycle.id)
  throw new FeedbackClosed()
}

/**
 * Keeps the caller's answer for the receiver until the cycle is released; tells nobody. Throws {@link FeedbackClosed} from
 * the deadline on, and {@link AlreadyAnswered}.
 */
export async function giveAnswer(context: Context, cycleId: string, answer: SealedAnswer): Promise<void> {
  const { personId } = signedIn(context)
  const cycle = await loadCycle(context, cycleId)
  await demandUndecided(context, cycle)
  checkTaking(cycle, context.now)
  const written = await context.db.$executeRaw`
    INSERT INTO feedback_answer (cycle_id, network_id, giver_id, envelope, wrapped_key)
    VALUES (${cycleId}::uuid, ${cycle.networkId}::uuid, ${personId}::uuid, ${answer.envelope}, ${answer.wrappedKey})
    ON CONFLICT DO NOTHING`
  if (written === 0) await refuse(context, cycle)
  parts.delete(context.db)
}

/** Notes that the caller will not answer; tells nobody. Throws as {@link giveAnswer} does. */
export async function declineAnswer(context: Context, cycleId: string): Promise<void> {
  const cycle = await loadCycle(context, cycleId)
  await demandUndecided(context, cycle)
  checkTaking(cycle, context.now)
  const [done] = await context.db.$queryRaw<{ declined: boolean }[]>`
    SELECT app.decline_feedback(${cycleId}::uuid) AS declined`
  if (!done?.declined) await refuse(context, cycle)
  parts.delete(context.db)
}

/** Deletes an answer that the caller was given, for good. Throws what an outsider gets for any other. */
export async function deleteAnswer(context: Context, id: string): Promise<void> {
  const { count } = await context.db.feedbackAnswer.deleteMany({ where: { AND: [{ id }, seenAnswer(context)] } })
  if (count === 0) throw forbidden()
}
