import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** What a layer is for, so that no key serves two ends. */
type Purpose = 'feedback issuer' | 'feedback staging'

const keyFor = (secret: string, purpose: Purpose, id: string) =>
  Buffer.from(hkdfSync('sha256', secret, id.toLowerCase(), `lederkreds ${purpose} v1`, 32))

/**
 * Lays one more layer around what stands in the database for a while. Its key follows from SECRET and the row's owner, so
 * that the database, its backups and its log alone neither open it nor match it with what lies beneath.
 */
export function layOver(secret: string, purpose: Purpose, id: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, keyFor(secret, purpose, id), nonce, { authTagLength: tagLength })
  return Uint8Array.from(Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
}

/** What lies beneath, or null where it was laid under another SECRET, for another owner, or changed since. */
export function takeOff(
  secret: string,
  purpose: Purpose,
  id: string,
  layered: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  const nonce = layered.subarray(0, nonceLength)
  try {
    const decipher = createDecipheriv(algorithm, keyFor(secret, purpose, id), nonce, { authTagLength: tagLength })
    decipher.setAuthTag(layered.subarray(-tagLength))
    return Uint8Array.from(
      Buffer.concat([decipher.update(layered.subarray(nonceLength, -tagLength)), decipher.final()]),
    )
  } catch {
    return null
  }
}
