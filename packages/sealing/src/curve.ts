import { type Bytes, concat, equal } from './bytes.ts'
import { UnknownFormat } from './faults.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Lengths in bytes: a point uncompressed (SEC 1), a private scalar, a signature as r and s (IEEE P1363). */
export const publicKeyLength = 65
export const scalarLength = 32
export const signatureLength = 64

/** A fresh pair on P-256 as bytes: wipe the scalar once it is sealed. */
export async function makePair(): Promise<{ publicKey: Bytes; scalar: Bytes }> {
  const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const [publicKey, document] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  const pkcs8 = new Uint8Array(document)
  const scalar = scalarIn(pkcs8)
  pkcs8.fill(0)
  return { publicKey: new Uint8Array(publicKey), scalar }
}

/** A pair for HPKE whose private half cannot be read out. Throws {@link UnknownFormat} for a point off the curve. */
export async function importHpkePair(scalar: Bytes, publicKey: Bytes): Promise<CryptoKeyPair> {
  const [own, open] = await Promise.all([
    importScalar(scalar, publicKey, ecdh, ['deriveBits']),
    importPoint(publicKey, ecdh, []),
  ])
  return { privateKey: own, publicKey: open }
}

/** A private key for signing that cannot be read out. */
export const importSigningKey = (scalar: Bytes, publicKey: Bytes): Promise<CryptoKey> =>
  importScalar(scalar, publicKey, ecdsa, ['sign'])

/** ECDSA with SHA-256 on P-256: 64 bytes, r and s. */
export const sign = async (key: CryptoKey, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(signing, key, message))

/** Whether the owner of that public key signed exactly this. A key that is no point on the curve signed nothing. */
export async function verify(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    return await crypto.subtle.verify(signing, await verifyingKey(publicKey), signature, message)
  } catch {
    return false
  }
}

const verifyingKeys = new WeakMap<Bytes, { point: Bytes; key: Promise<CryptoKey> }>()

/** Imported once for each array of bytes, so that a thousand items of one author cost one import. */
function verifyingKey(publicKey: Bytes): Promise<CryptoKey> {
  const known = verifyingKeys.get(publicKey)
  if (known && equal(known.point, publicKey)) return known.key
  const key = importPoint(publicKey, ecdsa, ['verify'])
  verifyingKeys.set(publicKey, { point: publicKey.slice(), key })
  return key
}

async function importPoint(point: Bytes, algorithm: EcKeyImportParams, usages: KeyUsage[]): Promise<CryptoKey> {
  if (point.length !== publicKeyLength || point[0] !== 4) throw new UnknownFormat()
  try {
    return await crypto.subtle.importKey('raw', point, algorithm, true, usages)
  } catch {
    throw new UnknownFormat()
  }
}

/** PKCS #8 (RFC 5958) around an EC private key (RFC 5915) on P-256 with its public key: what stands before, between. */
const before = Uint8Array.of(
  ...[0x30, 0x81, 0x87, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01],
  ...[0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x04, 0x6d, 0x30, 0x6b, 0x02, 0x01, 0x01, 0x04, 0x20],
)
const between = Uint8Array.of(0xa1, 0x44, 0x03, 0x42, 0x00)

async function importScalar(scalar: Bytes, point: Bytes, algorithm: EcKeyImportParams, usages: KeyUsage[]) {
  const pkcs8 = concat(before, scalar, between, point)
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, usages)
  } catch {
    throw new UnknownFormat()
  } finally {
    pkcs8.fill(0)
  }
}

/** The scalar follows version 1 and the head of a 32-byte string, whatever else a runtime writes around it. */
function scalarIn(pkcs8: Bytes): Bytes {
  const head = before.subarray(-5)
  const at = pkcs8.findIndex((_, place) => equal(pkcs8.subarray(place, place + head.length), head)) + head.length
  if (at < head.length || at + scalarLength > pkcs8.length) throw new UnknownFormat()
  return pkcs8.slice(at, at + scalarLength)
}
