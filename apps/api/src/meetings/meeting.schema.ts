import {
  isAnswerable,
  isChangeable,
  isMarkable,
  mayAnswer,
  mayMarkAttendance,
  mayMove,
} from '@lederkreds/domain/meetings/meeting'
import { Person } from '../account/viewer.schema.ts'
import { builder } from '../builder.ts'
import { standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { convenorNow, isAhead, isBehind, seenMeeting } from './meeting.store.ts'

export const RsvpEnum = builder.enumType('Rsvp', { values: ['coming', 'regrets'] as const })

const Attendance = builder.prismaObject('Attendance', {
  description: 'Who is invited to a meeting, what they answered and whether they were there.',
  select: { meetingId: true, personId: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ meetingId, personId }) => `Attendance_${meetingId}_${personId}` }),
    person: t.relation('person', { type: Person }),
    rsvp: t.expose('rsvp', { type: RsvpEnum, nullable: true, description: 'Null is not answered yet.' }),
    rsvpAt: t.expose('rsvpAt', { type: 'DateTime', nullable: true, description: 'When it was last answered.' }),
    attended: t.exposeBoolean('attended', { nullable: true, description: 'Null is not marked yet.' }),
    isViewer: t.boolean({ resolve: ({ personId }, _args, { viewer }) => personId === viewer?.personId }),
  }),
})

export const Meeting = builder.prismaNode('Meeting', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenMeeting(context)] }),
  fields: (t) => ({
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    endsAt: t.expose('endsAt', { type: 'DateTime' }),
    place: t.exposeString('place'),
    link: t.exposeString('link'),
    cancelledAt: t.expose('cancelledAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
    now: t.field({
      type: 'DateTime',
      description: "The server's clock, for devices to correct their own.",
      resolve: () => new Date(),
    }),
    network: t.relation('network'),
    attendances: t.relation('attendances', {
      type: Attendance,
      description: 'Everybody who is invited, by name.',
      query: { orderBy: { person: { name: 'asc' } } },
    }),
    viewerCanChange: t.boolean({
      description: 'Whether the caller may move it, say where it is, and cancel it.',
      select: {
        networkId: true,
        endsAt: true,
        startsAt: true,
        cancelledAt: true,
        network: { select: { state: true } },
      },
      resolve: (meeting, _args, context) =>
        mayMove(standingIn(context, meeting.networkId), meeting.network.state) && isChangeable(meeting, context.now),
    }),
    viewerCanAnswer: t.boolean({
      select: {
        networkId: true,
        endsAt: true,
        startsAt: true,
        cancelledAt: true,
        network: { select: { state: true } },
      },
      resolve: (meeting, _args, context) =>
        mayAnswer(standingIn(context, meeting.networkId), meeting.network.state) && isAnswerable(meeting, context.now),
    }),
    viewerCanMark: t.boolean({
      description:
        'Whether the caller may say who was there: the convenor, or any member while there is none, from that day on.',
      select: {
        networkId: true,
        endsAt: true,
        startsAt: true,
        cancelledAt: true,
        network: { select: { state: true, memberships: convenorNow } },
      },
      resolve: ({ network: { state, memberships }, ...meeting }, _args, context) =>
        mayMarkAttendance(standingIn(context, meeting.networkId), state, { hasConvenor: memberships.length > 0 }) &&
        isMarkable(meeting, context.now),
    }),
  }),
})

const MeetingsWhen = builder.enumType('MeetingsWhen', { values: ['upcoming', 'past'] as const })

builder.prismaObjectFields(Network, (t) => ({
  nextMeeting: t.field({
    description: 'The first meeting that is not over, or null.',
    type: Meeting,
    nullable: true,
    select: (_args, context, nested) => ({
      meetings: nested({
        where: { AND: [isAhead(context), seenMeeting(context)] },
        orderBy: { startsAt: 'asc' },
        take: 1,
      }),
    }),
    resolve: ({ meetings }) => meetings[0] ?? null,
  }),
  meetings: t.relatedConnection('meetings', {
    description: 'Upcoming: soonest first, without cancelled ones. Past: latest first, with them.',
    cursor: 'id',
    args: { when: t.arg({ type: MeetingsWhen, required: true }) },
    query: ({ when }, context) => ({
      where: { AND: [when === 'past' ? isBehind(context) : isAhead(context), seenMeeting(context)] },
      orderBy: [{ startsAt: when === 'past' ? 'desc' : 'asc' }, { id: 'asc' }],
    }),
  }),
}))
