import { createHash, createHmac } from 'node:crypto'

// Links and codes follow from the secret and the row they belong to: a retry of a letter carries the same one, and no
// table, backup or job holds anything that would open a door.
const derive = (secret: string, purpose: string) => createHmac('sha256', secret).update(purpose).digest()

/** The token in the newest link of an invitation; a new generation makes the links before it useless. */
export const invitationToken = (secret: string, invitationId: string, generation: number): string =>
  derive(secret, `invitation:${invitationId}:${generation}`).toString('base64url')

/** The six digits of a one-time code. */
export const sixDigits = (secret: string, codeId: string): string =>
  String(derive(secret, `code:${codeId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** SHA-256: the form in which the database knows a link's token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** SHA-256 of code id and digits: the form in which the database knows a code. */
export const codeHash = (codeId: string, digits: string): Buffer =>
  createHash('sha256').update(`${codeId}:${digits}`).digest()
