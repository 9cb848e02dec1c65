import { localDate } from '@lederkreds/domain/day'
import { type Context, networksSeen, visible } from '../context.ts'
import { notFound } from '../errors.ts'
import { appendEvent } from './event.store.ts'

/** The consultants who have access to the caller's networks today. */
export const withAccess = (context: Context) => ({
  AND: [
    visible(context, { networkId: { in: networksSeen(context) } }),
    { accessUntil: { gte: new Date(localDate(context.now)) } },
  ],
})

/** The agreed last day of somebody's access, or null for somebody who has none and never had. */
export async function agreedDay({ db }: Context, networkId: string, personId: string): Promise<string | null> {
  const agreed = await db.networkConsultant.findFirst({ where: { networkId, personId }, select: { accessUntil: true } })
  return agreed?.accessUntil.toISOString().slice(0, 10) ?? null
}

/** Throws not-found unless the person is a consultant of the organisation that owns the network. */
export async function demandConsultant({ db }: Context, networkId: string, personId: string): Promise<void> {
  const [answer] = await db.$queryRaw<
    { fits: boolean }[]
  >`SELECT app.may_facilitate(${personId}::uuid, ${networkId}::uuid) AS fits`
  if (!answer?.fits) throw notFound()
}

/** Agrees on the last day of somebody's access; access ends with it by itself. */
export async function agreeAccess(
  context: Context,
  networkId: string,
  personId: string,
  lastDay: string,
): Promise<void> {
  const accessUntil = new Date(lastDay)
  const { count } = await context.db.networkConsultant.updateMany({
    where: { networkId, personId },
    data: { accessUntil },
  })
  if (count === 0) await context.db.networkConsultant.createMany({ data: [{ networkId, personId, accessUntil }] })
  await appendEvent(context, networkId, 'consultantsChanged', personId)
}
