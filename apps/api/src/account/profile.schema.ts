import { preferences, profile } from '@lederkreds/domain/account/person'
import { Stale } from '@lederkreds/domain/errors'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder } from '../builder.ts'
import { signedIn } from '../context.ts'
import { savePreferences, saveProfile } from './person.store.ts'
import { Locale, Theme, Viewer } from './viewer.schema.ts'

export const EditProfileInput = builder.inputType('EditProfileInput', {
  fields: (t) => ({ name: t.string({ required: true }), title: t.string(), workplace: t.string() }),
})

builder.mutationField('editProfile', (t) =>
  t.prismaField({
    description: 'Changes what the caller tells about herself.',
    type: Viewer,
    args: { input: t.arg({ type: EditProfileInput, required: true }), version: t.arg.int({ required: true }) },
    errors: { types: [InvalidInput, Stale] },
    resolve: async (selection, _root, { input, version }, context) =>
      saveProfile(context, selection, signedIn(context), parse(profile, input), version),
  }),
)

builder.mutationField('choosePreferences', (t) =>
  t.prismaField({
    description: 'Changes the language and the look that the caller wants. The newest choice counts.',
    type: Viewer,
    args: { locale: t.arg({ type: Locale, required: true }), theme: t.arg({ type: Theme, required: true }) },
    resolve: async (selection, _root, chosen, context) =>
      savePreferences(context, selection, signedIn(context), parse(preferences, chosen)),
  }),
)
