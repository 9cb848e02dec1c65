import type { Writer } from '../mail.ts'
import { invitationToken } from '../secrets.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

/**
 * The letter with an invitation's newest link. The token stands behind the # of the link: no server on the way, no log
 * and no mail scanner that opens it ever hears it. Nothing is written once the invitation is closed or sent anew.
 */
export const writeInvitation: Writer = async (db, letter, { SECRET, PUBLIC_URL }) => {
  const invitation =
    letter.invitationId &&
    (await db.invitation.findFirst({
      where: { id: letter.invitationId, revokedAt: null, acceptedAt: null, expiresAt: { gt: new Date() } },
      include: {
        invitedBy: true,
        network: { include: { organisation: true } },
        letters: { orderBy: { createdAt: 'desc' }, take: 1 },
      },
    }))
  if (!invitation || invitation.letters[0]?.id !== letter.id) return null
  const { invitationSubject, ...say } = words[invitation.locale]
  const link = `${PUBLIC_URL}/invitation#${invitationToken(SECRET, invitation.id, invitation.generation)}`
  const hello = say.invitationHello(invitation.name)
  const why = say.invitationWhy(invitation.invitedBy.name, invitation.network.organisation.name)
  const until = say.invitationUntil(longDay(invitation.expiresAt, invitation.locale))
  return {
    to: invitation.email,
    subject: invitationSubject,
    text: [hello, why, say.invitationOpen, link, until, say.invitationUnasked].join('\n\n').concat('\n'),
    html: `<!doctype html><html lang="${invitation.locale}"><body style="font: 16px/1.5 sans-serif; color: #1f2a27">${[
      paragraph(hello),
      paragraph(why),
      `<p><a href="${link}" style="display: inline-block; padding: 12px 20px; border-radius: 12px; background: #2c6b5a; color: #ffffff; text-decoration: none">${escaped(say.invitationButton)}</a></p>`,
      paragraph(until),
      paragraph(say.invitationUnasked),
    ].join('')}</body></html>`,
  }
}

const paragraph = (text: string) => `<p>${escaped(text)}</p>`

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const longDay = (instant: Date, locale: 'da' | 'en') =>
  new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  }).format(instant)
