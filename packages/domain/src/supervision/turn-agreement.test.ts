import { describe, expect, test } from 'vitest'
import type { Standing } from '../networks/network.ts'
import { InvalidInput, parse } from '../text.ts'
import { mayDeclareTie, mayPass, maySwap, tieWith, turnSwap } from './turn-agreement.ts'

const member: Standing = { member: true, convenor: false, accepted: true, consultant: false }
const convenor = { ...member, convenor: true }
const undecided = { ...member, accepted: false }
const consultant: Standing = { member: false, convenor: false, accepted: false, consultant: true }
const [ada, ben, cai] = [1, 2, 3].map((each) => `0193a0f0-0000-4000-8000-00000000000${each}`) as [
  string,
  string,
  string,
]
const swap = { round: 1, role: 'focus', fromId: ada, toId: ben, backRound: null }
const problems = (schema: Parameters<typeof parse>[0], input: unknown) => {
  try {
    parse(schema, input)
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return thrown.issues
    throw thrown
  }
}

describe('a swap', () => {
  test('is of one turn, or of one for another', () => {
    expect(parse(turnSwap, swap)).toEqual(swap)
    expect(parse(turnSwap, { ...swap, backRound: 2 })).toMatchObject({ backRound: 2 })
  })

  test.each([
    ['toId', { toId: ada }, 'duplicate'],
    ['backRound', { backRound: 1 }, 'duplicate'],
    ['role', { role: 'team' }, 'unknown'],
    ['round', { round: 5 }, 'tooLarge'],
    ['round', { round: 0 }, 'tooSmall'],
    ['fromId', { fromId: 'Ada' }, 'invalid'],
  ])('is refused for its %s', (path, wrong, problem) => {
    expect(problems(turnSwap, { ...swap, ...wrong })).toEqual([{ path, problem }])
  })

  test('is recorded by either of the two or by the convenor', () => {
    for (const self of [ada, ben]) expect(maySwap(member, 'active', self, [ada, ben])).toBe(true)
    expect(maySwap(member, 'active', cai, [ada, ben])).toBe(false)
    expect(maySwap(convenor, 'active', cai, [ada, ben])).toBe(true)
    expect(maySwap(convenor, 'closed', cai, [ada, ben])).toBe(false)
    for (const other of [undecided, consultant]) expect(maySwap(other, 'active', ada, [ada, ben])).toBe(false)
  })
})

test('members who have accepted the rules pass and declare ties, while the network is there', () => {
  for (const may of [mayPass, mayDeclareTie]) {
    expect([member, convenor, undecided, consultant].map((each) => may(each, 'active'))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(may(member, 'closed')).toBe(false)
  }
})

test('a tie is to somebody else', () => {
  expect(parse(tieWith(ada), { personId: ben })).toEqual({ personId: ben })
  expect(problems(tieWith(ada), { personId: ada })).toEqual([{ path: 'personId', problem: 'duplicate' }])
})
