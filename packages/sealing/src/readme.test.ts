import {
  argon2Sync,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto'
import { describe, expect, test } from 'vitest'
import committed from '../v1-items.json' with { type: 'json' }

/*
 * Another program: it opens the committed file from what README says, on Node's own cryptography, and uses nothing of
 * this package. When the two part, one of them is wrong.
 */

const text = (...parts: (string | number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const wire = (encoded: string) => Buffer.from(encoded, 'base64url')
const uuid = (id: string | null) => Buffer.from((id ?? '0'.repeat(32)).replaceAll('-', ''), 'hex')
const u32 = (value: number) => text([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const hkdf = (secret: Uint8Array, info: string, length = 32) =>
  Buffer.from(hkdfSync('sha256', secret, '', info, length))

function openAes(key: Buffer, nonce: Buffer, sealed: Buffer, associated: Buffer) {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(associated).setAuthTag(sealed.subarray(-16))
  return text(cipher.update(sealed.subarray(0, -16)), cipher.final())
}

const publicKey = (point: Buffer) =>
  createPublicKey({
    key: text(Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'), point),
    format: 'der',
    type: 'spki',
  })
const privateKey = (scalar: Buffer, point: Buffer) => {
  const [before, between] = ['308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'a144034200']
  const key = text(Buffer.from(before, 'hex'), scalar, Buffer.from(between, 'hex'), point)
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** RFC 9180, base mode, single shot. */
function openHpke(scalar: Buffer, point: Buffer, enc: Buffer, info: Buffer, sealed: Buffer, associated: Buffer) {
  const labeled = (suite: Buffer, salt: Uint8Array, name: string, secret: Uint8Array) =>
    createHmac('sha256', salt.length > 0 ? salt : Buffer.alloc(32))
      .update(text('HPKE-v1', suite, name, secret))
      .digest()
  const expand = (suite: Buffer, key: Buffer, name: string, more: Buffer, length: number) => {
    const labeledInfo = text([0, length], 'HPKE-v1', suite, name, more)
    return createHmac('sha256', key)
      .update(text(labeledInfo, [1]))
      .digest()
      .subarray(0, length)
  }
  const [kem, suite] = [text('KEM', [0, 16]), text('HPKE', [0, 16, 0, 1, 0, 2])]
  const dh = diffieHellman({ privateKey: privateKey(scalar, point), publicKey: publicKey(enc) })
  const shared = expand(kem, labeled(kem, Buffer.alloc(0), 'eae_prk', dh), 'shared_secret', text(enc, point), 32)
  const [pskId, infoHash] = ['psk_id_hash', 'info_hash'].map((name) =>
    labeled(suite, Buffer.alloc(0), name, name === 'info_hash' ? info : Buffer.alloc(0)),
  )
  const context = text([0], pskId ?? [], infoHash ?? [])
  const secret = labeled(suite, shared, 'secret', Buffer.alloc(0))
  const key = expand(suite, secret, 'key', context, 32)
  return openAes(key, expand(suite, secret, 'base_nonce', context, 12), sealed, associated)
}

const [ada] = committed.people
const accountKey = wire(ada?.accountKey ?? '')

describe.each(committed.wraps)('a wrap behind a $kind', (wrap) => {
  const wrapped = wire(wrap.wrapped)
  const at = (from: number, length: number) => wrapped.subarray(from, from + length)
  const bound = (front: Buffer) => text('lederkreds wrap v1\0', uuid(ada?.personId ?? ''), uuid(wrap.wrapId), front)
  const open: Record<string, () => Buffer> = {
    passphrase: () => {
      const message = Buffer.from((wrap.passphrase ?? '').normalize('NFKC'))
      const cost = { memory: at(20, 4).readUInt32BE(), passes: at(24, 4).readUInt32BE(), parallelism: wrapped[28] ?? 0 }
      const stretched = argon2Sync('argon2id', { message, nonce: at(29, 16), ...cost, tagLength: 32 })
      return openAes(hkdf(stretched, 'lederkreds wrap v1 passphrase'), at(45, 12), at(57, 48), bound(at(0, 45)))
    },
    passkey: () => {
      const point = at(20, 65)
      const key = hkdf(wire(wrap.prf), 'lederkreds wrap v1 passkey')
      const scalar = openAes(key, at(85, 12), at(97, 48), bound(text(at(0, 4), point)))
      const info = text('lederkreds wrap v1 passkey\0')
      const raw = openHpke(scalar, point, at(145, 65), info, at(210, 48), bound(at(0, 85)))
      const tag = createHmac('sha256', hkdf(raw, 'lederkreds account key v1 passkey'))
      expect(at(258, 32)).toEqual(tag.update(text(bound(text(at(0, 4), point)), at(85, 60))).digest())
      return raw
    },
    recoveryCode: () => {
      const key = hkdf(text((wrap.code ?? '').replaceAll('-', '').slice(0, 26)), 'lederkreds wrap v1 recovery code')
      return openAes(key, at(20, 12), at(32, 48), bound(at(0, 20)))
    },
  }

  test('opens as README says', () => {
    expect(open[wrap.kind]?.()).toEqual(accountKey)
    expect(at(4, 16)).toEqual(hkdf(accountKey, 'lederkreds account key v1 id', 16))
  })
})

describe('an item', () => {
  const people = new Map(
    committed.people.map(({ personId, accountKey: raw, entry, secret }) => {
      const [hpke, signing] = [wire(entry.hpkePublicKey), wire(entry.signingPublicKey)]
      const canonical = text(
        'lederkreds identity v1\0',
        uuid(personId),
        u32(entry.number),
        hpke,
        signing,
        Buffer.alloc(32),
      )
      const hash = sha256(canonical)
      const key = hkdf(wire(raw), 'lederkreds account key v1 identity')
      const sealed = wire(secret)
      const scalars = openAes(
        key,
        sealed.subarray(4, 16),
        sealed.subarray(16),
        text('lederkreds identity secret v1\0', hash),
      )
      return [personId, { raw: wire(raw), hpke, signing, canonical, hash, scalar: scalars.subarray(0, 32) }] as const
    }),
  )

  test.each(committed.items)('$about.itemId opens as README says, for each of its readers', (item) => {
    const { kind, itemId, version, authorId, networkId } = item.about
    const about = text(
      'lederkreds item v1\0',
      [kind.length],
      kind,
      uuid(itemId),
      u32(version),
      uuid(authorId),
      uuid(networkId),
    )
    for (const { personId, wrapped } of item.keys) {
      const reader = people.get(personId) ?? expect.unreachable()
      const key = wire(wrapped)
      const itemKey =
        key[3] === 1
          ? openAes(
              hkdf(reader.raw, 'lederkreds account key v1 self'),
              key.subarray(4, 16),
              key.subarray(16),
              text('lederkreds item key v1 self\0', about),
            )
          : openHpke(
              reader.scalar,
              reader.hpke,
              key.subarray(8, 73),
              text('lederkreds item key v1 recipient\0'),
              key.subarray(73),
              text(about, uuid(personId), reader.hash),
            )
      const envelope = wire(item.envelope)
      const block = openAes(
        itemKey,
        envelope.subarray(4, 16),
        envelope.subarray(16),
        text(envelope.subarray(0, 4), about),
      )
      const isSigned = block[1] === 1
      const [length, count] = [block.readUInt32BE(2), block.readUInt16BE(6)]
      const signedAt = 8 + 48 * count
      const jsonAt = signedAt + (isSigned ? 68 : 0)
      const json = block.subarray(jsonAt, jsonAt + length)
      expect(JSON.parse(json.toString('utf8'))).toEqual(item.document)
      expect(block.subarray(jsonAt + length).every((byte) => byte === 0)).toBe(true)
      expect(isSigned).toBe(authorId !== null)
      if (!authorId) continue
      const author = people.get(authorId) ?? expect.unreachable()
      const message = text(
        'lederkreds item signature v1\0',
        author.hash,
        about,
        sha256(json),
        block.subarray(6, signedAt),
      )
      const signature = block.subarray(signedAt + 4, jsonAt)
      expect(verify('sha256', message, { key: publicKey(author.signing), dsaEncoding: 'ieee-p1363' }, signature)).toBe(
        true,
      )
    }
  })
})
