import { makeRecoveryCode } from '@lederkreds/sealing/recovery-code'
import { Vault } from '@lederkreds/sealing/vault'
import { expect, test, vi } from 'vitest'
import { areSameKeys, haveSameWraps } from './keyring.ts'
import type { Keyring } from './vault-store.ts'

vi.mock('../apollo.ts', () => ({ client: {} }))

const personId = 'b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e'

async function makeKeyring(previous?: Keyring): Promise<Keyring> {
  const vault = new Vault()
  const prf = crypto.getRandomValues(new Uint8Array(32))
  const { wraps, entry, secret } = await vault.create({
    personId,
    previous: previous?.identity.entry,
    wraps: [
      { wrapId: crypto.randomUUID(), secret: { kind: 'passkey', prf } },
      { wrapId: crypto.randomUUID(), secret: { kind: 'recoveryCode', code: makeRecoveryCode() } },
    ],
  })
  const kept = { passkeyId: null, credentialId: null, version: 1 }
  return {
    personId,
    identity: { entry, secret },
    wraps: wraps.map(({ wrapId: id, kind, wrapped }) => ({ id, kind, wrapped, ...kept })),
  }
}

const known = await makeKeyring()
const other = await makeKeyring()
const anew = await makeKeyring(known)
const [first, second] = known.wraps
if (!first || !second) throw new Error('two wraps were made')

test.each<[string, Keyring | null, boolean]>([
  ['the same', known, true],
  ['one wrap fewer', { ...known, wraps: [first] }, true],
  ['a wrap that opens nothing', { ...known, wraps: [first, { ...second, wrapped: second.wrapped.with(-1, 0) }] }, true],
  ['none', null, false],
  ['no wraps', { ...known, wraps: [] }, false],
  ['a wrap of another account key', { ...known, wraps: [first, ...other.wraps] }, false],
  ['a wrap that is none', { ...known, wraps: [first, { ...second, wrapped: new Uint8Array(80) }] }, false],
  ['another identity with the same number', { ...known, identity: other.identity }, false],
  ['an identity of other bytes', { ...known, identity: { ...known.identity, secret: other.identity.secret } }, false],
  ['keys made anew', anew, false],
])('a device that is told %s', (_told, keyring, expected) => {
  expect(areSameKeys(known, keyring)).toBe(expected)
})

test('wraps are compared by their bytes', () => {
  expect(haveSameWraps(known, { ...known, wraps: known.wraps.toReversed() })).toBe(true)
  expect(haveSameWraps(known, { ...known, wraps: [first] })).toBe(false)
  expect(haveSameWraps(known, { ...known, wraps: [first, { ...second, wrapped: second.wrapped.with(-1, 0) }] })).toBe(
    second.wrapped.at(-1) === 0,
  )
})
