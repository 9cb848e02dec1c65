import { TooFewWraps } from '@lederkreds/domain/account/key-wrap'
import { PasskeyRefused, passkeyName, TooManyPasskeys } from '@lederkreds/domain/account/passkey'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { z } from 'zod'
import { builder, plainRefusals } from '../builder.ts'
import { demandStepUp, signedIn } from '../context.ts'
import { SignedIn } from './code.schema.ts'
import { removePasskey } from './key-wrap.store.ts'
import {
  addPasskey,
  askNewPasskey,
  askPasskey,
  ownPasskeys,
  renamePasskey,
  signInWithPasskey,
} from './passkey.store.ts'
import { loadViewer } from './person.store.ts'
import { Viewer } from './viewer.schema.ts'

plainRefusals(PasskeyRefused, TooManyPasskeys, TooFewWraps)

export const Passkey = builder.prismaNode('Passkey', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [ownPasskeys(context)] }),
  fields: (t) => ({
    credentialId: t.exposeString('credentialId', {
      description:
        "The device's own id of it, base64url: with it a browser asks for this passkey without asking the server.",
    }),
    name: t.exposeString('name'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.prismaObjectField(Viewer, 'passkeys', (t) =>
  t.relation('passkeys', {
    query: (_args, context) => ({ where: ownPasskeys(context), orderBy: { createdAt: 'asc' } }),
  }),
)

const PasskeyQuestion = builder.objectRef<{ options: string }>('PasskeyQuestion').implement({
  fields: (t) => ({
    options: t.exposeString('options', {
      description:
        "JSON text as the browser's WebAuthn functions take it. Answered once, within five minutes, by this browser.",
    }),
  }),
})

const naming = z.object({ name: passkeyName })

builder.mutationField('askPasskey', (t) =>
  t.field({
    description: 'A challenge to sign in with a passkey, or to confirm that it is still you.',
    type: PasskeyQuestion,
    resolve: (_root, _args, context) => askPasskey(context),
  }),
)

builder.mutationField('signInWithPasskey', (t) =>
  t.field({
    description: "Signs this browser in with the answer of the browser's passkey.",
    type: SignedIn,
    args: { answer: t.arg.string({ required: true }) },
    errors: { types: [PasskeyRefused] },
    resolve: (_root, { answer }, context) => signInWithPasskey(context, answer),
  }),
)

builder.mutationField('askNewPasskey', (t) =>
  t.field({
    description: 'What the browser needs to make a passkey for the caller. Asks for a recent sign-in.',
    type: PasskeyQuestion,
    errors: { types: [TooManyPasskeys] },
    resolve: (_root, _args, context) => {
      demandStepUp(context)
      return askNewPasskey(context)
    },
  }),
)

builder.mutationField('addPasskey', (t) =>
  t.prismaField({
    description: "Keeps the passkey that the caller's browser made. Asks for a recent sign-in.",
    type: Passkey,
    args: { answer: t.arg.string({ required: true }), name: t.arg.string({ required: true }) },
    errors: { types: [InvalidInput, PasskeyRefused] },
    resolve: async (selection, _root, { answer, name }, context) => {
      demandStepUp(context)
      return addPasskey(context, selection, answer, parse(naming, { name }).name)
    },
  }),
)

builder.mutationField('renamePasskey', (t) =>
  t.prismaField({
    type: Passkey,
    args: { id: t.arg.globalID({ required: true, for: [Passkey] }), name: t.arg.string({ required: true }) },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, { id, name }, context) => {
      signedIn(context)
      return renamePasskey(context, selection, id.id, parse(naming, { name }).name)
    },
  }),
)

builder.mutationField('removePasskey', (t) =>
  t.prismaField({
    description: 'Takes a passkey away: it neither signs in nor unlocks any longer. Asks for a recent sign-in.',
    type: Viewer,
    args: { id: t.arg.globalID({ required: true, for: [Passkey] }) },
    errors: { types: [TooFewWraps] },
    resolve: async (selection, _root, { id }, context) => {
      demandStepUp(context)
      await removePasskey(context, signedIn(context), id.id)
      return loadViewer(context, selection, signedIn(context))
    },
  }),
)
