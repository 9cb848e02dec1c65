import { expect, test } from 'vitest'
import { askAgainBetween, newsSince } from './waiting.ts'

test('the end of a cycle is news for two weeks', () => {
  expect(newsSince('2026-11-25')).toBe('2026-11-11')
})

test('asking again is offered from eight weeks after the release on, for four weeks', () => {
  expect(askAgainBetween('2026-11-25')).toEqual({ first: '2026-09-02', last: '2026-09-30' })
})
