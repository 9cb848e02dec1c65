import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

// Links and codes follow from the secret and the row they belong to: a retry of a letter carries the same one, and no
// table, backup or job holds anything that would open a door.
const derive = (secret: string, purpose: string) => createHmac('sha256', secret).update(purpose).digest()

/** The token in the newest link of an invitation; a new generation makes the links before it useless. */
export const invitationToken = (secret: string, invitationId: string, generation: number): string =>
  derive(secret, `invitation:${invitationId}:${generation}`).toString('base64url')

/** The six digits of a one-time code. */
export const sixDigits = (secret: string, codeId: string): string =>
  String(derive(secret, `code:${codeId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** The token in the link that ends somebody's reminders: her id, and the proof that it came from here. */
export const reminderToken = (secret: string, personId: string): string =>
  `${personId}.${derive(secret, `reminder:${personId}`).toString('base64url')}`

/** Whose reminders a link ends, or null where the link is not ours. */
export function remindedPerson(secret: string, token: string): string | null {
  const [, personId] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\./.exec(token) ?? []
  if (!personId) return null
  const [given, right] = [token, reminderToken(secret, personId)].map((text) => Buffer.from(text)) as [Buffer, Buffer]
  return given.length === right.length && timingSafeEqual(given, right) ? personId : null
}

/** SHA-256: the form in which the database knows a link's token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** SHA-256 of code id and digits: the form in which the database knows a code. */
export const codeHash = (codeId: string, digits: string): Buffer =>
  createHash('sha256').update(`${codeId}:${digits}`).digest()
