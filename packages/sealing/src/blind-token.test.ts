import { constants, generateKeyPairSync, type KeyObject, privateDecrypt, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { blindToken, finishToken, issuerHash, type Token } from './blind-token.ts'
import { type Bytes, concat, label, utf8, uuidBytes } from './bytes.ts'
import { Tampered, UnknownFormat } from './faults.ts'
import { flipped, freshId } from './sample.ts'

/** Node's own cryptography, as a server would use it: it knows neither the messages nor the inverses. */
function issuer(modulusLength = 2048, publicExponent = 65_537) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent })
  const spki: Bytes = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
  const sign = (blinded: Bytes): Bytes =>
    new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded))
  return { spki, sign, publicKey }
}
const isToken = (key: KeyObject, cycleId: string, { message, signature }: Token) =>
  verify(
    'sha384',
    concat(message, label('lederkreds feedback token v1'), uuidBytes(cycleId)),
    { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
    signature,
  )

const { spki, sign, publicKey } = issuer()
const cycleId = freshId()

test('a token that was signed blindly is one that anybody can check with the key', async () => {
  const pending = await blindToken(cycleId, spki)
  const token = await finishToken(cycleId, spki, pending, sign(pending.blinded))
  expect(isToken(publicKey, cycleId, token)).toBe(true)
  expect([token.message.length, token.signature.length, pending.blinded.length]).toEqual([32, 256, 256])
})

test('what the issuer saw is in no token, and could belong to every one', async () => {
  const pendings = [await blindToken(cycleId, spki), await blindToken(cycleId, spki)] as const
  const seen = pendings.map(({ blinded }) => [blinded, sign(blinded)] as const)
  const tokens: Token[] = []
  for (const [at, pending] of pendings.entries())
    tokens.push(await finishToken(cycleId, spki, pending, seen[at]?.[1] ?? expect.unreachable()))
  const hex = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  const n = hex(Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url'))
  // For every token and everything that was seen there is one blinding that leads from the one to the other.
  for (const { signature } of tokens)
    for (const [, blindSignature] of seen) {
      expect(Buffer.from(blindSignature).equals(signature)).toBe(false)
      const r = (hex(blindSignature) * inverse(hex(signature), n)) % n
      expect((hex(signature) * r) % n).toBe(hex(blindSignature))
    }
})

test('the same key in the same cycle never gives the same token, nor the same to sign', async () => {
  const pendings = await Promise.all(Array.from({ length: 8 }, () => blindToken(cycleId, spki)))
  for (const part of ['message', 'blinded', 'inverse'] as const)
    expect(new Set(pendings.map((pending) => Buffer.from(pending[part]).toString('hex'))).size).toBe(8)
})

describe('is no token', () => {
  test('what was signed with another key, for another cycle, or changed on the way', async () => {
    const pending = await blindToken(cycleId, spki)
    const signed = sign(pending.blinded)
    const other = issuer()
    await expect(finishToken(cycleId, spki, pending, other.sign(pending.blinded))).rejects.toThrow(Tampered)
    await expect(finishToken(freshId(), spki, pending, signed)).rejects.toThrow(Tampered)
    for (const at of [0, 100, 255])
      await expect(finishToken(cycleId, spki, pending, flipped(signed, at))).rejects.toThrow(Tampered)
    for (const short of [signed.slice(1), new Uint8Array(), concat(signed, utf8('x'))])
      await expect(finishToken(cycleId, spki, pending, short)).rejects.toThrow(Tampered)
    const { message, signature } = await finishToken(cycleId, spki, pending, signed)
    expect(isToken(publicKey, cycleId, { message: flipped(message, 3), signature })).toBe(false)
    expect(isToken(publicKey, cycleId, { message, signature: flipped(signature, 200) })).toBe(false)
    expect(isToken(publicKey, freshId(), { message, signature })).toBe(false)
  })

  test('anything under a key of another kind, length or exponent', async () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      type: 'spki',
      format: 'der',
    })
    const keys = [
      issuer(1024).spki,
      issuer(3072).spki,
      issuer(2048, 3).spki,
      new Uint8Array(elliptic),
      new Uint8Array(),
    ]
    for (const key of [...keys, concat(spki, utf8('x')), flipped(spki, 5)])
      await expect(blindToken(cycleId, key)).rejects.toThrow(UnknownFormat)
    await expect(blindToken('x', spki)).rejects.toThrow(UnknownFormat)
  })
})

test('a key is named by its hash', async () => {
  expect(await issuerHash(spki)).toHaveLength(32)
  expect(await issuerHash(spki)).not.toEqual(await issuerHash(issuer().spki))
})

function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next, found, later] = [modulus, value % modulus, 0n, 1n]
  while (next > 0n) {
    const times = rest / next
    ;[rest, next, found, later] = [next, rest - times * next, later, found - times * later]
  }
  return ((found % modulus) + modulus) % modulus
}
