import { Stale } from '@lederkreds/domain/errors'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { basedOn, mayEditProtocols, protocolEdit, roleSizes } from '@lederkreds/domain/toolbox/own-protocol'
import { z } from 'zod'
import { builder } from '../builder.ts'
import { demand, signedIn } from '../context.ts'
import {
  addProtocol,
  appendProtocol,
  archiveProtocol,
  loadProtocol,
  readProtocol,
  seenProtocol,
} from './protocol.store.ts'

export const ProtocolVersion = builder.prismaNode('ProtocolVersion', {
  description: 'One version of an own protocol; it never changes.',
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, protocol: seenProtocol(context) }),
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts from 1.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    definition: t.expose('definition', {
      type: 'JSON',
      description:
        "Names, purpose, participants, roles and phases, as `OwnProtocol` in the domain's toolbox/own-protocol.ts has them.",
    }),
  }),
})

export const Protocol = builder.prismaNode('Protocol', {
  description:
    "A method of the toolbox as an organisation's consultants have made it their own. Seen by them, and by those in the organisation's networks.",
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenProtocol(context)] }),
  fields: (t) => ({
    organisation: t.relation('organisation'),
    basedOn: t.exposeString('basedOn', { description: 'The method that it was copied from.' }),
    version: t.exposeInt('version', { description: 'The number of its newest version.' }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is out of the toolbox.',
    }),
    newest: t.field({
      description: 'What a round that begins now is held with.',
      type: ProtocolVersion,
      select: (_args, _context, nested) => ({ versions: nested({ orderBy: { number: 'desc' }, take: 1 }) }),
      resolve: ({ versions: [newest] }) => newest as NonNullable<typeof newest>,
    }),
    versions: t.relation('versions', {
      description: 'Every version there has been, newest first.',
      query: { orderBy: { number: 'desc' } },
    }),
    viewerCanEdit: t.boolean({
      select: { organisationId: true },
      resolve: ({ organisationId }, _args, context) => mayEditProtocols(signedIn(context), organisationId),
    }),
  }),
})

builder.queryFields((t) => ({
  protocol: t.prismaField({
    description: 'One own protocol; null for an outsider, as for one that does not exist.',
    type: Protocol,
    nullable: true,
    args: { id: t.arg.globalID({ required: true, for: [Protocol] }) },
    resolve: (selection, _root, { id: { id } }, context) =>
      context.db.protocol.findFirst({ ...selection, where: { AND: [{ id }, seenProtocol(context)] } }),
  }),
  ownProtocols: t.prismaConnection({
    description: 'The own protocols that the caller may see, archived ones too, newest first.',
    type: Protocol,
    cursor: 'id',
    resolve: (selection, _root, _args, context) =>
      context.db.protocol.findMany({ ...selection, where: seenProtocol(context), orderBy: { id: 'desc' } }),
  }),
}))

const WordsInput = builder.inputType('WordsInput', {
  description: 'A text in Danish and English. Where English is left out, the Danish stands in both.',
  fields: (t) => ({ da: t.string({ required: true }), en: t.string() }),
})

const RoleSize = builder.enumType('RoleSize', {
  description: 'How many have a role: so many, all those who are left, or everybody.',
  values: roleSizes,
})

const ProtocolRoleInput = builder.inputType('ProtocolRoleInput', {
  fields: (t) => ({
    id: t.string({ required: true, description: 'Stays through all versions.' }),
    name: t.field({ type: WordsInput, required: true }),
    size: t.field({ type: RoleSize, required: true }),
    count: t.int({ description: 'With the size `fixed`.' }),
  }),
})

const ProtocolPromptInput = builder.inputType('ProtocolPromptInput', {
  description: 'What a role is told on its own screen.',
  fields: (t) => ({
    role: t.string({ required: true }),
    da: t.string({ required: true }),
    en: t.string(),
  }),
})

const ProtocolPhaseInput = builder.inputType('ProtocolPhaseInput', {
  fields: (t) => ({
    id: t.string({ required: true, description: 'Stays through all versions.' }),
    name: t.field({ type: WordsInput, required: true }),
    minutes: t.int({ required: true }),
    speakers: t.stringList({ required: true, description: 'Ids of roles; all others are silent.' }),
    instruction: t.field({ type: WordsInput, required: true }),
    questions: t.field({ type: [WordsInput], required: true }),
    prompts: t.field({ type: [ProtocolPromptInput], required: true }),
    isWriting: t.boolean({ required: true, description: 'Begins with silent writing that is shown together.' }),
  }),
})

const ProtocolEditInput = builder.inputType('ProtocolEditInput', {
  description: 'What a consultant makes of a method.',
  fields: (t) => ({
    name: t.field({ type: WordsInput, required: true }),
    purpose: t.field({ type: WordsInput, required: true }),
    minParticipants: t.int({ required: true }),
    maxParticipants: t.int({ required: true }),
    roles: t.field({ type: [ProtocolRoleInput], required: true }),
    focusRole: t.string({ description: 'Whose case it is.' }),
    leadRole: t.string({ description: 'Who leads through the phases.' }),
    phases: t.field({ type: [ProtocolPhaseInput], required: true }),
    forNewcomers: t.boolean({ required: true }),
    needsConsultant: t.boolean({ required: true }),
  }),
})

const copy = z.object({ basedOn, input: protocolEdit })

builder.mutationFields((t) => ({
  addProtocol: t.prismaField({
    description: "Keeps a copy of a method, as the caller has changed it, for her organisation's networks.",
    type: Protocol,
    args: {
      basedOn: t.arg.string({ required: true, description: "The id of one of the toolbox's methods." }),
      input: t.arg({ type: ProtocolEditInput, required: true }),
    },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, args, context) => {
      const viewer = signedIn(context)
      demand(context, mayEditProtocols(viewer, viewer.organisationId))
      const { basedOn: method, input } = parse(copy, args)
      return readProtocol(context, selection, await addProtocol(context, method, input))
    },
  }),
  editProtocol: t.prismaField({
    description: 'Appends a version. Rounds that have begun keep theirs.',
    type: Protocol,
    args: {
      id: t.arg.globalID({ required: true, for: [Protocol] }),
      version: t.arg.int({ required: true, description: 'The version that was edited.' }),
      input: t.arg({ type: ProtocolEditInput, required: true }),
    },
    errors: { types: [InvalidInput, Stale] },
    resolve: async (selection, _root, { id: { id }, version, input }, context) => {
      const protocol = await loadProtocol(context, id)
      demand(context, mayEditProtocols(signedIn(context), protocol.organisationId))
      const { input: own } = parse(copy.pick({ input: true }), { input })
      await appendProtocol(context, protocol, version, own)
      return readProtocol(context, selection, id)
    },
  }),
  archiveProtocol: t.prismaField({
    description: 'Takes a protocol out of the toolbox. Rounds that were held with it keep it.',
    type: Protocol,
    args: { id: t.arg.globalID({ required: true, for: [Protocol] }) },
    resolve: async (selection, _root, { id: { id } }, context) => {
      const protocol = await loadProtocol(context, id)
      demand(context, mayEditProtocols(signedIn(context), protocol.organisationId))
      await archiveProtocol(context, id, context.now)
      return readProtocol(context, selection, id)
    },
  }),
  restoreProtocol: t.prismaField({
    description: 'Puts a protocol back into the toolbox.',
    type: Protocol,
    args: { id: t.arg.globalID({ required: true, for: [Protocol] }) },
    resolve: async (selection, _root, { id: { id } }, context) => {
      const protocol = await loadProtocol(context, id)
      demand(context, mayEditProtocols(signedIn(context), protocol.organisationId))
      await archiveProtocol(context, id, null)
      return readProtocol(context, selection, id)
    },
  }),
}))
