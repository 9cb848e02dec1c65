import type { JobHelpers } from 'graphile-worker'
import { z } from 'zod'
import type { WorkerSettings } from '../env.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { LetterKind } from '../generated/prisma/enums.ts'
import { type AfterSending, handOver, type openPost, type Writer } from '../mail.ts'

type Post = ReturnType<typeof openPost>
export type Kinds = Record<LetterKind, { write: Writer; afterSending?: AfterSending }>

const payload = z.object({ letterId: z.uuid() })

/**
 * Sends one letter. Mail that the server delays, or that finds no server, is tried again by the queue; a refusal is kept
 * with the server's own words. A crash between sending and marking sends it twice rather than never.
 */
export const sendLetter =
  (prisma: PrismaClient, post: Post, kinds: Kinds, settings: WorkerSettings) =>
  async (input: unknown, { job }: Pick<JobHelpers, 'job'>) => {
    const { letterId } = payload.parse(input)
    const letter = await prisma.letter.findFirst({ where: { id: letterId, state: 'queued' } })
    if (!letter) return
    const kind = kinds[letter.kind]
    const mail = await kind.write(prisma, letter, settings)
    const outcome = mail ? await handOver(post, settings.MAIL_FROM, mail) : { taken: true as const }
    const attempts = letter.attempts + 1
    if (outcome.taken) {
      await prisma.$transaction(async (db) => {
        await db.letter.updateMany({
          where: { id: letterId },
          data: { state: 'sent', sentAt: new Date(), attempts, problem: null },
        })
        await kind.afterSending?.(db, letter, mail)
      })
      return
    }
    const isLast = outcome.forGood || job.attempts >= job.max_attempts
    const state = outcome.forGood ? 'refused' : isLast ? 'failed' : 'queued'
    await prisma.letter.updateMany({ where: { id: letterId }, data: { state, attempts, problem: outcome.answer } })
    if (!isLast) throw new Error('the mail server asks to try again later')
  }
