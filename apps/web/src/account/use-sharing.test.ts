import { beforeEach, expect, test, vi } from 'vitest'
import { sharingOnce } from './use-sharing.ts'
import type { Room } from './vault-room.ts'

type Sent = { variables: { input: { id: string; envelope: string } } }
type Trouble = 'answer lost' | 'no'

/** What the API does with first versions, and how a line can fail it. */
const server = vi.hoisted(() => ({ items: new Map<string, string>(), trouble: [] as Trouble[] }))
vi.mock('../apollo.ts', () => ({
  client: {
    query: async () => ({ data: { identities: [] } }),
    mutate: async ({ variables: { input } }: Sent) => {
      const trouble = server.trouble.shift()
      if (trouble === 'no') throw new Error('forbidden')
      const isThere = server.items.has(input.id)
      if (!isThere) server.items.set(input.id, input.envelope)
      if (trouble === 'answer lost') throw new TypeError('Failed to fetch')
      return { data: { saveSealedItem: { __typename: isThere ? 'Stale' : 'SavedItem' } } }
    },
  },
}))
vi.mock('./vault.ts', () => ({ today: () => '2026-11-25' }))

beforeEach(() => {
  server.items.clear()
  server.trouble = []
})

/** Seals anew each time, as the vault does; `keys` are those that stop it. */
const roomWhere = (keys: readonly string[] = []) => {
  const seal = vi.fn(async () =>
    keys.length > 0
      ? { state: 'blocked', people: keys.map((personId) => ({ personId, why: 'changed' })) }
      : { state: 'sealed', envelope: crypto.getRandomValues(new Uint8Array(8)), keys: [] },
  )
  return { room: { shared: { seal } } as unknown as Room, seal }
}
const note = (text: string) => ({
  ...({ kind: 'roundNote', roundId: 'Round_1', networkId: 'Network_1', expiresOn: '2026-12-01' } as const),
  document: { text },
  readerIds: ['Person_1'],
})

test('what is tried again after its answer was lost is there once, and was sealed anew', async () => {
  const { room, seal } = roomWhere()
  const share = sharingOnce()
  server.trouble = ['answer lost', 'answer lost']
  expect(await share(room, note('once'))).toEqual({ state: 'unknown' })
  expect(await share(room, note('once'))).toEqual({ state: 'unknown' })
  expect(await share(room, note('once'))).toBeUndefined()
  expect(server.items.size).toBe(1)
  expect(seal).toHaveBeenCalledTimes(3)
})

test('before it is tried again everybody’s keys are judged, and another text is another item', async () => {
  const share = sharingOnce()
  server.trouble = ['answer lost']
  expect(await share(roomWhere().room, note('one'))).toEqual({ state: 'unknown' })
  const blocked = { state: 'blocked', people: [{ id: 'Person_2', why: 'changed' }] }
  expect(await share(roomWhere(['2']).room, note('one'))).toEqual(blocked)
  expect(await share(roomWhere().room, note('another'))).toBeUndefined()
  expect(server.items.size).toBe(2)
})

test('what the server has refused is known not to be shared', async () => {
  const share = sharingOnce()
  server.trouble = ['no']
  expect(await share(roomWhere().room, note('one'))).toEqual({ state: 'failed' })
  expect(server.items.size).toBe(0)
})
