import { createHash } from 'node:crypto'
import { checkAgreed, consentedBytes } from '@lederkreds/domain/feedback/sentence'
import { type Context, networksSeen, signedIn, standingIn, visible } from '../context.ts'
import type { Viewer } from '../db.ts'
import { notFound } from '../errors.ts'
import { appendEvent } from '../networks/event.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The published sentences of the networks whose inside the caller may see. */
export const seenSentence = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

/** The hash that the caller has agreed to in a network; null for none. Nobody is told anybody else's. */
export async function loadConsent({ db }: Context, { personId }: Viewer, networkId: string): Promise<Bytes | null> {
  const found = await db.sentenceConsent.findFirst({ where: { networkId, personId }, select: { hash: true } })
  return found?.hash ?? null
}

/** The hash that every present member of a network has agreed to; null while anybody has not. For its members alone. */
export async function loadAgreed(context: Context, networkId: string): Promise<Bytes | null> {
  const { member, accepted } = standingIn(context, networkId)
  if (context.codeWall && !(member && accepted)) return null
  const [found] = await context.db.$queryRaw<{ hash: Bytes | null }[]>`
    SELECT app.agreed_sentence(${networkId}::uuid) AS hash`
  return found?.hash ?? null
}

/** Keeps the caller's yes to one hash, in place of an earlier one. */
export async function saveConsent({ db }: Context, { personId }: Viewer, networkId: string, hash: Bytes) {
  await db.sentenceConsent.upsert({
    where: { networkId_personId: { networkId, personId } },
    create: { networkId, personId, hash },
    update: { hash },
  })
}

/** Takes the caller's yes back. Answers whether there was one. */
export async function removeConsent({ db }: Context, { personId }: Viewer, networkId: string): Promise<boolean> {
  const { count } = await db.sentenceConsent.deleteMany({ where: { networkId, personId } })
  return count > 0
}

/**
 * Writes a sentence that every present member has agreed to, and answers its id. Throws {@link NotAgreed} for any other.
 * The database asks the same once more while it holds the network and every yes.
 */
export async function publishSentence(
  context: Context,
  networkId: string,
  { text, salt }: { text: string; salt: Bytes },
) {
  const { personId } = signedIn(context)
  const hash = createHash('sha256').update(consentedBytes(salt, text)).digest()
  if (context.codeWall) checkAgreed(hash, await loadAgreed(context, networkId))
  const id = crypto.randomUUID()
  await context.db.publishedSentence.createMany({ data: [{ id, networkId, text, salt, publishedById: personId }] })
  await appendEvent(context, networkId, 'sentenceChanged')
  return { id }
}

/** The network of a published sentence. Throws not-found for one that the caller may not see. */
export const loadSentence = (context: Context, id: string) =>
  context.db.publishedSentence.findFirstOrThrow({
    where: { AND: [{ id }, seenSentence(context)] },
    select: { id: true, networkId: true },
  })

/** Deletes a published sentence. Who did it is written nowhere. */
export async function removeSentence(context: Context, { id, networkId }: { id: string; networkId: string }) {
  const { count } = await context.db.publishedSentence.deleteMany({ where: { id } })
  if (count === 0) throw notFound()
  await appendEvent(context, networkId, 'sentenceChanged')
}
