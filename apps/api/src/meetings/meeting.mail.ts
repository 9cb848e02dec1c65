import type { Meeting, Rsvp } from '../generated/prisma/client.ts'
import type { AfterSending, Mail, WorkerDb, Writer } from '../mail.ts'
import { calendarFile } from './invite.mail.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

type News = { readonly meeting: Meeting; readonly rsvp: Rsvp | null; readonly kind: 'new' | 'changed' | 'cancelled' }

/** Which change of each meeting a mail tells, kept from its writing until the mail server has taken it. */
const told = new WeakMap<Mail, readonly News[]>()

/**
 * One mail with everything that a member's calendar has not heard of in one network. Nothing is written to whoever has
 * left or has not accepted the ground rules in force, or when there is nothing new.
 */
export const writeMeetings: Writer = async (db, { networkId, personId }, { PUBLIC_URL, MAIL_FROM }) => {
  if (!networkId || !personId) return null
  const member = await db.membership.findFirst({
    where: { networkId, personId, leftAt: null },
    select: {
      network: {
        select: { groundRulesVersion: true, acceptances: { where: { personId }, select: { version: true } } },
      },
      person: { select: { name: true, account: { select: { email: true, locale: true } } } },
    },
  })
  const account = member?.person.account
  if (!member || !account) return null
  const { groundRulesVersion, acceptances } = member.network
  if (!acceptances.some(({ version }) => version === groundRulesVersion)) return null
  const news = await newsFor(db, networkId, personId)
  const [first] = news
  if (!first) return null

  const say = words[account.locale]
  const reader = { name: member.person.name, email: account.email }
  const page = `${PUBLIC_URL}/networks/Network_${networkId}`
  const lines = news.map(({ kind, meeting }) => say[kind](say.when(meeting.startsAt, meeting.endsAt)))
  const files = news.map((each) => calendarFile(each, { title: say.title, from: MAIL_FROM, page, reader }))
  const [file] = files
  const mail: Mail = {
    to: account.email,
    subject: subjectOf(news, first, say),
    text: `${[say.hello(reader.name), lines.join('\n'), news.length === 1 ? say.calendar : say.calendars, `${say.answer}\n${page}`].join('\n\n')}\n`,
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
  for (const { meeting } of (mail && told.get(mail)) ?? []) {
    await db.attendance.updateMany({
      where: { meetingId: meeting.id, personId: personId ?? '' },
      data: { noticedSequence: meeting.sequence },
    })
  }
  await db.letter.updateMany({
    where: { kind: 'meetings', networkId, personId, state: 'queued', createdAt: { lte: createdAt } },
    data: { state: 'sent', sentAt: new Date() },
  })
}

async function newsFor(db: WorkerDb, networkId: string, personId: string): Promise<News[]> {
  const invited = await db.attendance.findMany({
    where: { networkId, personId, meeting: { endsAt: { gt: new Date() } } },
    include: { meeting: true },
    orderBy: { meeting: { startsAt: 'asc' } },
  })
  return invited.flatMap(({ meeting, rsvp, noticedSequence }): News[] => {
    if (noticedSequence !== null && noticedSequence >= meeting.sequence) return []
    if (meeting.cancelledAt) return noticedSequence === null ? [] : [{ meeting, rsvp, kind: 'cancelled' }]
    return [{ meeting, rsvp, kind: noticedSequence === null ? 'new' : 'changed' }]
  })
}

function subjectOf(news: readonly News[], first: News, say: typeof da): string {
  if (news.length > 1)
    return news.every(({ kind }) => kind === 'new') ? say.severalNew(news.length) : say.several(news.length)
  return { new: say.oneNew, changed: say.oneChanged, cancelled: say.oneCancelled }[first.kind]
}
