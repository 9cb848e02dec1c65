import { Stale } from '@lederkreds/domain/errors'
import { checkChangeable, isChangeable, MeetingCancelled, MeetingOver } from '@lederkreds/domain/meetings/meeting'
import { checkForGroup, mayPlanRounds, roundPlan } from '@lederkreds/domain/supervision/round-plan'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import { builder } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { Meeting } from '../meetings/meeting.schema.ts'
import { loadMeeting } from '../meetings/meeting.store.ts'
import { Protocol } from '../toolbox/protocol.schema.ts'
import { heldWith, ownColumns, protocolsFor, savePlan, seenPlan } from './round-plan.store.ts'

const PlannedRound = builder.prismaObject('PlannedRound', {
  description: 'With which method a round of a meeting is to be held.',
  select: { meetingId: true, number: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ meetingId, number }) => `PlannedRound_${meetingId}_${number}` }),
    number: t.exposeInt('number', { description: "1 is the meeting's first." }),
    method: t.exposeString('method', {
      description: 'The method of the toolbox, or the one that its own protocol was made from.',
    }),
    protocol: t.field({
      description:
        'What the organisation has made of the method. Null: the method itself, also once that is out of use.',
      type: Protocol,
      nullable: true,
      select: (_args, _context, nested) => ({ protocol: nested() }),
      resolve: ({ protocol }) => (protocol?.archivedAt === null ? protocol : null),
    }),
    hasFocus: t.boolean({
      description: "Whether one person's case is worked through, by what it would be held with now.",
      select: { method: true, protocol: { select: ownColumns } },
      resolve: ({ method, protocol }) => heldWith(method as MethodId, protocol).focusRole !== null,
    }),
  }),
})

builder.prismaObjectFields(Meeting, (t) => ({
  plannedRounds: t.field({
    description: 'The rounds as they are planned, those that have begun among them. Null while nobody has planned any.',
    type: [PlannedRound],
    nullable: true,
    select: (_args, context, nested) => ({
      roundPlan: { select: { rounds: nested({ where: seenPlan(context), orderBy: { number: 'asc' } }) } },
    }),
    resolve: ({ roundPlan }) => roundPlan?.rounds ?? null,
  }),
  roundsVersion: t.int({
    description: 'Grows by one with every change of the plan; 0 while nobody has planned.',
    select: { roundPlan: { select: { version: true } } },
    resolve: ({ roundPlan }) => roundPlan?.version ?? 0,
  }),
  viewerCanPlanRounds: t.boolean({
    description: 'Whether the caller may plan its rounds: the convenor and the consultant, until it is over.',
    select: { networkId: true, endsAt: true, startsAt: true, cancelledAt: true, network: { select: { state: true } } },
    resolve: ({ networkId, network: { state }, ...meeting }, _args, context) =>
      mayPlanRounds(standingIn(context, networkId), state) && isChangeable(meeting, context.now),
  }),
}))

const PlannedRoundInput = builder.inputType('PlannedRoundInput', {
  fields: (t) => ({
    method: t.string({ required: true, description: "The id of one of the toolbox's methods." }),
    protocolId: t.globalID({ for: [Protocol], description: 'One that was made from it. Null: the method itself.' }),
  }),
})

builder.mutationField('planRounds', (t) =>
  t.prismaField({
    description: 'Plans the rounds of a meeting, in their order; none is a plan too. Calendars are not told.',
    type: Meeting,
    args: {
      meetingId: t.arg.globalID({ required: true, for: [Meeting] }),
      version: t.arg.int({ required: true, description: 'The version of the plan that was changed.' }),
      rounds: t.arg({ type: [PlannedRoundInput], required: true }),
    },
    errors: { types: [InvalidInput, MeetingCancelled, MeetingOver, Stale] },
    resolve: async (selection, _root, { meetingId, version, rounds }, context) => {
      const meeting = await loadMeeting(context, meetingId.id)
      const plan = parse(roundPlan, {
        rounds: rounds.map(({ method, protocolId }) => ({ method, protocolId: protocolId?.id ?? null })),
      })
      demand(context, mayPlanRounds(standingIn(context, meeting.networkId), meeting.network.state))
      checkChangeable(meeting, context.now)
      checkForGroup(await protocolsFor(context, meeting.networkId, plan))
      return savePlan(context, selection, meeting, version, plan)
    },
  }),
)
