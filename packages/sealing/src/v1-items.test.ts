import { describe, expect, test } from 'vitest'
import committed from '../v1-items.json' with { type: 'json' }
import { openAccountKey } from './account-key.ts'
import { fromBase64url } from './bytes.ts'
import { checkChain } from './directory.ts'
import { openIdentity } from './identity.ts'
import { openItem } from './item.ts'
import { openLocal } from './local.ts'
import { sizeClasses } from './padding.ts'
import { makeV1Items } from './v1-items.ts'
import { type Secret, unwrapWith } from './wrap.ts'

type File = Awaited<ReturnType<typeof makeV1Items>>

const entryOf = ({ entry }: File['people'][number]) => ({
  ...entry,
  hpkePublicKey: fromBase64url(entry.hpkePublicKey),
  signingPublicKey: fromBase64url(entry.signingPublicKey),
  signature: fromBase64url(entry.signature),
  previousHash: entry.previousHash === null ? null : fromBase64url(entry.previousHash),
  endorsement: entry.endorsement === null ? null : fromBase64url(entry.endorsement),
})

/** Opens all that is in such a file, and says how much that was. */
async function openAll({ people, wraps, items, local }: File) {
  const opened = new Map(
    await Promise.all(
      people.map(async (person) => {
        const account = await openAccountKey(fromBase64url(person.accountKey))
        const { entries, current } = await checkChain(person.personId, [entryOf(person)])
        const identity = await openIdentity(fromBase64url(person.secret), account, current)
        return [person.personId, { account, identity, entries }] as const
      }),
    ),
  )
  const ada = people[0] ?? expect.unreachable()
  for (const { wrapId, wrapped, ...written } of wraps) {
    const secret = { ...written, prf: fromBase64url(written.prf) } as Secret
    const raw = await unwrapWith(secret, fromBase64url(wrapped), { personId: ada.personId, wrapId })
    expect(raw).toEqual(fromBase64url(ada.accountKey))
  }
  for (const { about, document, envelope, keys } of items)
    for (const { personId, wrapped } of keys) {
      const { account, identity } = opened.get(personId) ?? expect.unreachable()
      const result = await openItem({
        envelope: fromBase64url(envelope),
        wrapped: fromBase64url(wrapped),
        about,
        reader: personId === about.authorId ? { account } : { identity },
        authorEntries: about.authorId === null ? null : (opened.get(about.authorId)?.entries ?? expect.unreachable()),
      })
      expect(result.document).toEqual(document)
      expect(result.readers).toHaveLength(keys.length - (about.authorId === null ? 0 : 1))
    }
  const { account } = opened.get(ada.personId) ?? expect.unreachable()
  expect(await openLocal(account, local.purpose, fromBase64url(local.sealed))).toEqual(local.value)
  return { wraps: wraps.length, items: items.length, keys: items.flatMap(({ keys }) => keys).length }
}

describe('format v1', () => {
  const everything = { wraps: 3, items: 16, keys: 31 }

  test('of the committed file is opened whole', async () => {
    expect(await openAll(committed as File)).toEqual(everything)
  })

  test('is still what is written', async () => {
    const made = await makeV1Items()
    expect(await openAll(JSON.parse(JSON.stringify(made)))).toEqual(everything)
    const shape = ({ wraps, items, people }: File) => ({
      wraps: wraps.map(({ kind, wrapped }) => [kind, wrapped.length]),
      items: items.map(({ envelope, keys }) => [envelope.length, keys.map(({ wrapped }) => wrapped.length)]),
      people: people.map(({ secret }) => secret.length),
    })
    expect(shape(made)).toEqual(shape(committed as File))
  })

  test('has items of every size class to oneself, to one and to several', () => {
    const kinds = committed.items
      .slice(0, 15)
      .map(({ envelope, keys }) => [fromBase64url(envelope).length - 32, keys.length])
    expect(kinds).toEqual(sizeClasses.flatMap((size) => [1, 2, 3].map((count) => [size, count])))
  })
})
