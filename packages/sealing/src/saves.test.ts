import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bytes, concat, systemRandom, toBase64url } from './bytes.ts'
import { sealItem } from './item.ts'
import { sizeClasses } from './padding.ts'
import { freshId, makePerson } from './sample.ts'

const seal = async (random = systemRandom) => {
  const { personId, account, keys } = await makePerson()
  const about = { kind: 'journal', itemId: freshId(), authorId: personId, networkId: null }
  return (document: unknown, at: number) =>
    sealItem({ document, about: { ...about, version: at + 1 }, self: account, author: keys, recipients: [], random })
}

/** Five hundred at a time, so that the runtime is busy and its memory is not. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
  keep: (result: Result) => void,
) {
  for (let from = 0; from < items.length; from += 500) {
    const turn = items.slice(from, from + 500).map((item, at) => work(item, from + at))
    for (const result of await Promise.all(turn)) keep(result)
  }
}

test('ten thousand random entries have no more than five lengths', async () => {
  const save = await seal()
  const length = fc.oneof(...sizeClasses.map((size) => fc.nat(Math.max(size - 600, 100))))
  const entries = fc.sample(fc.tuple(fc.string({ unit: 'binary', maxLength: 64 }), length), 10_000)
  const found = new Set<number>()
  await inTurns(
    entries.map(([text, longest]) => text.padEnd(longest, 'x')),
    save,
    ({ envelope }) => found.add(envelope.length),
  )
  expect([...found].sort((one, other) => one - other)).toEqual(sizeClasses.map((size) => size + 32))
}, 60_000)

test('no key and no nonce comes twice in a hundred thousand saves', async () => {
  const drawn: Bytes[] = []
  const save = await seal((length) => {
    const bytes = systemRandom(length)
    drawn.push(bytes.slice())
    return bytes
  })
  const nonces = new Set<string>()
  const saves = Array.from({ length: 100_000 }, (_, at) => ({ at }))
  await inTurns(saves, save, ({ envelope }) => nonces.add(toBase64url(envelope.subarray(4, 16))))
  expect(nonces.size).toBe(saves.length)
  expect(drawn.map(({ length }) => length).slice(0, 3)).toEqual([32, 12, 12])
  expect(drawn).toHaveLength(3 * saves.length)
  expect(new Set(drawn.map(toBase64url)).size).toBe(drawn.length)
}, 120_000)

test('what was drawn is what an item is sealed with', async () => {
  const drawn: Bytes[] = []
  const save = await seal((length) => {
    const bytes = systemRandom(length)
    drawn.push(bytes.slice())
    return bytes
  })
  const { envelope } = await save('x', 0)
  const [key, nonce] = [drawn[0] ?? expect.unreachable(), drawn[1] ?? expect.unreachable()]
  // AES-256-GCM without its tag is AES-256-CTR from block 2 on.
  const counter = concat(nonce, Uint8Array.of(0, 0, 0, 2))
  const itemKey = await crypto.subtle.importKey('raw', key, 'AES-CTR', false, ['decrypt'])
  const sealed = envelope.subarray(16, -16)
  const block = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CTR', counter, length: 32 }, itemKey, sealed))
  expect(new TextDecoder().decode(block.subarray(76, 79))).toBe('"x"')
})
