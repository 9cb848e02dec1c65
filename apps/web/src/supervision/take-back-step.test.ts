import { expect, test, vi } from 'vitest'
import type { Room } from '../account/vault-room.ts'
import { takeBackStep } from './take-back-step.ts'
import type { RoundItem } from './use-round-items.ts'

const server = vi.hoisted(() => ({ fault: undefined as Error | undefined }))
vi.mock('../account/joint-items.ts', () => ({
  deleteShared: async () => {
    if (server.fault) throw server.fault
  },
}))
vi.mock('../account/vault.ts', () => ({ today: () => '2026-11-25' }))

const document = { type: 'nextStep', format: 1, roundId: '1', text: 'x', by: null, mayAsk: true, day: '2026-11-25' }
const item = { id: 'SealedItem_1', document } as unknown as RoundItem

/** Takes back where the server answers so; tells what she has for herself then. */
async function takingBack(fault?: Error, { ownId = null as string | null, isFull = false } = {}) {
  server.fault = fault
  const own = new Map<string, unknown>(ownId ? [[ownId, 'before']] : [])
  const save = async (_kind: string, id: string | null, kept: unknown) => {
    if (isFull) throw new Error('no room')
    own.set(id ?? 'new', kept)
    return { id: id ?? 'new' }
  }
  const remove = async (id: string) => void own.delete(id)
  const room = { documents: { save, remove } } as unknown as Room
  return { isDone: await takeBackStep(room, item, ownId), own: Object.fromEntries(own) }
}
const hers = { ...document, mayAsk: false }

test('a step that is taken back is hers alone, in place of what she had', async () => {
  expect(await takingBack()).toEqual({ isDone: true, own: { new: hers } })
  expect(await takingBack(undefined, { ownId: 'mine' })).toEqual({ isDone: true, own: { mine: hers } })
})

test('it stays hers where no answer came: the shared one may be gone already', async () => {
  expect(await takingBack(new TypeError('Failed to fetch'))).toEqual({ isDone: false, own: { new: hers } })
})

test('she has it once where the server says no', async () => {
  expect(await takingBack(new Error('forbidden'))).toEqual({ isDone: false, own: {} })
})

test('nothing is deleted for the others, and it is said, where it cannot be kept for her', async () => {
  expect(await takingBack(undefined, { isFull: true })).toEqual({ isDone: false, own: {} })
})
