import { instantAt, localDate } from '@lederkreds/domain/meetings/local-time'
import type { Context } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { convenorNow, seenMeeting } from './meeting.store.ts'

/** The caller's own meetings from this local day on; nobody's without a session. */
export const waiting = (context: Context): Prisma.MeetingWhereInput => ({
  AND: [
    {
      cancelledAt: null,
      startsAt: { gte: midnight(context.now) },
      attendances: { some: { personId: caller(context) } },
    },
    seenMeeting(context),
  ],
})

/** Meetings of which nobody has said who was there, where that is the caller's to say. */
export const toMark = (context: Context): Prisma.MeetingWhereInput => {
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
