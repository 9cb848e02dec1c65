import { expect, test } from 'vitest'
import { Stale } from '../errors.ts'
import { InvalidInput, parse } from '../text.ts'
import { canonicalEntry, checkFollows, identityEntry } from './identity.ts'

const person = '0193a0f0-1234-7abc-8def-0123456789ab'
const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte)
const point = (byte: number) => filled(65, byte).with(0, 4)
const entry = {
  number: 1,
  hpkePublicKey: point(0xaa),
  signingPublicKey: point(0xbb),
  previousHash: null,
  signature: filled(64, 1),
  endorsement: null,
}

test('the canonical bytes are those of format 1, written out', () => {
  const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const head = '6c65646572' + '6b72656473' + '20' + '6964656e74697479' + '20' + '7631' + '00'
  const first =
    `${head}0193a0f012347abc8def0123456789ab00000001` + `04${'aa'.repeat(64)}04${'bb'.repeat(64)}${'00'.repeat(32)}`
  expect(hex(canonicalEntry(person, entry))).toBe(first)
  const later = { ...entry, number: 0x01020304, previousHash: filled(32, 0xcc) }
  expect(hex(canonicalEntry(person, later))).toBe(
    first.replace('00000001', '01020304').replace(/(00){32}$/, 'cc'.repeat(32)),
  )
})

const issues = (input: unknown) => {
  try {
    parse(identityEntry, input)
    return []
  } catch (fault) {
    return (fault as InvalidInput).issues.map(({ path, problem }) => `${path}: ${problem}`)
  }
}

test.each([
  ['a first one', {}, []],
  ['a later one', { number: 2, previousHash: filled(32, 1), endorsement: filled(64, 1) }, []],
  ['a later one after everything was lost', { number: 2, previousHash: filled(32, 1) }, []],
  ['a later one that follows nothing', { number: 2 }, ['number: invalid', 'previousHash: invalid']],
  ['a first one that follows', { previousHash: filled(32, 1) }, ['number: invalid', 'previousHash: invalid']],
  ['a first one that somebody vouches for', { endorsement: filled(64, 1) }, ['endorsement: invalid']],
  ['number 0', { number: 0, previousHash: filled(32, 1) }, ['number: tooSmall']],
  ['a compressed point', { hpkePublicKey: filled(33, 2) }, ['hpkePublicKey: tooSmall']],
  ['a point of another form', { signingPublicKey: filled(65, 6) }, ['signingPublicKey: invalid']],
  ['a signature in DER', { signature: filled(70, 1) }, ['signature: tooLarge']],
  ['half a hash', { number: 2, previousHash: filled(16, 1) }, ['previousHash: tooSmall']],
])('an entry: %s', (_what, change, wrong) => {
  expect(issues({ ...entry, ...change })).toEqual(wrong)
})

test('an entry follows the last one and no other', () => {
  const hash = filled(32, 7)
  expect(() => checkFollows(null, entry)).not.toThrow()
  expect(() => checkFollows({ number: 1, hash }, { number: 2, previousHash: hash })).not.toThrow()
  expect(() => checkFollows({ number: 1, hash }, { number: 2, previousHash: hash.with(31, 8) })).toThrow(InvalidInput)
  expect(() => checkFollows({ number: 2, hash }, { number: 2, previousHash: hash })).toThrow(new Stale(1, 2))
  expect(() => checkFollows({ number: 1, hash }, { number: 3, previousHash: hash })).toThrow(new Stale(2, 1))
  expect(() => checkFollows(null, { number: 2, previousHash: hash })).toThrow(Stale)
})
