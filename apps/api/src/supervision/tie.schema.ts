import { mayDeclareTie, tieWith } from '@lederkreds/domain/supervision/turn-agreement'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { Person } from '../account/viewer.schema.ts'
import { builder } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { loadNetwork, readNetwork } from '../networks/network.store.ts'
import { declareTie, removeTie } from './tie.store.ts'
import { seenTurns } from './turn.store.ts'

const DeclaredTie = builder.prismaObject('DeclaredTie', {
  description:
    "Two are too close for one to supervise the other's case. Why is not asked, and there is no place for it. Open to the network's members and to nobody else.",
  select: { networkId: true, byId: true, withId: true },
  fields: (t) => ({
    id: t.id({ resolve: ({ networkId, byId, withId }) => `DeclaredTie_${networkId}_${byId}_${withId}` }),
    by: t.relation('by', { type: Person, description: 'Who has declared it.' }),
    with: t.relation('with', { type: Person }),
    viewerCanRemove: t.boolean({
      description: 'Whether the caller has declared it.',
      resolve: ({ byId }, _args, { viewer }) => byId === viewer?.personId,
    }),
  }),
})

builder.prismaObjectFields(Network, (t) => ({
  ties: t.relation('ties', {
    type: DeclaredTie,
    query: (_args, context) => ({
      where: seenTurns(context),
      orderBy: [{ by: { name: 'asc' } }, { with: { name: 'asc' } }],
    }),
  }),
  viewerCanDeclareTies: t.boolean({
    description: 'Whether the caller can declare ties of her own and take them back.',
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayDeclareTie(standingIn(context, id), state),
  }),
}))

builder.mutationField('declareTie', (t) =>
  t.prismaField({
    description: "The caller and this member do not supervise each other's cases.",
    type: Network,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      personId: t.arg.globalID({ required: true, for: [Person] }),
    },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, args, context) => {
      const { id, state } = await loadNetwork(context, args.networkId.id)
      demand(context, mayDeclareTie(standingIn(context, id), state))
      const { personId } = parse(tieWith(signedIn(context).personId), { personId: args.personId.id })
      await declareTie(context, id, personId)
      return readNetwork(context, selection, id)
    },
  }),
)

builder.mutationField('removeTie', (t) =>
  t.prismaField({
    description: 'Takes back a tie that the caller has declared.',
    type: Network,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      personId: t.arg.globalID({ required: true, for: [Person] }),
    },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, args, context) => {
      const { id, state } = await loadNetwork(context, args.networkId.id)
      demand(context, mayDeclareTie(standingIn(context, id), state))
      const { personId } = parse(tieWith(signedIn(context).personId), { personId: args.personId.id })
      await removeTie(context, id, personId)
      return readNetwork(context, selection, id)
    },
  }),
)
