import { KeysMissing } from '@lederkreds/domain/account/key-wrap'
import {
  checkSize,
  DoesNotStay,
  itemIds,
  NotARecipient,
  sealedItem,
  TooLarge,
} from '@lederkreds/domain/account/sealed-item'
import { Stale } from '@lederkreds/domain/errors'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { demandStepUp, signedIn } from '../context.ts'
import { SealedKind as sealedKinds } from '../generated/prisma/enums.ts'
import {
  deleteItem,
  type ErasedCounts,
  eraseAll,
  type Head,
  type LoadedItem,
  loadHeads,
  loadItems,
  saveItem,
} from './sealed-item.store.ts'
import { Person, Viewer } from './viewer.schema.ts'

plainRefusals(DoesNotStay, NotARecipient, TooLarge)

export const SealedKind = builder.enumType('SealedKind', { values: Object.values(sealedKinds) })
const globalId = ({ id }: { id: string }) => `SealedItem_${id}`

export const SealedHead = builder.objectRef<Head>('SealedHead').implement({
  description: 'That an item is there and in which version; nothing of what is in it.',
  fields: (t) => ({
    id: t.id({ resolve: globalId }),
    kind: t.field({ type: SealedKind, resolve: ({ kind }) => kind }),
    ownerId: t.id({ resolve: ({ ownerId }) => `Person_${ownerId}` }),
    roundId: t.id({ nullable: true, resolve: ({ roundId }) => roundId && `Round_${roundId}` }),
    cycleId: t.id({ nullable: true, resolve: ({ cycleId }) => cycleId && `FeedbackCycle_${cycleId}` }),
    version: t.exposeInt('version'),
    sizeClass: t.exposeInt('sizeClass'),
    createdOn: t.expose('createdOn', { type: 'Day' }),
    expiresOn: t.expose('expiresOn', { type: 'Day', nullable: true }),
  }),
})

const SealedItem = builder.objectRef<LoadedItem>('SealedItem').implement({
  description: "One sealed document with the caller's key to it. Only her browser can open either.",
  fields: (t) => ({
    id: t.id({ resolve: globalId }),
    kind: t.field({ type: SealedKind, resolve: ({ kind }) => kind }),
    version: t.exposeInt('version'),
    ownerId: t.id({ resolve: ({ ownerId }) => `Person_${ownerId}` }),
    networkId: t.id({ nullable: true, resolve: ({ networkId }) => networkId && `Network_${networkId}` }),
    roundId: t.id({ nullable: true, resolve: ({ roundId }) => roundId && `Round_${roundId}` }),
    cycleId: t.id({ nullable: true, resolve: ({ cycleId }) => cycleId && `FeedbackCycle_${cycleId}` }),
    createdOn: t.expose('createdOn', { type: 'Day' }),
    expiresOn: t.expose('expiresOn', { type: 'Day', nullable: true }),
    envelope: t.expose('envelope', { type: 'Bytes' }),
    wrappedKey: t.expose('wrappedKey', { type: 'Bytes' }),
  }),
})

builder.prismaObjectField(Viewer, 'sealedHeads', (t) =>
  t.field({
    description: 'All her items of a kind.',
    type: [SealedHead],
    args: { kind: t.arg({ type: SealedKind, required: true }) },
    resolve: (_person, { kind }, context) => loadHeads(context, signedIn(context), kind),
  }),
)

builder.queryField('sealedItems', (t) =>
  t.field({
    description:
      'Those of these items, 50 at most, that the caller holds a key to. Others are left out without a word.',
    type: [SealedItem],
    args: { ids: t.arg.globalIDList({ required: true, for: [SealedItem] }) },
    resolve: (_root, { ids }, context) =>
      loadItems(context, signedIn(context), parse(itemIds, { ids: ids.map(({ id }) => id) }).ids),
  }),
)

const SealedKeyInput = builder.inputType('SealedKeyInput', {
  fields: (t) => ({
    recipientId: t.globalID({ required: true, for: [Person] }),
    wrapped: t.field({ type: 'Bytes', required: true }),
  }),
})

const SaveSealedItemInput = builder.inputType('SaveSealedItemInput', {
  fields: (t) => ({
    id: t.globalID({ required: true, for: [SealedItem], description: 'Made by the client: a random UUID, version 4.' }),
    kind: t.field({ type: SealedKind, required: true }),
    networkId: t.globalID({ description: 'Null for what is kept to oneself.' }),
    roundId: t.globalID({ description: 'The round of that network whose item it is.' }),
    cycleId: t.globalID({ description: 'The feedback cycle of that network whose item it is.' }),
    version: t.int({ required: true, description: '1 for a new item, else one more than the version it replaces.' }),
    expiresOn: t.field({ type: 'Day', description: 'The last day on which it is there.' }),
    envelope: t.field({ type: 'Bytes', required: true }),
    keys: t.field({ type: [SealedKeyInput], required: true }),
  }),
})

const SavedItem = builder.objectRef<{ id: string; version: number }>('SavedItem').implement({
  fields: (t) => ({ id: t.id({ resolve: globalId }), version: t.exposeInt('version') }),
})

/** An id of that type; of another it is no id at all, which the schema of the domain refuses. */
const idOf = (given: { typename: string; id: string } | null | undefined, typename: string) =>
  given ? (given.typename === typename ? given.id : '') : null

builder.mutationField('saveSealedItem', (t) =>
  t.field({
    description:
      "Keeps one version of an item of the caller's. The same version sent again, byte for byte, is answered alike. In Stale, theirs is 0 when the item is not there.",
    type: SavedItem,
    args: { input: t.arg({ type: SaveSealedItemInput, required: true }) },
    errors: { types: [DoesNotStay, InvalidInput, KeysMissing, NotARecipient, Stale, TooLarge] },
    resolve: (_root, { input }, context) => {
      const keys = input.keys.map(({ recipientId, wrapped }) => ({ recipientId: recipientId.id, wrapped }))
      const { expiresOn = null } = input
      const networkId = idOf(input.networkId, 'Network')
      const roundId = idOf(input.roundId, 'Round')
      const cycleId = idOf(input.cycleId, 'FeedbackCycle')
      const item = parse(sealedItem, { ...input, id: input.id.id, networkId, roundId, cycleId, expiresOn, keys })
      checkSize(item.envelope)
      return saveItem(context, signedIn(context), item)
    },
  }),
)

builder.mutationField('deleteSealedItem', (t) =>
  t.boolean({
    description: "Deletes an item of the caller's for good, its keys first.",
    args: { id: t.arg.globalID({ required: true, for: [SealedItem] }) },
    resolve: async (_root, { id }, context) => {
      await deleteItem(context, signedIn(context), id.id)
      return true
    },
  }),
)

const ErasedCountsRef = builder.objectRef<ErasedCounts>('ErasedCounts').implement({
  fields: (t) => ({
    items: t.exposeInt('items'),
    keys: t.exposeInt('keys', { description: 'Keys of items.' }),
    wraps: t.exposeInt('wraps', { description: 'Wraps of the account key.' }),
  }),
})

builder.mutationField('eraseSealed', (t) =>
  t.field({
    description:
      'Deletes everything that the caller has sealed and every key to it, and the feedback that she was given; what she still asks is called off. What she gave stays with whoever asked. Her public keys stay; they open nothing. Asks for a recent sign-in.',
    type: ErasedCountsRef,
    resolve: (_root, _args, context) => {
      demandStepUp(context)
      return eraseAll(context, signedIn(context))
    },
  }),
)
