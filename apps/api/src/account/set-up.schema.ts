import { SetUpLinkUsed, setUp } from '@lederkreds/domain/account/set-up'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { setUpOrganisation } from './set-up.store.ts'
import { Locale } from './viewer.schema.ts'

plainRefusals(SetUpLinkUsed)

const SetUpInput = builder.inputType('SetUpInput', {
  fields: (t) => ({
    organisationName: t.string({ required: true }),
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    locale: t.field({ type: Locale, required: true }),
  }),
})

const SetUpDone = builder.objectRef<{ organisationName: string }>('SetUpDone').implement({
  fields: (t) => ({ organisationName: t.exposeString('organisationName') }),
})

builder.mutationField('setUp', (t) =>
  t.field({
    description:
      'Creates the organisation and its first administrator with the one-time link that the first start prints.',
    type: SetUpDone,
    args: { token: t.arg.string({ required: true }), input: t.arg({ type: SetUpInput, required: true }) },
    errors: { types: [InvalidInput, SetUpLinkUsed] },
    resolve: async (_root, { token, input }, context) => {
      const wanted = parse(setUp, input)
      await setUpOrganisation(context, token, wanted)
      return wanted
    },
  }),
)
