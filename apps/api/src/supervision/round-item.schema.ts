import { SealedHead, SealedKind } from '../account/sealed-item.schema.ts'
import { loadRoundHeads } from '../account/sealed-item.store.ts'
import { builder } from '../builder.ts'
import { signedIn } from '../context.ts'
import { Meeting } from '../meetings/meeting.schema.ts'
import { Round } from './round.schema.ts'
import { loadRemains, loadStepsBefore, type Remains } from './round-item.store.ts'

builder.prismaObjectField(Round, 'sealedHeads', (t) =>
  t.field({
    description: 'What of this round is sealed to the caller, and what of hers is sealed to others.',
    type: [SealedHead],
    select: { id: true },
    resolve: ({ id }, _args, context) => loadRoundHeads(context, signedIn(context), id),
  }),
)

builder.prismaObjectField(Meeting, 'earlierSteps', (t) =>
  t.field({
    description:
      "Next steps of the network's rounds before this meeting that are sealed to the caller, hers among them.",
    type: [SealedHead],
    select: { id: true, networkId: true, startsAt: true },
    resolve: (meeting, _args, context) => loadStepsBefore(context, signedIn(context), meeting),
  }),
)

const RoundRemains = builder.objectRef<Remains>('RoundRemains').implement({
  description: 'How much of one kind is still kept of a round for others than whoever wrote it. Never whose it is.',
  fields: (t) => ({
    kind: t.field({ type: SealedKind, resolve: ({ kind }) => kind }),
    count: t.exposeInt('count'),
    until: t.expose('until', { type: 'Day', description: 'The last day of what is kept longest.' }),
  }),
})

builder.prismaObjectField(Round, 'remains', (t) =>
  t.field({
    description:
      'All that the server still keeps of this round for its group, counted as it is at this moment; for members of its network, null for others.',
    type: [RoundRemains],
    nullable: true,
    select: { id: true, networkId: true },
    resolve: (round, _args, context) => loadRemains(context, round),
  }),
)
