import { CodeExpired, CodeWrong, TooManyCodes, typedCode } from '@lederkreds/domain/account/code'
import { emailAddress, InvalidInput, parse } from '@lederkreds/domain/text'
import { z } from 'zod'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import { badRequest } from '../errors.ts'
import { askCode, type CodeAsked as CodeAskedShape, redeemCode, type SignedIn as SignedInShape } from './code.store.ts'
import { Locale } from './viewer.schema.ts'

plainRefusals(CodeExpired)
builder.objectType(CodeWrong, {
  name: 'CodeWrong',
  interfaces: [RefusalInterface],
  fields: (t) => ({ guessesLeft: t.exposeInt('guessesLeft') }),
})
builder.objectType(TooManyCodes, {
  name: 'TooManyCodes',
  interfaces: [RefusalInterface],
  fields: (t) => ({ retryAfterSeconds: t.exposeInt('retryAfterSeconds') }),
})

export const CodeAsked = builder.objectRef<CodeAskedShape>('CodeAsked').implement({
  description: 'A code is on its way, if somebody here has the address.',
  fields: (t) => ({
    codeId: t.exposeID('codeId', { description: 'Goes with the digits into redeemCode, from the same browser.' }),
  }),
})

export const SignedIn = builder.objectRef<SignedInShape>('SignedIn').implement({
  description: "This browser's cookie now belongs to a fresh session; the one before it has ended.",
  fields: (t) => ({ personId: t.id({ resolve: ({ personId }) => `Person_${personId}` }) }),
})

builder.mutationField('askCode', (t) =>
  t.field({
    description: 'Sends a one-time code to an address, or to the address of an invitation.',
    type: CodeAsked,
    args: {
      email: t.arg.string(),
      invitationToken: t.arg.string(),
      locale: t.arg({ type: Locale, description: 'Of the mail to somebody who has no account yet.' }),
    },
    errors: { types: [InvalidInput, TooManyCodes] },
    resolve: (_root, { email, invitationToken, locale }, context) => {
      if (invitationToken && email) throw badRequest('Ask for an address or for an invitation, not for both.')
      const receiver = invitationToken
        ? { email: null, invitationToken }
        : { email: parse(z.object({ email: emailAddress }), { email: email ?? '' }).email, invitationToken: null }
      return askCode(context, receiver, locale ?? 'da')
    },
  }),
)

export const codeGuess = z.object({ codeId: z.uuid({ error: 'invalid' }), code: typedCode })

builder.mutationField('redeemCode', (t) =>
  t.field({
    description: 'Signs this browser in with the digits of a code that it asked for: five guesses, ten minutes.',
    type: SignedIn,
    args: { codeId: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    errors: { types: [InvalidInput, CodeWrong, CodeExpired] },
    resolve: (_root, guess, context) => {
      const { codeId, code } = parse(codeGuess, guess)
      return redeemCode(context, codeId, code)
    },
  }),
)
