import { expect, test } from 'vitest'
import { isNews, isTimeToAskAgain, waitsForAnswer } from './waiting.ts'

const now = new Date('2026-11-25T12:00:00Z')
const ask = { promise: 'signed', deadline: new Date('2026-11-26T12:00:00Z'), viewerHasAnswered: false } as const

test('a signed ask waits until she has answered or declined, or its deadline is over', () => {
  expect(waitsForAnswer({ ...ask, viewerHasDeclined: false }, now)).toBe(true)
  expect(waitsForAnswer({ ...ask, viewerHasDeclined: true }, now)).toBe(false)
  expect(waitsForAnswer({ ...ask, viewerHasDeclined: false, viewerHasAnswered: true }, now)).toBe(false)
  expect(waitsForAnswer({ ...ask, viewerHasDeclined: false, deadline: now }, now)).toBe(false)
})

test('a pooled ask waits until its deadline, whatever she does', () => {
  const pooled = { ...ask, promise: 'pooled', viewerHasDeclined: true, viewerHasAnswered: true } as const
  expect(waitsForAnswer(pooled, now)).toBe(true)
  expect(waitsForAnswer({ ...pooled, deadline: now }, now)).toBe(false)
})

test('answers are news for two weeks, and so is that they were too few; a cancelled cycle is not', () => {
  const ended = { closedOn: '2026-11-11', isFollowed: false }
  expect(isNews({ ...ended, state: 'released' }, '2026-11-25')).toBe(true)
  expect(isNews({ ...ended, state: 'tooFew' }, '2026-11-25')).toBe(true)
  expect(isNews({ ...ended, state: 'released' }, '2026-11-26')).toBe(false)
  expect(isNews({ ...ended, state: 'cancelled' }, '2026-11-12')).toBe(false)
  expect(isNews({ state: 'open', closedOn: null, isFollowed: false }, '2026-11-12')).toBe(false)
})

test('asking again is offered from eight weeks after the release on, for four weeks, and once', () => {
  const ended = { state: 'released', closedOn: '2026-09-30', isFollowed: false } as const
  expect(isTimeToAskAgain(ended, '2026-11-24')).toBe(false)
  expect(isTimeToAskAgain(ended, '2026-11-25')).toBe(true)
  expect(isTimeToAskAgain(ended, '2026-12-23')).toBe(true)
  expect(isTimeToAskAgain(ended, '2026-12-24')).toBe(false)
  expect(isTimeToAskAgain({ ...ended, isFollowed: true }, '2026-11-25')).toBe(false)
  expect(isTimeToAskAgain({ ...ended, state: 'tooFew' }, '2026-11-25')).toBe(false)
})
