import 'fake-indexeddb/auto'
import { openAccountKey } from '@lederkreds/sealing/account-key'
import { toBase64url } from '@lederkreds/sealing/bytes'
import { type IdentityEntry, makeIdentity } from '@lederkreds/sealing/identity'
import { expect, test, vi } from 'vitest'
import { recipientFor, tell } from './colleague.ts'
import { VaultDesk } from './vault-desk.ts'
import type { Room } from './vault-room.ts'
import { openVaultStore } from './vault-store.ts'

type Asked = { variables: { personIds: string[] } }
const server = vi.hoisted(() => ({ identities: [] as { personId: string }[], asked: [] as string[][] }))
vi.mock('../apollo.ts', () => ({
  client: {
    query: async ({ variables: { personIds } }: Asked) => {
      server.asked.push(personIds)
      return { data: { identities: server.identities.filter(({ personId }) => personIds.includes(personId)) } }
    },
  },
}))
vi.mock('./vault.ts', () => ({ today: () => '2026-11-25' }))

const [me, colleague] = ['b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e', '0a4f0c51-8d0b-4d5b-8f43-3f3c1c8a7b11']
const account = await openAccountKey(crypto.getRandomValues(new Uint8Array(32)))
const first = (await makeIdentity({ personId: colleague, account })).entry
const second = (await makeIdentity({ personId: colleague, account, previous: first })).entry

const told = (...entries: IdentityEntry[]) => {
  server.identities = entries.map((entry) => ({
    ...entry,
    personId: `Person_${entry.personId}`,
    hpkePublicKey: toBase64url(entry.hpkePublicKey),
    signingPublicKey: toBase64url(entry.signingPublicKey),
    previousHash: entry.previousHash && toBase64url(entry.previousHash),
    signature: toBase64url(entry.signature),
    endorsement: null,
  }))
}

test('a colleague is sealed to as first seen; changed, nothing is, until words were compared', async () => {
  const desk = new VaultDesk(await openVaultStore(me), me)
  const code = await desk.makeKeys([{ kind: 'passphrase', passphrase: 'fire grønne cykler venter' }])
  desk.madeKeys(code)
  await desk.keepMadeKeys()
  const seal = () => recipientFor({ desk } as unknown as Room, `Person_${colleague}`)

  told()
  await expect(seal()).rejects.toMatchObject({ name: 'Blocked', message: 'noKeys' })
  told(first)
  expect((await seal()).number).toBe(1)
  expect(desk.documents.memory.pins[colleague]?.number).toBe(1)

  told(first, second)
  await expect(seal()).rejects.toMatchObject({ name: 'Blocked', message: 'changed' })
  const shown = await desk.person(colleague, [first, second], 'da')
  if (!('pin' in shown)) throw new Error(shown.state)
  expect(shown.words).toHaveLength(12)
  await desk.judge(colleague, shown.pin, 'different', '2026-11-25T10:00:00Z', '2026-11-25')
  await expect(seal()).rejects.toMatchObject({ message: 'different' })
  await desk.judge(colleague, shown.pin, 'same', '2026-11-25T10:05:00Z', '2026-11-25')
  expect((await seal()).number).toBe(2)

  told(first)
  await expect(seal()).rejects.toMatchObject({ message: 'broken' })
  desk.lock()
  await expect(seal()).rejects.toThrow()
})

test('a whole network is asked for at once, each person once, and nobody is asked for nobody', async () => {
  const other = (await makeIdentity({ personId: me, account })).entry
  const strangers = Array.from({ length: 60 }, () => `Person_${crypto.randomUUID()}`)
  told(first, other, second)
  server.asked = []
  expect(await tell([])).toEqual([])
  expect(server.asked).toEqual([])

  const group = [`Person_${me}`, `Person_${colleague}`, ...strangers.slice(0, 10)]
  const people = await tell([...group, `Person_${me}`])
  expect(server.asked).toEqual([group])
  expect(people.map(({ personId }) => `Person_${personId}`)).toEqual(group)
  expect(people.slice(0, 3).map(({ entries }) => entries.map(({ number }) => number))).toEqual([[1], [1, 2], []])
  expect(people[1]?.entries).toEqual([first, second])

  server.asked = []
  expect(await tell([...strangers, `Person_${colleague}`])).toHaveLength(61)
  expect(server.asked.map(({ length }) => length)).toEqual([50, 11])
})
