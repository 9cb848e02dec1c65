import { describe, expect, test } from 'vitest'
import {
  AlreadyInvited,
  AlreadyMember,
  checkInvitation,
  checkInvite,
  checkInvitee,
  InvitationExpired,
  InvitationForSomeoneElse,
  InvitationRevoked,
  InvitationUsed,
  invitationExpiresAt,
  invitationState,
  NetworkFull,
} from './invitation.ts'
import { maxMembers } from './network.ts'
import { ReportingLine } from './reporting-line.ts'

const day = (days: number) => new Date(Date.UTC(2026, 10, 23, 8) + days * 86_400_000)
const queued = {
  createdAt: day(0),
  sentAt: null,
  failedReason: null,
  expiresAt: invitationExpiresAt(day(0)),
  revokedAt: null,
  acceptedAt: null,
}
const sent = { ...queued, sentAt: day(0) }

test.each([
  ['queued', queued, 0],
  ['sent', sent, 13.99],
  ['expired', sent, 14],
  ['expired', queued, 15],
  ['failed', { ...sent, failedReason: 'no such mailbox' }, 20],
  ['revoked', { ...sent, failedReason: 'no such mailbox', revokedAt: day(1) }, 20],
  ['accepted', { ...sent, acceptedAt: day(2), revokedAt: day(3) }, 20],
] as const)('is %s', (state, invitation, days) => {
  expect(invitationState(invitation, day(days))).toBe(state)
})

describe('the button', () => {
  test('works for fourteen days, also when a bounce was reported', () => {
    expect(() => checkInvitation(sent, day(13.99))).not.toThrow()
    expect(() => checkInvitation({ ...sent, failedReason: 'mailbox full' }, day(1))).not.toThrow()
    expect(() => checkInvitation(sent, day(14))).toThrow(InvitationExpired)
  })

  test('works once, and not after it was taken back', () => {
    expect(() => checkInvitation({ ...sent, acceptedAt: day(1) }, day(2))).toThrow(InvitationUsed)
    expect(() => checkInvitation({ ...sent, revokedAt: day(1) }, day(2))).toThrow(InvitationRevoked)
  })

  test('works for the one who was invited alone', () => {
    expect(() => checkInvitee('mette@k.dk', 'Mette@K.dk')).not.toThrow()
    expect(() => checkInvitee('mette@k.dk', 'jonas@k.dk')).toThrow(InvitationForSomeoneElse)
  })
})

describe('inviting', () => {
  const someone = (id: string, member = true, managers: string[] = ['chief']) => ({
    id,
    email: `${id}@k.dk`,
    managers,
    member,
  })
  const others = [someone('ada'), someone('ben', false)]

  test('goes to anybody new', () => {
    expect(() => checkInvite(someone('cleo'), others)).not.toThrow()
  })

  test('is refused where somebody is already', () => {
    expect(() => checkInvite({ ...someone('x'), email: 'ADA@k.dk' }, others)).toThrow(AlreadyMember)
    expect(() => checkInvite({ ...someone('x'), email: 'ben@k.dk' }, others)).toThrow(AlreadyInvited)
  })

  test('counts open invitations as places taken', () => {
    const full = Array.from({ length: maxMembers }, (_, at) => someone(`p${at}`, at % 2 === 0))
    expect(() => checkInvite(someone('cleo'), full)).toThrow(NetworkFull)
    expect(() => checkInvite(someone('cleo'), full.slice(1))).not.toThrow()
  })

  test('keeps managers and reports apart, in both directions and before anybody has accepted', () => {
    expect(() => checkInvite(someone('cleo', true, ['ben']), others)).toThrow(ReportingLine)
    expect(() => checkInvite(someone('chief', true, []), others)).toThrow(ReportingLine)
  })
})
