import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pin } from './directory.ts'
import { checkSeen, deletionsKept, disputed, emptyMemory, forget, type Memory, merge, rememberPin } from './memory.ts'
import { sizeClassOf } from './padding.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor')
const version = fc.integer({ min: 1, max: 5 })
const versions = fc.dictionary(id, version)
const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-02-${String(of).padStart(2, '0')}`)
const pin: fc.Arbitrary<Pin> = fc.record({
  number: fc.integer({ min: 1, max: 3 }),
  hash: fc.constantFrom('x', 'y', 'z'),
})
const deed = fc.oneof(
  fc.tuple(id, day).map(
    ([item, on]) =>
      (memory: Memory) =>
        forget(memory, item, on),
  ),
  fc.tuple(id, pin).map(
    ([person, seen]) =>
      (memory: Memory) =>
        rememberPin(memory, person, seen),
  ),
)
const few = fc.array(deed, { maxLength: 12 }).map((deeds) => deeds.reduce((held, act) => act(held), emptyMemory))
/** Somebody who has deleted as many as are kept, or nearly, in another order of days on each device. */
const many = fc
  .tuple(few, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 40 }))
  .map(([held, from, days]) => {
    const ids = Array.from(
      { length: deletionsKept - 3 },
      (_, at) => [`item ${from + at}`, 20_485 + (at % days)] as const,
    )
    return merge(held, { ...emptyMemory, deleted: Object.fromEntries(ids) })
  })
const memory = fc.oneof({ arbitrary: few, weight: 3 }, { arbitrary: many, weight: 1 })

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

  test('never forgets an identity that either has seen, nor a deletion but for a thousand that are not older', () => {
    fc.assert(
      fc.property(memory, memory, (one, other) => {
        const both = merge(one, other)
        const days = Object.values(both.deleted)
        expect(days.length).toBeLessThanOrEqual(deletionsKept)
        for (const held of [one, other]) {
          for (const [item, on] of Object.entries(held.deleted)) {
            if (Object.hasOwn(both.deleted, item)) expect(both.deleted[item]).toBeGreaterThanOrEqual(on)
            else expect(days.filter((each) => each >= on)).toHaveLength(deletionsKept)
          }
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

  test('after five thousand deletions still fits into an envelope, beside fifty colleagues, with the newest in it', () => {
    const ids = Array.from({ length: 5000 }, () => crypto.randomUUID())
    const colleagues = Array.from({ length: 50 }, () => crypto.randomUUID())
    const pins = colleagues.map((person) => rememberPin(emptyMemory, person, { number: 1, hash: 'x'.repeat(43) }))
    const dayOf = (at: number) => 20_454 + Math.floor(at / 10)
    const devices = Array.from({ length: 50 }, (_, device) =>
      ids.flatMap((item, at) => (at % 50 === device ? [[item, dayOf(at)] as const] : [])),
    )
    const told = devices.map((entries) => ({ ...emptyMemory, deleted: Object.fromEntries(entries) }))
    const held = [...pins, ...told].reduce(merge)
    expect(Object.keys(held.deleted).toSorted()).toEqual(ids.slice(-deletionsKept).toSorted())
    expect(Object.keys(held.pins)).toHaveLength(50)
    expect(sizeClassOf(new TextEncoder().encode(JSON.stringify(held)).length)).toBe(4)
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
  const held = { a: 3, b: 3, c: 3 }

  test('is as it was', () => {
    const heads = ['a', 'b', 'c'].map((item) => ({ id: item, version: 3 }))
    expect(checkSeen(held, heads)).toEqual({ rolledBack: [], missing: [], fresh: [] })
  })

  test('is older, gone, new, or newer', () => {
    const heads = [
      { id: 'a', version: 2 },
      { id: 'c', version: 4 },
      { id: 'e', version: 1 },
    ]
    expect(checkSeen(held, heads)).toEqual({ rolledBack: ['a'], missing: ['b'], fresh: ['c', 'e'] })
  })

  test('an item whose name every object knows is nothing that was seen', () => {
    const heads = ['constructor', '__proto__'].map((item) => ({ id: item, version: 1 }))
    expect(checkSeen({}, heads)).toEqual({ rolledBack: [], missing: [], fresh: ['constructor', '__proto__'] })
  })

  test('never is in order when it shows less than was remembered', () => {
    fc.assert(
      fc.property(versions, fc.array(fc.record({ id, version })), (seen, heads) => {
        const { rolledBack, missing } = checkSeen(seen, heads)
        for (const [item, newest] of Object.entries(seen)) {
          const shown = heads.filter((head) => head.id === item)
          if (shown.length === 0) expect(missing).toContain(item)
          if (shown.some((head) => head.version < newest)) expect(rolledBack).toContain(item)
        }
      }),
    )
  })
})
