import { localDate } from '@lederkreds/domain/day'
import { feedbackStep, isJoinable, mayAskForFeedback, mayPlanFeedback } from '@lederkreds/domain/feedback/cycle'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { loadNetwork } from '../networks/network.store.ts'
import { FeedbackCycle, FeedbackForm, FeedbackPromise } from './cycle.schema.ts'
import { caller } from './cycle.store.ts'
import { planStep, readStep, seenStep } from './step.store.ts'

/** The caller's own part of a step. */
const ownPart = (viewer: Parameters<typeof caller>[0]) => ({
  where: { receiverId: caller(viewer), state: { not: 'cancelled' as const } },
  take: 1,
})

const FeedbackStep = builder.prismaNode('FeedbackStep', {
  id: { field: 'id' },
  description: 'A plan of a network that each member asks all the others, with a theme of her own.',
  findUnique: (id, context) => ({ id, AND: [seenStep(context)] }),
  fields: (t) => ({
    network: t.relation('network'),
    promise: t.expose('promise', { type: FeedbackPromise }),
    form: t.expose('form', { type: FeedbackForm }),
    opensOn: t.expose('opensOn', { type: 'Day' }),
    deadline: t.expose('deadline', { type: 'DateTime' }),
    viewerCycle: t.field({
      description: "The caller's own part, or null as long as she has none.",
      type: FeedbackCycle,
      nullable: true,
      select: (_args, context, nested) => ({ cycles: nested(ownPart(context)) }),
      resolve: ({ cycles }) => cycles[0] ?? null,
    }),
    viewerCanJoin: t.boolean({
      description:
        'Whether the caller can ask with a theme of her own now: from its day on, once, while there is time.',
      select: (_args, context) => ({
        networkId: true,
        opensOn: true,
        deadline: true,
        network: { select: { state: true } },
        cycles: { ...ownPart(context), select: { id: true } },
      }),
      resolve: ({ networkId, opensOn, deadline, network, cycles }, _args, context) =>
        cycles.length === 0 &&
        mayAskForFeedback(standingIn(context, networkId), network.state) &&
        isJoinable({ opensOn: opensOn.toISOString().slice(0, 10), deadline }, context.now, localDate(context.now)),
    }),
  }),
})

builder.prismaObjectField(FeedbackCycle, 'step', (t) =>
  t.field({
    description: "The network's step that it is part of; null for a receiver who has left the network.",
    type: FeedbackStep,
    nullable: true,
    select: (_args, _context, nested) => ({ networkId: true, step: nested(true) }),
    resolve: ({ networkId, step }, _args, context) => {
      const { member, accepted } = standingIn(context, networkId)
      return (member && accepted) || !context.codeWall ? step : null
    },
  }),
)

builder.prismaObjectFields(Network, (t) => ({
  feedbackSteps: t.relatedConnection('feedbackSteps', {
    description: 'Those whose deadline is not over, the first to end first.',
    cursor: 'id',
    query: (_args, context) => ({
      where: { AND: [{ deadline: { gt: context.now } }, seenStep(context)] },
      orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
    }),
  }),
  viewerCanPlanFeedback: t.boolean({
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayPlanFeedback(standingIn(context, id), state),
  }),
}))

const PlanFeedbackStepInput = builder.inputType('PlanFeedbackStepInput', {
  fields: (t) => ({
    id: t.globalID({
      required: true,
      for: [FeedbackStep],
      description: 'Made by the client: a random UUID, version 4.',
    }),
    networkId: t.globalID({ required: true, for: [Network] }),
    promise: t.field({ type: FeedbackPromise, required: true }),
    form: t.field({ type: FeedbackForm, required: true }),
    opensOn: t.field({ type: 'Day', required: true }),
    deadline: t.field({ type: 'DateTime', required: true, description: 'Between an hour and three months from now.' }),
  }),
})

builder.mutationField('planFeedbackStep', (t) =>
  t.prismaField({
    description: 'Plans that each member asks all the others. The same step sent again is answered alike.',
    type: FeedbackStep,
    args: { input: t.arg({ type: PlanFeedbackStepInput, required: true }) },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, { input }, context) => {
      const { id: networkId, state } = await loadNetwork(context, input.networkId.id)
      const step = parse(feedbackStep(context.now, localDate(context.now)), { ...input, id: input.id.id })
      demand(context, mayPlanFeedback(standingIn(context, networkId), state))
      await planStep(context, networkId, step)
      return readStep(context, selection, step.id)
    },
  }),
)
