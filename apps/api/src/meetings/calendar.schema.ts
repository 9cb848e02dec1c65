import { localDate } from '@lederkreds/domain/day'
import { Stale } from '@lederkreds/domain/errors'
import {
  AbsurdDate,
  checkChangeable,
  checkTimes,
  EndsBeforeStart,
  MeetingCancelled,
  MeetingOver,
  mayCancel,
  mayMove,
  meetingEdit,
  meetingTimes,
  PastDate,
} from '@lederkreds/domain/meetings/meeting'
import { checkDaysFree, DayTaken, meetingMove, meetingPlace } from '@lederkreds/domain/meetings/planning'
import { mayPlanSeason } from '@lederkreds/domain/networks/network'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { Meeting } from './meeting.schema.ts'
import { changeMeeting, loadMeeting, otherDays, saveMeeting } from './meeting.store.ts'
import { loadCalendar } from './season.store.ts'

plainRefusals(MeetingCancelled, MeetingOver)

const AddMeetingInput = builder.inputType('AddMeetingInput', {
  fields: (t) => ({
    date: t.field({ type: 'Day', required: true }),
    startTime: t.string({ required: true, description: 'HH:MM in Europe/Copenhagen.' }),
    minutes: t.int({ required: true }),
    place: t.string(),
    link: t.string(),
  }),
})

builder.mutationField('addMeeting', (t) =>
  t.prismaField({
    description: 'Adds one meeting and invites every member.',
    type: Meeting,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      input: t.arg({ type: AddMeetingInput, required: true }),
    },
    errors: { types: [InvalidInput, PastDate, AbsurdDate, EndsBeforeStart, DayTaken] },
    resolve: async (selection, _root, { networkId, input }, context) => {
      const { id, state } = await loadCalendar(context, networkId.id)
      demand(context, mayPlanSeason(standingIn(context, id), state))
      const { date, place, link, ...time } = parse(meetingEdit, input)
      const times = meetingTimes({ date, ...time })
      checkTimes(times, context.now)
      checkDaysFree([date], await otherDays(context, id))
      return saveMeeting(context, selection, id, { ...times, place: place ?? '', link: link ?? '' })
    },
  }),
)

const MoveMeetingInput = builder.inputType('MoveMeetingInput', {
  fields: (t) => ({
    date: t.field({ type: 'Day', required: true }),
    startTime: t.string({ required: true, description: 'HH:MM in Europe/Copenhagen.' }),
    minutes: t.int({ required: true }),
  }),
})

builder.mutationField('moveMeeting', (t) =>
  t.prismaField({
    description: 'Moves a meeting to another time. Everybody is asked again whether they come.',
    type: Meeting,
    args: {
      id: t.arg.globalID({ required: true, for: [Meeting] }),
      version: t.arg.int({ required: true }),
      input: t.arg({ type: MoveMeetingInput, required: true }),
    },
    errors: {
      types: [InvalidInput, Stale, MeetingCancelled, MeetingOver, PastDate, AbsurdDate, EndsBeforeStart, DayTaken],
    },
    resolve: async (selection, _root, { id, version, input }, context) => {
      const meeting = await loadMeeting(context, id.id)
      demand(context, mayMove(standingIn(context, meeting.networkId), meeting.network.state))
      checkChangeable(meeting, context.now)
      const times = meetingTimes(parse(meetingMove, input))
      checkTimes(times, context.now)
      checkDaysFree([localDate(times.startsAt)], await otherDays(context, meeting.networkId, meeting.id))
      return changeMeeting(context, selection, meeting, version, times)
    },
  }),
)

const EditMeetingInput = builder.inputType('EditMeetingInput', {
  fields: (t) => ({ place: t.string(), link: t.string({ description: 'A video meeting, https.' }) }),
})

builder.mutationField('editMeeting', (t) =>
  t.prismaField({
    description: 'Says where a meeting is: a place, a link, both or neither.',
    type: Meeting,
    args: {
      id: t.arg.globalID({ required: true, for: [Meeting] }),
      version: t.arg.int({ required: true }),
      input: t.arg({ type: EditMeetingInput, required: true }),
    },
    errors: { types: [InvalidInput, Stale, MeetingCancelled, MeetingOver] },
    resolve: async (selection, _root, { id, version, input }, context) => {
      const meeting = await loadMeeting(context, id.id)
      demand(context, mayMove(standingIn(context, meeting.networkId), meeting.network.state))
      checkChangeable(meeting, context.now)
      const { place, link } = parse(meetingPlace, input)
      return changeMeeting(context, selection, meeting, version, { place: place ?? '', link: link ?? '' })
    },
  }),
)

builder.mutationField('cancelMeeting', (t) =>
  t.prismaField({
    description: 'Cancels a meeting for good. It stays in the history, and calendars are told.',
    type: Meeting,
    args: { id: t.arg.globalID({ required: true, for: [Meeting] }), version: t.arg.int({ required: true }) },
    errors: { types: [Stale, MeetingCancelled, MeetingOver] },
    resolve: async (selection, _root, { id, version }, context) => {
      const meeting = await loadMeeting(context, id.id)
      demand(context, mayCancel(standingIn(context, meeting.networkId), meeting.network.state))
      checkChangeable(meeting, context.now)
      return changeMeeting(context, selection, meeting, version, { cancelledAt: context.now })
    },
  }),
)
