import type { Writer } from '../mail.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

/** Tells the address that somebody had until now. It says nothing of the new one: whoever reads here may be another. */
export const writeEmailChanged: Writer = async (db, { personId, email }, { PUBLIC_URL }) => {
  const account = personId && (await db.account.findFirst({ where: { personId } }))
  if (!account || !email) return null
  const { emailChangedSubject, emailChangedBody } = words[account.locale]
  const { host } = new URL(PUBLIC_URL)
  return { to: email, subject: emailChangedSubject(host), text: emailChangedBody(host) }
}
