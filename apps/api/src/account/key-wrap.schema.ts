import { identityEntry, identitySecret } from '@lederkreds/domain/account/identity'
import {
  firstWraps,
  KeysExist,
  KeysMissing,
  keyWrap,
  TooFewWraps,
  wrappedKey,
} from '@lederkreds/domain/account/key-wrap'
import { Stale } from '@lederkreds/domain/errors'
import { clientMadeId } from '@lederkreds/domain/request'
import { InvalidInput, parse, wholeNumber } from '@lederkreds/domain/text'
import { z } from 'zod'
import { builder, plainRefusals } from '../builder.ts'
import { demandStepUp, signedIn } from '../context.ts'
import { KeyWrapKind as kinds } from '../generated/prisma/enums.ts'
import { IdentityInput, onlyRead } from './identity.schema.ts'
import { addWrap, makeKeys, ownKeyWraps, removeWrap, replaceWrap, startKeysAnew } from './key-wrap.store.ts'
import { Passkey } from './passkey.schema.ts'
import { loadViewer } from './person.store.ts'
import { Viewer } from './viewer.schema.ts'

plainRefusals(KeysExist, KeysMissing)

const KeyWrapKind = builder.enumType('KeyWrapKind', { values: Object.values(kinds) })

const KeyWrap = builder.prismaObject('KeyWrap', {
  fields: (t) => ({
    id: t.id({ select: { id: true }, resolve: ({ id }) => `KeyWrap_${id}` }),
    kind: t.expose('kind', { type: KeyWrapKind }),
    passkeyId: t.id({
      nullable: true,
      select: { passkeyId: true },
      resolve: ({ passkeyId }) => passkeyId && `Passkey_${passkeyId}`,
    }),
    wrapped: t.field({
      type: 'Bytes',
      select: { wrapped: true },
      resolve: ({ wrapped }, _args, _context, info) => {
        onlyRead(info)
        return wrapped
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    version: t.exposeInt('version'),
  }),
})

builder.prismaObjectField(Viewer, 'keyWraps', (t) =>
  t.relation('keyWraps', {
    type: KeyWrap,
    query: (_args, context) => ({ where: ownKeyWraps(context), orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  }),
)

const KeyWrapInput = builder.inputType('KeyWrapInput', {
  fields: (t) => ({
    id: t.globalID({ required: true, for: [KeyWrap], description: 'Made by the client: a random UUID, version 4.' }),
    kind: t.field({ type: KeyWrapKind, required: true }),
    passkeyId: t.globalID({ for: [Passkey], description: 'Of a passkey of her own, for a wrap of kind passkey.' }),
    wrapped: t.field({ type: 'Bytes', required: true }),
  }),
})

const KeysInput = builder.inputType('KeysInput', {
  fields: (t) => ({
    wraps: t.field({ type: [KeyWrapInput], required: true, description: 'Two or more, one of them a recovery code.' }),
    identity: t.field({ type: IdentityInput, required: true }),
    secret: t.field({ type: 'Bytes', required: true, description: "The identity's private keys, sealed." }),
  }),
})

type WrapInput = typeof KeyWrapInput.$inferInput
const plainWrap = ({ id, passkeyId, ...rest }: WrapInput) => ({ ...rest, id: id.id, passkeyId: passkeyId?.id ?? null })

const newKeys = z.object({ wraps: firstWraps, identity: identityEntry, secret: identitySecret })
const readKeys = ({ wraps, identity, secret }: typeof KeysInput.$inferInput) => {
  const { previousHash = null, endorsement = null } = identity
  return parse(newKeys, { wraps: wraps.map(plainWrap), identity: { ...identity, previousHash, endorsement }, secret })
}

builder.mutationField('makeKeys', (t) =>
  t.prismaField({
    description: 'Keeps the keys that the caller seals with, for the first time. Asks for a recent sign-in.',
    type: Viewer,
    args: { input: t.arg({ type: KeysInput, required: true }) },
    errors: { types: [InvalidInput, KeysExist, Stale] },
    resolve: async (selection, _root, { input }, context) => {
      demandStepUp(context)
      await makeKeys(context, signedIn(context), readKeys(input))
      return loadViewer(context, selection, signedIn(context))
    },
  }),
)

builder.mutationField('startKeysAnew', (t) =>
  t.prismaField({
    description:
      'For whoever has lost all secrets: erases everything that she has sealed, which nobody can open any longer, and keeps new keys. Asks for a recent sign-in.',
    type: Viewer,
    args: { input: t.arg({ type: KeysInput, required: true }) },
    errors: { types: [InvalidInput, Stale] },
    resolve: async (selection, _root, { input }, context) => {
      demandStepUp(context)
      await startKeysAnew(context, signedIn(context), readKeys(input))
      return loadViewer(context, selection, signedIn(context))
    },
  }),
)

builder.mutationField('addKeyWrap', (t) =>
  t.prismaField({
    description: 'Keeps one more way to open the account key. Asks for a recent sign-in.',
    type: KeyWrap,
    args: { input: t.arg({ type: KeyWrapInput, required: true }) },
    errors: { types: [InvalidInput, KeysMissing] },
    resolve: (selection, _root, { input }, context) => {
      demandStepUp(context)
      return addWrap(context, selection, signedIn(context), parse(keyWrap, plainWrap(input)))
    },
  }),
)

const rewrapped = z.object({
  id: z.uuid(),
  newId: clientMadeId.nullable(),
  version: wholeNumber(1, 2_147_483_647),
  wrapped: wrappedKey,
})

builder.mutationField('replaceKeyWrap', (t) =>
  t.prismaField({
    description:
      'Puts a new wrap of the same kind in the place of an old one, as after a changed passphrase. Asks for a recent sign-in.',
    type: KeyWrap,
    args: {
      id: t.arg.globalID({ required: true, for: [KeyWrap] }),
      wrapped: t.arg({ type: 'Bytes', required: true }),
      version: t.arg.int({ required: true, description: 'Of the wrap that is replaced.' }),
      newId: t.arg.globalID({ for: [KeyWrap], description: 'The new wrap may be bound to an id of its own.' }),
    },
    errors: { types: [InvalidInput, Stale] },
    resolve: (selection, _root, { id, newId, version, wrapped }, context) => {
      demandStepUp(context)
      const change = parse(rewrapped, { id: id.id, newId: newId?.id ?? null, version, wrapped })
      return replaceWrap(context, selection, signedIn(context), change)
    },
  }),
)

builder.mutationField('removeKeyWrap', (t) =>
  t.prismaField({
    description: 'Takes away one of several ways to open the account key. Asks for a recent sign-in.',
    type: Viewer,
    args: { id: t.arg.globalID({ required: true, for: [KeyWrap] }) },
    errors: { types: [TooFewWraps] },
    resolve: async (selection, _root, { id }, context) => {
      demandStepUp(context)
      await removeWrap(context, signedIn(context), id.id)
      return loadViewer(context, selection, signedIn(context))
    },
  }),
)
