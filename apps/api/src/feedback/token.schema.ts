import { FeedbackClosed } from '@lederkreds/domain/feedback/cycle'
import { blindedToken, TokenGiven } from '@lederkreds/domain/feedback/pooled'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { signedIn } from '../context.ts'
import { giveToken } from './issuer.store.ts'

plainRefusals(TokenGiven)

const FeedbackToken = builder.objectRef<{ signature: Uint8Array<ArrayBuffer> }>('FeedbackToken').implement({
  description: 'What the key of a pooled cycle made of a blinded message. Only whoever blinded it can use it.',
  fields: (t) => ({ signature: t.expose('signature', { type: 'Bytes' }) }),
})

const FeedbackTokenInput = builder.inputType('FeedbackTokenInput', {
  fields: (t) => ({
    cycleId: t.globalID({ required: true }),
    blinded: t.field({
      type: 'Bytes',
      required: true,
      description: 'The blinded message of RFC 9474, RSABSSA-SHA384-PSS-Randomized: 256 bytes.',
    }),
  }),
})

builder.mutationField('feedbackToken', (t) =>
  t.field({
    description:
      'Signs what lets a giver hand in one answer to a pooled cycle, without seeing it: once for each giver, whether she will answer or not. The same message again is signed the same.',
    type: FeedbackToken,
    args: { input: t.arg({ type: FeedbackTokenInput, required: true }) },
    errors: { types: [FeedbackClosed, InvalidInput, TokenGiven] },
    resolve: async (_root, { input }, context) => {
      signedIn(context)
      const { cycleId, blinded } = parse(blindedToken, { ...input, cycleId: input.cycleId.id })
      return { signature: await giveToken(context, cycleId, blinded) }
    },
  }),
)
