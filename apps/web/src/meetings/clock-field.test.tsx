import { expect, test } from 'vitest'
import { readClock } from './clock-field.tsx'

test('times of day as people write them', () => {
  expect(['13.00', '9:30', '8', ' 07.05 ', '0'].map(readClock)).toEqual(['13:00', '09:30', '08:00', '07:05', '00:00'])
  expect(['', '24', '12.60', '1230', '12.3', 'noon', '-1'].map(readClock)).toEqual(['', '', '', '', '', '', ''])
})
