import type { Writer } from '../mail.ts'
import { sixDigits } from '../secrets.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

/** The letter with a one-time code. Nothing is written to an address that nobody here has. */
export const writeCode: Writer = async (db, { signInCodeId }, { SECRET, PUBLIC_URL }) => {
  const code = signInCodeId && (await db.signInCode.findFirst({ where: { id: signInCodeId, usedAt: null } }))
  if (!code || !(code.personId || code.invitationId || code.newEmailOfId)) return null
  const personId = code.personId ?? code.newEmailOfId
  const account = personId ? await db.account.findFirst({ where: { personId } }) : null
  const { codeSubject, codeBody, newEmailBody } = words[account?.locale ?? code.locale]
  const digits = sixDigits(SECRET, code.id)
  const body = code.newEmailOfId ? newEmailBody : codeBody
  return { to: code.email, subject: codeSubject(digits), text: body(digits, new URL(PUBLIC_URL).host) }
}
