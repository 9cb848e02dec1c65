import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type About, canonicalAbout } from './about.ts'
import { encrypt, importAesKey, sha256 } from './aes.ts'
import { type Bytes, concat, label, systemRandom, utf8 } from './bytes.ts'
import { sign } from './curve.ts'
import { ForeignAuthor, NotARecipient, SealingFault, Tampered, TooLarge, UnknownFormat, Unsealable } from './faults.ts'
import { entryHash } from './identity.ts'
import { type OpenRequest, openItem, type SealedItem, sealItem } from './item.ts'
import { readerBytes, writeBlock } from './item-block.ts'
import { unwrapForSelf, wrapForRecipient } from './item-key.ts'
import { flipped, freshId, makePerson, type Person } from './sample.ts'

let [ada, ben, eva]: Person[] = []
const aboutBy = (authorId: string | null): About => ({
  kind: 'journal',
  itemId: freshId(),
  version: 3,
  authorId,
  networkId: freshId(),
})

interface Sealed {
  readonly item: SealedItem
  readonly about: About
  readonly own: OpenRequest
  readonly bens: OpenRequest
}
let sealed: Sealed

const person = (found: Person | undefined): Person => found ?? expect.unreachable()
const keyOf = (item: SealedItem, personId: string): Bytes =>
  item.keys.find((key) => key.personId === personId)?.wrapped ?? expect.unreachable()

async function sealBy(author: Person, recipients: Person[], document: unknown): Promise<Sealed> {
  const about = aboutBy(author.personId)
  const entries = recipients.map(({ entry }) => entry)
  const item = await sealItem({ document, about, self: author.account, author: author.keys, recipients: entries })
  const request = { envelope: item.envelope, about, authorEntries: [author.entry] }
  const own = { ...request, wrapped: keyOf(item, author.personId), reader: { account: author.account } }
  const [first = author] = recipients
  const bens = { ...request, wrapped: keyOf(item, first.personId), reader: { identity: first.keys } }
  return { item, about, own, bens }
}

const secretText = 'Kun Ada må læse det her'

beforeAll(async () => {
  ;[ada, ben, eva] = await Promise.all([makePerson(), makePerson(), makePerson()])
  sealed = await sealBy(person(ada), [person(ben), person(eva)], { text: secretText })
})

/** Refused with a fault that has a name, and that tells nothing of what is inside. */
async function isRefused(request: OpenRequest, Fault: { readonly prototype: SealingFault } = Tampered): Promise<void> {
  const fault: unknown = await openItem(request).then(
    () => 'opened',
    (error: unknown) => error,
  )
  expect(fault).toBeInstanceOf(Fault)
  expect(fault).toBeInstanceOf(SealingFault)
  expect(`${JSON.stringify(fault)}${fault}`).not.toContain('Kun')
  expect((fault as SealingFault).cause).toBeUndefined()
}

test('any text in, the same text out, for the author and for each recipient', async () => {
  const anything = fc.oneof(
    fc.json().map((json): unknown => JSON.parse(json)),
    fc.string({ unit: 'binary', maxLength: 3000 }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (document) => {
      const { own, bens } = await sealBy(person(ada), [person(ben)], { document })
      const copy: unknown = JSON.parse(JSON.stringify({ document }))
      expect((await openItem(own)).document).toEqual(copy)
      expect((await openItem(bens)).document).toEqual(copy)
    }),
  )
})

test('every reader sees who else could open it, and which of its author’s identities signed it', async () => {
  const ids = [person(ben).personId, person(eva).personId].sort()
  for (const request of [sealed.own, sealed.bens]) {
    const { readers, signer } = await openItem(request)
    expect(readers.map(({ personId }) => personId)).toEqual(ids)
    expect(signer).toEqual(person(ada).entry)
  }
})

describe('is refused, and tells nothing', () => {
  test('with any bit of the envelope or of a key turned over', async () => {
    const { own, bens } = sealed
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(own, bens),
        fc.boolean(),
        fc.nat(),
        fc.nat(7),
        async (request, inKey, place, bit) => {
          const part = inKey ? 'wrapped' : 'envelope'
          await isRefused(
            { ...request, [part]: flipped(request[part], place % request[part].length, bit) },
            SealingFault,
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  test('with every single byte of a small item changed, one after the other', async () => {
    const { own } = await sealBy(person(ada), [], secretText)
    for (const part of ['envelope', 'wrapped'] as const)
      for (let at = 0; at < own[part].length; at++)
        await isRefused({ ...own, [part]: flipped(own[part], at, at % 8) }, SealingFault)
  })

  test('when cut short or made longer', async () => {
    const { own, bens } = sealed
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(own, bens),
        fc.constantFrom('envelope' as const, 'wrapped' as const),
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        async (request, part, by, longer) => {
          const whole = request[part]
          const length = longer ? whole.length + by : Math.max(0, whole.length - by)
          const other = new Uint8Array(length)
          other.set(whole.subarray(0, length))
          await isRefused({ ...request, [part]: other }, UnknownFormat)
        },
      ),
    )
  })

  const moved: [string, Partial<About>][] = [
    ['another item', { itemId: freshId() }],
    ['an older version', { version: 2 }],
    ['a newer version', { version: 4 }],
    ['another kind', { kind: 'caseNote' }],
    ['another kind of the same length', { kind: 'memoirs' }],
    ['another network', { networkId: freshId() }],
    ['no network', { networkId: null }],
  ]
  test.each(moved)('when shown as %s', async (_, changed) => {
    for (const request of [sealed.own, sealed.bens])
      await isRefused({ ...request, about: { ...request.about, ...changed } })
  })

  test('when shown as somebody else’s', async () => {
    const { authorEntries: _, ...bens } = sealed.bens
    const about = { ...bens.about, authorId: person(eva).personId }
    await isRefused({ ...bens, about, authorEntries: [person(eva).entry] })
    await isRefused({ ...bens, about: { ...bens.about, authorId: null }, authorEntries: null })
  })

  test('when two items exchange their envelopes or keys', async () => {
    const other = await sealBy(person(ada), [person(ben)], { text: secretText })
    await isRefused({ ...sealed.own, envelope: other.own.envelope }, SealingFault)
    await isRefused({ ...sealed.own, wrapped: other.own.wrapped })
    await isRefused({ ...sealed.bens, wrapped: other.bens.wrapped })
  })

  test('with the key of another recipient, or another account', async () => {
    await isRefused({ ...sealed.bens, wrapped: keyOf(sealed.item, person(eva).personId) })
    await isRefused({ ...sealed.bens, reader: { identity: person(eva).keys } })
    await isRefused({ ...sealed.own, reader: { account: person(ben).account } })
    await isRefused({ ...sealed.own, wrapped: sealed.bens.wrapped }, UnknownFormat)
  })

  test('when the author’s identity is not the one that signed', async () => {
    await isRefused({ ...sealed.bens, authorEntries: [] }, ForeignAuthor)
    await isRefused({ ...sealed.bens, authorEntries: null }, ForeignAuthor)
    await isRefused({ ...sealed.bens, authorEntries: [person(eva).entry] }, ForeignAuthor)
    const { entry } = await makePerson(person(ada).personId)
    await isRefused({ ...sealed.bens, authorEntries: [entry] }, ForeignAuthor)
  })

  test('when signed by somebody who only says to be the author', async () => {
    const ada2 = person(ada)
    const forger = { ...person(ben).keys, entry: ada2.entry }
    const about = aboutBy(ada2.personId)
    const recipients = [person(eva).entry]
    const item = await sealItem({ document: 'x', about, self: person(ben).account, author: forger, recipients })
    const wrapped = keyOf(item, person(eva).personId)
    const reader = { identity: person(eva).keys }
    await isRefused({ envelope: item.envelope, wrapped, about, reader, authorEntries: [ada2.entry] }, ForeignAuthor)
  })

  test('when signed by somebody in another’s name, even if the reader is given the signer’s identity', async () => {
    const [signer, reader] = [person(ben), person(eva)]
    const about = aboutBy(person(ada).personId)
    const bound = canonicalAbout(about)
    const [json, key, nonce] = [utf8('"x"'), systemRandom(32), systemRandom(12)]
    const readers = [{ personId: reader.personId, entryHash: await entryHash(reader.entry) }]
    const parts = [await entryHash(signer.entry), bound, await sha256(json), readerBytes(readers)]
    const signature = await sign(signer.keys.signing, concat(label('lederkreds item signature v1'), ...parts))
    const { block, sizeClass } = writeBlock({ json, readers, signed: { identityNumber: 1, signature } })
    const head = concat(utf8('LI'), Uint8Array.of(1, sizeClass))
    const envelope = concat(head, nonce, await encrypt(await importAesKey(key), nonce, block, concat(head, bound)))
    const wrapped = await wrapForRecipient(key, bound, reader.entry)
    const request = { envelope, wrapped, about, reader: { identity: reader.keys } }
    await isRefused({ ...request, authorEntries: [signer.entry] }, ForeignAuthor)
  })

  test('when a recipient passes the key on to somebody the author did not name', async () => {
    const { own, about } = await sealBy(person(ada), [person(ben)], 'x')
    const bound = canonicalAbout(about)
    const key = await unwrapForSelf(own.wrapped, bound, person(ada).account)
    const wrapped = await wrapForRecipient(key, bound, person(eva).entry)
    await isRefused({ ...own, wrapped, reader: { identity: person(eva).keys } }, NotARecipient)
  })

  test('when it comes from a later format, or is nothing of ours', async () => {
    const { envelope } = sealed.own
    const later = envelope.slice()
    later[2] = 2
    for (const other of [later, new Uint8Array(), envelope.slice(0, 3), new Uint8Array(288)])
      await isRefused({ ...sealed.own, envelope: other }, UnknownFormat)
  })
})

describe('where nobody may know the author', () => {
  const about = aboutBy(null)
  const seal = (recipients = [person(ben).entry]) =>
    sealItem({ document: 'åbent svar', about, self: null, author: null, recipients })

  test('it opens unsigned, and holds no key but the recipients’', async () => {
    const { envelope, keys } = await seal()
    expect(keys.map(({ personId }) => personId)).toEqual([person(ben).personId])
    const wrapped = keys[0]?.wrapped ?? expect.unreachable()
    const request = { envelope, wrapped, about, reader: { identity: person(ben).keys } }
    expect(await openItem({ ...request, authorEntries: null })).toMatchObject({ document: 'åbent svar', signer: null })
    await isRefused({ ...request, authorEntries: [person(ada).entry] }, ForeignAuthor)
  })

  test('nothing can sign it or open it as one’s own', async () => {
    const { keys, account, entry } = person(ada)
    const request = { document: 'x', about, recipients: [person(ben).entry] }
    await expect(sealItem({ ...request, self: null, author: keys })).rejects.toThrow(Unsealable)
    await expect(sealItem({ ...request, self: account, author: null })).rejects.toThrow(Unsealable)
    await expect(seal([])).rejects.toThrow(Unsealable)
    expect(entry.number).toBe(1)
  })
})

describe('makes no sense and is not sealed', () => {
  test('as somebody else, unsigned in one’s own name, or for one person twice', async () => {
    const { personId, account, keys, entry } = person(ada)
    const request = { document: 'x', about: aboutBy(personId), self: account, author: keys, recipients: [] }
    const bens = person(ben).entry
    for (const changed of [
      { about: aboutBy(person(ben).personId) },
      { author: null },
      { recipients: [bens, bens] },
      { recipients: [entry] },
      { document: undefined },
      { document: () => 'x' },
    ])
      await expect(sealItem({ ...request, ...changed })).rejects.toThrow(Unsealable)
  })

  test('with ids, kinds or versions that are none', async () => {
    const { personId, account, keys } = person(ada)
    const about = aboutBy(personId)
    for (const changed of [{ itemId: 'x' }, { kind: '' }, { kind: 'a b' }, { version: 0 }, { version: 2 ** 32 }])
      await expect(
        sealItem({ document: 'x', about: { ...about, ...changed }, self: account, author: keys, recipients: [] }),
      ).rejects.toThrow(UnknownFormat)
  })

  test('larger than the largest class', async () => {
    const longest = 65_536 - 8 - 68 - 2
    expect((await sealBy(person(ada), [], 'x'.repeat(longest))).item.sizeClass).toBe(4)
    await expect(sealBy(person(ada), [], 'x'.repeat(longest + 1))).rejects.toThrow(TooLarge)
  })
})

describe('where no length may tell one item from another', () => {
  const about = aboutBy(null)
  const fixedClass = 3
  const seal = (document: string, more: object = { fixedClass }) =>
    sealItem({ document, about, self: null, author: null, recipients: [person(ben).entry], ...more })
  const requestFor = ({ envelope, keys }: SealedItem): OpenRequest => ({
    envelope,
    wrapped: keys[0]?.wrapped ?? expect.unreachable(),
    about,
    reader: { identity: person(ben).keys },
    authorEntries: null,
    fixedClass,
  })
  const longest = 16_384 - 8 - 48 - 2

  test('every one is as long as every other, and opens', async () => {
    const lengths = new Set<string>()
    for (const document of ['', 'kort', 'x'.repeat(5000), 'x'.repeat(longest)]) {
      const item = await seal(document)
      lengths.add(`${item.envelope.length} ${item.keys[0]?.wrapped.length} ${item.sizeClass}`)
      expect((await openItem(requestFor(item))).document).toBe(document)
    }
    expect([...lengths]).toEqual(['16416 121 3'])
  })

  test('what does not fit is not sealed', async () => {
    await expect(seal('x'.repeat(longest + 1))).rejects.toThrow(TooLarge)
  })

  test('one of another class is refused, as is one of this class where none was fixed', async () => {
    await isRefused(requestFor(await seal('kort', {})), UnknownFormat)
    await isRefused(requestFor(await seal('x'.repeat(longest + 1), {})), UnknownFormat)
    const { fixedClass: _, ...unfixed } = requestFor(await seal('kort'))
    await isRefused(unfixed, UnknownFormat)
  })
})

test('a thousand items of 4 KiB open in well under a second', async () => {
  const items = await Promise.all(
    Array.from({ length: 1000 }, () => sealBy(person(ada), [], { text: 'ord '.repeat(900) })),
  )
  const start = performance.now()
  const opened = await Promise.all(items.map(({ own }) => openItem(own)))
  const spent = performance.now() - start
  expect(opened).toHaveLength(1000)
  expect(items[0]?.item.sizeClass).toBe(2)
  console.info(`1000 items of 4 KiB: ${Math.round(spent)} ms`)
  expect(spent).toBeLessThan(1000)
})
