import type { NewPerson } from '@lederkreds/domain/account/person'
import { advise } from '@lederkreds/domain/networks/advice'
import {
  checkInvite,
  InvitationExpired,
  InvitationForSomeoneElse,
  InvitationRevoked,
  InvitationUsed,
  invitationExpiresAt,
  NetworkFull,
  type Participant,
} from '@lederkreds/domain/networks/invitation'
import { AdviceForbids, NetworkClosed } from '@lederkreds/domain/networks/network'
import { ReportingLine } from '@lederkreds/domain/networks/reporting-line'
import type { Locale } from '@lederkreds/domain/text'
import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { queueLetter } from '../account/letter.store.ts'
import { type Context, signedIn, takeStanding, visible } from '../context.ts'
import { notFound } from '../errors.ts'
import { invitationToken, tokenHash } from '../secrets.ts'
import { colleaguesAt } from './colleague.store.ts'
import { appendEvent } from './event.store.ts'
import { networksFacilitated } from './network.store.ts'

/** Invitations are the consultant's: members see each other only once they are in. */
export const seenInvitation = (context: Context) =>
  visible(context, { networkId: { in: networksFacilitated(context) } })

/** An invitation with what the rules ask about it. Throws not-found. */
export const loadInvitation = (context: Context, id: string) =>
  context.db.invitation.findFirstOrThrow({
    where: { AND: [{ id }, seenInvitation(context)] },
    include: { network: { select: { state: true } } },
  })

export const readInvitation = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.invitation.findFirstOrThrow({ ...selection, where: { AND: [{ id }, seenInvitation(context)] } })

/** Who is in the network or has an open invitation to it, placed in the organisation as far as the caller may know. */
async function participants(context: Context, networkId: string): Promise<Participant[]> {
  const members = await context.db.membership.findMany({
    where: { networkId, leftAt: null },
    select: { personId: true, person: { select: { account: { select: { email: true } } } } },
  })
  const invitations = await context.db.invitation.findMany({ where: { networkId, revokedAt: null } })
  const inside = members.map(({ personId, person }) => ({
    id: personId,
    email: person.account?.email ?? invitations.find(({ acceptedById }) => acceptedById === personId)?.email ?? '',
    member: true,
  }))
  const open = invitations
    .filter(({ acceptedAt, expiresAt }) => acceptedAt === null && expiresAt > context.now)
    .map(({ id, email }) => ({ id, email, member: false }))
  const known = new Map(
    (
      await colleaguesAt(
        context,
        [...inside, ...open].map(({ email }) => email),
      )
    ).map((each) => [each.email, each]),
  )
  return [...inside, ...open].map(({ id, email, member }) => {
    const colleague = known.get(email)
    return { id: colleague?.personId ?? id, email, member, managers: colleague?.managers ?? [] }
  })
}

/**
 * Throws `AlreadyMember`, `AlreadyInvited`, `NetworkFull`, `ReportingLine` or `AdviceForbids` unless all of these people
 * can be in the network together with those who are there.
 */
export async function checkInvitees(
  context: Context,
  network: { id: string; methods: string[] },
  people: readonly NewPerson[],
): Promise<void> {
  const known = new Map(
    (
      await colleaguesAt(
        context,
        people.map(({ email }) => email),
      )
    ).map((each) => [each.email, each]),
  )
  const others = await participants(context, network.id)
  for (const { email } of people) {
    const invitee = { id: known.get(email)?.personId ?? email, email, managers: known.get(email)?.managers ?? [] }
    checkInvite(invitee, others)
    others.push({ ...invitee, member: false })
  }
  const unplaced = others.map(({ id }) => ({ id, managers: [], managementLevel: null, workplace: null }))
  const stops = advise({ people: unplaced, methods: network.methods.filter(isMethodId), season: null }).filter(
    ({ level }) => level === 'stop',
  )
  if (stops.length > 0) throw new AdviceForbids(stops.map(({ rule }) => rule))
}

/** Invites these people by mail, each with a link of her own. Who was invited before and is not a member gets a new link. */
export async function invite(
  context: Context,
  networkId: string,
  people: readonly NewPerson[],
  locale: Locale,
): Promise<void> {
  const { personId } = signedIn(context)
  for (const { email, name, title, workplace } of people) {
    const written = { name, title: title ?? '', workplace: workplace ?? '', locale, invitedById: personId }
    const before = await context.db.invitation.findFirst({
      where: { networkId, email },
      select: { id: true, generation: true },
    })
    if (before) {
      await context.db.invitation.updateMany({ where: { id: before.id }, data: written })
      await sendAgain(context, { ...before, networkId })
      continue
    }
    const id = crypto.randomUUID()
    const link = { generation: 1, tokenHash: hashOf(context, id, 1), expiresAt: invitationExpiresAt(context.now) }
    await context.db.invitation.createMany({ data: [{ id, networkId, email, ...written, ...link }] })
    await queueLetter(context, { kind: 'invitation', networkId, invitationId: id })
  }
  await appendEvent(context, networkId, 'invitationsChanged')
}

/** Makes a new link, which works for another fourteen days, and mails it. The links before it open nothing any more. */
export async function sendAgain(
  context: Context,
  { id, networkId, generation }: { id: string; networkId: string; generation: number },
): Promise<void> {
  const next = generation + 1
  const link = { generation: next, tokenHash: hashOf(context, id, next), expiresAt: invitationExpiresAt(context.now) }
  const open = { revokedAt: null, acceptedAt: null, acceptedById: null, version: { increment: 1 } }
  await context.db.invitation.updateMany({ where: { id }, data: { ...link, ...open } })
  await queueLetter(context, { kind: 'invitation', networkId, invitationId: id })
}

/** Takes an invitation back: its link opens nothing from now on. */
export async function revoke(context: Context, { id, networkId }: { id: string; networkId: string }): Promise<void> {
  await context.db.invitation.updateMany({
    where: { id, acceptedAt: null },
    data: { revokedAt: context.now, version: { increment: 1 } },
  })
  await appendEvent(context, networkId, 'invitationsChanged')
}

const hashOf = ({ settings }: Context, id: string, generation: number) =>
  new Uint8Array(tokenHash(invitationToken(settings.SECRET, id, generation)))

/** What a link's holder may know before she says yes. */
export type InvitationLook = {
  readonly network_name: string
  readonly purpose: string
  readonly organisation_name: string
  readonly inviter: string
  readonly invited_name: string
  readonly invited_title: string
  readonly invited_workplace: string
  readonly invited_email: string
  readonly expires: Date
  readonly revoked: Date | null
  readonly accepted: Date | null
  readonly has_account: boolean
}

/** Looks at an invitation by its link. Changes nothing, however often it is done and by whomever. */
export async function lookAtInvitation({ door }: Context, token: string): Promise<InvitationLook | null> {
  const [look] = await door.step<InvitationLook>('look_at_invitation', tokenHash(token))
  return look ?? null
}

/** The caller's own address. */
export const ownEmail = async ({ db, viewer }: Context): Promise<string | null> =>
  viewer &&
  ((await db.account.findFirst({ where: { personId: viewer.personId }, select: { email: true } }))?.email ?? null)

const refusals = {
  forSomeoneElse: InvitationForSomeoneElse,
  used: InvitationUsed,
  revoked: InvitationRevoked,
  expired: InvitationExpired,
  closed: NetworkClosed,
  full: NetworkFull,
} as const

/** Makes the caller a member of the network that invited her address; answers its id. The database has the last word. */
export async function join(context: Context, token: string): Promise<string> {
  signedIn(context)
  const [answer] = await context.db.$queryRaw<{ outcome: string; joined: string | null }[]>`
    SELECT * FROM app.join_network(${new Uint8Array(tokenHash(token))})`
  const { outcome = 'unknown', joined = null } = answer ?? {}
  if (outcome === 'reportingLine') throw new ReportingLine('', '')
  const Refused = refusals[outcome as keyof typeof refusals]
  if (Refused) throw new Refused()
  if (!joined) throw notFound()
  takeStanding(context, joined, { member: true })
  return joined
}
