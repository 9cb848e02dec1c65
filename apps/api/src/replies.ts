import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from './context.ts'
import { badRequest, unauthenticated } from './errors.ts'

const requestId = z.uuid()

/**
 * Answers a mutation once for each (person, request id): a retry gets the stored reply and changes nothing. The reply is
 * stored in the mutation's own transaction, so a mutation that was undone may be tried again. While a first try is under
 * way, its retry waits for it. Throws 400 without a request id, or for one that was used for something else.
 */
export async function answerOnce(
  { db, viewer }: Context,
  asked: { requestId: unknown; operation: string; variables: unknown },
  answer: () => Promise<string>,
): Promise<string> {
  if (!viewer) return answer()
  const id = requestId.safeParse(asked.requestId)
  if (!id.success) throw badRequest('A mutation needs extensions.requestId, a UUID made by the client.')
  const hash = createHash('sha256')
    .update(JSON.stringify([asked.operation, asked.variables ?? {}]))
    .digest()
  const claimed = await db.$executeRaw`
    INSERT INTO mutation_reply (person_id, request_id, operation_hash)
    VALUES (${viewer.personId}::uuid, ${id.data}::uuid, ${hash}) ON CONFLICT DO NOTHING`
  const key = { personId_requestId: { personId: viewer.personId, requestId: id.data } }
  if (claimed === 0) {
    const kept = await db.mutationReply.findUniqueOrThrow({ where: key })
    if (!hash.equals(kept.operationHash)) throw badRequest('This request id was used for something else.')
    return JSON.stringify(kept.reply)
  }
  const reply = await answer()
  // Somebody else has shut the caller out while she asked: her reply can no longer be kept, and nothing of hers stands.
  const { count } = await db.mutationReply.updateMany({
    where: { personId: viewer.personId, requestId: id.data },
    data: { reply: JSON.parse(reply) },
  })
  if (count === 0) throw unauthenticated()
  return reply
}
