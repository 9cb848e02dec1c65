import { localDate } from '@lederkreds/domain/day'
import {
  AlreadyAsked,
  AskedOtherwise,
  checkGiverCount,
  checkGivers,
  checkOpenCount,
  checkPart,
  FeedbackClosed,
  feedbackAsking,
  isJoinable,
  isTaking,
  mayAskForFeedback,
  NotAGiver,
  TooFewGivers,
  TooManyOpen,
} from '@lederkreds/domain/feedback/cycle'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { SealedHead } from '../account/sealed-item.schema.ts'
import { loadCycleHeads, loadNetworkHeads } from '../account/sealed-item.store.ts'
import { Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import { demand, networksSeen, signedIn, standingIn, visible } from '../context.ts'
import {
  FeedbackForm as forms,
  FeedbackPromise as promises,
  FeedbackState as states,
} from '../generated/prisma/enums.ts'
import { Network } from '../networks/network.schema.ts'
import { loadNetwork } from '../networks/network.store.ts'
import { ownPart } from './answer.store.ts'
import {
  askCycle,
  caller,
  cancelCycle,
  countInvited,
  countOpen,
  demandPrevious,
  findCycle,
  findGivers,
  findInvited,
  isUnsent,
  loadCycle,
  loadGivers,
  loadIssuerKey,
  newestFirst,
  readCycle,
  seenCycle,
} from './cycle.store.ts'
import { makeIssuer } from './issuer.store.ts'
import { loadStep } from './step.store.ts'

plainRefusals(AlreadyAsked, AskedOtherwise, FeedbackClosed, TooFewGivers, TooManyOpen)

builder.objectType(NotAGiver, {
  name: 'NotAGiver',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    giverIds: t.idList({
      description: 'Those who cannot be asked now.',
      resolve: ({ giverIds }) => giverIds.map((id) => `Person_${id}`),
    }),
  }),
})

export const FeedbackForm = builder.enumType('FeedbackForm', { values: Object.values(forms) })
export const FeedbackPromise = builder.enumType('FeedbackPromise', {
  description: 'Whether answers carry the names of those who gave them, or nobody’s.',
  values: Object.values(promises),
})
const FeedbackState = builder.enumType('FeedbackState', { values: Object.values(states) })

export const FeedbackCycle = builder.prismaNode('FeedbackCycle', {
  id: { field: 'id' },
  description:
    'That somebody has asked some members of her network for feedback, how, and until when. Seen by her and by those whom she asks; nobody is told what any of them has done with it.',
  findUnique: (id, context) => ({ id, AND: [seenCycle(context)] }),
  fields: (t) => ({
    network: t.field({
      description: 'Null for a receiver who has left it: what was released to her stays hers.',
      type: Network,
      nullable: true,
      select: (_args, _context, nested) => ({ networkId: true, network: nested(true) }),
      resolve: ({ networkId, network }, _args, context) =>
        networksSeen(context).includes(networkId) || !context.codeWall ? network : null,
    }),
    networkId: t.id({
      description: 'Also for a receiver who has left: the answers are bound to it, so she opens none without it.',
      select: { networkId: true },
      resolve: ({ networkId }) => `Network_${networkId}`,
    }),
    receiver: t.relation('receiver', { type: Person }),
    form: t.expose('form', { type: FeedbackForm }),
    promise: t.expose('promise', { type: FeedbackPromise }),
    promiseVersion: t.exposeInt('promiseVersion', { description: 'Which wording of the promise was shown.' }),
    deadline: t.expose('deadline', { type: 'DateTime', description: 'Answers come before it.' }),
    createdOn: t.expose('createdOn', { type: 'Day' }),
    state: t.expose('state', { type: FeedbackState }),
    closedOn: t.expose('closedOn', { type: 'Day', nullable: true }),
    invited: t.prismaField({
      description: 'Everybody who is asked, by name. Costs a statement for each cycle: a list asks for `invitedCount`.',
      type: [Person],
      select: { id: true },
      resolve: (selection, { id }, _args, context) => findInvited(context, selection, id),
    }),
    invitedCount: t.int({
      description: 'How many are asked.',
      select: { id: true },
      resolve: async ({ id }, _args, context) => (await countInvited(context, id)) ?? 0,
    }),
    isSent: t.boolean({
      description: 'Whether its question is there: only then those who are asked know of it.',
      select: { askId: true },
      resolve: ({ askId }) => askId !== null,
    }),
    ask: t.field({
      description: 'The sealed question; null where it is not sealed to the caller, or is not there.',
      type: SealedHead,
      nullable: true,
      select: { id: true },
      resolve: async ({ id }, _args, context) =>
        (await loadCycleHeads(context, signedIn(context), id, 'feedbackAsk'))[0] ?? null,
    }),
    toldSteps: t.field({
      description: 'What its receiver has told the group afterwards, as far as it is sealed to the caller.',
      type: [SealedHead],
      select: { id: true },
      resolve: ({ id }, _args, context) => loadCycleHeads(context, signedIn(context), id, 'feedbackStep'),
    }),
    issuerKey: t.field({
      description: 'The key that signs tokens, as SPKI, while a pooled cycle is open; else null.',
      type: 'Bytes',
      nullable: true,
      select: { id: true, promise: true },
      resolve: ({ id, promise }, _args, context) => (promise === 'pooled' ? loadIssuerKey(context, id) : null),
    }),
    viewerIsReceiver: t.boolean({
      select: { receiverId: true },
      resolve: ({ receiverId }, _args, context) => receiverId === caller(context),
    }),
    viewerIsGiver: t.boolean({
      select: { id: true },
      resolve: async ({ id }, _args, context) => (await ownPart(context, id)).isAsked,
    }),
    viewerCanAnswer: t.boolean({
      description:
        'Whether the caller is asked and there is time. In a pooled cycle nobody here knows whether she has answered.',
      select: { id: true, state: true, deadline: true },
      resolve: async ({ id, ...cycle }, _args, context) => {
        const { isAsked, answered, declined } = await ownPart(context, id)
        return isAsked && !answered && !declined && isTaking(cycle, context.now)
      },
    }),
    viewerHasAnswered: t.boolean({
      description: 'The caller herself, by name. Always false in a pooled cycle.',
      select: { id: true },
      resolve: async ({ id }, _args, context) => (await ownPart(context, id)).answered,
    }),
    viewerHasDeclined: t.boolean({
      description: 'The caller herself, by name. Always false in a pooled cycle.',
      select: { id: true },
      resolve: async ({ id }, _args, context) => (await ownPart(context, id)).declined,
    }),
    viewerCanCancel: t.boolean({
      select: { receiverId: true, state: true },
      resolve: ({ receiverId, state }, _args, context) => receiverId === caller(context) && state === 'open',
    }),
  }),
})

builder.prismaObjectFields(FeedbackCycle, (t) => ({
  previous: t.field({
    description: 'The cycle that this one asks again; for its receiver.',
    type: FeedbackCycle,
    nullable: true,
    select: (_args, _context, nested) => ({ receiverId: true, previous: nested(true) }),
    resolve: ({ receiverId, previous }, _args, context) =>
      receiverId === caller(context) || !context.codeWall ? previous : null,
  }),
  next: t.field({
    description: 'The newest cycle that asks this one again and was not called off; for its receiver.',
    type: FeedbackCycle,
    nullable: true,
    select: (_args, context, nested) => ({
      nexts: nested({
        where: { state: { not: 'cancelled' }, AND: [visible(context, { receiverId: caller(context) })] },
        orderBy: newestFirst,
        take: 1,
      }),
    }),
    resolve: ({ nexts }) => nexts[0] ?? null,
  }),
}))

builder.queryField('feedbackCycle', (t) =>
  t.prismaField({
    description: 'A cycle that the caller may see, or null.',
    type: FeedbackCycle,
    nullable: true,
    args: { id: t.arg.globalID({ required: true, for: [FeedbackCycle] }) },
    resolve: (selection, _root, { id: { id } }, context) => {
      signedIn(context)
      return findCycle(context, selection, id)
    },
  }),
)

builder.prismaObjectFields(Network, (t) => ({
  unsentFeedback: t.field({
    description: 'The newest cycle of the caller’s own whose question did not get through, or null.',
    type: FeedbackCycle,
    nullable: true,
    select: (_args, context, nested) => ({
      feedbackCycles: nested({ where: isUnsent(context), orderBy: [...newestFirst], take: 1 }),
    }),
    resolve: ({ feedbackCycles }) => feedbackCycles[0] ?? null,
  }),
  feedbackGivers: t.prismaField({
    description: 'Those whom the caller can ask now, by name: who are inside and have keys to seal to.',
    type: [Person],
    select: { id: true },
    resolve: (selection, { id }, _args, context) => findGivers(context, selection, id),
  }),
  toldSteps: t.field({
    description: 'What members have told the group after feedback, as far as it is sealed to the caller.',
    type: [SealedHead],
    select: { id: true },
    resolve: ({ id }, _args, context) => loadNetworkHeads(context, signedIn(context), id, 'feedbackStep'),
  }),
  viewerCanAskForFeedback: t.boolean({
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayAskForFeedback(standingIn(context, id), state),
  }),
}))

const AskForFeedbackInput = builder.inputType('AskForFeedbackInput', {
  fields: (t) => ({
    id: t.globalID({
      required: true,
      for: [FeedbackCycle],
      description: 'Made by the client: a random UUID, version 4.',
    }),
    networkId: t.globalID({ required: true, for: [Network] }),
    form: t.field({ type: FeedbackForm, required: true }),
    promise: t.field({ type: FeedbackPromise, required: true }),
    deadline: t.field({ type: 'DateTime', required: true, description: 'Between an hour and three months from now.' }),
    giverIds: t.globalIDList({ required: true, for: [Person], description: 'Five at least where answers are pooled.' }),
    previousId: t.globalID({
      for: [FeedbackCycle],
      description: "A cycle of the caller's own that this one asks again.",
    }),
    stepId: t.globalID({
      description: 'A step of the network: form, promise and deadline are the same, and everybody is asked.',
    }),
  }),
})

builder.mutationField('askForFeedback', (t) =>
  t.prismaField({
    description:
      'Begins a cycle of the caller’s. Everything of it is settled then, and nobody is told before her sealed question is saved. The same cycle sent again is answered alike.',
    type: FeedbackCycle,
    args: { input: t.arg({ type: AskForFeedbackInput, required: true }) },
    errors: {
      types: [AlreadyAsked, AskedOtherwise, FeedbackClosed, InvalidInput, NotAGiver, TooFewGivers, TooManyOpen],
    },
    resolve: async (selection, _root, { input }, context) => {
      const { id: networkId, state } = await loadNetwork(context, input.networkId.id)
      const { stepId } = input
      const asking = parse(feedbackAsking(context.now), {
        ...input,
        id: input.id.id,
        giverIds: input.giverIds.map(({ id }) => id),
        previousId: input.previousId?.id ?? null,
        stepId: stepId ? (stepId.typename === 'FeedbackStep' ? stepId.id : '') : null,
      })
      demand(context, mayAskForFeedback(standingIn(context, networkId), state))
      checkGiverCount(asking)
      if (context.codeWall) checkOpenCount(asking, await countOpen(context, networkId, asking.id))
      const canBeAsked = await loadGivers(context, networkId)
      if (context.codeWall) checkGivers(asking.giverIds, canBeAsked)
      if (asking.previousId) await demandPrevious(context, networkId, asking.previousId)
      if (asking.stepId) {
        const step = await loadStep(context, networkId, asking.stepId)
        if (!isJoinable(step, context.now, localDate(context.now))) throw new FeedbackClosed()
        checkPart(asking, step, canBeAsked)
      }
      const issuer = asking.promise === 'pooled' ? await makeIssuer(context.settings.SECRET, asking.id) : null
      await askCycle(context, networkId, asking, issuer)
      return readCycle(context, selection, asking.id)
    },
  }),
)

builder.mutationField('cancelFeedback', (t) =>
  t.prismaField({
    description: 'Calls a cycle of the caller’s off. Everything that was given is destroyed unread.',
    type: FeedbackCycle,
    args: { cycleId: t.arg.globalID({ required: true, for: [FeedbackCycle] }) },
    errors: { types: [FeedbackClosed] },
    resolve: async (selection, _root, { cycleId: { id } }, context) => {
      const cycle = await loadCycle(context, id)
      demand(context, cycle.receiverId === caller(context))
      await cancelCycle(context, cycle)
      return readCycle(context, selection, id)
    },
  }),
)
