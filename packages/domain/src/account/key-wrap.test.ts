import { expect, test } from 'vitest'
import { type InvalidInput, parse } from '../text.ts'
import {
  checkKeys,
  checkWrapsRemain,
  firstWraps,
  hasEnoughWraps,
  KeysMissing,
  type KeyWrap,
  keyWrap,
  TooFewWraps,
  type WrapKind,
} from './key-wrap.ts'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const wrapped = (kind: number, length = 100) => {
  const made = new Uint8Array(length)
  made.set([0x4c, 0x57, 1, kind])
  return made
}
const numbers: Record<WrapKind, number> = { passphrase: 1, passkey: 2, recoveryCode: 3 }
const wrap = (kind: WrapKind, number: number, passkeyId: string | null = null): KeyWrap => ({
  id: uuid(number),
  kind,
  passkeyId,
  wrapped: wrapped(numbers[kind]),
})
const [passphrase, recovery, passkey] = [wrap('passphrase', 1), wrap('recoveryCode', 2), wrap('passkey', 3, uuid(9))]

const issues = (schema: Parameters<typeof parse>[0], input: unknown) => {
  try {
    parse(schema, input)
    return []
  } catch (fault) {
    return (fault as InvalidInput).issues.map(({ path, problem }) => `${path}: ${problem}`)
  }
}

test.each([
  ['a wrap of each kind', passphrase, []],
  ['one of a passkey', passkey, []],
  ['the frame of another kind', { ...passphrase, wrapped: wrapped(3) }, ['wrapped: invalid']],
  ['another format', { ...passphrase, wrapped: wrapped(1).with(2, 2) }, ['wrapped: invalid']],
  ['the longest', { ...passphrase, wrapped: wrapped(1, 1024) }, []],
  ['one byte more', { ...passphrase, wrapped: wrapped(1, 1025) }, ['wrapped: tooLarge']],
  ['too short for a key', { ...passphrase, wrapped: wrapped(1, 63) }, ['wrapped: tooSmall']],
  ['text', { ...passphrase, wrapped: 'LW' }, ['wrapped: invalid']],
  ['a passphrase with a passkey', { ...passphrase, passkeyId: uuid(9) }, ['passkeyId: invalid']],
  ['a passkey without one', { ...passkey, passkeyId: null }, ['passkeyId: empty']],
  ['an id that is not random', { ...passphrase, id: '0193a0f0-0000-7000-8000-000000000000' }, ['id: invalid']],
])('one wrap: %s', (_what, input, wrong) => {
  expect(issues(keyWrap, input)).toEqual(wrong)
})

test.each([
  ['passphrase and recovery code', [passphrase, recovery], []],
  ['recovery code and passkey', [recovery, passkey], []],
  ['none', [], [': tooFew']],
  ['one', [recovery], [': tooFew']],
  ['no recovery code', [passphrase, passkey], [': tooFew']],
  ['two passphrases', [passphrase, recovery, wrap('passphrase', 4)], ['2.kind: duplicate']],
  ['one passkey twice', [recovery, passkey, wrap('passkey', 4, uuid(9))], ['2.kind: duplicate']],
  ['two passkeys', [recovery, passkey, wrap('passkey', 4, uuid(8))], []],
  ['one id twice', [passphrase, { ...recovery, id: passphrase.id }], ['1.kind: duplicate']],
])('first wraps: %s', (_what, input, wrong) => {
  expect(issues(firstWraps, input)).toEqual(wrong)
})

test('what remains is enough to write', () => {
  expect(hasEnoughWraps([passphrase, passkey])).toBe(false)
  expect(() => checkWrapsRemain([passphrase, recovery], passphrase.id)).toThrow(TooFewWraps)
  expect(() => checkWrapsRemain([passphrase, recovery, passkey], recovery.id)).toThrow(TooFewWraps)
  expect(() => checkWrapsRemain([passphrase, recovery, passkey], passphrase.id)).not.toThrow()
})

test('nothing is sealed without two wraps and an identity', () => {
  expect(() => checkKeys([passphrase, recovery], true)).not.toThrow()
  expect(() => checkKeys([passphrase, recovery], false)).toThrow(KeysMissing)
  expect(() => checkKeys([recovery], true)).toThrow(KeysMissing)
})
