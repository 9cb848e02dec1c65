import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, systemRandom, utf8 } from './bytes.ts'
import { UnknownFormat } from './faults.ts'
import { type Content, readBlock, writeBlock } from './item-block.ts'
import { freshId } from './sample.ts'

const readersOf = (count: number) =>
  Array.from({ length: count }, () => ({ personId: freshId(), entryHash: systemRandom(32) }))
const signed = { identityNumber: 7, signature: systemRandom(64) }
const content = (changed: Partial<Content> = {}): Content => ({ json: utf8('"x"'), readers: [], signed, ...changed })

/** A block with one field written over. */
function blockWith(at: number, value: number, from = content()): Uint8Array<ArrayBuffer> {
  const { block } = writeBlock(from)
  block[at] = value
  return block
}

test('a block gives back what was written, readers in the order of their ids', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.boolean(), (text, count, isSigned) => {
      const readers = readersOf(count)
      const written = { json: utf8(text), readers, signed: isSigned ? signed : null }
      const inOrder = readers.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
      expect(readBlock(writeBlock(written).block)).toEqual({ ...written, readers: inOrder })
    }),
  )
})

describe('a block that would not have been written so is refused:', () => {
  test('of another format, or with flags that mean nothing', () => {
    for (const block of [blockWith(0, 2), blockWith(1, 2), blockWith(1, 2, content({ signed: null }))])
      expect(() => readBlock(block)).toThrow(UnknownFormat)
  })

  test('with anything behind its content', () => {
    for (const at of [8 + 68 + 3, 255]) expect(() => readBlock(blockWith(at, 1))).toThrow(UnknownFormat)
  })

  test('in a larger class than it needs', () => {
    const { block } = writeBlock(content())
    expect(() => readBlock(concat(block, new Uint8Array(768)))).toThrow(UnknownFormat)
  })

  test('with a text or readers longer than itself', () => {
    for (const at of [2, 3, 4, 6]) expect(() => readBlock(blockWith(at, 255))).toThrow(UnknownFormat)
    expect(() => readBlock(new Uint8Array(5))).toThrow(UnknownFormat)
  })

  test('with a reader twice, or readers out of order', () => {
    const { block } = writeBlock(content({ readers: readersOf(2) }))
    const [first, second] = [block.slice(8, 56), block.slice(56, 104)]
    for (const pair of [
      [second, first],
      [first, first],
    ]) {
      const other = block.slice()
      pair.forEach((line, at) => {
        other.set(line, 8 + 48 * at)
      })
      expect(() => readBlock(other)).toThrow(UnknownFormat)
    }
  })
})
