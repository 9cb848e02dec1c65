import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'

vi.mock('./keyring.ts', () => ({ areSameKeys: () => true, fetchKeyring: async () => null, haveSameWraps: () => true }))
vi.mock('./sync.ts', () => ({ pull: async () => ({}), sendOutbox: async () => {} }))
vi.stubGlobal('addEventListener', () => {})
const { Vault } = await import('./vault.ts')

test('whoever looks while everything is taken off this device finds it empty, and no fault', async () => {
  const vault = new Vault(crypto.randomUUID())
  await vault.begin()
  const forgetting = vault.forget()
  await Promise.resolve()
  await expect(vault.begin()).resolves.toBeUndefined()
  await forgetting
  expect(vault.status.state).toBe('none')
})
