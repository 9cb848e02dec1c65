import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Bytes } from './bytes.ts'
import { type SealingFault, UnknownFormat } from './faults.ts'

/** RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256) 0x0010, HKDF-SHA256 0x0001, AES-256-GCM 0x0002. */
export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

/** Length of the ephemeral public key before each HPKE ciphertext. */
export const encapsulatedLength = 65

/** The ephemeral public key and the ciphertext. Throws {@link UnknownFormat} when the recipient's key is not a point. */
export async function hpkeSeal(publicKey: Bytes, info: Bytes, plaintext: Bytes, associated: Bytes) {
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey).catch(() => {
    throw new UnknownFormat()
  })
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plaintext, associated)
  return { encapsulated: new Uint8Array(enc), ciphertext: new Uint8Array(ct) }
}

/** The plaintext, or the given fault when anything at all does not match. */
export async function hpkeOpen(
  recipientKey: CryptoKeyPair,
  info: Bytes,
  { encapsulated, ciphertext }: { encapsulated: Bytes; ciphertext: Bytes },
  associated: Bytes,
  Fault: new () => SealingFault,
): Promise<Bytes> {
  try {
    return new Uint8Array(await suite.open({ recipientKey, enc: encapsulated, info }, ciphertext, associated))
  } catch {
    throw new Fault()
  }
}
