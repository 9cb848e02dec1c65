import { expect, test } from 'vitest'
import { lastDayAfterClosing } from './closing.ts'

test('sixty days are kept after a network has closed', () => {
  expect([lastDayAfterClosing('2026-11-25'), lastDayAfterClosing('2027-12-31')]).toEqual(['2027-01-24', '2028-02-29'])
})
