import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeAccountKey, openAccountKey } from './account-key.ts'
import { concat, toBase64url, u32 } from './bytes.ts'
import { sign } from './curve.ts'
import { checkChain } from './directory.ts'
import { BrokenChain, Replaced, RolledBack, SealingFault, Tampered, UnknownFormat } from './faults.ts'
import { canonicalEntry, entryHash, type IdentityEntry, makeIdentity, openIdentity } from './identity.ts'
import { flipped, fromHex, makePerson, type Person, toHex } from './sample.ts'

const ada = await makePerson()
const next = (of: Person, previous: IdentityEntry, endorser?: Person['keys']) =>
  makeIdentity({ personId: of.personId, account: of.account, previous, endorser })
const second = await next(ada, ada.entry, ada.keys)
const third = await next(ada, second.entry)
const chain = [ada.entry, second.entry, third.entry]
const pinOf = async (entry: IdentityEntry) => ({ number: entry.number, hash: toBase64url(await entryHash(entry)) })

describe('an identity', () => {
  test('has the canonical bytes that the server checks too', async () => {
    const { personId, hpkePublicKey, signingPublicKey, signature } = second.entry
    const canonical = Buffer.concat([
      Buffer.from('lederkreds identity v1\0', 'ascii'),
      Buffer.from(personId.replaceAll('-', ''), 'hex'),
      Buffer.from([0, 0, 0, 2]),
      hpkePublicKey,
      signingPublicKey,
      createHash('sha256').update(canonicalEntry(ada.entry)).digest(),
    ])
    expect(toHex(canonicalEntry(second.entry))).toBe(canonical.toString('hex'))
    expect(canonical).toHaveLength(23 + 16 + 4 + 65 + 65 + 32)
    expect(toHex(await entryHash(second.entry))).toBe(createHash('sha256').update(canonical).digest('hex'))
    const spki = Buffer.concat([fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200'), signingPublicKey])
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    expect(verify('sha256', canonical, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  test('is opened by its account key only, and for its own entry only', async () => {
    const opened = await openIdentity(ada.secret, ada.account, ada.entry)
    expect(await sign(opened.signing, u32(1))).toHaveLength(64)
    expect(ada.secret).toHaveLength(96)
    const foreign = await openAccountKey(makeAccountKey())
    await expect(openIdentity(ada.secret, foreign, ada.entry)).rejects.toThrow(Tampered)
    await expect(openIdentity(ada.secret, ada.account, second.entry)).rejects.toThrow(Tampered)
    for (let at = 0; at < ada.secret.length; at++)
      await expect(openIdentity(flipped(ada.secret, at), ada.account, ada.entry)).rejects.toThrow(SealingFault)
    for (const other of [ada.secret.slice(1), concat(ada.secret, u32(0)), new Uint8Array()])
      await expect(openIdentity(other, ada.account, ada.entry)).rejects.toThrow(UnknownFormat)
  })

  test('keeps its private keys where nobody can read them out', async () => {
    const { hpke, signing } = await openIdentity(ada.secret, ada.account, ada.entry)
    for (const key of [hpke.privateKey, signing, ada.keys.signing, ada.keys.hpke.privateKey])
      for (const format of ['pkcs8', 'jwk'] as const)
        await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow()
  })
})

describe('a directory', () => {
  test('is what follows from its first identity', async () => {
    const checked = await checkChain(ada.personId, chain)
    expect(checked).toMatchObject({ current: third.entry, changed: false, endorsed: false })
    expect(checked.pin).toEqual(await pinOf(third.entry))
    expect(checked.vouched).toEqual(await pinOf(second.entry))
    expect(await checkChain(ada.personId, chain.slice(0, 2))).toMatchObject({ endorsed: true })
    for (const [at, entry] of [ada.entry, second.entry].entries())
      expect((await checkChain(ada.personId, chain.slice(0, at + 1))).vouched).toEqual(await pinOf(entry))
  })

  test('says what changed since it was last seen, and whether the identity before vouched for it', async () => {
    const at = async (entry: IdentityEntry, entries: IdentityEntry[]) =>
      checkChain(ada.personId, entries, await pinOf(entry))
    expect(await at(third.entry, chain)).toMatchObject({ changed: false, endorsed: true })
    expect(await at(ada.entry, chain.slice(0, 2))).toMatchObject({ changed: true, endorsed: true })
    expect(await at(second.entry, chain)).toMatchObject({ changed: true, endorsed: false })
  })

  test('is refused when identities seen before are gone', async () => {
    const pin = await pinOf(third.entry)
    for (const entries of [chain.slice(0, 2), chain.slice(0, 1), []])
      await expect(checkChain(ada.personId, entries, pin)).rejects.toThrow(RolledBack)
  })

  test('is refused when another identity stands where one was seen', async () => {
    const other = await next(ada, ada.entry, ada.keys)
    const pin = await pinOf(second.entry)
    await expect(checkChain(ada.personId, [ada.entry, other.entry], pin)).rejects.toThrow(Replaced)
    const stranger = await makePerson(ada.personId)
    await expect(checkChain(ada.personId, [stranger.entry], await pinOf(ada.entry))).rejects.toThrow(Replaced)
    for (const hash of ['', 'disputed'])
      await expect(checkChain(ada.personId, chain, { number: 3, hash })).rejects.toThrow(Replaced)
  })

  test('is refused when it is empty, somebody else’s, out of order or has a gap', async () => {
    const ben = await makePerson()
    const broken = [
      [],
      [ben.entry],
      [second.entry],
      [second.entry, ada.entry],
      [ada.entry, third.entry],
      [ada.entry, ada.entry],
    ]
    for (const entries of broken) await expect(checkChain(ada.personId, entries)).rejects.toThrow(BrokenChain)
    const otherFirst = await makePerson(ada.personId)
    const follower = await next(otherFirst, otherFirst.entry)
    await expect(checkChain(ada.personId, [ada.entry, follower.entry])).rejects.toThrow(BrokenChain)
    const stray = await makeIdentity({ personId: ben.personId, account: ben.account, previous: ada.entry })
    await expect(checkChain(ada.personId, [ada.entry, stray.entry])).rejects.toThrow(BrokenChain)
  })

  test('is refused with any part of any identity changed', async () => {
    const parts = ['hpkePublicKey', 'signingPublicKey', 'signature', 'previousHash', 'endorsement'] as const
    for (const part of parts)
      for (const at of [0, 1, 31, 63]) {
        const { [part]: whole } = second.entry
        if (!whole || at >= whole.length) continue
        const entries = [ada.entry, { ...second.entry, [part]: flipped(whole, at) }, third.entry]
        await expect(checkChain(ada.personId, entries)).rejects.toThrow(BrokenChain)
        await expect(checkChain(ada.personId, entries.slice(0, 2))).rejects.toThrow(BrokenChain)
      }
    const shortened = { ...second.entry, hpkePublicKey: second.entry.hpkePublicKey.slice(1) }
    await expect(checkChain(ada.personId, [ada.entry, shortened])).rejects.toThrow(BrokenChain)
  })

  test('is refused with an endorsement by somebody else, or on a first identity', async () => {
    const ben = await makePerson()
    const forged = await next(ada, ada.entry, ben.keys)
    await expect(checkChain(ada.personId, [ada.entry, forged.entry])).rejects.toThrow(BrokenChain)
    const first = { ...ada.entry, endorsement: ada.entry.signature }
    await expect(checkChain(ada.personId, [first])).rejects.toThrow(BrokenChain)
  })
})
