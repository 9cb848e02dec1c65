import { PrismaPg } from '@prisma/adapter-pg'
import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Logger as Log } from 'pino'
import { writeCode } from './account/code.mail.ts'
import { writeEmailChanged } from './account/email.mail.ts'
import { expire } from './account/expiry.job.ts'
import { type Kinds, sendLetter } from './account/letter.job.ts'
import { sweep } from './account/sweep.job.ts'
import type { WorkerSettings } from './env.ts'
import { writeFeedbackAsked, writeFeedbackReleased } from './feedback/cycle.mail.ts'
import { release } from './feedback/release.job.ts'
import { PrismaClient } from './generated/prisma/client.ts'
import { remind } from './journal/reminder.job.ts'
import { writeReminder } from './journal/reminder.mail.ts'
import { openPost } from './mail.ts'
import { noteMeetings, writeMeetings } from './meetings/meeting.mail.ts'
import { writeGroundRules } from './networks/ground-rules.mail.ts'
import { writeInvitation } from './networks/invitation.mail.ts'

const kinds: Kinds = {
  signInCode: { write: writeCode },
  emailChanged: { write: writeEmailChanged },
  invitation: { write: writeInvitation },
  groundRules: { write: writeGroundRules },
  meetings: { write: writeMeetings, afterSending: noteMeetings },
  reminder: { write: writeReminder },
  feedbackAsked: { write: writeFeedbackAsked },
  feedbackReleased: { write: writeFeedbackReleased },
}

export type Worker = { stop(): Promise<void> }

/** Starts a process for background work: letters, reminders, sweeping and expiry. Any number of them may run. */
export async function startWorker(settings: WorkerSettings, log: Log): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: settings.DATABASE_WORKER_URL, max: 5 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const post = openPost(settings)
  const taskList: TaskList = {
    sendLetter: sendLetter(prisma, post, kinds, settings),
    sweep: sweep(pool),
    expire: expire(pool, log),
    remind: remind(pool),
    releaseFeedback: release(pool, settings.SECRET),
  }
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    // A worker that was down at the full hour makes up for it when it starts.
    crontab:
      '0 * * * * remind ?fill=1h\n17 * * * * sweep\n32 * * * * expire\n*/5 * * * * releaseFeedback ?fill=5m&max=1',
    logger: new Logger(
      () => (level, message) => log[level === 'warning' ? 'warn' : level]({ kind: 'queue' }, withoutValues(message)),
    ),
  })
  return {
    stop: async () => {
      await runner.stop()
      post.close()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** The queue quotes payloads and errors after a colon; the log keeps what comes before it. */
const withoutValues = (message: string) => message.split(/[:({]/)[0] ?? ''
