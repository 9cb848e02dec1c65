import { expect, test } from 'vitest'
import { checkSteppedUp, expiresAt, isLive, isSteppedUp, StepUpNeeded } from './session.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 8) + minutes * 60_000)
const session = { createdAt: at(0), lastSeenAt: at(0), steppedUpAt: at(0), endedAt: null }

test('a session left alone ends after half an hour', () => {
  expect(isLive(session, at(29.99))).toBe(true)
  expect(isLive(session, at(30))).toBe(false)
})

test('a session that is used ends after eight hours all the same', () => {
  const used = { ...session, lastSeenAt: at(475) }
  expect(expiresAt(used)).toEqual(at(480))
  expect(isLive(used, at(479.99))).toBe(true)
  expect(isLive({ ...session, lastSeenAt: at(480) }, at(480))).toBe(false)
})

test('a session that its owner ended is over at once', () => {
  expect(isLive({ ...session, endedAt: at(1) }, at(1))).toBe(false)
})

test('a step up holds for ten minutes, in a live session only', () => {
  expect(isSteppedUp(session, at(9.99))).toBe(true)
  expect(isSteppedUp(session, at(10))).toBe(false)
  expect(isSteppedUp({ ...session, steppedUpAt: null }, at(0))).toBe(false)
  expect(isSteppedUp({ ...session, endedAt: at(1) }, at(2))).toBe(false)
  expect(() => checkSteppedUp(session, at(10))).toThrow(StepUpNeeded)
  expect(() => checkSteppedUp(session, at(5))).not.toThrow()
})
