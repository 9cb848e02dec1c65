import type { Rsvp } from '@lederkreds/domain/meetings/meeting'
import { type Context, signedIn } from '../context.ts'
import { notFound } from '../errors.ts'
import { appendEvent } from '../networks/event.store.ts'
import type { LoadedMeeting } from './meeting.store.ts'

/** Keeps the caller's own answer; whoever follows the network sees it at once. */
export async function saveAnswer<Selection extends object>(
  context: Context,
  selection: Selection,
  { id, networkId }: LoadedMeeting,
  rsvp: Rsvp,
) {
  const { db, now } = context
  const { personId } = signedIn(context)
  const answered = await db.attendance.updateMany({
    where: { meetingId: id, personId },
    data: { rsvp, rsvpAt: rsvp && now },
  })
  if (answered.count === 0) throw notFound()
  await appendEvent(context, networkId, 'meetingAnswered', id)
  return db.meeting.findFirstOrThrow({ ...selection, where: { id } })
}

export type Mark = { readonly personId: string; readonly attended: boolean | null }

/** Keeps who was there. Whoever was not invited is unknown here, and then nothing is kept. */
export async function saveAttendance<Selection extends object>(
  context: Context,
  selection: Selection,
  { id, networkId }: LoadedMeeting,
  marks: readonly Mark[],
) {
  const { db } = context
  const markedById = signedIn(context).personId
  for (const attended of [true, false, null]) {
    const people = marks.filter((mark) => mark.attended === attended).map(({ personId }) => personId)
    if (people.length === 0) continue
    const { count } = await db.attendance.updateMany({
      where: { meetingId: id, personId: { in: people } },
      data: { attended, markedById },
    })
    if (count !== people.length) throw notFound()
  }
  await appendEvent(context, networkId, 'attendanceMarked', id)
  return db.meeting.findFirstOrThrow({ ...selection, where: { id } })
}
