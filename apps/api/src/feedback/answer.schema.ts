import { AlreadyAnswered, FeedbackClosed } from '@lederkreds/domain/feedback/cycle'
import { sealedAnswer } from '@lederkreds/domain/feedback/pooled'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals } from '../builder.ts'
import { signedIn } from '../context.ts'
import { declineAnswer, deleteAnswer, giveAnswer, seenAnswer } from './answer.store.ts'
import { FeedbackCycle } from './cycle.schema.ts'
import { readCycle } from './cycle.store.ts'

plainRefusals(AlreadyAnswered)

const FeedbackAnswer = builder.prismaNode('FeedbackAnswer', {
  id: { field: 'id' },
  description: 'One sealed answer, for the receiver alone, once its cycle is released.',
  findUnique: (id, context) => ({ id, AND: [seenAnswer(context)] }),
  fields: (t) => ({
    envelope: t.expose('envelope', { type: 'Bytes' }),
    wrappedKey: t.expose('wrappedKey', { type: 'Bytes' }),
    giver: t.relation('giver', { type: Person, nullable: true, description: 'Null where answers are pooled.' }),
  }),
})

builder.prismaObjectField(FeedbackCycle, 'answers', (t) =>
  t.relation('answers', {
    type: FeedbackAnswer,
    description:
      "The receiver's, once the cycle is released; in no order that tells anything. Empty for everybody else.",
    query: (_args, context) => ({ where: seenAnswer(context), orderBy: { id: 'asc' } }),
  }),
)

const AnswerFeedbackInput = builder.inputType('AnswerFeedbackInput', {
  fields: (t) => ({
    cycleId: t.globalID({ required: true, for: [FeedbackCycle] }),
    envelope: t.field({ type: 'Bytes', required: true, description: 'Always of the size class of 16 KiB.' }),
    wrappedKey: t.field({ type: 'Bytes', required: true }),
  }),
})

builder.mutationField('answerFeedback', (t) =>
  t.prismaField({
    description:
      'Hands in an answer by name: once, for good, before the deadline. Nobody is told that it is there before the cycle is released.',
    type: FeedbackCycle,
    args: { input: t.arg({ type: AnswerFeedbackInput, required: true }) },
    errors: { types: [AlreadyAnswered, FeedbackClosed, InvalidInput] },
    resolve: async (selection, _root, { input }, context) => {
      await giveAnswer(context, input.cycleId.id, parse(sealedAnswer, input))
      return readCycle(context, selection, input.cycleId.id)
    },
  }),
)

builder.mutationField('declineFeedback', (t) =>
  t.prismaField({
    description: 'Says by name that one will not answer: for good. Nobody is told.',
    type: FeedbackCycle,
    args: { cycleId: t.arg.globalID({ required: true, for: [FeedbackCycle] }) },
    errors: { types: [AlreadyAnswered, FeedbackClosed] },
    resolve: async (selection, _root, { cycleId: { id } }, context) => {
      await declineAnswer(context, id)
      return readCycle(context, selection, id)
    },
  }),
)

builder.mutationField('deleteFeedbackAnswer', (t) =>
  t.boolean({
    description: 'Deletes an answer that the caller was given, for good. Whoever gave it is not told.',
    args: { id: t.arg.globalID({ required: true, for: [FeedbackAnswer] }) },
    resolve: async (_root, { id: { id } }, context) => {
      signedIn(context)
      await deleteAnswer(context, id)
      return true
    },
  }),
)
