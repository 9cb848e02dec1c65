import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pin } from './directory.ts'
import { checkSeen, disputed, emptyMemory, forget, type Memory, merge, remember, rememberPin } from './memory.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor')
const version = fc.integer({ min: 1, max: 5 })
const pin: fc.Arbitrary<Pin> = fc.record({
  number: fc.integer({ min: 1, max: 3 }),
  hash: fc.constantFrom('x', 'y', 'z'),
})
const deed = fc.oneof(
  fc.tuple(id, version).map(
    ([item, seen]) =>
      (memory: Memory) =>
        remember(memory, { id: item, version: seen }),
  ),
  id.map((item) => (memory: Memory) => forget(memory, item)),
  fc.tuple(id, pin).map(
    ([person, seen]) =>
      (memory: Memory) =>
        rememberPin(memory, person, seen),
  ),
)
const memory = fc.array(deed, { maxLength: 12 }).map((deeds) => deeds.reduce((held, act) => act(held), emptyMemory))

describe('merging what two devices have seen', () => {
  test('gives the same whichever comes first', () => {
    fc.assert(
      fc.property(memory, memory, (one, other) => {
        expect(JSON.stringify(merge(one, other))).toBe(JSON.stringify(merge(other, one)))
      }),
    )
  })

  test('gives the same however three are grouped', () => {
    fc.assert(
      fc.property(memory, memory, memory, (one, two, three) => {
        expect(JSON.stringify(merge(merge(one, two), three))).toBe(JSON.stringify(merge(one, merge(two, three))))
      }),
    )
  })

  test('adds nothing when it is done again', () => {
    fc.assert(
      fc.property(memory, memory, (one, other) => {
        expect(merge(one, one)).toEqual(one)
        expect(merge(merge(one, other), other)).toEqual(merge(one, other))
        expect(merge(one, emptyMemory)).toEqual(one)
      }),
    )
  })

  test('never forgets a version, a deletion or an identity that either has seen', () => {
    fc.assert(
      fc.property(memory, memory, (one, other) => {
        const both = merge(one, other)
        for (const held of [one, other]) {
          expect(both.deleted).toEqual(expect.arrayContaining([...held.deleted]))
          for (const [item, seen] of Object.entries(held.versions))
            expect(both.deleted.includes(item) || (both.versions[item] ?? 0) >= seen).toBe(true)
          for (const [person, seen] of Object.entries(held.pins))
            expect(both.pins[person]?.number).toBeGreaterThanOrEqual(seen.number)
        }
      }),
    )
  })

  test('keeps a dispute about an identity in sight until a later one is accepted', () => {
    const seen = (hash: string, number = 1) => rememberPin(emptyMemory, 'ben', { number, hash })
    const both = merge(seen('x'), seen('y'))
    expect(both.pins).toEqual({ ben: { number: 1, hash: disputed } })
    expect(merge(both, seen('x')).pins).toEqual(both.pins)
    expect(merge(both, seen('z', 2)).pins).toEqual({ ben: { number: 2, hash: 'z' } })
  })

  test('keeps nothing of an item that was deleted but that it was', () => {
    const seen = remember(emptyMemory, { id: 'a', version: 2 })
    for (const both of [
      forget(seen, 'a'),
      merge(seen, forget(emptyMemory, 'a')),
      remember(forget(seen, 'a'), { id: 'a', version: 3 }),
    ])
      expect(both).toEqual({ ...emptyMemory, deleted: ['a'] })
    expect(checkSeen(forget(seen, 'a'), [])).toEqual({ rolledBack: [], missing: [], fresh: [] })
  })

  test('survives being written down', () => {
    fc.assert(
      fc.property(memory, (held) => {
        expect(JSON.parse(JSON.stringify(held))).toEqual(held)
      }),
    )
  })
})

describe('what the server shows', () => {
  const held = ['a', 'b', 'c'].reduce(
    (seen, item) => remember(seen, { id: item, version: 3 }),
    forget(emptyMemory, 'd'),
  )

  test('is as it was', () => {
    const heads = ['a', 'b', 'c'].map((item) => ({ id: item, version: 3 }))
    expect(checkSeen(held, heads)).toEqual({ rolledBack: [], missing: [], fresh: [] })
  })

  test('is older, gone, new, newer, or back from deletion', () => {
    const heads = [
      { id: 'a', version: 2 },
      { id: 'c', version: 4 },
      { id: 'd', version: 9 },
      { id: 'e', version: 1 },
    ]
    expect(checkSeen(held, heads)).toEqual({ rolledBack: ['a', 'd'], missing: ['b'], fresh: ['c', 'e'] })
  })

  test('an item whose name every object knows is nothing that was seen', () => {
    const heads = ['constructor', '__proto__'].map((item) => ({ id: item, version: 1 }))
    expect(checkSeen(emptyMemory, heads)).toEqual({ rolledBack: [], missing: [], fresh: ['constructor', '__proto__'] })
  })

  test('never is in order when it shows less than was remembered', () => {
    fc.assert(
      fc.property(memory, fc.array(fc.record({ id, version })), (seen, heads) => {
        const { rolledBack, missing } = checkSeen(seen, heads)
        for (const [item, newest] of Object.entries(seen.versions)) {
          const shown = heads.filter((head) => head.id === item)
          if (shown.length === 0) expect(missing).toContain(item)
          if (shown.some((head) => head.version < newest)) expect(rolledBack).toContain(item)
        }
      }),
    )
  })
})
