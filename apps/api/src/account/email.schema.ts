import { CodeExpired, CodeWrong, TooManyCodes } from '@lederkreds/domain/account/code'
import { AddressTaken, newEmail } from '@lederkreds/domain/account/person'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { signedIn } from '../context.ts'
import { CodeAsked, codeGuess } from './code.schema.ts'
import { askNewEmail, redeemNewEmail } from './email.store.ts'
import { loadViewer } from './person.store.ts'
import { Viewer } from './viewer.schema.ts'

plainRefusals(AddressTaken)

builder.mutationField('askNewEmail', (t) =>
  t.field({
    description:
      'Sends a one-time code to an address that the caller wants as her own. Asks for a recent sign-in. Answers alike for free and taken addresses.',
    type: CodeAsked,
    args: { email: t.arg.string({ required: true }) },
    errors: { types: [InvalidInput, TooManyCodes] },
    resolve: (_root, asked, context) => {
      signedIn(context)
      return askNewEmail(context, parse(newEmail, asked).email)
    },
  }),
)

builder.mutationField('redeemNewEmail', (t) =>
  t.prismaField({
    description:
      'Makes the address that the code was sent to the caller’s own; her old address is told. Asks for a recent sign-in.',
    type: Viewer,
    args: { codeId: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    errors: { types: [InvalidInput, CodeWrong, CodeExpired, AddressTaken] },
    resolve: async (selection, _root, guess, context) => {
      const viewer = signedIn(context)
      const { codeId, code } = parse(codeGuess, guess)
      await redeemNewEmail(context, codeId, code)
      return loadViewer(context, selection, viewer)
    },
  }),
)
