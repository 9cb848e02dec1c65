import { localDate } from '@lederkreds/domain/day'
import { type RoundBeginning, roundBeginning } from '@lederkreds/domain/supervision/round-input'
import {
  checkWaiting,
  mayBegin,
  mayCallOff,
  mayLead,
  mayTakePart,
  RoundIsOver,
  RoundStarted,
  RoundUnderWay,
} from '@lederkreds/domain/supervision/round-rights'
import { checkRoles, RolesDoNotFit } from '@lederkreds/domain/supervision/round-roles'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { adapted } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import { type Context, demand, signedIn, standingIn } from '../context.ts'
import { notFound } from '../errors.ts'
import { RoundStays as stays } from '../generated/prisma/enums.ts'
import { Meeting } from '../meetings/meeting.schema.ts'
import { Network } from '../networks/network.schema.ts'
import { loadNetwork } from '../networks/network.store.ts'
import { ProtocolVersion } from '../toolbox/protocol.schema.ts'
import { loadVersion } from '../toolbox/protocol.store.ts'
import {
  beginRound,
  demandMeeting,
  demandSeats,
  endWaiting,
  loadRound,
  partyIn,
  readRound,
  roundColumns,
  seenRound,
  stateOf,
} from './round.store.ts'

plainRefusals(RoundStarted, RoundUnderWay)

builder.objectType(RolesDoNotFit, {
  name: 'RolesDoNotFit',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    problems: t.stringList({
      description: 'tooFewPeople, tooManyPeople, unknownRole, roleCount, lead or timekeeper, each once.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

const RoundStays = builder.enumType('RoundStays', { values: Object.values(stays) })

const RoundRole = builder.prismaObject('RoundRole', {
  description: 'Who took which role when a round began.',
  fields: (t) => ({
    person: t.relation('person', { type: Person }),
    role: t.exposeString('role', { description: "The id of one of the protocol's roles." }),
    isFocus: t.exposeBoolean('isFocus', { description: 'Whose case it is.' }),
    isViewer: t.boolean({
      select: { personId: true },
      resolve: ({ personId }, _args, { viewer }) => personId === viewer?.personId,
    }),
  }),
})

export const Round = builder.prismaNode('Round', {
  id: { field: 'id' },
  description:
    'One case worked through with one protocol: that it was, when and by whom. Seen by the members of its network and by the consultant who facilitates it.',
  findUnique: (id, context) => ({ id, AND: [seenRound(context)] }),
  fields: (t) => ({
    network: t.relation('network'),
    meeting: t.relation('meeting', { type: Meeting, nullable: true }),
    method: t.exposeString('method', { description: "The id of one of the toolbox's methods." }),
    protocol: t.expose('protocol', {
      type: 'JSON',
      description: 'The whole protocol as it was when the round began.',
    }),
    lead: t.relation('lead', { type: Person, description: 'Who led it when it began; its events say who leads now.' }),
    timekeeper: t.relation('timekeeper', { type: Person, nullable: true }),
    facilitator: t.relation('facilitator', { type: Person, nullable: true }),
    stays: t.expose('stays', { type: RoundStays }),
    staysUntil: t.expose('staysUntil', { type: 'Day', nullable: true, description: 'The last day.' }),
    people: t.relation('people', {
      type: RoundRole,
      description: 'Everybody with a role when it began, by name.',
      query: { orderBy: { person: { name: 'asc' } } },
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    viewerCanLead: t.boolean({
      description: 'Whether the caller goes through the phases now: as the lead, or as convenor. Not after the end.',
      select: roundColumns,
      resolve: (round, _args, context) => round.endedAt === null && mayLead(stateOf(round), partyIn(context, round)),
    }),
    viewerTakesPart: t.boolean({
      description: 'Whether the caller is in it: with a role, as its facilitator, or as convenor.',
      select: roundColumns,
      resolve: (round, _args, context) => mayTakePart(stateOf(round), partyIn(context, round)),
    }),
    viewerCanCallOff: t.boolean({
      description: 'Whether the caller can end it before it starts: whoever began it, its lead, and the convenor.',
      select: roundColumns,
      resolve: (round, _args, context) => {
        const state = stateOf(round)
        return state.status === 'waiting' && mayCallOff(state, partyIn(context, round), round.begunById)
      },
    }),
    now: t.field({
      type: 'DateTime',
      description: "The server's clock, for devices to correct their own.",
      resolve: () => new Date(),
    }),
  }),
})

builder.prismaObjectFields(Network, (t) => ({
  openRound: t.field({
    description: 'The round that is under way, or null; there is one at most.',
    type: Round,
    nullable: true,
    select: (_args, context, nested) => ({
      rounds: nested({ where: { AND: [{ endedAt: null }, seenRound(context)] }, take: 1 }),
    }),
    resolve: ({ rounds }) => rounds[0] ?? null,
  }),
  rounds: t.relatedConnection('rounds', {
    description: 'Newest first.',
    cursor: 'id',
    query: (_args, context) => ({ where: seenRound(context), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
  viewerCanBeginRound: t.boolean({
    description:
      'Whether the caller may begin a round when none is under way: any member. A consultant only facilitates.',
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayBegin(standingIn(context, id), state, true),
  }),
}))

builder.prismaObjectField(Meeting, 'rounds', (t) =>
  t.relation('rounds', {
    type: Round,
    description: 'In their order.',
    query: (_args, context) => ({ where: seenRound(context), orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  }),
)

const RoundRoleInput = builder.inputType('RoundRoleInput', {
  fields: (t) => ({
    personId: t.globalID({ required: true, for: [Person] }),
    role: t.string({ required: true }),
  }),
})

const BeginRoundInput = builder.inputType('BeginRoundInput', {
  fields: (t) => ({
    id: t.globalID({ required: true, for: [Round], description: 'Made by the client: a random UUID, version 4.' }),
    networkId: t.globalID({ required: true, for: [Network] }),
    meetingId: t.globalID({ for: [Meeting] }),
    method: t.string({ required: true }),
    protocolVersionId: t.globalID({
      for: [ProtocolVersion],
      description: "One that the method was made into. Null: the method's own protocol, as the server has it.",
    }),
    roles: t.field({ type: [RoundRoleInput], required: true }),
    leadId: t.globalID({ required: true, for: [Person] }),
    timekeeperId: t.globalID({ for: [Person] }),
    facilitatorId: t.globalID({ for: [Person], description: 'A consultant of the network; she sees this round then.' }),
    stays: t.field({ type: RoundStays, required: true }),
    staysUntil: t.field({ type: 'Day', description: 'The last day; needed for what the group keeps.' }),
  }),
})

builder.mutationField('beginRound', (t) =>
  t.prismaField({
    description:
      'Begins a round of a network that has none under way: everything but its events is settled then. The same round sent again is answered alike.',
    type: Round,
    args: { input: t.arg({ type: BeginRoundInput, required: true }) },
    errors: { types: [InvalidInput, RolesDoNotFit, RoundUnderWay] },
    resolve: async (selection, _root, { input }, context) => {
      const { id: networkId, state } = await loadNetwork(context, input.networkId.id)
      const beginning = parse(roundBeginning(localDate(context.now)), {
        ...input,
        id: input.id.id,
        meetingId: input.meetingId?.id ?? null,
        protocolVersionId: input.protocolVersionId?.id ?? null,
        roles: input.roles.map(({ personId, role }) => ({ personId: personId.id, role })),
        leadId: input.leadId.id,
        timekeeperId: input.timekeeperId?.id ?? null,
        facilitatorId: input.facilitatorId?.id ?? null,
        staysUntil: input.staysUntil ?? null,
      })
      const facilitates = beginning.facilitatorId === signedIn(context).personId
      demand(context, mayBegin(standingIn(context, networkId), state, facilitates))
      const protocol = await protocolFor(context, networkId, beginning)
      if (beginning.meetingId) await demandMeeting(context, networkId, beginning.meetingId)
      if (context.codeWall) await demandSeats(context, networkId, beginning)
      checkRoles(protocol, beginning.roles, beginning.leadId, beginning.timekeeperId)
      await beginRound(context, networkId, beginning, protocol)
      return readRound(context, selection, beginning.id)
    },
  }),
)

builder.mutationField('callOffRound', (t) =>
  t.prismaField({
    description: 'Ends a round that was begun and has not started: nobody has had a turn by it.',
    type: Round,
    args: { id: t.arg.globalID({ required: true, for: [Round] }) },
    errors: { types: [RoundIsOver, RoundStarted] },
    resolve: async (selection, _root, { id }, context) => {
      const round = await loadRound(context, id.id)
      const state = stateOf(round)
      demand(context, mayCallOff(state, partyIn(context, round), round.begunById))
      checkWaiting(state)
      await endWaiting(context, round.id)
      return readRound(context, selection, round.id)
    },
  }),
)

/** What the round is run by: taken from the server's own list or from what a consultant has saved, never from the caller. */
async function protocolFor(context: Context, networkId: string, { method, protocolVersionId }: RoundBeginning) {
  if (protocolVersionId === null) return protocolOf(method)
  const { basedOn, own } = await loadVersion(context, networkId, protocolVersionId)
  if (basedOn !== method) throw notFound()
  return adapted(protocolOf(method), own)
}
