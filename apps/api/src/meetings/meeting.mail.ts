import type { Meeting, Rsvp } from '../generated/prisma/client.ts'
import type { AfterSending, Mail, WorkerDb, Writer } from '../mail.ts'
import { calendarFile } from './invite.mail.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

type News = {
  readonly meeting: Meeting
  readonly rsvp: Rsvp | null
  readonly sequence: number
  readonly isOver: boolean
  readonly kind: 'new' | 'changed' | 'cancelled' | 'left'
}

/** Which change of each meeting a mail tells, kept from its writing until the mail server has taken it. */
const told = new WeakMap<Mail, readonly News[]>()

/**
 * One mail with everything that somebody's calendar has not heard of in one network. Nothing new is written to whoever
 * has left or has not accepted the ground rules in force; what her calendar still holds is taken out of it all the same.
 */
export const writeMeetings: Writer = async (db, { networkId, personId }, { PUBLIC_URL, MAIL_FROM }) => {
  if (!networkId || !personId) return null
  const membership = await db.membership.findFirst({
    where: { networkId, personId },
    select: {
      leftAt: true,
      network: {
        select: {
          state: true,
          groundRulesVersion: true,
          acceptances: { where: { personId }, select: { version: true } },
        },
      },
      person: { select: { name: true, account: { select: { email: true, locale: true } } } },
    },
  })
  const account = membership?.person.account
  if (!membership || !account) return null
  const { state, groundRulesVersion, acceptances } = membership.network
  const hasAccepted = acceptances.some(({ version }) => version === groundRulesVersion)
  const all = await newsFor(db, networkId, personId)
  const news = all.filter(({ kind }) => hasAccepted || kind === 'left' || (state === 'closed' && kind === 'cancelled'))
  const [first] = news
  if (!first) return null

  const say = words[account.locale]
  const reader = { name: membership.person.name, email: account.email }
  const isGone = membership.leftAt !== null
  const page = isGone ? PUBLIC_URL : `${PUBLIC_URL}/networks/Network_${networkId}`
  const lines = news.map(({ kind, meeting }) => say[kind](say.when(meeting.startsAt, meeting.endsAt)))
  const files = news.map((each) => calendarFile(each, { title: say.title, from: MAIL_FROM, page, reader }))
  const [file] = files
  const paragraphs = [
    say.hello(reader.name),
    lines.join('\n'),
    news.length === 1 ? say.calendar : say.calendars,
    ...(isGone ? [] : [`${say.answer}\n${page}`]),
  ]
  const mail: Mail = {
    to: account.email,
    subject: subjectOf(news, first, say),
    text: `${paragraphs.join('\n\n')}\n`,
    ...(news.length === 1 && file
      ? { icalEvent: file }
      : {
          attachments: files.map(({ filename, method, content }) => ({
            filename,
            content,
            contentType: `text/calendar; charset=utf-8; method=${method}`,
          })),
        }),
  }
  told.set(mail, news)
  return mail
}

/** Notes what the calendar has been told, and that letters which this one has overtaken need not be sent any more. */
export const noteMeetings: AfterSending = async (db, { networkId, personId, createdAt }, mail) => {
  for (const { meeting, sequence, kind } of (mail && told.get(mail)) ?? []) {
    const one = { meetingId: meeting.id, personId: personId ?? '' }
    if (kind === 'left')
      await db.calendarWithdrawal.updateMany({ where: { ...one, sequence }, data: { sentAt: new Date() } })
    else await db.attendance.updateMany({ where: one, data: { noticedSequence: meeting.sequence } })
  }
  await db.letter.updateMany({
    where: { kind: 'meetings', networkId, personId, state: 'queued', createdAt: { lte: createdAt } },
    data: { state: 'sent', sentAt: new Date() },
  })
}

/** What a calendar has not heard of, by time. Whoever left and came back is told with sequences above the cancellation's. */
async function newsFor(db: WorkerDb, networkId: string, personId: string): Promise<News[]> {
  const ahead = { networkId, personId, meeting: { endsAt: { gt: new Date() } } }
  const include = { meeting: true } as const
  const withdrawn = await db.calendarWithdrawal.findMany({ where: ahead, include })
  const invited = await db.attendance.findMany({ where: ahead, include })
  const leavings = new Map(withdrawn.map((each) => [each.meetingId, each]))
  const present = new Set(invited.map(({ meetingId }) => meetingId))
  const news = invited.flatMap(({ meeting, rsvp, noticedSequence }): News[] => {
    if (noticedSequence !== null && noticedSequence >= meeting.sequence) return []
    const left = leavings.get(meeting.id)
    const isOver = meeting.cancelledAt !== null
    const isKnown = noticedSequence !== null || (isOver && left?.sentAt === null)
    if (isOver && !isKnown) return []
    const kind = isOver ? 'cancelled' : isKnown ? 'changed' : 'new'
    return [{ meeting, rsvp, kind, isOver, sequence: meeting.sequence + 2 * (left?.times ?? 0) }]
  })
  const gone = withdrawn
    .filter(({ meetingId, sentAt }) => sentAt === null && !present.has(meetingId))
    .map(({ meeting, sequence }): News => ({ meeting, rsvp: null, kind: 'left', isOver: true, sequence }))
  return [...news, ...gone].toSorted((one, other) => one.meeting.startsAt.getTime() - other.meeting.startsAt.getTime())
}

function subjectOf(news: readonly News[], first: News, say: typeof da): string {
  if (news.length === 1)
    return { new: say.oneNew, changed: say.oneChanged, cancelled: say.oneCancelled, left: say.oneLeft }[first.kind]
  if (news.every(({ kind }) => kind === 'new')) return say.severalNew(news.length)
  return news.every(({ kind }) => kind === 'left') ? say.severalLeft(news.length) : say.several(news.length)
}
