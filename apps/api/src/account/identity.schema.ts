import { identityOwners } from '@lederkreds/domain/account/identity'
import { parse } from '@lederkreds/domain/text'
import type { GraphQLResolveInfo } from 'graphql'
import { builder } from '../builder.ts'
import { badRequest } from '../errors.ts'
import { loadIdentities, ownIdentitySecret, seenIdentity } from './identity.store.ts'
import { Person, Viewer } from './viewer.schema.ts'

/** Replies to mutations are kept for retries; what is sealed is never among them, so that deleting it deletes it. */
export function onlyRead({ operation }: GraphQLResolveInfo) {
  if (operation.operation !== 'query') throw badRequest('What is sealed is read by a query.')
}

const Identity = builder.prismaObject('Identity', {
  fields: (t) => ({
    personId: t.id({ select: { personId: true }, resolve: ({ personId }) => `Person_${personId}` }),
    number: t.exposeInt('number'),
    hpkePublicKey: t.expose('hpkePublicKey', { type: 'Bytes' }),
    signingPublicKey: t.expose('signingPublicKey', { type: 'Bytes' }),
    previousHash: t.expose('previousHash', { type: 'Bytes', nullable: true }),
    signature: t.expose('signature', { type: 'Bytes' }),
    endorsement: t.expose('endorsement', { type: 'Bytes', nullable: true }),
    createdOn: t.expose('createdOn', { type: 'Day' }),
  }),
})

builder.prismaObjectField(Person, 'identities', (t) =>
  t.relation('identities', {
    description: 'Her public keys, oldest first. For herself and everybody whom she meets; empty for others.',
    type: Identity,
    args: { afterNumber: t.arg.int({ defaultValue: 0 }) },
    query: ({ afterNumber }, context) => ({
      where: { AND: [{ number: { gt: afterNumber ?? 0 } }, seenIdentity(context)] },
      orderBy: { number: 'asc' },
    }),
  }),
)

builder.queryField('identities', (t) =>
  t.prismaField({
    description:
      'The public keys of these people, 50 at most, of each the oldest first. Those whom the caller does not meet are left out without a word.',
    type: [Identity],
    args: { personIds: t.arg.globalIDList({ required: true, for: [Person] }) },
    resolve: (selection, _root, { personIds }, context) =>
      loadIdentities(context, selection, parse(identityOwners, { personIds: personIds.map(({ id }) => id) }).personIds),
  }),
)

const OwnIdentity = builder.prismaObject('IdentitySecret', {
  name: 'OwnIdentity',
  description: 'The identity in use, with its private keys, which only its owner can open.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    entry: t.relation('identity', { type: Identity }),
    secret: t.field({
      type: 'Bytes',
      select: { wrapped: true },
      resolve: ({ wrapped }, _args, _context, info) => {
        onlyRead(info)
        return wrapped
      },
    }),
  }),
})

builder.prismaObjectField(Viewer, 'identity', (t) =>
  t.field({
    type: OwnIdentity,
    nullable: true,
    select: (_args, context, nested) => ({
      identitySecrets: {
        ...(nested() as object),
        where: ownIdentitySecret(context),
        orderBy: { number: 'desc' },
        take: 1,
      },
    }),
    resolve: ({ identitySecrets }) => identitySecrets[0] ?? null,
  }),
)

export const IdentityInput = builder.inputType('IdentityInput', {
  description:
    'One entry of the directory. What its signatures cover is said in packages/domain/src/account/identity.ts.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'One more than that of the entry before; 1 for the first.' }),
    hpkePublicKey: t.field({ type: 'Bytes', required: true }),
    signingPublicKey: t.field({ type: 'Bytes', required: true }),
    previousHash: t.field({ type: 'Bytes' }),
    signature: t.field({ type: 'Bytes', required: true }),
    endorsement: t.field({ type: 'Bytes', description: 'By the signing key before, if it was at hand.' }),
  }),
})
