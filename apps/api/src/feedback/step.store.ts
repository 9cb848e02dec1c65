import type { FeedbackStep } from '@lederkreds/domain/feedback/cycle'
import { type Context, signedIn, visible } from '../context.ts'
import { forbidden, notFound } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { appendEvent } from '../networks/event.store.ts'
import { networksJoined } from '../networks/network.store.ts'

/** The steps of the networks that the caller is in. */
export const seenStep = (context: Context): Prisma.FeedbackStepWhereInput =>
  visible(context, { networkId: { in: networksJoined(context) } })

/** A step as its members take part in it. Throws what an outsider gets for one that the caller may not see. */
export async function loadStep(context: Context, networkId: string, id: string) {
  const found = await context.db.feedbackStep.findFirst({
    where: { AND: [{ id, networkId }, seenStep(context)] },
    select: { promise: true, form: true, opensOn: true, deadline: true },
  })
  if (!found) throw notFound()
  return { ...found, opensOn: found.opensOn.toISOString().slice(0, 10) }
}

/** A step as the caller may see it now, with what the answer asks for. */
export const readStep = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.feedbackStep.findFirstOrThrow({ ...selection, where: { AND: [{ id }, seenStep(context)] } })

/** Writes a step and tells the network. The same step sent again by whoever planned it is left as it is. */
export async function planStep(context: Context, networkId: string, { opensOn, ...step }: FeedbackStep): Promise<void> {
  const { db } = context
  const plannedById = signedIn(context).personId
  const row = { ...step, networkId, plannedById, opensOn: new Date(opensOn) }
  const { count } = await db.feedbackStep.createMany({ data: [row], skipDuplicates: true })
  if (count > 0) return appendEvent(context, networkId, 'stepPlanned', step.id)
  const where = { id: step.id, networkId, plannedById }
  if (!(await db.feedbackStep.findFirst({ where, select: { id: true } }))) throw forbidden()
}
