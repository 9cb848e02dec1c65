import { openAccountKey } from '@lederkreds/sealing/account-key'
import { type IdentityEntry, makeIdentity } from '@lederkreds/sealing/identity'
import { rememberPin } from '@lederkreds/sealing/memory'
import { expect, test } from 'vitest'
import {
  emptySharedMemory,
  isSameMemory,
  mergeShared,
  readMemory,
  type SharedMemory,
  type Verdict,
} from './device-memory.ts'
import { type Standing, standingOf } from './trust.ts'

const personId = 'b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e'
const account = await openAccountKey(crypto.getRandomValues(new Uint8Array(32)))
const first = (await makeIdentity({ personId, account })).entry
const second = (await makeIdentity({ personId, account, previous: first })).entry
const third = (await makeIdentity({ personId, account, previous: second })).entry
const { keys: firstKeys, ...made } = await makeIdentity({ personId, account })
const endorsed = (await makeIdentity({ personId, account, previous: made.entry, endorser: firstKeys })).entry
const afterEndorsed = (await makeIdentity({ personId, account, previous: endorsed })).entry
const foreign = (await makeIdentity({ personId, account })).entry

const look = (memory: SharedMemory, ...entries: IdentityEntry[]) => standingOf(memory, personId, entries)
const pinOf = async (...entries: IdentityEntry[]) => {
  const standing = await look(emptySharedMemory, ...entries)
  if (!('pin' in standing)) throw new Error(standing.state)
  return standing.pin
}
const saying = (said: Verdict['said'], pin: Awaited<ReturnType<typeof pinOf>>, accepted: boolean): SharedMemory => ({
  ...emptySharedMemory,
  ...(accepted && rememberPin(emptySharedMemory, personId, pin)),
  verdicts: { [personId]: { ...pin, said, at: '2026-11-25T10:00:00Z' } },
})
const seen = async (...entries: IdentityEntry[]): Promise<SharedMemory> => ({
  ...emptySharedMemory,
  ...rememberPin(emptySharedMemory, personId, await pinOf(...entries)),
})

test.each<[string, SharedMemory, IdentityEntry[], Standing['state']]>([
  ['nobody has made keys', emptySharedMemory, [], 'noKeys'],
  ['seen for the first time', emptySharedMemory, [first], 'seen'],
  ['seen for the first time, changed with the old keys at hand', emptySharedMemory, [made.entry, endorsed], 'seen'],
  [
    'seen for the first time, with keys that the ones before do not vouch for',
    emptySharedMemory,
    [first, second],
    'changed',
  ],
  ['the same after a change that was vouched for', emptySharedMemory, [made.entry, endorsed, afterEndorsed], 'changed'],
  ['seen before, and the same', await seen(first), [first], 'seen'],
  ['new keys after what was seen', await seen(first), [first, second], 'changed'],
  ['words were the same', saying('same', await pinOf(first), true), [first], 'compared'],
  ['new keys after words were the same', saying('same', await pinOf(first), true), [first, second], 'changed'],
  [
    'words were the same for keys that nobody vouched for',
    saying('same', await pinOf(first, second), true),
    [first, second],
    'compared',
  ],
  ['words were different', saying('different', await pinOf(first), false), [first], 'different'],
  ['new keys after words were different', saying('different', await pinOf(first), false), [first, second], 'changed'],
  ['another key in the place of what was seen', await seen(first), [foreign], 'broken'],
  ['fewer than were seen', await seen(first, second), [first], 'broken'],
  ['none any more where there were some', await seen(first), [], 'broken'],
  ['a gap', emptySharedMemory, [first, third], 'broken'],
])('%s', async (_case, memory, entries, state) => {
  expect((await look(memory, ...entries)).state).toBe(state)
})

test('what two devices know is the same in whatever order they hear of each other', async () => {
  const pin = await pinOf(first)
  const verdict = (said: Verdict['said'], at: string): SharedMemory => ({
    ...emptySharedMemory,
    verdicts: { [personId]: { ...pin, said, at } },
  })
  const known = [
    verdict('same', '2026-11-25T10:00:00Z'),
    verdict('different', '2026-11-25T10:00:00Z'),
    verdict('same', '2026-11-25T09:00:00Z'),
    { ...emptySharedMemory, deleted: { a: 20_782 } },
    await seen(first),
  ]
  const forwards = known.reduce(mergeShared)
  const backwards = known.toReversed().reduce(mergeShared)
  expect(isSameMemory(forwards, backwards)).toBe(true)
  expect(isSameMemory(mergeShared(forwards, forwards), forwards)).toBe(true)
  expect(forwards.verdicts[personId]?.said).toBe('different')
  expect(forwards.deleted).toEqual({ a: 20_782 })
  expect(isSameMemory(forwards, known[0] ?? emptySharedMemory)).toBe(false)
})

test('what the first devices wrote is read too, its deletions as the oldest', () => {
  const written = { type: 'memory', format: 1, versions: {}, deleted: ['a', 'b'], pins: {}, verdicts: {} }
  const known = readMemory(written)
  expect(known).toEqual({ ...emptySharedMemory, deleted: { a: 0, b: 0 } })
  expect(mergeShared(known, { ...emptySharedMemory, deleted: { a: 20_782 } }).deleted).toEqual({ a: 20_782, b: 0 })
})
