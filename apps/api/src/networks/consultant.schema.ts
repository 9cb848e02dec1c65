import { localDate } from '@lederkreds/domain/day'
import { AccessNotYours, accessDay, checkAccess, mayAgreeAccess } from '@lederkreds/domain/networks/access'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import { agreeAccess, agreedDay, demandConsultant, withAccess } from './consultant.store.ts'
import { Network } from './network.schema.ts'
import { loadNetwork, readNetwork } from './network.store.ts'

plainRefusals(AccessNotYours)

builder.prismaObject('NetworkConsultant', {
  description: "A consultant's access to a network; it ends with its last day by itself.",
  fields: (t) => ({
    person: t.relation('person'),
    accessUntil: t.expose('accessUntil', { type: 'Day', description: 'The last day.' }),
    isViewer: t.boolean({
      select: { personId: true },
      resolve: ({ personId }, _args, { viewer }) => viewer?.personId === personId,
    }),
  }),
})

builder.prismaObjectFields(Network, (t) => ({
  consultants: t.relation('consultants', {
    description: 'Those who have access today.',
    query: (_args, context) => ({ where: withAccess(context), orderBy: { accessUntil: 'asc' } }),
  }),
  viewerCanAgreeAccess: t.boolean({
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayAgreeAccess(standingIn(context, id), state),
  }),
}))

builder.mutationField('agreeAccess', (t) =>
  t.prismaField({
    description: 'Gives a consultant of the organisation access, or agrees with one who has it on another last day.',
    type: Network,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      personId: t.arg.globalID({ required: true, for: [Person] }),
      accessUntil: t.arg.string({ required: true, description: 'The last day, YYYY-MM-DD.' }),
    },
    errors: { types: [InvalidInput, AccessNotYours] },
    resolve: async (selection, _root, { networkId: { id }, personId, accessUntil }, context) => {
      const network = await loadNetwork(context, id)
      const standing = standingIn(context, id)
      demand(context, mayAgreeAccess(standing, network.state))
      const { accessUntil: lastDay } = parse(accessDay(localDate(context.now)), { accessUntil })
      const agreed = await agreedDay(context, id, personId.id)
      if (agreed === null) await demandConsultant(context, id, personId.id)
      checkAccess(standing, personId.id === signedIn(context).personId, lastDay, agreed)
      await agreeAccess(context, id, personId.id, lastDay)
      return readNetwork(context, selection, id)
    },
  }),
)
