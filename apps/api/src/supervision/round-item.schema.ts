import { SealedHead } from '../account/sealed-item.schema.ts'
import { loadRoundHeads } from '../account/sealed-item.store.ts'
import { builder } from '../builder.ts'
import { signedIn } from '../context.ts'
import { Round } from './round.schema.ts'

builder.prismaObjectField(Round, 'sealedHeads', (t) =>
  t.field({
    description: 'What of this round is sealed to the caller, and what of hers is sealed to others.',
    type: [SealedHead],
    select: { id: true },
    resolve: ({ id }, _args, context) => loadRoundHeads(context, signedIn(context), id),
  }),
)
