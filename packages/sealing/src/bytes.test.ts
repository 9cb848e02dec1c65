import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compare,
  concat,
  equal,
  fromBase64url,
  reader,
  readUint,
  toBase64url,
  u32,
  uuidBytes,
  uuidText,
} from './bytes.ts'
import { UnknownFormat } from './faults.ts'
import { freshId } from './sample.ts'

const bytes = fc.uint8Array({ maxLength: 100 }).map((found) => Uint8Array.from(found))

describe('base64url', () => {
  test('is what the rest of the world writes, and comes back', () => {
    fc.assert(
      fc.property(bytes, (found) => {
        const text = toBase64url(found)
        expect(text).toBe(Buffer.from(found).toString('base64url'))
        expect(fromBase64url(text)).toEqual(found)
      }),
    )
  })

  test.each(['A', 'AA=', 'AA==', 'AB', 'AAB', 'A+AA', 'A/AA', 'A AA', 'AAAAA', 'AAAÅ', '\n'])('refuses %j', (text) => {
    expect(() => fromBase64url(text)).toThrow(UnknownFormat)
  })
})

describe('a uuid', () => {
  test('is sixteen bytes and comes back', () => {
    const id = freshId()
    expect(uuidBytes(id)).toHaveLength(16)
    expect(uuidText(uuidBytes(id))).toBe(id)
  })

  test.each([
    '',
    'x',
    '00000000-0000-0000-0000-000000000000',
    freshId().toUpperCase().replace(/\d/g, 'A'),
    `${freshId()}0`,
  ])('is not %j', (id) => {
    expect(() => uuidBytes(id)).toThrow(UnknownFormat)
  })
})

test('a number stands big-endian in exactly its bytes', () => {
  expect(u32(0x01020304)).toEqual(Uint8Array.of(1, 2, 3, 4))
  expect(readUint(u32(4_294_967_295))).toBe(4_294_967_295)
  for (const value of [-1, 1.5, 4_294_967_296, Number.NaN]) expect(() => u32(value)).toThrow(UnknownFormat)
})

test('bytes are equal, and in order, as their hexadecimal digits are', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const [left, right] = [Buffer.from(one).toString('hex'), Buffer.from(other).toString('hex')]
      expect(equal(one, other)).toBe(left === right)
      expect(equal(one, one.slice())).toBe(true)
      expect(Math.sign(compare(one, other))).toBe(left === right ? 0 : left < right ? -1 : 1)
    }),
  )
})

test('fields are taken off one after the other, and never more than are there', () => {
  const fields = reader(concat(u32(7), Uint8Array.of(1, 2, 3)))
  expect([fields.uint(4), fields.take(2), fields.rest()]).toEqual([7, Uint8Array.of(1, 2), Uint8Array.of(3)])
  expect(() => fields.take(1)).toThrow(UnknownFormat)
  expect(() => reader(u32(1)).end()).toThrow(UnknownFormat)
})
