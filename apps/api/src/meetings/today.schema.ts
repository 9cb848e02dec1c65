import { builder } from '../builder.ts'
import { Meeting } from './meeting.schema.ts'
import { findToMark, findWaiting } from './today.store.ts'

builder.queryField('viewerMeetings', (t) =>
  t.prismaConnection({
    description: "The caller's own meetings over all her networks from today on, soonest first.",
    type: Meeting,
    cursor: 'id',
    resolve: (selection, _root, _args, context) => findWaiting(context, selection),
  }),
)

builder.queryField('meetingsToMark', (t) =>
  t.prismaConnection({
    description:
      'Meetings of the last thirty days, and of today, of which nobody has said who was there and the caller may.',
    type: Meeting,
    cursor: 'id',
    resolve: (selection, _root, _args, context) => findToMark(context, selection),
  }),
)
