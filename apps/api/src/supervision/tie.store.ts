import { type Context, signedIn } from '../context.ts'
import { appendEvent } from '../networks/event.store.ts'
import { demandInside, demandKnown } from './turn.store.ts'

/** Declares a tie of the caller's to somebody in the network; one that is declared already is left as it is. */
export async function declareTie(context: Context, networkId: string, withId: string): Promise<void> {
  await appendEvent(context, networkId, 'tiesChanged')
  if (context.codeWall) await demandInside(context, networkId, [withId])
  const row = { networkId, byId: signedIn(context).personId, withId }
  await context.db.declaredTie.createMany({ data: [row], skipDuplicates: true })
}

/** Takes the caller's own declaration back, if there is one; that of the other stays. */
export async function removeTie(context: Context, networkId: string, withId: string): Promise<void> {
  await demandKnown(context, networkId, [withId])
  await appendEvent(context, networkId, 'tiesChanged')
  await context.db.declaredTie.deleteMany({ where: { networkId, byId: signedIn(context).personId, withId } })
}
