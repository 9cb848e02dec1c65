import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountKeyId, makeAccountKey, openAccountKey } from './account-key.ts'
import { type Bytes, concat, systemRandom, u32 } from './bytes.ts'
import {
  ExcessiveParameters,
  SealingFault,
  Tampered,
  UnfitPassphrase,
  UnknownFormat,
  WeakParameters,
  WrongCheckCharacter,
  WrongSecret,
} from './faults.ts'
import { makeRecoveryCode } from './recovery-code.ts'
import { flipped, freshId } from './sample.ts'
import { rewrapForPasskey, type Secret, unwrapWith, type WrapIds, wrapKind, wrapWith } from './wrap.ts'

const raw = makeAccountKey()
const ids: WrapIds = { personId: freshId(), wrapId: freshId() }
const passphrase: Secret = { kind: 'passphrase', passphrase: 'grønne ænder på Ærø' }
const passkey: Secret = { kind: 'passkey', prf: systemRandom(32) }
const recoveryCode: Secret = { kind: 'recoveryCode', code: makeRecoveryCode() }
const others: Record<Secret['kind'], Secret> = {
  passphrase: { kind: 'passphrase', passphrase: 'grønne ænder på Ærå' },
  passkey: { kind: 'passkey', prf: systemRandom(32) },
  recoveryCode: { kind: 'recoveryCode', code: makeRecoveryCode() },
}
const secrets = [passphrase, passkey, recoveryCode]
const sizes = { passphrase: 105, passkey: 290, recoveryCode: 80 }
const wraps = new Map<Secret, Bytes>()
const wrapOf = (secret: Secret): Bytes => wraps.get(secret) ?? expect.unreachable()

beforeAll(async () => {
  for (const secret of secrets) wraps.set(secret, await wrapWith(secret, raw, ids))
})

describe.each(secrets)('a wrap behind a $kind', (secret) => {
  test('opens with it, says its kind and has its size', async () => {
    const wrapped = wrapOf(secret)
    expect(await unwrapWith(secret, wrapped, ids)).toEqual(raw)
    expect(wrapKind(wrapped)).toBe(secret.kind)
    expect(wrapped).toHaveLength(sizes[secret.kind])
  })

  test('never stands twice the same, and never holds the key', async () => {
    const wrapped = await wrapWith(secret, raw, ids)
    expect(wrapped.slice(20)).not.toEqual(wrapOf(secret).slice(20))
    expect(Buffer.from(wrapped).includes(Buffer.from(raw))).toBe(false)
  })

  test('is refused with another secret, for another person, or as another wrap', async () => {
    const wrapped = wrapOf(secret)
    await expect(unwrapWith(others[secret.kind], wrapped, ids)).rejects.toThrow(WrongSecret)
    await expect(unwrapWith(secret, wrapped, { ...ids, personId: freshId() })).rejects.toThrow(WrongSecret)
    await expect(unwrapWith(secret, wrapped, { ...ids, wrapId: freshId() })).rejects.toThrow(WrongSecret)
  })

  test('is refused where it is of another kind or format, cut short or longer', async () => {
    const wrapped = wrapOf(secret)
    const broken = [
      flipped(wrapped, 0),
      flipped(wrapped, 2, 1),
      wrapped.slice(0, -1),
      concat(wrapped, Uint8Array.of(0)),
    ]
    for (const other of [...broken, new Uint8Array()])
      await expect(unwrapWith(secret, other, ids)).rejects.toThrow(UnknownFormat)
    for (const other of secrets.filter((found) => found !== secret))
      await expect(unwrapWith(secret, wrapOf(other), ids)).rejects.toThrow(UnknownFormat)
  })
})

test('any bit turned over in a wrap is a named fault', async () => {
  const places = [passkey, recoveryCode].flatMap((secret) => Array.from(wrapOf(secret), (_, at) => ({ secret, at })))
  for (const { secret, at } of places)
    await expect(unwrapWith(secret, flipped(wrapOf(secret), at, at % 8), ids)).rejects.toThrow(SealingFault)
})

test('a turned bit in any field of a passphrase’s wrap is a named fault', async () => {
  for (const at of [4, 19, 30, 44, 45, 57, 104])
    await expect(unwrapWith(passphrase, flipped(wrapOf(passphrase), at), ids)).rejects.toThrow(SealingFault)
})

describe('what a passphrase’s wrap may ask for', () => {
  const asking = (memory: number, passes: number, lanes: number) => {
    const wrapped = wrapOf(passphrase)
    return concat(wrapped.slice(0, 20), u32(memory), u32(passes), Uint8Array.of(lanes), wrapped.slice(29))
  }

  test.each([
    [65_535, 3, 1],
    [65_536, 2, 1],
    [65_536, 3, 0],
    [8, 1, 1],
    [0, 0, 0],
  ])('%i KiB, %i passes, %i lanes is too weak', async (...cost) => {
    await isRefusedAtOnce(asking(...cost), WeakParameters)
  })

  test.each([
    [1_048_577, 3, 1],
    [65_536, 21, 1],
    [65_536, 3, 5],
    [4_294_967_295, 4_294_967_295, 255],
  ])('%i KiB, %i passes, %i lanes is too much', async (...cost) => {
    await isRefusedAtOnce(asking(...cost), ExcessiveParameters)
  })

  test('another strength within the limits than it was made with opens nothing', async () => {
    await expect(unwrapWith(passphrase, asking(65_536, 4, 1), ids)).rejects.toThrow(WrongSecret)
  })

  /** Before anything is derived: a derivation takes hundreds of milliseconds. */
  async function isRefusedAtOnce(wrapped: Bytes, Fault: new () => SealingFault) {
    const start = performance.now()
    await expect(unwrapWith(passphrase, wrapped, ids)).rejects.toThrow(Fault)
    expect(performance.now() - start).toBeLessThan(50)
  }
})

test('a passphrase is the same however its letters are composed, and never trimmed', async () => {
  const typed = (text: string) => unwrapWith({ kind: 'passphrase', passphrase: text }, wrapOf(passphrase), ids)
  expect(await typed('grønne ænder på Ærø'.normalize('NFD'))).toEqual(raw)
  await expect(typed(' grønne ænder på Ærø')).rejects.toThrow(WrongSecret)
})

test('nothing is wrapped behind a passphrase that may not be chosen', async () => {
  await expect(wrapWith({ kind: 'passphrase', passphrase: 'kort' }, raw, ids)).rejects.toThrow(UnfitPassphrase)
})

test('nothing is wrapped behind what is no PRF output, and nothing that is no account key', async () => {
  for (const length of [0, 31, 33, 64])
    await expect(wrapWith({ kind: 'passkey', prf: systemRandom(length) }, raw, ids)).rejects.toThrow(UnknownFormat)
  for (const length of [0, 16, 31, 33]) {
    for (const secret of [passkey, recoveryCode])
      await expect(wrapWith(secret, systemRandom(length), ids)).rejects.toThrow(UnknownFormat)
    await expect(openAccountKey(systemRandom(length))).rejects.toThrow(UnknownFormat)
  }
})

test('a mistyped recovery code is told from a wrong one', async () => {
  const code = recoveryCode.kind === 'recoveryCode' ? recoveryCode.code : ''
  const typed = (text: string) => unwrapWith({ kind: 'recoveryCode', code: text }, wrapOf(recoveryCode), ids)
  expect(await typed(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`)).toEqual(
    raw,
  )
  await expect(typed(code.replace(/^./, (first) => (first === '7' ? '8' : '7')))).rejects.toThrow(WrongCheckCharacter)
})

describe('a new account key behind a passkey that is not at hand', () => {
  const renewed = makeAccountKey()

  test('opens with the passkey, and the old wrap stays what it was', async () => {
    const wrapped = await rewrapForPasskey(wrapOf(passkey), { from: raw, to: renewed }, ids)
    expect(await unwrapWith(passkey, wrapped, ids)).toEqual(renewed)
    expect(await unwrapWith(passkey, wrapOf(passkey), ids)).toEqual(raw)
    expect(await unwrapWith(passkey, await rewrapForPasskey(wrapped, { from: renewed, to: raw }, ids), ids)).toEqual(
      raw,
    )
  })

  test('is not put behind a key that a server slipped in', async () => {
    const foreign = await wrapWith(others.passkey, makeAccountKey(), ids)
    const slipped = concat(wrapOf(passkey).slice(0, 20), foreign.slice(20, 85), wrapOf(passkey).slice(85))
    for (const wrapped of [foreign, slipped])
      await expect(rewrapForPasskey(wrapped, { from: raw, to: renewed }, ids)).rejects.toThrow(Tampered)
  })
})

test('every account key has its own id, which is not the key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constant(null), async () => {
      const [one, other] = [makeAccountKey(), makeAccountKey()]
      expect(await accountKeyId(one)).toEqual(await accountKeyId(one.slice()))
      expect(await accountKeyId(one)).not.toEqual(await accountKeyId(other))
      expect(one.slice(0, 16)).not.toEqual(await accountKeyId(one))
    }),
    { numRuns: 20 },
  )
})

test('the keys of an account key cannot be read out', async () => {
  for (const key of Object.values(await openAccountKey(makeAccountKey()))) {
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow()
  }
})
