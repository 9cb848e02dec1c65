import { checkChangeable, isChangeable, MeetingCancelled, MeetingOver } from '@lederkreds/domain/meetings/meeting'
import { mayPass, maySwap, TurnSwapped, turnSwap } from '@lederkreds/domain/supervision/turn-agreement'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import { TurnRole as roles } from '../generated/prisma/enums.ts'
import { Meeting } from '../meetings/meeting.schema.ts'
import { loadMeeting } from '../meetings/meeting.store.ts'
import { removeSwap, savePass, saveSwap, seenTurns } from './turn.store.ts'

plainRefusals(TurnSwapped)

const TurnRole = builder.enumType('TurnRole', { values: Object.values(roles) })

const TurnPass = builder.prismaObject('TurnPass', {
  description: 'Somebody does not want to be focus person at a meeting.',
  select: { meetingId: true, personId: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ meetingId, personId }) => `TurnPass_${meetingId}_${personId}` }),
    person: t.relation('person', { type: Person }),
    at: t.expose('createdAt', { type: 'DateTime' }),
    isViewer: t.boolean({ resolve: ({ personId }, _args, { viewer }) => personId === viewer?.personId }),
  }),
})

const meetingColumns = {
  endsAt: true,
  startsAt: true,
  cancelledAt: true,
  networkId: true,
  network: { select: { state: true } },
} as const

const TurnSwap = builder.prismaObject('TurnSwap', {
  description: "Two have agreed: in this round of the meeting one does what was the other's to do.",
  select: { meetingId: true, round: true, role: true, fromId: true, toId: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ meetingId, round, role }) => `TurnSwap_${meetingId}_${round}_${role}` }),
    round: t.exposeInt('round', { description: "1 is the meeting's first." }),
    role: t.expose('role', { type: TurnRole }),
    from: t.relation('from', { type: Person }),
    to: t.relation('to', { type: Person }),
    at: t.expose('createdAt', { type: 'DateTime' }),
    viewerCanTakeBack: t.boolean({
      description: 'Whether the caller is one of the two, or the convenor.',
      select: { networkId: true, network: { select: { state: true } } },
      resolve: ({ networkId, network, fromId, toId }, _args, context) =>
        maySwap(standingIn(context, networkId), network.state, signedIn(context).personId, [fromId, toId]),
    }),
  }),
})

builder.prismaObjectFields(Meeting, (t) => ({
  turnPasses: t.relation('turnPasses', {
    type: TurnPass,
    description: 'In the order in which they were told.',
    query: (_args, context) => ({ where: seenTurns(context), orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }] }),
  }),
  turnSwaps: t.relation('turnSwaps', {
    type: TurnSwap,
    description: 'In the order in which they were agreed.',
    query: (_args, context) => ({
      where: seenTurns(context),
      orderBy: [{ createdAt: 'asc' }, { role: 'asc' }, { round: 'asc' }],
    }),
  }),
  viewerCanPass: t.boolean({
    description: 'Whether the caller can pass at it, and swap turns of her own: until it is over.',
    select: meetingColumns,
    resolve: ({ networkId, network: { state }, ...meeting }, _args, context) =>
      mayPass(standingIn(context, networkId), state) && isChangeable(meeting, context.now),
  }),
  viewerCanSwapForOthers: t.boolean({
    description: 'Whether the caller can record what two others have agreed: the convenor.',
    select: meetingColumns,
    resolve: ({ networkId, network: { state }, ...meeting }, _args, context) =>
      maySwap(standingIn(context, networkId), state, signedIn(context).personId, []) &&
      isChangeable(meeting, context.now),
  }),
}))

const meetingId: { required: true; for: [typeof Meeting] } = { required: true, for: [Meeting] }

builder.mutationField('passTurn', (t) =>
  t.prismaField({
    description: 'The caller does not want to be focus person at this meeting. Why is not asked; her turn stays hers.',
    type: Meeting,
    args: { meetingId: t.arg.globalID(meetingId) },
    errors: { types: [MeetingCancelled, MeetingOver] },
    resolve: async (selection, _root, { meetingId }, context) => {
      const meeting = await loadMeeting(context, meetingId.id)
      demand(context, mayPass(standingIn(context, meeting.networkId), meeting.network.state))
      checkChangeable(meeting, context.now)
      return savePass(context, selection, meeting, true)
    },
  }),
)

builder.mutationField('takeTurnBack', (t) =>
  t.prismaField({
    description: 'The caller wants her turn at this meeting after all.',
    type: Meeting,
    args: { meetingId: t.arg.globalID(meetingId) },
    errors: { types: [MeetingCancelled, MeetingOver] },
    resolve: async (selection, _root, { meetingId }, context) => {
      const meeting = await loadMeeting(context, meetingId.id)
      demand(context, mayPass(standingIn(context, meeting.networkId), meeting.network.state))
      checkChangeable(meeting, context.now)
      return savePass(context, selection, meeting, false)
    },
  }),
)

const SwapTurnsInput = builder.inputType('SwapTurnsInput', {
  fields: (t) => ({
    meetingId: t.globalID(meetingId),
    role: t.field({ type: TurnRole, required: true }),
    round: t.int({ required: true, description: "1 is the meeting's first." }),
    fromId: t.globalID({ required: true, for: [Person], description: 'Whose turn it was.' }),
    toId: t.globalID({ required: true, for: [Person], description: 'Who does it instead.' }),
    backRound: t.int({ description: 'The round in which the first does the same for the other.' }),
  }),
})

builder.mutationField('swapTurns', (t) =>
  t.prismaField({
    description: 'Records what two have agreed for a meeting: by either of them, or by the convenor.',
    type: Meeting,
    args: { input: t.arg({ type: SwapTurnsInput, required: true }) },
    errors: { types: [InvalidInput, MeetingCancelled, MeetingOver, TurnSwapped] },
    resolve: async (selection, _root, { input }, context) => {
      const meeting = await loadMeeting(context, input.meetingId.id)
      const [fromId, toId] = [input.fromId.id, input.toId.id]
      const swap = parse(turnSwap, { ...input, fromId, toId, backRound: input.backRound ?? null })
      const self = signedIn(context).personId
      demand(context, maySwap(standingIn(context, meeting.networkId), meeting.network.state, self, [fromId, toId]))
      checkChangeable(meeting, context.now)
      return saveSwap(context, selection, meeting, swap)
    },
  }),
)

builder.mutationField('takeSwapBack', (t) =>
  t.prismaField({
    description: 'Takes back what two have agreed for a meeting about a role: by either of them, or by the convenor.',
    type: Meeting,
    args: {
      meetingId: t.arg.globalID(meetingId),
      role: t.arg({ type: TurnRole, required: true }),
      fromId: t.arg.globalID({ required: true, for: [Person] }),
      toId: t.arg.globalID({ required: true, for: [Person] }),
    },
    errors: { types: [MeetingCancelled, MeetingOver] },
    resolve: async (selection, _root, { meetingId, role, fromId, toId }, context) => {
      const meeting = await loadMeeting(context, meetingId.id)
      const [self, pair] = [signedIn(context).personId, [fromId.id, toId.id] as const]
      demand(context, maySwap(standingIn(context, meeting.networkId), meeting.network.state, self, pair))
      checkChangeable(meeting, context.now)
      return removeSwap(context, selection, meeting, role, pair)
    },
  }),
)
