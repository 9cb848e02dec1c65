import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { layOver, takeOff } from './secret-layer.ts'

const [secret, id, bytes] = ['a secret for tests that is long enough', randomUUID(), randomBytes(500)]
const layered = layOver(secret, 'feedback staging', id, bytes)

test('what lies beneath comes back, under the same secret, for the same purpose and owner', () => {
  expect(takeOff(secret, 'feedback staging', id, layered)).toEqual(new Uint8Array(bytes))
  expect(takeOff(secret, 'feedback staging', id.toUpperCase(), layered)).toEqual(new Uint8Array(bytes))
  expect(layered.length).toBe(528)
})

test('nothing comes back under another secret, for another purpose or owner, or after a change', () => {
  expect(takeOff(`${secret}.`, 'feedback staging', id, layered)).toBeNull()
  expect(takeOff(secret, 'feedback issuer', id, layered)).toBeNull()
  expect(takeOff(secret, 'feedback staging', randomUUID(), layered)).toBeNull()
  for (const at of [0, 20, 300, 527])
    expect(takeOff(secret, 'feedback staging', id, layered.with(at, (layered[at] ?? 0) ^ 1))).toBeNull()
  for (const length of [0, 11, 27, 527])
    expect(takeOff(secret, 'feedback staging', id, layered.slice(0, length))).toBeNull()
})

test('the same beneath never looks the same', () => {
  const looks = Array.from({ length: 50 }, () =>
    Buffer.from(layOver(secret, 'feedback staging', id, bytes)).toString('hex'),
  )
  expect(new Set(looks.map((look) => look.slice(24))).size).toBe(50)
})
