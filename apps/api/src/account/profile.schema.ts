import { profile } from '@lederkreds/domain/account/person'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder } from '../builder.ts'
import { signedIn } from '../context.ts'
import { saveProfile } from './person.store.ts'
import { Person } from './viewer.schema.ts'

const EditProfileInput = builder.inputType('EditProfileInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    title: t.string(),
    workplace: t.string(),
    locale: t.string({ required: true }),
    theme: t.string({ required: true }),
  }),
})

builder.mutationField('editProfile', (t) =>
  t.prismaField({
    description: 'Changes what the caller tells about herself and how she wants the app.',
    type: Person,
    args: { input: t.arg({ type: EditProfileInput, required: true }) },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, { input }, context) => saveProfile(context, selection, signedIn(context), parse(profile, input)),
  }),
)
