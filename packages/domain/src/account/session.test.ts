import { expect, test } from 'vitest'
import { idleSince, isSteppedUp, steppedUpUntil } from './session.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 8) + minutes * 60_000)

test('a recent sign-in holds for ten minutes', () => {
  expect(steppedUpUntil(at(0))).toEqual(at(10))
  expect(isSteppedUp(at(0), at(9.99))).toBe(true)
  expect(isSteppedUp(at(0), at(10))).toBe(false)
  expect(isSteppedUp(null, at(0))).toBe(false)
})

test('a session that was not used for half an hour was left alone', () => {
  expect(idleSince(at(30))).toEqual(at(0))
})
