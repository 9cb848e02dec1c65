import { builder } from '../builder.ts'
import { seenNetwork } from './network.store.ts'

export const Network = builder.prismaNode('Network', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenNetwork(context)] }),
  fields: (t) => ({ name: t.exposeString('name') }),
})
