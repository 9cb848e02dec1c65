import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import type { WorkerSettings } from './env.ts'
import type { Prisma } from './generated/prisma/client.ts'

/** The database as the worker's role sees it. */
export type WorkerDb = Prisma.TransactionClient

export type Letter = Prisma.LetterGetPayload<object>

/** A mail ready to send; the sender is the installation's own. */
export type Mail = Pick<SendMailOptions, 'subject' | 'text' | 'html' | 'attachments' | 'icalEvent' | 'headers'> & {
  to: string
}

/** Writes a letter's mail at the moment it is sent, or null when there is nobody to write to any longer. */
export type Writer = (db: WorkerDb, letter: Letter, settings: WorkerSettings) => Promise<Mail | null>

/** Told when the mail server has taken a letter, or there was nothing to write, in the transaction that marks it as sent. */
export type AfterSending = (db: WorkerDb, letter: Letter, mail: Mail | null) => Promise<void>

export const openPost = ({ SMTP_URL }: Pick<WorkerSettings, 'SMTP_URL'>): Transporter =>
  createTransport(SMTP_URL, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)

/** What became of handing a mail over: a refusal is for good, a delay is tried again. */
export type Outcome = { taken: true } | { taken: false; forGood: boolean; answer: string }

export async function handOver(post: Transporter, from: string, { headers, ...mail }: Mail): Promise<Outcome> {
  try {
    await post.sendMail({
      from,
      ...mail,
      headers: { 'auto-submitted': 'auto-generated', ...(headers as Record<string, string>) },
    })
    return { taken: true }
  } catch (fault) {
    const { responseCode, response, code } = fault as { responseCode?: number; response?: string; code?: string }
    const forGood = responseCode !== undefined && responseCode >= 500
    return { taken: false, forGood, answer: (response ?? code ?? 'no answer').slice(0, 300) }
  }
}
