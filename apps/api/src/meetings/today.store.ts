import { localDate } from '@lederkreds/domain/day'
import { instantAt } from '@lederkreds/domain/meetings/local-time'
import type { Context } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { convenorNow, seenMeeting } from './meeting.store.ts'

/** The caller's own meetings from this local day on, soonest first; nobody's without a session. */
export const findWaiting = <Selection extends object>(context: Context, selection: Selection) =>
  context.db.meeting.findMany({ ...selection, where: waiting(context), orderBy: inTurn })

/** Meetings of which nobody has said who was there, where that is the caller's to say; oldest first. */
export const findToMark = <Selection extends object>(context: Context, selection: Selection) =>
  context.db.meeting.findMany({ ...selection, where: toMark(context), orderBy: inTurn })

const inTurn: Prisma.MeetingOrderByWithRelationInput[] = [{ startsAt: 'asc' }, { id: 'asc' }]

const waiting = (context: Context): Prisma.MeetingWhereInput => ({
  AND: [
    {
      cancelledAt: null,
      startsAt: { gte: midnight(context.now) },
      attendances: { some: { personId: caller(context) } },
    },
    seenMeeting(context),
  ],
})

const toMark = (context: Context): Prisma.MeetingWhereInput => {
  const { now, standing } = context
  const mine = [...standing].filter(([, { member, accepted }]) => member && accepted)
  const kept = mine.filter(([, { convenor }]) => convenor).map(([id]) => id)
  const since = new Date(now.getTime() - 30 * 86_400_000)
  return {
    AND: [
      {
        network: { state: 'active' },
        cancelledAt: null,
        startsAt: { gte: since, lte: now },
        attendances: { some: {}, none: { attended: { not: null } } },
      },
      {
        OR: [
          { networkId: { in: kept } },
          { networkId: { in: mine.map(([id]) => id) }, network: { memberships: { none: convenorNow.where } } },
        ],
      },
      seenMeeting(context),
    ],
  }
}

const midnight = (now: Date) => instantAt(localDate(now), '00:00')

const caller = ({ viewer }: Context) => viewer?.personId ?? '00000000-0000-0000-0000-000000000000'
