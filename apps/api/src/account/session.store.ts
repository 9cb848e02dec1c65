import { idleSince } from '@lederkreds/domain/account/session'
import { type Context, signedIn, visible } from '../context.ts'
import { forbidden } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** One's own sessions that are still open. */
export function ownSessions(context: Pick<Context, 'codeWall' | 'viewer' | 'now'>): Prisma.SessionWhereInput {
  const open = { endedAt: null, expiresAt: { gt: context.now }, lastUsedAt: { gt: idleSince(context.now) } }
  return { AND: [open, visible(context, { personId: context.viewer?.personId ?? { in: [] } })] }
}

/** Ends one of the caller's sessions. Her present one ends like signing out, once the operation has committed. */
export async function endSession(context: Context, id: string) {
  const { sessionId } = signedIn(context)
  if (id === sessionId) return context.browser.signIn(null)
  const { count } = await context.db.session.updateMany({
    where: { AND: [{ id }, ownSessions(context)] },
    data: { endedAt: context.now },
  })
  if (count === 0) throw forbidden()
}

/** Ends every session of the caller but the present one; answers how many there were. */
export async function endOtherSessions(context: Context): Promise<number> {
  const { sessionId } = signedIn(context)
  const where = { AND: [{ id: { not: sessionId } }, ownSessions(context)] }
  return (await context.db.session.updateMany({ where, data: { endedAt: context.now } })).count
}
