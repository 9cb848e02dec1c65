import { newPerson } from '@lederkreds/domain/account/person'
import {
  AlreadyInvited,
  AlreadyMember,
  InvitationExpired,
  InvitationForSomeoneElse,
  InvitationRevoked,
  InvitationUsed,
  invitationState,
  NetworkFull,
} from '@lederkreds/domain/networks/invitation'
import { AdviceForbids, maxMembers, mayInvite, NetworkClosed } from '@lederkreds/domain/networks/network'
import { ReportingLine } from '@lederkreds/domain/networks/reporting-line'
import { InvalidInput, locale, parse } from '@lederkreds/domain/text'
import { z } from 'zod'
import { NewPersonInput } from '../account/people.schema.ts'
import { seenPerson } from '../account/person.store.ts'
import { Locale, Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { PendingGroundRulesRef } from './ground-rules.schema.ts'
import { pendingGroundRules } from './ground-rules.store.ts'
import {
  checkInvitees,
  type InvitationLook,
  invite,
  join,
  loadInvitation,
  lookAtInvitation,
  ownEmail,
  readInvitation,
  revoke,
  seenInvitation,
  sendAgain,
} from './invitation.store.ts'
import { Network } from './network.schema.ts'
import { loadNetwork, readNetwork } from './network.store.ts'

plainRefusals(InvitationExpired, InvitationRevoked, InvitationUsed, InvitationForSomeoneElse)

for (const Kind of [AlreadyMember, AlreadyInvited] as const)
  builder.objectType(Kind as typeof AlreadyMember, {
    name: Kind.name,
    interfaces: [RefusalInterface],
    fields: (t) => ({ email: t.exposeString('email') }),
  })

builder.objectType(NetworkFull, {
  name: 'NetworkFull',
  interfaces: [RefusalInterface],
  fields: (t) => ({ max: t.exposeInt('max') }),
})

builder.objectType(ReportingLine, {
  name: 'ReportingLine',
  description: 'Nobody is in a network with their own manager. Who it is is told to those who may look people up.',
  interfaces: [RefusalInterface],
  fields: (t) => {
    const person = (id: (line: ReportingLine) => string) =>
      t.prismaField({
        type: Person,
        nullable: true,
        resolve: (selection, line, _args, context) =>
          id(line) && context.viewer
            ? context.db.person.findFirst({ ...selection, where: { AND: [{ id: id(line) }, seenPerson(context)] } })
            : null,
      })
    return { report: person(({ reportId }) => reportId), manager: person(({ managerId }) => managerId) }
  },
})

const InvitationState = builder.enumType('InvitationState', {
  values: ['queued', 'sent', 'failed', 'expired', 'revoked', 'accepted'] as const,
})

const Invitation = builder.prismaNode('Invitation', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenInvitation(context)] }),
  fields: (t) => ({
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
    sentAt: t.field({
      type: 'DateTime',
      nullable: true,
      select: { letters: newest },
      resolve: ({ letters: [letter] }) => letter?.sentAt ?? null,
    }),
    problem: t.string({
      description: "The mail server's own words when it refused the newest letter or asked to wait.",
      nullable: true,
      select: { letters: newest },
      resolve: ({ letters: [letter] }) => letter?.problem ?? null,
    }),
    state: t.field({
      type: InvitationState,
      select: { createdAt: true, expiresAt: true, revokedAt: true, acceptedAt: true, letters: newest },
      resolve: ({ letters: [letter], ...invitation }, _args, { now }) => {
        const failed = letter?.state === 'refused' || letter?.state === 'failed'
        return invitationState(
          { ...invitation, sentAt: letter?.sentAt ?? null, failedReason: failed ? (letter.problem ?? '') : null },
          now,
        )
      },
    }),
  }),
})

const newest = {
  orderBy: { createdAt: 'desc' as const },
  take: 1,
  select: { state: true, sentAt: true, problem: true },
}

builder.prismaObjectFields(Network, (t) => ({
  invitations: t.relation('invitations', {
    description: 'For the consultant; empty for everybody else.',
    query: (_args, context) => ({ where: seenInvitation(context), orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  }),
}))

const LinkState = builder.enumType('LinkState', { values: ['open', 'expired', 'revoked', 'used'] as const })

const InvitationLinkRef = builder.objectRef<InvitationLook>('InvitationLink').implement({
  description:
    'What the holder of a link may know before she says yes. A link that no longer works tells who sent it, no more.',
  fields: (t) => {
    const whileOpen = (tell: (look: InvitationLook) => string) => ({
      nullable: true as const,
      resolve: (look: InvitationLook, _args: object, context: { now: Date }) =>
        stateOf(look, context.now) === 'open' ? tell(look) : null,
    })
    return {
      state: t.field({ type: LinkState, resolve: (look, _args, { now }) => stateOf(look, now) }),
      inviter: t.exposeString('inviter'),
      organisation: t.exposeString('organisation_name'),
      networkName: t.string(whileOpen(({ network_name }) => network_name)),
      purpose: t.string(whileOpen(({ purpose }) => purpose)),
      name: t.string(whileOpen(({ invited_name }) => invited_name)),
      title: t.string(whileOpen(({ invited_title }) => invited_title)),
      workplace: t.string(whileOpen(({ invited_workplace }) => invited_workplace)),
      addressHint: t.string({
        description: 'Enough of the address for its owner to know it, for instance m…@aarhus.dk.',
        ...whileOpen(({ invited_email }) => invited_email.replace(/^(.).*@/, '$1…@')),
      }),
      hasAccount: t.boolean({
        description: 'Whether the address can sign in already.',
        resolve: (look, _args, { now }) => stateOf(look, now) === 'open' && look.has_account,
      }),
      expiresAt: t.expose('expires', { type: 'DateTime' }),
      isForViewer: t.boolean({
        description: 'Whether the invited address is that of whoever is signed in; null when nobody is.',
        nullable: true,
        resolve: async ({ invited_email }, _args, context) => {
          const own = await ownEmail(context)
          return own === null ? null : own === invited_email
        },
      }),
    }
  },
})

const stateOf = ({ accepted, revoked, expires }: InvitationLook, now: Date) =>
  accepted ? 'used' : revoked ? 'revoked' : expires <= now ? 'expired' : 'open'

builder.queryField('invitation', (t) =>
  t.field({
    description: 'What the link with this token leads to, or null. Looking changes nothing.',
    type: InvitationLinkRef,
    nullable: true,
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, context) => lookAtInvitation(context, token),
  }),
)

const Joined = builder.objectRef<{ networkId: string }>('Joined').implement({
  description: 'The caller is a member. She sees the network when she has accepted its ground rules.',
  fields: (t) => ({
    networkId: t.globalID({ resolve: ({ networkId }) => ({ type: Network, id: networkId }) }),
    pendingGroundRules: t.field({
      type: PendingGroundRulesRef,
      nullable: true,
      resolve: async ({ networkId }, _args, context) =>
        (await pendingGroundRules(context)).find((each) => each.networkId === networkId) ?? null,
    }),
  }),
})

const invitees = z.object({
  locale,
  people: z
    .array(newPerson, { error: 'invalid' })
    .min(1, { error: 'tooFew' })
    .max(maxMembers, { error: 'tooMany' })
    .refine((people) => new Set(people.map(({ email }) => email)).size === people.length, { error: 'duplicate' }),
})

builder.mutationFields((t) => ({
  invite: t.prismaField({
    description: 'Invites people by mail, all of them or, when one of them cannot be, none.',
    type: Network,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      people: t.arg({ type: [NewPersonInput], required: true }),
      locale: t.arg({ type: Locale, required: true }),
    },
    errors: { types: [InvalidInput, AlreadyMember, AlreadyInvited, NetworkFull, ReportingLine, AdviceForbids] },
    resolve: async (selection, _root, { networkId: { id }, ...input }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, mayInvite(standingIn(context, id), network.state))
      const { people, locale: language } = parse(invitees, input)
      await checkInvitees(context, network, people)
      await invite(context, id, people, language)
      return readNetwork(context, selection, id)
    },
  }),
  resendInvitation: t.prismaField({
    description: 'Mails a new link, good for another fourteen days. The one before it opens nothing any more.',
    type: Invitation,
    args: { id: t.arg.globalID({ required: true, for: [Invitation] }) },
    errors: { types: [InvitationUsed] },
    resolve: async (selection, _root, { id: { id } }, context) => {
      const invitation = await loadInvitation(context, id)
      demand(context, mayInvite(standingIn(context, invitation.networkId), invitation.network.state))
      if (invitation.acceptedAt) throw new InvitationUsed()
      await sendAgain(context, invitation)
      return readInvitation(context, selection, id)
    },
  }),
  revokeInvitation: t.prismaField({
    description: 'Takes an invitation back.',
    type: Invitation,
    args: { id: t.arg.globalID({ required: true, for: [Invitation] }) },
    errors: { types: [InvitationUsed] },
    resolve: async (selection, _root, { id: { id } }, context) => {
      const invitation = await loadInvitation(context, id)
      demand(context, mayInvite(standingIn(context, invitation.networkId), invitation.network.state))
      if (invitation.acceptedAt) throw new InvitationUsed()
      await revoke(context, invitation)
      return readInvitation(context, selection, id)
    },
  }),
  acceptInvitation: t.field({
    description: 'Makes the caller a member, if the invitation is hers. The only thing that uses an invitation up.',
    type: Joined,
    args: { token: t.arg.string({ required: true }) },
    errors: {
      types: [
        InvitationExpired,
        InvitationRevoked,
        InvitationUsed,
        InvitationForSomeoneElse,
        ReportingLine,
        NetworkFull,
        NetworkClosed,
      ],
    },
    resolve: async (_root, { token }, context) => ({ networkId: await join(context, token) }),
  }),
}))
