import { expect, test } from 'vitest'
import { whyOver } from './answer-over.ts'
import type { AskedCycle } from './use-opened-ask.ts'

const asked = (more: Partial<AskedCycle> = {}) =>
  ({ state: 'open', viewerCanAnswer: true, viewerHasAnswered: false, viewerHasDeclined: false, ...more }) as AskedCycle

test('nothing is over while she can answer, or has done so in time', () => {
  expect(whyOver(asked(), false)).toBe(null)
  expect(whyOver(asked({ viewerCanAnswer: false, viewerHasAnswered: true }), false)).toBe(null)
  expect(whyOver(asked({ viewerCanAnswer: false, viewerHasDeclined: true }), false)).toBe(null)
})

test('what is over says why', () => {
  expect(whyOver(asked({ viewerCanAnswer: false }), false)).toBe('deadline')
  expect(whyOver(asked({ state: 'released', viewerHasAnswered: true }), false)).toBe('deadline')
  expect(whyOver(asked({ state: 'tooFew' }), false)).toBe('deadline')
  expect(whyOver(asked({ state: 'cancelled', viewerHasAnswered: true }), false)).toBe('cancelled')
  expect(whyOver(null, false)).toBe('gone')
  expect(whyOver(null, true)).toBe('rules')
  // Another network's rules that wait change nothing for whoever is asked.
  expect(whyOver(asked(), true)).toBe(null)
})
