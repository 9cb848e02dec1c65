import {
  mayConsent,
  mayPublishSentence,
  mayTakeBackSentence,
  mayWithdrawConsent,
  NotAgreed,
  sentenceConsent,
  sentencePublication,
} from '@lederkreds/domain/feedback/sentence'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { SealedHead } from '../account/sealed-item.schema.ts'
import { loadNetworkHeads } from '../account/sealed-item.store.ts'
import { builder, plainRefusals } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { loadNetwork } from '../networks/network.store.ts'
import {
  loadAgreed,
  loadConsent,
  loadSentence,
  publishSentence,
  removeConsent,
  removeSentence,
  saveConsent,
  seenSentence,
} from './sentence.store.ts'

plainRefusals(NotAgreed)

export const PublishedSentence = builder.prismaNode('PublishedSentence', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenSentence(context)] }),
  fields: (t) => ({
    text: t.exposeString('text'),
    salt: t.expose('salt', {
      type: 'Bytes',
      description: 'SHA-256 of it and the text is what every member agreed to.',
    }),
    publishedOn: t.expose('publishedOn', { type: 'Day' }),
  }),
})

builder.prismaObjectFields(Network, (t) => ({
  sentences: t.relation('sentences', {
    description: 'What its members have agreed to make known, newest first.',
    query: (_args, context) => ({ where: seenSentence(context), orderBy: [{ publishedOn: 'desc' }, { id: 'asc' }] }),
  }),
  proposedSentences: t.field({
    description: 'The sentences proposed in it that are sealed to the caller.',
    type: [SealedHead],
    select: { id: true },
    resolve: ({ id }, _args, context) => loadNetworkHeads(context, signedIn(context), id, 'sentence'),
  }),
  viewerConsent: t.field({
    description: 'The hash of the sentence that the caller has agreed to. Nobody is told that of anybody else.',
    type: 'Bytes',
    nullable: true,
    select: { id: true },
    resolve: ({ id }, _args, context) => loadConsent(context, signedIn(context), id),
  }),
  agreedSentence: t.field({
    description: 'The hash that every present member has agreed to; null while anybody has not. For members.',
    type: 'Bytes',
    nullable: true,
    select: { id: true },
    resolve: ({ id }, _args, context) => loadAgreed(context, id),
  }),
  viewerCanConsent: t.boolean({
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayConsent(standingIn(context, id), state),
  }),
  viewerCanPublishSentence: t.boolean({
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayPublishSentence(standingIn(context, id), state),
  }),
  viewerCanTakeBackSentence: t.boolean({
    select: { id: true },
    resolve: ({ id }, _args, context) => mayTakeBackSentence(standingIn(context, id)),
  }),
}))

const SentencePublished = builder.objectRef<{ id: string }>('SentencePublished').implement({
  description:
    'That it was published. Its words are not in the answer, which is kept for a retry: they can be taken back.',
  fields: (t) => ({ id: t.id({ resolve: ({ id }) => `PublishedSentence_${id}` }) }),
})

const SentenceAgreed = builder.objectRef<{ hash: Uint8Array }>('SentenceAgreed').implement({
  fields: (t) => ({ hash: t.expose('hash', { type: 'Bytes' }) }),
})

builder.mutationFields((t) => ({
  agreeToSentence: t.field({
    description: "Keeps the caller's yes to the sentence with this hash, in place of an earlier one.",
    type: SentenceAgreed,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      hash: t.arg({ type: 'Bytes', required: true, description: 'SHA-256 of the salt and the sentence.' }),
    },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { networkId: { id }, hash }, context) => {
      const { state } = await loadNetwork(context, id)
      demand(context, mayConsent(standingIn(context, id), state))
      const consent = parse(sentenceConsent, { hash })
      await saveConsent(context, signedIn(context), id, consent.hash)
      return consent
    },
  }),
  withdrawAgreement: t.boolean({
    description: "Takes the caller's yes back, until the sentence is published. Answers whether there was one.",
    args: { networkId: t.arg.globalID({ required: true, for: [Network] }) },
    resolve: (_root, { networkId: { id } }, context) => {
      demand(context, mayWithdrawConsent(standingIn(context, id)))
      return removeConsent(context, signedIn(context), id)
    },
  }),
  publishSentence: t.field({
    description: 'Makes a sentence known that every present member has agreed to. From then on it is participation.',
    type: SentencePublished,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      text: t.arg.string({ required: true }),
      salt: t.arg({ type: 'Bytes', required: true }),
    },
    errors: { types: [InvalidInput, NotAgreed] },
    resolve: async (_root, { networkId: { id }, ...words }, context) => {
      const { state } = await loadNetwork(context, id)
      demand(context, mayPublishSentence(standingIn(context, id), state))
      return publishSentence(context, id, parse(sentencePublication, words))
    },
  }),
  takeBackSentence: t.boolean({
    description: 'Deletes a published sentence. Any member can, at any time, and nobody is told who did.',
    args: { id: t.arg.globalID({ required: true, for: [PublishedSentence] }) },
    resolve: async (_root, { id: { id } }, context) => {
      const sentence = await loadSentence(context, id)
      demand(context, mayTakeBackSentence(standingIn(context, sentence.networkId)))
      await removeSentence(context, sentence)
      return true
    },
  }),
}))
