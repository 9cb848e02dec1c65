import { protocols } from '@lederkreds/domain/toolbox/protocols'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RehearsalClock, rehearse } from './rehearsal.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
afterEach(() => void vi.useRealTimers())

test('its clock runs, stands still, is wound on, and goes on from there', () => {
  const clock = new RehearsalClock()
  vi.advanceTimersByTime(500)
  expect(clock.now()).toBe(1_500)
  clock.stop()
  vi.advanceTimersByTime(60_000)
  clock.windOn(100)
  expect([clock.now(), clock.isRunning]).toEqual([1_600, false])
  clock.goOn()
  vi.advanceTimersByTime(400)
  expect([clock.now(), clock.isRunning]).toEqual([2_000, true])
})

test.each(protocols)(
  '$id: every role has somebody, somebody leads, and it can be gone through to its end',
  (protocol) => {
    const { engine, leadId, focusId, names } = rehearse(protocol)
    const roles = new Set(engine.setup.people.map(({ role }) => role))
    expect([...roles].sort()).toEqual(protocol.roles.map(({ id }) => id).sort())
    expect(names.has(leadId)).toBe(true)
    expect(focusId !== null).toBe(protocol.focusRole !== null)
    engine.record({ kind: 'started' })
    for (const [at, { id }] of protocol.phases.slice(1).entries())
      engine.record({ kind: 'advanced', from: protocol.phases[at]?.id ?? '', to: id })
    expect(engine.view().state.phase).toBe(protocol.phases.at(-1)?.id)
    engine.record({ kind: 'ended' })
    expect(engine.view().state.status).toBe('ended')
  },
)
