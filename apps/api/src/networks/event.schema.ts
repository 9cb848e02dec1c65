import { builder } from '../builder.ts'
import { followEvents, type NetworkEvent, seenEvent } from './event.store.ts'
import { Network } from './network.schema.ts'
import { seenNetwork } from './network.store.ts'

const NetworkEventRef = builder.objectRef<NetworkEvent>('NetworkEvent').implement({
  description:
    'Something that happened in a network. Its number counts from 1; what its consultant is not told leaves a hole.',
  fields: (t) => ({
    seq: t.exposeInt('seq'),
    kind: t.exposeString('kind'),
    at: t.expose('at', { type: 'DateTime' }),
    network: t.prismaField({
      description: 'The network as it is now, for whoever follows it.',
      type: Network,
      nullable: true,
      resolve: (selection, { networkId }, _args, context) =>
        context.db.network.findFirst({ ...selection, where: { AND: [{ id: networkId }, seenNetwork(context)] } }),
    }),
  }),
})

builder.prismaObjectField(Network, 'eventSeq', (t) =>
  t.int({
    description:
      'The number of the newest event that the caller may see: who has read the network follows it from here.',
    select: (_args, context) => ({
      events: { where: seenEvent(context), orderBy: { seq: 'desc' }, take: 1, select: { seq: true } },
    }),
    resolve: ({ events }) => events[0]?.seq ?? 0,
  }),
)

builder.subscriptionField('networkEvents', (t) =>
  t.field({
    description: 'Replays the events after a number, then streams.',
    type: NetworkEventRef,
    args: { networkId: t.arg.globalID({ required: true, for: [Network] }), afterSeq: t.arg.int({ required: true }) },
    subscribe: (_root, { networkId, afterSeq }, context) => followEvents(context, networkId.id, afterSeq),
    resolve: (event) => event as NetworkEvent,
  }),
)
