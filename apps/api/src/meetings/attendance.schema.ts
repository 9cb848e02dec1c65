import {
  checkAnswerable,
  checkMarkable,
  MeetingCancelled,
  MeetingOver,
  mayAnswer,
  mayMarkAttendance,
  NotYet,
} from '@lederkreds/domain/meetings/meeting'
import { Person } from '../account/viewer.schema.ts'
import { builder, RefusalInterface } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { saveAnswer, saveAttendance } from './attendance.store.ts'
import { Meeting, RsvpEnum } from './meeting.schema.ts'
import { loadMeeting } from './meeting.store.ts'

builder.objectType(NotYet, {
  name: 'NotYet',
  interfaces: [RefusalInterface],
  fields: (t) => ({ from: t.expose('from', { type: 'Day', description: 'The first day on which it is possible.' }) }),
})

builder.mutationField('answerMeeting', (t) =>
  t.prismaField({
    description: "The caller's own answer to a meeting; null takes it back. The others see it at once.",
    type: Meeting,
    args: { id: t.arg.globalID({ required: true, for: [Meeting] }), rsvp: t.arg({ type: RsvpEnum }) },
    errors: { types: [MeetingCancelled, MeetingOver] },
    resolve: async (selection, _root, { id, rsvp }, context) => {
      const meeting = await loadMeeting(context, id.id)
      demand(context, mayAnswer(standingIn(context, meeting.networkId), meeting.network.state))
      checkAnswerable(meeting, context.now)
      return saveAnswer(context, selection, meeting, rsvp ?? null)
    },
  }),
)

builder.prismaObjectFields(Network, (t) => ({
  attendedCount: t.relationCount('attendances', {
    description: 'How many times a member has been at a meeting, over all of them.',
    where: { attended: true, meeting: { cancelledAt: null } },
  }),
  markedCount: t.relationCount('attendances', {
    description: 'How many times it has been noted whether a member was there.',
    where: { attended: { not: null }, meeting: { cancelledAt: null } },
  }),
}))

const MarkInput = builder.inputType('MarkInput', {
  fields: (t) => ({
    personId: t.globalID({ required: true, for: [Person] }),
    attended: t.boolean({ description: 'Null takes the mark back.' }),
  }),
})

builder.mutationField('markAttendance', (t) =>
  t.prismaField({
    description: 'Says who was there, from the day of the meeting on. Whoever is left out keeps the mark there is.',
    type: Meeting,
    args: {
      id: t.arg.globalID({ required: true, for: [Meeting] }),
      marks: t.arg({ type: [MarkInput], required: true }),
    },
    errors: { types: [MeetingCancelled, NotYet] },
    resolve: async (selection, _root, { id, marks }, context) => {
      const meeting = await loadMeeting(context, id.id)
      const { state, memberships } = meeting.network
      demand(
        context,
        mayMarkAttendance(standingIn(context, meeting.networkId), state, { hasConvenor: memberships.length > 0 }),
      )
      checkMarkable(meeting, context.now)
      const last = new Map(marks.map(({ personId, attended }) => [personId.id, attended ?? null]))
      return saveAttendance(
        context,
        selection,
        meeting,
        [...last].map(([personId, attended]) => ({ personId, attended })),
      )
    },
  }),
)
