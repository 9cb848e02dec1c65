import { localDate } from '@lederkreds/domain/day'
import { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Meeting, Rsvp } from '../generated/prisma/client.ts'

type Invitation = {
  readonly meeting: Meeting
  readonly rsvp: Rsvp | null
  /** What this reader's calendar goes by: it grows with her own leaving and coming back, too. */
  readonly sequence: number
  /** Takes it out of the calendar: the meeting is cancelled, or she has left. */
  readonly isOver: boolean
}

type Words = {
  /** Neutral: calendars are seen by colleagues. */
  readonly title: string
  /** The installation's address, for instance "Lederkreds <lederkreds@kommune.dk>". */
  readonly from: string
  /** Where one answers. */
  readonly page: string
  readonly reader: { readonly name: string; readonly email: string }
}

const answers = { coming: ICalAttendeeStatus.ACCEPTED, regrets: ICalAttendeeStatus.DECLINED }

/**
 * One meeting as an iTIP message (RFC 5546) for one reader, who alone is named in it. The UID stays and the sequence
 * grows, so a calendar replaces what it has. Times are UTC, which Outlook reads without a VTIMEZONE; one file holds one
 * meeting, because Outlook takes only the first. Answers are given in the app: no reply is asked for.
 */
export function calendarFile({ meeting, rsvp, sequence, isOver }: Invitation, { title, from, page, reader }: Words) {
  const { id, startsAt, endsAt, place, link } = meeting
  const method = isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = new ICalCalendar({ prodId: { company: 'Lederkreds', product: 'Lederkreds' }, method })
  calendar.createEvent({
    id: `${id}@lederkreds`,
    sequence,
    start: startsAt,
    end: endsAt,
    summary: title,
    description: page,
    location: place || link || null,
    url: link || page,
    status: isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: addressOf(from),
    attendees: [
      {
        ...reader,
        role: ICalAttendeeRole.REQ,
        rsvp: false,
        status: rsvp ? answers[rsvp] : ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  })
  return { filename: `${localDate(startsAt)}.ics`, method, content: calendar.toString() }
}

function addressOf(from: string): { name: string; email: string } {
  const [, name = '', email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? []
  return { name: name || 'Lederkreds', email: email.trim() }
}
