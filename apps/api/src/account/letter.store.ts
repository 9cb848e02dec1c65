import type { Context } from '../context.ts'
import type { LetterKind } from '../generated/prisma/enums.ts'

type Wanted = {
  kind: Exclude<LetterKind, 'signInCode' | 'emailChanged' | 'reminder'>
  networkId: string
  personId?: string
  invitationId?: string
}

/**
 * Queues a letter in the caller's transaction: it goes out if and only if the operation commits. Answers its id.
 * A letter says whom and why; its text is written when it is sent.
 */
export async function queueLetter({ db }: Context, wanted: Wanted, due = new Date()): Promise<string> {
  const id = crypto.randomUUID()
  await db.letter.createMany({ data: [{ id, ...wanted }] })
  await enqueue(db, 'sendLetter', { letterId: id }, `letter:${id}`, due)
  return id
}

/** Adds a background job in the caller's transaction. A waiting job with the same key is replaced. */
export const enqueue = (
  db: Context['db'],
  task: string,
  payload: Record<string, string>,
  key: string,
  due = new Date(),
) => db.$executeRaw`SELECT app.enqueue(${task}, ${JSON.stringify(payload)}::json, ${key}, ${due})`
