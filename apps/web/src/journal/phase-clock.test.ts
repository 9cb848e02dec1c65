import { expect, test } from 'vitest'
import { clockOf, leftOf, minutesLeft, pauseClock, runClock } from './phase-clock.ts'

const second = 1000

test('a clock stands still until it is set going, and while it is paused', () => {
  const clock = clockOf(2)
  expect(leftOf(clock, 99 * second)).toBe(120 * second)
  const running = runClock(clock, 10 * second)
  expect(leftOf(running, 40 * second)).toBe(90 * second)
  const paused = pauseClock(running, 40 * second)
  expect(leftOf(paused, 500 * second)).toBe(90 * second)
  expect(leftOf(runClock(paused, 500 * second), 510 * second)).toBe(80 * second)
})

test('setting a running clock going changes nothing', () => {
  const running = runClock(clockOf(1), 10 * second)
  expect(runClock(running, 30 * second)).toBe(running)
})

test('it never shows less than nothing, nor more than it had when the device sets its time back', () => {
  const running = runClock(clockOf(1), 10 * second)
  expect(leftOf(running, 1000 * second)).toBe(0)
  expect(leftOf(running, 0)).toBe(60 * second)
})

test.each([
  [120_000, 2, '00'],
  [119_001, 2, '00'],
  [65_000, 1, '05'],
  [1, 0, '01'],
  [0, 0, '00'],
])('%i ms are shown as %i and %s', (left, minutes, seconds) => {
  expect(minutesLeft(left)).toEqual({ minutes, seconds })
})
