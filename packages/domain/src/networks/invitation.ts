import { Refusal } from '../errors.ts'
import { maxMembers } from './network.ts'
import { checkReportingLine, type Placed } from './reporting-line.ts'

/** Long enough for a holiday week, short enough that a forgotten mail opens nothing. */
export const invitationDays = 14

/** What is recorded about an invitation. That its link was opened is not: mail scanners open links. */
export interface Invitation {
  readonly createdAt: Date
  /** When the mail server took it. */
  readonly sentAt: Date | null
  /** Why the mail could not be delivered, if it bounced or was refused. */
  readonly failedReason: string | null
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly acceptedAt: Date | null
}

export type InvitationState = 'queued' | 'sent' | 'failed' | 'expired' | 'revoked' | 'accepted'

/** The link is older than {@link invitationDays} days; the consultant can send a new one. */
export class InvitationExpired extends Refusal {
  constructor() {
    super('InvitationExpired')
  }
}

/** The consultant has taken the invitation back. */
export class InvitationRevoked extends Refusal {
  constructor() {
    super('InvitationRevoked')
  }
}

/** The link has been used; who used it signs in instead. */
export class InvitationUsed extends Refusal {
  constructor() {
    super('InvitationUsed')
  }
}

/** The link is personal, and whoever is signed in is not the one it was sent to; it does not say who is. */
export class InvitationForSomeoneElse extends Refusal {
  constructor() {
    super('InvitationForSomeoneElse')
  }
}

export class AlreadyMember extends Refusal {
  readonly email: string

  constructor(email: string) {
    super('AlreadyMember')
    this.email = email
  }
}

export class AlreadyInvited extends Refusal {
  readonly email: string

  constructor(email: string) {
    super('AlreadyInvited')
    this.email = email
  }
}

/** Members and open invitations together fill the network. */
export class NetworkFull extends Refusal {
  readonly max = maxMembers

  constructor() {
    super('NetworkFull')
  }
}

export const invitationExpiresAt = (now: Date): Date => new Date(now.getTime() + invitationDays * 24 * 3_600_000)

/**
 * Where an invitation stands, for its consultant. What ended it comes first; a failed delivery outlasts the expiry,
 * because it is the reason why nobody answered.
 */
export function invitationState(invitation: Invitation, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  if (invitation.failedReason !== null) return 'failed'
  if (now >= invitation.expiresAt) return 'expired'
  return invitation.sentAt ? 'sent' : 'queued'
}

/**
 * Whether the button on the invitation's page may be pressed. Throws {@link InvitationUsed}, {@link InvitationRevoked} or
 * {@link InvitationExpired}. A reported bounce does not close the door: the link came by some mail.
 */
export function checkInvitation(invitation: Invitation, now: Date): void {
  if (invitation.acceptedAt) throw new InvitationUsed()
  if (invitation.revokedAt) throw new InvitationRevoked()
  if (now >= invitation.expiresAt) throw new InvitationExpired()
}

/** Throws {@link InvitationForSomeoneElse} unless the signed-in person has the invited address. */
export function checkInvitee(invitedEmail: string, viewerEmail: string): void {
  if (invitedEmail.toLowerCase() !== viewerEmail.toLowerCase()) throw new InvitationForSomeoneElse()
}

/** Who is in the network or has an open invitation to it; `id` is a person's or, before there is one, the invitation's. */
export interface Participant extends Placed {
  readonly email: string
  readonly member: boolean
}

/**
 * Whether somebody can be invited beside those who are there. Throws {@link AlreadyMember}, {@link AlreadyInvited},
 * {@link NetworkFull} or `ReportingLine`; asked again when the invitation is accepted.
 */
export function checkInvite(invitee: Omit<Participant, 'member'>, others: readonly Participant[]): void {
  const same = others.find(({ email }) => email.toLowerCase() === invitee.email.toLowerCase())
  if (same) throw same.member ? new AlreadyMember(invitee.email) : new AlreadyInvited(invitee.email)
  if (others.length >= maxMembers) throw new NetworkFull()
  checkReportingLine(invitee, others)
}
