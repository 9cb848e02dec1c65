import { staleAfterHours } from '@lederkreds/domain/journal/reminder'
import type { Writer } from '../mail.ts'
import { reminderToken } from '../secrets.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

/**
 * The mail that somebody has asked to be reminded by. Whoever else sees it learns neither of what nor by which part of the
 * app. Nothing is written once she has stopped it or left, or when the mail server kept it waiting too long.
 */
export const writeReminder: Writer = async (db, { personId, createdAt }, { SECRET, PUBLIC_URL }) => {
  if (!personId || Date.now() - createdAt.getTime() > staleAfterHours * 3_600_000) return null
  const reminder = await db.reminder.findFirst({
    where: { personId, person: { position: { deactivatedAt: null } } },
    select: { person: { select: { name: true, account: { select: { email: true, locale: true } } } } },
  })
  const account = reminder?.person.account
  if (!account) return null
  const { reminderSubject, hello, asked, stop } = words[account.locale]
  const ending = `${PUBLIC_URL}/reminder/${account.locale}/${reminderToken(SECRET, personId)}`
  return {
    to: account.email,
    subject: reminderSubject,
    text: `${[hello(reminder.person.name), asked, PUBLIC_URL, `${stop}\n${ending}`].join('\n\n')}\n`,
    headers: { 'list-unsubscribe': `<${ending}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' },
  }
}
