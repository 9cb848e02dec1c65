import { AddressTaken, newEmail, OwnEmail, profile } from '@lederkreds/domain/account/person'
import { Stale } from '@lederkreds/domain/errors'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { correctEmail, correctProfile } from './correction.store.ts'
import { EditProfileInput } from './profile.schema.ts'
import { Person } from './viewer.schema.ts'

plainRefusals(OwnEmail)

builder.mutationField('correctProfile', (t) =>
  t.prismaField({
    description:
      'Changes what a person of the organisation is called and where she works. She can read that it was done.',
    type: Person,
    args: {
      personId: t.arg.globalID({ required: true, for: [Person] }),
      input: t.arg({ type: EditProfileInput, required: true }),
      version: t.arg.int({ required: true }),
    },
    errors: { types: [InvalidInput, Stale] },
    resolve: (selection, _root, { personId, input, version }, context) =>
      correctProfile(context, selection, personId.id, parse(profile, input), version),
  }),
)

builder.mutationField('correctEmail', (t) =>
  t.prismaField({
    description:
      'Changes the address of a person of the organisation, with which she signs in. Her old address is told. Asks for a recent sign-in.',
    type: Person,
    args: {
      personId: t.arg.globalID({ required: true, for: [Person] }),
      email: t.arg.string({ required: true }),
      version: t.arg.int({ required: true }),
    },
    errors: { types: [InvalidInput, AddressTaken, OwnEmail, Stale] },
    resolve: (selection, _root, { personId, email, version }, context) =>
      correctEmail(context, selection, personId.id, parse(newEmail, { email }).email, version),
  }),
)
