import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { systemRandom } from './bytes.ts'
import { Locked, Tampered, UnfitPassphrase, UnknownFormat, Unsealable, WrongSecret } from './faults.ts'
import { makeRecoveryCode } from './recovery-code.ts'
import { freshId, makePerson } from './sample.ts'
import { Vault } from './vault.ts'
import { wrapWith } from './wrap.ts'

const passphrase = { kind: 'passphrase', passphrase: 'kaffe lampe sejl torden' } as const
const newWrap = <Kind>(secret: Kind) => ({ wrapId: freshId(), secret })
const about = () => ({ kind: 'journal', itemId: freshId(), version: 1, networkId: null })

/** A vault behind a passkey and a recovery code: quick to open again. */
async function makeVault() {
  const vault = new Vault()
  const personId = freshId()
  const passkey = newWrap({ kind: 'passkey', prf: systemRandom(32) } as const)
  const recovery = newWrap({ kind: 'recoveryCode', code: makeRecoveryCode() } as const)
  const { wraps, entry, secret } = await vault.create({ personId, wraps: [passkey, recovery] })
  const [first, second] = wraps.map(({ wrapped }) => wrapped)
  if (!first || !second) return expect.unreachable()
  const known = { passkey: { ...passkey, wrapped: first }, recovery: { ...recovery, wrapped: second } }
  return { vault, personId, wraps, known, identities: [{ entry, secret }] }
}

describe('a vault', () => {
  test('opens with each of its wraps what was sealed before', async () => {
    const { vault, personId, known, identities } = await makeVault()
    const item = about()
    const { envelope, keys } = await vault.seal({ document: { mood: 4 }, about: item })
    expect(keys.map((key) => key.personId)).toEqual([personId])
    vault.lock()
    for (const wrap of Object.values(known)) {
      const other = new Vault()
      await other.unlock({ personId, wrap, identities })
      const wrapped = keys[0]?.wrapped ?? expect.unreachable()
      const opened = await other.open({ envelope, wrapped, about: { ...item, authorId: personId } })
      expect(opened).toMatchObject({ document: { mood: 4 }, readers: [] })
    }
  })

  test('opens with a new passphrase, and no longer needs the wrap it came from', async () => {
    const { vault, personId, known, identities } = await makeVault()
    const added = newWrap(passphrase)
    const made = await vault.addWrap(known.recovery, added)
    expect(made).toMatchObject({ wrapId: added.wrapId, kind: 'passphrase' })
    const other = new Vault()
    await other.unlock({ personId, wrap: { ...added, wrapped: made.wrapped }, identities })
    expect(other.isLocked).toBe(false)
    const wrong = { kind: 'passphrase', passphrase: 'kaffe lampe sejl tordet' } as const
    await expect(other.unlock({ personId, wrap: { ...made, secret: wrong }, identities })).rejects.toThrow(WrongSecret)
  })

  test('is not made without a second wrap, a recovery code, or a fit passphrase', async () => {
    const vault = new Vault()
    const code = newWrap({ kind: 'recoveryCode', code: makeRecoveryCode() } as const)
    const short = newWrap({ kind: 'passphrase', passphrase: 'kort' } as const)
    const personId = freshId()
    await expect(vault.create({ personId, wraps: [code] })).rejects.toThrow(Unsealable)
    await expect(vault.create({ personId, wraps: [newWrap(passphrase), newWrap(passphrase)] })).rejects.toThrow(
      Unsealable,
    )
    await expect(vault.create({ personId, wraps: [short, code] })).rejects.toThrow(UnfitPassphrase)
    expect(vault.isLocked).toBe(true)
  })

  test('does not unlock with identities that are not this person’s, or none', async () => {
    const { personId, known, identities } = await makeVault()
    const ben = await makePerson()
    const vault = new Vault()
    for (const foreign of [[], [{ entry: ben.entry, secret: ben.secret }]])
      await expect(vault.unlock({ personId, wrap: known.passkey, identities: foreign })).rejects.toThrow(Tampered)
    const likeHers = await makePerson(personId)
    const mixed = identities.map(({ secret }) => ({ entry: likeHers.entry, secret }))
    await expect(vault.unlock({ personId, wrap: known.passkey, identities: mixed })).rejects.toThrow(Tampered)
    const wrap = newWrap({ kind: 'passkey', prf: systemRandom(32) } as const)
    const wrapped = await wrapWith(wrap.secret, ben.raw, { personId, wrapId: wrap.wrapId })
    const elsewhere = [{ entry: ben.entry, secret: ben.secret }]
    await expect(vault.unlock({ personId, wrap: { ...wrap, wrapped }, identities: elsewhere })).rejects.toThrow(
      Tampered,
    )
    expect(vault.isLocked).toBe(true)
  })

  test('seals for others and opens what others sealed', async () => {
    const [ada, ben] = [await makeVault(), await makeVault()]
    const [adas, bens] = [ada, ben].map(({ identities }) => identities[0]?.entry ?? expect.unreachable())
    if (!adas || !bens) return expect.unreachable()
    const item = about()
    const { envelope, keys } = await ada.vault.seal({ document: 'hej', about: item, recipients: [bens] })
    const wrapped = keys.find((key) => key.personId === ben.personId)?.wrapped ?? expect.unreachable()
    const request = { envelope, wrapped, about: { ...item, authorId: ada.personId } }
    expect((await ben.vault.open({ ...request, authorEntries: [adas] })).document).toBe('hej')
    await expect(ben.vault.open(request)).rejects.toMatchObject({ code: 'ForeignAuthor' })
    await expect(ada.vault.open({ ...request, authorEntries: [adas] })).rejects.toThrow(Tampered)
  })

  test('after everything was lost, begins anew behind the identity that was', async () => {
    const { personId, identities } = await makeVault()
    const [old] = identities.map(({ entry }) => entry)
    const vault = new Vault()
    const wraps = [
      newWrap({ kind: 'passkey', prf: systemRandom(32) } as const),
      newWrap({ kind: 'recoveryCode', code: makeRecoveryCode() } as const),
    ]
    const { entry } = await vault.create({ personId, wraps, previous: old })
    expect(entry).toMatchObject({ number: 2, endorsement: null })
  })
})

describe('what stays on the device', () => {
  test('opens for its purpose and account only', async () => {
    const [ada, ben] = [await makeVault(), await makeVault()]
    const sealed = await ada.vault.sealLocal('draft', { text: 'å' })
    expect(await ada.vault.openLocal('draft', sealed)).toEqual({ text: 'å' })
    await expect(ada.vault.openLocal('outbox', sealed)).rejects.toThrow(Tampered)
    await expect(ben.vault.openLocal('draft', sealed)).rejects.toThrow(Tampered)
    await expect(ada.vault.openLocal('draft', sealed.slice(1))).rejects.toThrow(UnknownFormat)
    await expect(ada.vault.openLocal('draft', sealed.slice(0, -1))).rejects.toThrow(Tampered)
    await expect(ada.vault.sealLocal('draft', undefined)).rejects.toThrow(Unsealable)
  })
})

describe('after lock', () => {
  afterEach(() => vi.restoreAllMocks())

  test('nothing works', async () => {
    const { vault, personId, known } = await makeVault()
    const item = about()
    const { envelope, keys } = await vault.seal({ document: 'x', about: item })
    const wrapped = keys[0]?.wrapped ?? expect.unreachable()
    const local = await vault.sealLocal('draft', 'x')
    vault.lock()
    expect(vault.isLocked).toBe(true)
    for (const attempt of [
      () => vault.seal({ document: 'x', about: item }),
      () => vault.open({ envelope, wrapped, about: { ...item, authorId: personId } }),
      () => vault.sealLocal('draft', 'x'),
      () => vault.openLocal('draft', local),
      () => vault.addWrap(known.passkey, newWrap(passphrase)),
    ])
      await expect(attempt()).rejects.toThrow(Locked)
  })

  test('what had begun gives nothing any more, and an unlocking that was overtaken does not unlock', async () => {
    const { vault, personId, known, identities } = await makeVault()
    const local = await vault.sealLocal('draft', 'x')
    const opening = vault.openLocal('draft', local)
    vault.lock()
    await expect(opening).rejects.toThrow(Locked)
    const unlocking = vault.unlock({ personId, wrap: known.passkey, identities })
    vault.lock()
    await expect(unlocking).rejects.toThrow(Locked)
    expect(vault.isLocked).toBe(true)
  })

  test('no secret key is left in memory', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage: () => void = runInNewContext('gc')
    const made: WeakRef<CryptoKey>[] = []
    const watch = (name: 'deriveKey' | 'importKey') => {
      const original: CallableFunction = crypto.subtle[name]
      vi.spyOn(crypto.subtle, name).mockImplementation(async (...given: unknown[]) => {
        const key: CryptoKey = await Reflect.apply(original, crypto.subtle, given)
        if (key.type !== 'public') made.push(new WeakRef(key))
        return key
      })
    }
    watch('deriveKey')
    watch('importKey')
    const vault = new Vault()
    await vault.create({
      personId: freshId(),
      wraps: [
        newWrap({ kind: 'passkey', prf: systemRandom(32) }),
        newWrap({ kind: 'recoveryCode', code: makeRecoveryCode() }),
      ],
    })
    vi.restoreAllMocks()
    const alive = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      collectGarbage()
      return made.filter((key) => key.deref()).length
    }
    expect(await alive()).toBeGreaterThanOrEqual(5)
    vault.lock()
    expect(await alive()).toBe(0)
  })
})
