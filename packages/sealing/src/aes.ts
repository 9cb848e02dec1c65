import { type Bytes, systemRandom, utf8 } from './bytes.ts'
import type { SealingFault } from './faults.ts'

/** Length of what AES-256-GCM adds behind its ciphertext. */
export const tagLength = 16
export const nonceLength = 12

export const importAesKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** HKDF-SHA256 (RFC 5869) with an empty salt; the secret must already be unguessable. */
export const hkdfBase = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])

/** An AES-256-GCM key that nobody can read out, for the one use that `info` names. */
export const deriveAesKey = (base: CryptoKey, info: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(info), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** An HMAC-SHA256 key that nobody can read out, for the one use that `info` names. */
export const deriveMacKey = (base: CryptoKey, info: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(info), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify'])

export const deriveBytes = async (base: CryptoKey, info: string, length: number): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), base, length * 8))

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export const makeNonce = (random = systemRandom): Bytes => random(nonceLength)

/** AES-256-GCM: the ciphertext with its tag behind it. */
export const encrypt = async (key: CryptoKey, iv: Bytes, plaintext: Bytes, additionalData: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plaintext))

/** The plaintext, or the given fault when anything at all does not match. */
export async function decrypt(
  key: CryptoKey,
  iv: Bytes,
  ciphertext: Bytes,
  additionalData: Bytes,
  Fault: new () => SealingFault,
): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext))
  } catch {
    throw new Fault()
  }
}

const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) })
