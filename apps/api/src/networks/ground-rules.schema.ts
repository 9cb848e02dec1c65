import { Stale } from '@lederkreds/domain/errors'
import {
  checkGroundRules,
  checkVersion,
  GroundRulesChanged,
  GroundRulesIncomplete,
  type GroundRulesSection,
  groundRulesSections,
  readGroundRules,
} from '@lederkreds/domain/networks/ground-rules'
import { mayAcceptGroundRules, mayEditGroundRules } from '@lederkreds/domain/networks/network'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { Viewer } from '../account/viewer.schema.ts'
import { builder, RefusalInterface } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import {
  acceptGroundRules,
  type PendingGroundRules,
  pendingGroundRules,
  saveGroundRules,
} from './ground-rules.store.ts'
import { Network } from './network.schema.ts'
import { loadNetwork, readNetwork } from './network.store.ts'

builder.objectType(GroundRulesChanged, {
  name: 'GroundRulesChanged',
  interfaces: [RefusalInterface],
  fields: (t) => ({ version: t.exposeInt('version', { description: 'The version that holds now.' }) }),
})

builder.objectType(GroundRulesIncomplete, {
  name: 'GroundRulesIncomplete',
  interfaces: [RefusalInterface],
  fields: (t) => ({ missing: t.stringList({ resolve: ({ missing }) => [...missing] }) }),
})

export const GroundRulesSectionRef = builder.objectRef<GroundRulesSection>('GroundRulesSection').implement({
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Stays when the heading changes.' }),
    heading: t.exposeString('heading'),
    text: t.exposeString('text'),
  }),
})

export const GroundRulesSectionInput = builder.inputType('GroundRulesSectionInput', {
  fields: (t) => ({
    key: t.string({ required: true }),
    heading: t.string({ required: true }),
    text: t.string({ required: true }),
  }),
})

export const GroundRules = builder.prismaObject('GroundRules', {
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    sections: t.field({
      type: [GroundRulesSectionRef],
      select: { text: true },
      resolve: ({ text }) => readGroundRules(text),
    }),
  }),
})

builder.prismaObjectFields(Network, (t) => ({
  groundRules: t.field({
    description: 'The version in force; a draft has none yet.',
    type: GroundRules,
    nullable: true,
    select: (_args, _context, nested) => ({ groundRules: nested({ orderBy: { version: 'desc' }, take: 1 }) }),
    resolve: ({ groundRules }) => groundRules[0] ?? null,
  }),
  groundRulesVersions: t.relation('groundRules', {
    description: 'Every version there has been, newest first.',
    query: { orderBy: { version: 'desc' } },
  }),
  viewerCanEditGroundRules: t.boolean({
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => state !== 'draft' && mayEditGroundRules(standingIn(context, id), state),
  }),
}))

export const PendingGroundRulesRef = builder.objectRef<PendingGroundRules>('PendingGroundRules').implement({
  description:
    'Ground rules that wait for the caller: all that a member sees of a network before she has accepted them.',
  fields: (t) => ({
    id: t.id({ resolve: ({ networkId, version }) => `${networkId}:${version}` }),
    networkId: t.globalID({ resolve: ({ networkId }) => ({ type: Network, id: networkId }) }),
    networkName: t.exposeString('networkName'),
    invitedBy: t.exposeString('invitedBy', { description: 'The name of whoever invited the caller.' }),
    version: t.exposeInt('version'),
    sections: t.field({ type: [GroundRulesSectionRef], resolve: ({ sections }) => [...sections] }),
    isChange: t.boolean({
      description: 'Whether she accepted an earlier version.',
      resolve: ({ changes }) => changes !== null,
    }),
    changedKeys: t.stringList({
      description: 'Sections that are new or reworded since the version she accepted.',
      resolve: ({ changes }) => (changes ?? []).filter(({ change }) => change !== 'removed').map(({ key }) => key),
    }),
    removed: t.field({
      type: [GroundRulesSectionRef],
      description: 'Sections that are gone since then.',
      resolve: ({ removed }) => [...removed],
    }),
  }),
})

builder.prismaObjectField(Viewer, 'pendingGroundRules', (t) =>
  t.field({
    description: 'Her networks that wait for her yes, oldest first.',
    type: [PendingGroundRulesRef],
    resolve: (_viewer, _args, context) => pendingGroundRules(context),
  }),
)

builder.mutationFields((t) => ({
  acceptGroundRules: t.prismaField({
    description: 'Lets the caller into a network by her yes to the version that she has read.',
    type: Network,
    args: { networkId: t.arg.globalID({ required: true, for: [Network] }), version: t.arg.int({ required: true }) },
    errors: { types: [GroundRulesChanged] },
    resolve: async (selection, _root, { networkId: { id }, version }, context) => {
      demand(context, mayAcceptGroundRules(standingIn(context, id), 'active'))
      await acceptGroundRules(context, id, version)
      return readNetwork(context, selection, id)
    },
  }),
  editGroundRules: t.prismaField({
    description: 'Puts a new version in force. Everybody else is asked again before they see the network.',
    type: Network,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      version: t.arg.int({ required: true, description: 'The version that was edited.' }),
      sections: t.arg({ type: [GroundRulesSectionInput], required: true }),
    },
    errors: { types: [InvalidInput, GroundRulesIncomplete, GroundRulesChanged, Stale] },
    resolve: async (selection, _root, { networkId: { id }, version, sections }, context) => {
      const standing = standingIn(context, id)
      const network = await loadNetwork(context, id)
      demand(context, network.state !== 'draft' && mayEditGroundRules(standing, network.state))
      checkVersion(version, network.groundRulesVersion)
      const text = parse(groundRulesSections, sections)
      checkGroundRules(text)
      await saveGroundRules(context, network, text, standing.member)
      return readNetwork(context, selection, id)
    },
  }),
}))
