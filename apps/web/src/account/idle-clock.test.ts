import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IdleClock } from './idle-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('rings once, after nobody has touched anything for so long', () => {
  const ring = vi.fn()
  const clock = new IdleClock(1000, ring)
  clock.touch()
  vi.advanceTimersByTime(900)
  clock.touch()
  vi.advanceTimersByTime(900)
  expect(ring).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(ring).toHaveBeenCalledTimes(1)
})

test('rings at the first sign of life after the device has slept too long', () => {
  const ring = vi.fn()
  const clock = new IdleClock(1000, ring)
  clock.touch()
  vi.setSystemTime(Date.now() + 2000)
  clock.touch()
  expect(ring).toHaveBeenCalledTimes(1)
  clock.touch()
  clock.stop()
  vi.advanceTimersByTime(5000)
  expect(ring).toHaveBeenCalledTimes(1)
})
