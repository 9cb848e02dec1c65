import { checkTimes, meetingTimes } from '@lederkreds/domain/meetings/meeting'
import { checkDaysFree, type SeasonOrder, seasonDates } from '@lederkreds/domain/meetings/planning'
import { type Context, networksSeen, visible } from '../context.ts'
import { appendEvent } from '../networks/event.store.ts'
import { seenNetwork } from '../networks/network.store.ts'
import { createMeetings, noticeMeetings, otherDays } from './meeting.store.ts'

/** The seasons of the networks whose inside the caller may see. */
export const seenSeason = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

/** What the rules need to know of a network whose calendar somebody wants to keep; an outsider gets "not found". */
export const loadCalendar = (context: Context, id: string) =>
  context.db.network.findFirstOrThrow({
    where: { AND: [{ id }, seenNetwork(context)] },
    select: { id: true, state: true },
  })

/**
 * Writes a season with its meetings and invites every member to each. The event comes first: its counter's lock lets
 * only one planner at a time into a network's calendar, so neither numbers nor days are taken twice.
 */
export async function saveSeason<Selection extends object>(
  context: Context,
  selection: Selection,
  networkId: string,
  order: SeasonOrder,
) {
  const { db, now } = context
  const id = crypto.randomUUID()
  const days = seasonDates(order)
  const { from, until, everyWeeks, weekday, startTime, minutes, place, link } = order
  const times = days.map((date) => meetingTimes({ date, startTime, minutes }))
  for (const each of times) checkTimes(each, now)
  await appendEvent(context, networkId, 'seasonPlanned', id)
  checkDaysFree(days, await otherDays(context, networkId))
  const latest = await db.season.findFirst({
    where: { networkId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  await db.season.createMany({
    data: [
      {
        id,
        networkId,
        number: (latest?.number ?? 0) + 1,
        from: day(from),
        until: day(until),
        everyWeeks,
        weekday,
        startTime,
        minutes,
      },
    ],
  })
  await createMeetings(
    context,
    networkId,
    times.map((each) => ({ ...each, seasonId: id, place: place ?? '', link: link ?? '' })),
  )
  await noticeMeetings(context, networkId)
  return db.season.findFirstOrThrow({ ...selection, where: { id } })
}

const day = (date: string) => new Date(`${date}T00:00:00Z`)
