import { expect, test } from 'vitest'
import { shortNames } from './short-names.ts'

test('people are called by their first names, unless two share one', () => {
  const names = new Map([
    ['a', 'Mette Holm'],
    ['b', 'Mette Dam'],
    ['c', 'Jonas Friis'],
    ['d', 'Ali'],
  ])
  expect([...shortNames(names).values()]).toEqual(['Mette Holm', 'Mette Dam', 'Jonas', 'Ali'])
})
