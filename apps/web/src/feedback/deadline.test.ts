import { expect, test } from 'vitest'
import { againOn, noonOf, usualDay } from './deadline.ts'

test('noon is noon in Copenhagen, in winter and in summer', () => {
  expect(noonOf('2026-12-09')?.toISOString()).toBe('2026-12-09T11:00:00.000Z')
  expect(noonOf('2026-07-09')?.toISOString()).toBe('2026-07-09T10:00:00.000Z')
  expect([noonOf(''), noonOf('2026-13-40')]).toEqual([null, null])
})

test('one asks for two weeks, and again eight weeks after the end', () => {
  expect(usualDay(new Date('2026-11-25T23:30:00Z'))).toBe('2026-12-10')
  expect(againOn('2026-12-09')).toBe('2027-02-03')
})
