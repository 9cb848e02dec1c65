import type { RoundSetup } from '@lederkreds/domain/supervision/round'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPhaseEnd } from './phase-end.ts'
import { RehearsalClock } from './rehearsal.ts'
import { RoundEngine } from './round-engine.ts'

const people = [{ personId: 'jonas', role: 'supervisor' }]
const setup: RoundSetup = { protocol, people, leadId: 'jonas' }
const minute = 60_000
const next = { kind: 'advanced', from: 'ramme', to: 'interview-1' } as const

beforeEach(() => void vi.useFakeTimers({ now: 1_000 * minute }))
afterEach(() => void vi.useRealTimers())

/** A round of which the first phase, of five minutes, has begun; how often its end was heard so far. */
function watched(clock = Date.now) {
  const engine = new RoundEngine({ setup, personId: 'jonas', clock })
  const heard = vi.fn()
  const stop = watchPhaseEnd(engine, heard)
  engine.record({ kind: 'started' })
  return { engine, heard, stop }
}

test('the end of each phase is heard once, when it comes', () => {
  const { engine, heard } = watched()
  vi.advanceTimersByTime(5 * minute - 1)
  expect(heard).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(heard).toHaveBeenCalledTimes(1)
  engine.record({ kind: 'paused', reason: 'pause' })
  engine.record({ kind: 'resumed' })
  vi.advanceTimersByTime(9 * minute)
  expect(heard).toHaveBeenCalledTimes(1)
  engine.record(next)
  vi.advanceTimersByTime(15 * minute)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('a phase that is left before its end makes no sound, nor does one that is over when somebody comes', () => {
  const { engine, heard } = watched()
  vi.advanceTimersByTime(4 * minute)
  engine.record(next)
  vi.advanceTimersByTime(14 * minute)
  expect(heard).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(9 * minute)
  const late = vi.fn()
  watchPhaseEnd(engine, late)
  vi.advanceTimersByTime(9 * minute)
  expect([heard.mock.calls.length, late.mock.calls.length]).toEqual([1, 0])
})

test('a pause puts the end off, and so does a minute more, also after it', () => {
  const { engine, heard } = watched()
  vi.advanceTimersByTime(4 * minute)
  engine.record({ kind: 'paused', reason: 'timeOut' })
  vi.advanceTimersByTime(9 * minute)
  engine.record({ kind: 'resumed' })
  engine.record({ kind: 'extended', phase: 'ramme', minutes: 1 })
  vi.advanceTimersByTime(2 * minute - 1)
  expect(heard).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(heard).toHaveBeenCalledTimes(1)
  engine.record({ kind: 'extended', phase: 'ramme', minutes: 1 })
  vi.advanceTimersByTime(minute)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('a clock that is wound on or stands still is noticed within a second', () => {
  const clock = new RehearsalClock()
  const { heard } = watched(clock.now)
  clock.windOn(5 * minute - 3_000)
  vi.advanceTimersByTime(3_000)
  expect(heard).toHaveBeenCalledTimes(1)

  const still = new RehearsalClock()
  const other = watched(still.now)
  still.stop()
  vi.advanceTimersByTime(9 * minute)
  expect(other.heard).toHaveBeenCalledTimes(0)
})

test('who has gone hears nothing, and no timer is left', () => {
  const { engine, heard, stop } = watched()
  stop()
  engine.record({ kind: 'extended', phase: 'ramme', minutes: 1 })
  vi.advanceTimersByTime(9 * minute)
  expect(heard).toHaveBeenCalledTimes(0)
  expect(vi.getTimerCount()).toBe(0)
})
