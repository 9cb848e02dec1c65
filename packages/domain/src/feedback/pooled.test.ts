import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindedToken, pooledToken, sealedAnswer, shuffled, tokenContext } from './pooled.ts'

const cycleId = '0193A0F0-1234-4000-8000-00000000000f'
const bytes = (length: number, ...frame: number[]) => Uint8Array.from({ length }, (_, at) => frame[at] ?? 7)

test('a token is signed over a label and its cycle, however the id is spelled', () => {
  const context = tokenContext(cycleId)
  expect(context).toHaveLength(45)
  expect(new TextDecoder().decode(context.subarray(0, 29))).toBe('lederkreds feedback token v1\0')
  expect([...context.subarray(29)]).toEqual([1, 0x93, 0xa0, 0xf0, 0x12, 0x34, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 15])
  expect(tokenContext(cycleId.toLowerCase())).toEqual(context)
})

describe('what is handed in', () => {
  const answer = { envelope: bytes(16_416, 0x4c, 0x49, 1, 3), wrappedKey: bytes(121, 0x4c, 0x4b, 1, 2) }
  test.each([
    ['an envelope that is longer', { envelope: bytes(16_417, 0x4c, 0x49, 1, 3) }],
    ['an envelope of another class', { envelope: bytes(4128, 0x4c, 0x49, 1, 2) }],
    ['an envelope that says another class', { envelope: bytes(16_416, 0x4c, 0x49, 1, 2) }],
    ['a key to oneself', { wrappedKey: bytes(121, 0x4c, 0x4b, 1, 1) }],
    ['a key that is shorter', { wrappedKey: bytes(120, 0x4c, 0x4b, 1, 2) }],
  ])('is not %s', (_, changed) => {
    expect(sealedAnswer.safeParse(answer).success).toBe(true)
    expect(sealedAnswer.safeParse({ ...answer, ...changed }).success).toBe(false)
  })

  test('comes with a token of one length, whose cycle is spelled in one way', () => {
    const token = { cycleId, message: bytes(32), signature: bytes(256) }
    expect(pooledToken.parse(token).cycleId).toBe(cycleId.toLowerCase())
    expect(blindedToken.parse({ cycleId, blinded: bytes(256) }).cycleId).toBe(cycleId.toLowerCase())
    for (const changed of [{ message: bytes(31) }, { signature: bytes(257) }, { cycleId: 'x' }, { message: 'AAAA' }])
      expect(pooledToken.safeParse({ ...token, ...changed }).success).toBe(false)
  })
})

describe('a shuffle', () => {
  test('loses nothing, adds nothing, and leaves what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.infiniteStream(fc.nat()), (things, draws) => {
        const before = [...things]
        const mixed = shuffled(things, (limit) => (draws.next().value ?? 0) % limit)
        expect(mixed.toSorted()).toEqual(before.toSorted())
        expect(things).toEqual(before)
      }),
    )
  })

  test('makes each of the orders from the draws of exactly one way, so that all are equally likely', () => {
    const orders: string[] = []
    for (let last = 0; last < 4; last++)
      for (let third = 0; third < 3; third++)
        for (let second = 0; second < 2; second++) {
          const draws = [last, third, second]
          const limits: number[] = []
          const mixed = shuffled(['a', 'b', 'c', 'd'], (limit) => [draws[limits.push(limit) - 1] ?? 0][0] ?? 0)
          expect(limits).toEqual([4, 3, 2])
          orders.push(mixed.join(''))
        }
    expect(new Set(orders).size).toBe(24)
  })
})
