import { builder } from '../builder.ts'
import { FeedbackCycle } from './cycle.schema.ts'
import { findAsked, findToAnswer } from './cycle-list.store.ts'

const FeedbackToAnswerWhich = builder.enumType('FeedbackToAnswerWhich', {
  description:
    'All that are open, or those that wait: what the caller has answered or declined by name does not; what is pooled does until its deadline.',
  values: ['open', 'waiting'] as const,
})

const FeedbackAskedWhich = builder.enumType('FeedbackAskedWhich', {
  description:
    'All, those whose end is still news, or those that were released so long ago that the caller is reminded to ask again.',
  values: ['all', 'news', 'toAskAgain'] as const,
})

builder.queryFields((t) => ({
  feedbackToAnswer: t.prismaConnection({
    description: 'Open cycles in which the caller is asked, the first to end first.',
    type: FeedbackCycle,
    cursor: 'id',
    args: { which: t.arg({ type: FeedbackToAnswerWhich, required: true }) },
    resolve: (selection, _root, { which }, context) => findToAnswer(context, selection, which),
  }),
  feedbackAsked: t.prismaConnection({
    description: "The caller's own cycles over all her networks, newest first.",
    type: FeedbackCycle,
    cursor: 'id',
    args: { which: t.arg({ type: FeedbackAskedWhich, required: true }) },
    resolve: (selection, _root, { which }, context) => findAsked(context, selection, which),
  }),
}))
