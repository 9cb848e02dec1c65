import { expect, test } from 'vitest'
import { closingMinutes, closingSteps } from './closing-meeting.ts'

test('a season is closed within two hours, looking back before it is decided, and ends with a farewell', () => {
  expect(closingMinutes).toBeLessThanOrEqual(120)
  const order = closingSteps.map(({ id }) => id)
  expect(order.indexOf('lookBack')).toBeLessThan(order.indexOf('decide'))
  expect(order.at(-1)).toBe('farewell')
  expect(new Set(order).size).toBe(order.length)
})

test('every step is said in both languages', () => {
  const words = closingSteps.flatMap(({ name, instruction, questions }) => [name, instruction, ...questions])
  for (const { da, en } of words) expect([da.trim() === da, da !== '', en !== '', da !== en]).not.toContain(false)
})
