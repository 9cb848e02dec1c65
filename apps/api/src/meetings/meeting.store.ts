import { localDate } from '@lederkreds/domain/day'
import { Stale } from '@lederkreds/domain/errors'
import { type Context, networksSeen, visible } from '../context.ts'
import { forbidden } from '../errors.ts'
import { appendEvent } from '../networks/event.store.ts'
import { whenClosing } from '../networks/network.store.ts'

/** The meetings of the networks whose inside the caller may see. */
export const seenMeeting = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

/** Still to come or going on, and not cancelled. */
export const isAhead = ({ now }: Pick<Context, 'now'>) => ({ cancelledAt: null, endsAt: { gt: now } })

/** Over, or cancelled. */
export const isBehind = ({ now }: Pick<Context, 'now'>) => ({
  OR: [{ endsAt: { lte: now } }, { cancelledAt: { not: null } }],
})

/** That a network has a convenor now: the filter and what the rules make of it. */
export const convenorNow = { where: { isConvenor: true, leftAt: null }, select: { id: true }, take: 1 }

/** A meeting as the rules need it; unknown, foreign and deleted ids answer the same. */
export const loadMeeting = (context: Context, id: string) =>
  context.db.meeting.findFirstOrThrow({
    where: { AND: [{ id }, seenMeeting(context)] },
    select: {
      id: true,
      networkId: true,
      startsAt: true,
      endsAt: true,
      cancelledAt: true,
      version: true,
      network: { select: { state: true, memberships: convenorNow } },
    },
  })
export type LoadedMeeting = Awaited<ReturnType<typeof loadMeeting>>

type NewMeeting = { startsAt: Date; endsAt: Date; place: string; link: string; seasonId: string | null }

/** Writes meetings and invites everybody who is a member now. Answers their ids in the given order. */
export async function createMeetings(
  { db }: Context,
  networkId: string,
  planned: readonly NewMeeting[],
): Promise<string[]> {
  const rows = planned.map((each) => ({ ...each, id: crypto.randomUUID(), networkId }))
  const members = await db.membership.findMany({ where: { networkId, leftAt: null }, select: { personId: true } })
  await db.meeting.createMany({ data: rows })
  await db.attendance.createMany({
    data: rows.flatMap(({ id }) => members.map(({ personId }) => ({ meetingId: id, personId, networkId }))),
  })
  return rows.map(({ id }) => id)
}

/** One more meeting beside those of the season, in the network's newest season if it has one. */
export async function saveMeeting<Selection extends object>(
  context: Context,
  selection: Selection,
  networkId: string,
  meeting: Omit<NewMeeting, 'seasonId'>,
) {
  const { db } = context
  const season = await db.season.findFirst({ where: { networkId }, orderBy: { number: 'desc' }, select: { id: true } })
  const [id = ''] = await createMeetings(context, networkId, [{ ...meeting, seasonId: season?.id ?? null }])
  await appendEvent(context, networkId, 'meetingChanged', id)
  await noticeMeetings(context, networkId)
  return db.meeting.findFirstOrThrow({ ...selection, where: { id } })
}

type Change = { startsAt?: Date; endsAt?: Date; place?: string; link?: string; cancelledAt?: Date }

/**
 * Changes what calendars must hear of, unless somebody else was faster: throws {@link Stale}. A meeting at another time
 * is asked about anew: every answer to it is taken back.
 */
export async function changeMeeting<Selection extends object>(
  context: Context,
  selection: Selection,
  meeting: LoadedMeeting,
  version: number,
  change: Change,
) {
  const { db } = context
  const { id, networkId } = meeting
  if (version !== meeting.version) throw new Stale(version, meeting.version)
  const changed = await db.meeting.updateMany({
    where: { id, version },
    data: { ...change, sequence: { increment: 1 }, version: { increment: 1 } },
  })
  if (changed.count === 0) await refuseChange(context, id, version)
  if (change.startsAt && change.startsAt.getTime() !== meeting.startsAt.getTime())
    await db.attendance.updateMany({
      where: { meetingId: id, rsvp: { not: null } },
      data: { rsvp: null, rsvpAt: null },
    })
  await appendEvent(context, networkId, 'meetingChanged', id)
  await noticeMeetings(context, networkId)
  return db.meeting.findFirstOrThrow({ ...selection, where: { id } })
}

async function refuseChange({ db }: Context, id: string, yours: number): Promise<never> {
  const { version } = await db.meeting.findFirstOrThrow({ where: { id }, select: { version: true } })
  throw version === yours ? forbidden() : new Stale(yours, version)
}

/** The days of the network's other meetings, so that one day holds one meeting. */
export async function otherDays(
  { db, now }: Context,
  networkId: string,
  except: string | null = null,
): Promise<Set<string>> {
  const where = { networkId, cancelledAt: null, endsAt: { gt: now }, ...(except && { id: { not: except } }) }
  const meetings = await db.meeting.findMany({ where, select: { startsAt: true } })
  return new Set(meetings.map(({ startsAt }) => localDate(startsAt)))
}

/**
 * One calendar mail to each member who has accepted the ground rules. Changes that follow within a couple of minutes go
 * into the same mail.
 */
export async function noticeMeetings({ db, now, settings }: Context, networkId: string): Promise<void> {
  const due = new Date(now.getTime() + settings.NOTICE_SECONDS * 1000)
  await db.$executeRaw`SELECT app.notice_meetings(${networkId}::uuid, ${due})`
}

/** A network that has closed meets no more: what had not begun is cancelled, and calendars are told. */
whenClosing(async (context, networkId) => {
  const { db, now } = context
  const { count } = await db.meeting.updateMany({
    where: { networkId, cancelledAt: null, startsAt: { gt: now } },
    data: { cancelledAt: now, sequence: { increment: 1 }, version: { increment: 1 } },
  })
  if (count > 0) await noticeMeetings(context, networkId)
})
