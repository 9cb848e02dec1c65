import { Stale } from '@lederkreds/domain/errors'
import { lastDayAfterClosing } from '@lederkreds/domain/networks/closing'
import {
  AdviceForbids,
  ConvenorMustBeMember,
  DraftIncomplete,
  mayChooseMethods,
  mayCloseNetwork,
  mayConfigure,
  mayInvite,
  mayLeave,
  mayPassConvenor,
  mayRemoveMember,
  methodChoice,
  NetworkClosed,
  networkEdit,
} from '@lederkreds/domain/networks/network'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import {
  closeNetwork,
  loadNetwork,
  networksFacilitated,
  networksJoined,
  readNetwork,
  saveMethodChoice,
  saveNetwork,
  seenNetwork,
} from './network.store.ts'

plainRefusals(NetworkClosed, ConvenorMustBeMember)

builder.objectType(DraftIncomplete, {
  name: 'DraftIncomplete',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    missing: t.stringList({
      description: 'Steps of the wizard, in its order.',
      resolve: ({ missing }) => [...missing],
    }),
  }),
})

builder.objectType(AdviceForbids, {
  name: 'AdviceForbids',
  interfaces: [RefusalInterface],
  fields: (t) => ({ rules: t.stringList({ resolve: ({ rules }) => [...rules] }) }),
})

const NetworkState = builder.enumType('NetworkState', { values: ['draft', 'inviting', 'active', 'closed'] as const })

export const Network = builder.prismaNode('Network', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenNetwork(context)] }),
  fields: (t) => ({
    name: t.exposeString('name'),
    purpose: t.exposeString('purpose'),
    state: t.expose('state', { type: NetworkState }),
    methods: t.exposeStringList('methods', { description: "Ids of the toolbox's methods." }),
    endsOn: t.expose('endsOn', { type: 'Day', nullable: true }),
    forgetsAfter: t.field({
      type: 'Day',
      nullable: true,
      description: 'The last day of what its members sealed for each other; null until it is closed.',
      select: { closedOn: true },
      resolve: ({ closedOn }) => closedOn && lastDayAfterClosing(closedOn.toISOString().slice(0, 10)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    version: t.exposeInt('version'),
    organisation: t.relation('organisation'),
    viewerIsConsultant: t.boolean({
      select: { id: true },
      resolve: ({ id }, _args, context) => standingIn(context, id).consultant,
    }),
    viewerCanConfigure: t.boolean({
      select: { id: true, state: true },
      resolve: ({ id, state }, _args, context) => mayConfigure(standingIn(context, id), state),
    }),
    viewerCanChooseMethods: t.boolean({
      description: 'Whether the caller may say which methods the network prefers.',
      select: { id: true, state: true },
      resolve: ({ id, state }, _args, context) => mayChooseMethods(standingIn(context, id), state),
    }),
    viewerCanInvite: t.boolean({
      select: { id: true, state: true },
      resolve: ({ id, state }, _args, context) => mayInvite(standingIn(context, id), state),
    }),
    viewerCanPassConvenor: t.boolean({
      select: { id: true, state: true },
      resolve: ({ id, state }, _args, context) => mayPassConvenor(standingIn(context, id), state),
    }),
    viewerCanRemoveMembers: t.boolean({
      select: { id: true, state: true },
      resolve: ({ id, state }, _args, context) => mayRemoveMember(standingIn(context, id), state),
    }),
    viewerCanLeave: t.boolean({
      select: { id: true },
      resolve: ({ id }, _args, context) => mayLeave(standingIn(context, id)),
    }),
    viewerCanClose: t.boolean({
      select: { id: true, state: true },
      resolve: ({ id, state }, _args, context) => mayCloseNetwork(standingIn(context, id), state),
    }),
  }),
})

builder.queryFields((t) => ({
  network: t.prismaField({
    description: 'A network that the caller may see, or null.',
    type: Network,
    nullable: true,
    args: { id: t.arg.globalID({ required: true, for: [Network] }) },
    resolve: (selection, _root, { id: { id } }, context) => {
      signedIn(context)
      return context.db.network.findFirst({ ...selection, where: { AND: [{ id }, seenNetwork(context)] } })
    },
  }),
  networks: t.prismaConnection({
    description: 'The networks that the caller is a member of and whose ground rules she has accepted, by name.',
    type: Network,
    cursor: 'id',
    resolve: (selection, _root, _args, context) => {
      signedIn(context)
      return context.db.network.findMany({
        ...selection,
        where: { AND: [{ id: { in: networksJoined(context) } }, seenNetwork(context)] },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
    },
  }),
  facilitatedNetworks: t.prismaConnection({
    description: 'The networks and drafts that the caller has access to as consultant, newest first.',
    type: Network,
    cursor: 'id',
    resolve: (selection, _root, _args, context) => {
      signedIn(context)
      return context.db.network.findMany({
        ...selection,
        where: { AND: [{ id: { in: networksFacilitated(context) } }, seenNetwork(context)] },
        orderBy: { id: 'desc' },
      })
    },
  }),
}))

const EditNetworkInput = builder.inputType('EditNetworkInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    purpose: t.string({ required: true }),
    methods: t.stringList({ required: true }),
    endsOn: t.string({ required: true, description: 'YYYY-MM-DD' }),
  }),
})

builder.mutationFields((t) => ({
  editNetwork: t.prismaField({
    description: 'Changes what a running network is called, what it is for and how it works.',
    type: Network,
    args: {
      id: t.arg.globalID({ required: true, for: [Network] }),
      version: t.arg.int({ required: true }),
      input: t.arg({ type: EditNetworkInput, required: true }),
    },
    errors: { types: [InvalidInput, Stale] },
    resolve: async (selection, _root, { id: { id }, version, input }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, network.state !== 'draft' && mayConfigure(standingIn(context, id), network.state))
      const edit = parse(networkEdit, input)
      await saveNetwork(context, id, version, { ...edit, endsOn: new Date(edit.endsOn) })
      return readNetwork(context, selection, id)
    },
  }),
  chooseMethod: t.prismaField({
    description: 'Takes a method among those that a network prefers, or out of them. Asked twice it stays as it is.',
    type: Network,
    args: {
      id: t.arg.globalID({ required: true, for: [Network] }),
      method: t.arg.string({ required: true, description: "The id of one of the toolbox's methods." }),
      isChosen: t.arg.boolean({ required: true }),
    },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, { id: { id }, ...choice }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, mayChooseMethods(standingIn(context, id), network.state))
      const { method, isChosen } = parse(methodChoice, choice)
      await saveMethodChoice(context, id, method, isChosen)
      return readNetwork(context, selection, id)
    },
  }),
  closeNetwork: t.prismaField({
    description: 'Ends a network. Nothing in it changes any more; its members can still read it.',
    type: Network,
    args: { id: t.arg.globalID({ required: true, for: [Network] }), version: t.arg.int({ required: true }) },
    errors: { types: [Stale] },
    resolve: async (selection, _root, { id: { id }, version }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, mayCloseNetwork(standingIn(context, id), network.state))
      await closeNetwork(context, id, version)
      return readNetwork(context, selection, id)
    },
  }),
}))
