import { argon2Sync, createECDH, createHash } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { describe, expect, test, vi } from 'vitest'
import gcm from '../vectors/aes-gcm.json' with { type: 'json' }
import blindRsa from '../vectors/blind-rsa.json' with { type: 'json' }
import ecdh from '../vectors/ecdh-p256.json' with { type: 'json' }
import ecdsa from '../vectors/ecdsa-p256.json' with { type: 'json' }
import hkdf from '../vectors/hkdf-sha256.json' with { type: 'json' }
import hpke from '../vectors/hpke.json' with { type: 'json' }
import { decrypt, deriveBytes, encrypt, hkdfBase, importAesKey } from './aes.ts'
import { type Bytes, concat } from './bytes.ts'
import { importHpkePair, verify } from './curve.ts'
import { Tampered } from './faults.ts'
import { hpkeOpen, suite } from './hpke.ts'
import { cost, stretch } from './passphrase.ts'
import { fromHex, toHex } from './sample.ts'

describe('AES-256-GCM', () => {
  test.each(gcm.tests)('Wycheproof $tcId', async ({ key, iv, aad, msg, ct, tag, valid }) => {
    const aesKey = await importAesKey(fromHex(key))
    const [nonce, bound, sealed] = [fromHex(iv), fromHex(aad), fromHex(ct + tag)]
    if (!valid) return expect(decrypt(aesKey, nonce, sealed, bound, Tampered)).rejects.toThrow(Tampered)
    expect(toHex(await decrypt(aesKey, nonce, sealed, bound, Tampered))).toBe(msg)
    expect(toHex(await encrypt(aesKey, nonce, fromHex(msg), bound))).toBe(ct + tag)
  })
})

describe('HKDF-SHA256', () => {
  test.each(hkdf.tests)('Wycheproof $tcId', async ({ ikm, salt, info, size, okm, valid }) => {
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info: fromHex(info) }
    const derived = crypto.subtle.deriveBits(algorithm, await hkdfBase(fromHex(ikm)), size * 8)
    if (!valid) return expect(derived).rejects.toThrow()
    expect(toHex(new Uint8Array(await derived))).toBe(okm)
  })

  test('RFC 5869, A.3: without salt and info, as keys are derived here', async () => {
    const okm = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'
    const base = await hkdfBase(fromHex('0b'.repeat(22)))
    expect(toHex(await deriveBytes(base, '', 42))).toBe(okm)
  })
})

describe('ECDSA on P-256 with SHA-256', () => {
  const cases = ecdsa.groups.flatMap(({ publicKey, tests }) => tests.map((found) => ({ publicKey, ...found })))
  test.each(cases)('Wycheproof $tcId', async ({ publicKey, msg, sig, valid }) => {
    expect(await verify(fromHex(publicKey), fromHex(sig), fromHex(msg))).toBe(valid)
  })
})

describe('ECDH on P-256', () => {
  test.each(ecdh.tests)('Wycheproof $tcId', async ({ public: point, private: scalar, shared, valid }) => {
    const own = createECDH('prime256v1')
    own.setPrivateKey(scalar, 'hex')
    const { privateKey } = await importHpkePair(fromHex(scalar), fromHex(own.getPublicKey('hex')))
    const theirs = suite.kem.deserializePublicKey(fromHex(point))
    if (!valid) return expect(theirs).rejects.toThrow()
    const derived = await crypto.subtle.deriveBits({ name: 'ECDH', public: await theirs }, privateKey, 256)
    expect(toHex(new Uint8Array(derived))).toBe(shared)
  })
})

describe('Argon2id', () => {
  const spend = (password: Uint8Array, nonce: Uint8Array, more: object = {}) =>
    argon2Sync('argon2id', {
      message: password,
      nonce,
      memory: cost.memory,
      passes: cost.passes,
      parallelism: cost.lanes,
      tagLength: 32,
      ...more,
    })

  test('RFC 9106, 5.3, holds for the implementation that ours is compared with', () => {
    const rfc = {
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      memory: 32,
      passes: 3,
      parallelism: 4,
    }
    expect(spend(Buffer.alloc(32, 1), Buffer.alloc(16, 2), rfc).toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    )
  })

  test.each(['correct horse battery staple', 'Smørrebrød på Ærø, å ja 🦆'])(
    'gives the same for %j',
    async (passphrase) => {
      const salt = crypto.getRandomValues(new Uint8Array(16))
      expect(toHex(await stretch(passphrase, salt, cost))).toBe(spend(Buffer.from(passphrase), salt).toString('hex'))
    },
  )
})

describe('HPKE', () => {
  const info = fromHex(hpke.info)
  const recipient = () => importHpkePair(fromHex(hpke.skRm), fromHex(hpke.pkRm))

  /** As the vectors draw their inputs: a length, and so many bytes, from one SHAKE128 of nothing. */
  function drawer() {
    const stream = createHash('shake128', { outputLength: 1_000_000 }).digest()
    let at = 0
    return (): Bytes => {
      const length = stream[at] ?? 0
      at += 1 + length
      return Uint8Array.from(stream.subarray(at - length, at))
    }
  }

  test('RFC 9180, base mode: a thousand messages to the known key, with the known ephemeral key', async () => {
    const recipientKey = await recipient()
    const ekm = await suite.kem.deriveKeyPair(fromHex(hpke.ikmE))
    const sender = await suite.createSenderContext({ recipientPublicKey: recipientKey.publicKey, info, ekm })
    const receiver = await suite.createRecipientContext({ recipientKey, enc: sender.enc, info })
    expect(toHex(new Uint8Array(sender.enc))).toBe(hpke.enc)
    const draw = drawer()
    const sealed: Bytes[] = []
    for (let count = 0; count < 1000; count++) {
      const [associated, plaintext] = [draw(), draw()]
      const ciphertext = new Uint8Array(await sender.seal(plaintext, associated))
      expect(new Uint8Array(await receiver.open(ciphertext, associated))).toEqual(plaintext)
      sealed.push(ciphertext)
    }
    const accumulated = createHash('shake128', { outputLength: 16 })
      .update(concat(...sealed))
      .digest('hex')
    expect(accumulated).toBe(hpke.encryptionsAccumulated)

    const [associated, plaintext] = ((first) => [first(), first()] as const)(drawer())
    const message = { encapsulated: fromHex(hpke.enc), ciphertext: sealed[0] ?? new Uint8Array() }
    expect(await hpkeOpen(recipientKey, info, message, associated, Tampered)).toEqual(plaintext)
  })

  test('RFC 9180: the recipient’s pair comes from its seed', async () => {
    const pair = await suite.kem.deriveKeyPair(fromHex(hpke.ikmR))
    expect(toHex(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)))).toBe(hpke.pkRm)
  })
})

describe('RSA blind signatures', () => {
  const { n, e, d, p, q } = blindRsa
  const number = (hex: string) => BigInt(`0x${hex}`)
  const inWire = (value: bigint | string) => {
    const hex = typeof value === 'string' ? value.replace(/^0x/, '') : value.toString(16)
    return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url')
  }
  const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
    let result = 1n
    for (let [square, left] = [base % modulus, exponent]; left > 0n; left >>= 1n, square = (square * square) % modulus)
      if (left & 1n) result = (result * square) % modulus
    return result
  }
  /** By Euclid; Fermat's way needs a prime. */
  const inverse = (value: bigint, modulus: bigint): bigint => {
    let [rest, next, found, later] = [modulus, value % modulus, 0n, 1n]
    while (next > 0n) {
      const times = rest / next
      ;[rest, next, found, later] = [next, rest - times * next, later, found - times * later]
    }
    return ((found % modulus) + modulus) % modulus
  }

  test('RFC 9474, A.1: RSABSSA-SHA384-PSS-Randomized', async () => {
    const pss = { name: 'RSA-PSS', hash: 'SHA-384' }
    const publicJwk = { kty: 'RSA', n: inWire(n), e: inWire(e) }
    const publicKey = await crypto.subtle.importKey('jwk', publicJwk, pss, true, ['verify'])
    const [prime, other, secret] = [number(p), number(q), number(d)]
    const privateJwk = {
      ...{ ...publicJwk, d: inWire(d), p: inWire(p), q: inWire(q) },
      ...{ dp: inWire(secret % (prime - 1n)), dq: inWire(secret % (other - 1n)), qi: inWire(inverse(other, prime)) },
    }
    const privateKey = await crypto.subtle.importKey('jwk', privateJwk, pss, true, ['sign'])
    const r = inverse(number(blindRsa.inv), number(n)).toString(16).padStart(n.length, '0')
    const drawn = [blindRsa.msgPrefix, blindRsa.salt, r].map(fromHex)
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
      const bytes = drawn.shift() ?? expect.unreachable()
      expect(bytes.length).toBe(into?.byteLength)
      return bytes as never
    })
    const suite = RSABSSA.SHA384.PSS.Randomized()
    expect(suite.toString()).toBe(blindRsa.name)

    const prepared = suite.prepare(fromHex(blindRsa.msg))
    const { blindedMsg, inv } = await suite.blind(publicKey, prepared)
    vi.restoreAllMocks()
    expect([toHex(prepared), toHex(blindedMsg), toHex(inv)]).toEqual([
      blindRsa.preparedMsg,
      blindRsa.blindedMsg,
      blindRsa.inv,
    ])
    expect(drawn).toEqual([])

    const blindSignature = await suite.blindSign(privateKey, blindedMsg)
    expect(toHex(blindSignature)).toBe(blindRsa.blindSig)
    expect(power(number(blindRsa.blindSig), 65_537n, number(n))).toBe(number(blindRsa.blindedMsg))
    const signature = await suite.finalize(publicKey, prepared, blindSignature, inv)
    expect(toHex(signature)).toBe(blindRsa.sig)
  })
})
