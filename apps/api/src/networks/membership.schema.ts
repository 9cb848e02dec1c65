import {
  ConvenorMustBeMember,
  checkConvenor,
  mayLeave,
  mayPassConvenor,
  mayRemoveMember,
} from '@lederkreds/domain/networks/network'
import { reportingPairs } from '@lederkreds/domain/networks/reporting-line'
import { loadViewer } from '../account/person.store.ts'
import { Viewer } from '../account/viewer.schema.ts'
import { builder } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import { endMembership, loadMembership, passConvenor, placedColleagues, seenMembership } from './membership.store.ts'
import { Network } from './network.schema.ts'
import { networksFacilitated, readNetwork } from './network.store.ts'

export const Membership = builder.prismaNode('Membership', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenMembership(context)] }),
  fields: (t) => ({
    person: t.relation('person'),
    isConvenor: t.exposeBoolean('isConvenor'),
    joinedAt: t.expose('joinedAt', { type: 'DateTime' }),
    leftAt: t.expose('leftAt', { type: 'DateTime', nullable: true }),
    hasAccepted: t.boolean({
      description: 'Whether she has accepted the ground rules in force, and so sees the network.',
      select: { network: { select: { groundRulesVersion: true } }, acceptances: { select: { version: true } } },
      resolve: ({ network, acceptances }) => acceptances.some(({ version }) => version === network.groundRulesVersion),
    }),
    isViewer: t.boolean({
      select: { personId: true },
      resolve: ({ personId }, _args, { viewer }) => viewer?.personId === personId,
    }),
  }),
})

type Pair = { report: string; manager: string }
const ReportingPairRef = builder.objectRef<Pair>('ReportingPair').implement({
  description: 'Two members of whom one has become the manager of the other.',
  fields: (t) => ({ report: t.exposeString('report'), manager: t.exposeString('manager') }),
})

builder.prismaObjectFields(Network, (t) => ({
  members: t.relation('memberships', {
    query: { where: { leftAt: null }, orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }] },
  }),
  formerMembers: t.relation('memberships', {
    query: { where: { leftAt: { not: null } }, orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }] },
  }),
  reportingPairs: t.field({
    description:
      "Members who have come to be each other's manager and report since they joined. For the consultant; empty for others.",
    type: [ReportingPairRef],
    select: (_args, context) => ({
      id: true,
      memberships: {
        where: { AND: [{ leftAt: null }, context.viewer ? placedColleagues(context) : { id: '' }] },
        select: { personId: true, person: { select: { name: true, position: { select: { managerId: true } } } } },
      },
    }),
    resolve: ({ id, memberships }, _args, context) => {
      if (context.codeWall && !networksFacilitated(context).includes(id)) return []
      const names = new Map(memberships.map(({ personId, person }) => [personId, person.name]))
      const placed = memberships.map(({ personId, person }) => ({
        id: personId,
        managers: person.position?.managerId ? [person.position.managerId] : [],
      }))
      return reportingPairs(placed).map(({ reportId, managerId }) => ({
        report: names.get(reportId) ?? '',
        manager: names.get(managerId) ?? '',
      }))
    },
  }),
}))

builder.mutationFields((t) => ({
  passConvenor: t.prismaField({
    description: 'Makes a member the convenor, instead of whoever is.',
    type: Network,
    args: { membershipId: t.arg.globalID({ required: true, for: [Membership] }) },
    errors: { types: [ConvenorMustBeMember] },
    resolve: async (selection, _root, { membershipId: { id } }, context) => {
      const next = await loadMembership(context, id)
      demand(context, mayPassConvenor(standingIn(context, next.networkId), next.state))
      checkConvenor({ member: true, accepted: next.accepted })
      await passConvenor(context, next)
      return readNetwork(context, selection, next.networkId)
    },
  }),
  removeMember: t.prismaField({
    description: 'Ends the membership of somebody who can no longer be in the network.',
    type: Network,
    args: { membershipId: t.arg.globalID({ required: true, for: [Membership] }) },
    resolve: async (selection, _root, { membershipId: { id } }, context) => {
      const { networkId, personId, state } = await loadMembership(context, id)
      demand(context, mayRemoveMember(standingIn(context, networkId), state))
      await endMembership(context, networkId, personId)
      return readNetwork(context, selection, networkId)
    },
  }),
  leaveNetwork: t.prismaField({
    description: 'Ends the caller’s own membership, at any time and without a reason. Answers herself.',
    type: Viewer,
    args: { networkId: t.arg.globalID({ required: true, for: [Network] }) },
    resolve: async (selection, _root, { networkId: { id } }, context) => {
      const viewer = signedIn(context)
      demand(context, mayLeave(standingIn(context, id)))
      await endMembership(context, id, viewer.personId)
      return loadViewer(context, selection, viewer)
    },
  }),
}))
