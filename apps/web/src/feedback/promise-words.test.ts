import { createHash } from 'node:crypto'
import { sentencesOf } from '@lederkreds/domain/feedback/promise'
import { expect, test } from 'vitest'
import { messages as danish } from './messages.promise.da.ts'
import { messages as english } from './messages.promise.en.ts'

const wordingOf = (words: object) => createHash('sha256').update(JSON.stringify(words)).digest('hex')

test('what was promised once stays worded as it was', () => {
  expect([wordingOf(danish.v1), wordingOf(english.v1)]).toMatchInlineSnapshot(`
    [
      "58e1ef1fde5cf58cfead02fe462071bf5bb6da1a5d5fef0f3989c0cae8cd13df",
      "2f2b7a45a2323fbc7c53a2165c8be82f8744b9fb58d92b2991a931d89993b8ad",
    ]
  `)
})

test('every sentence of a promise has words', () => {
  const about = { givers: 6, deadline: new Date(0), version: 1 }
  const keys = (['signed', 'pooled'] as const).flatMap((promise) => sentencesOf({ promise, ...about }) ?? [])
  const worded = new Set(Object.keys(danish.v1).map((key) => key.replace(/_(one|other)$/, '')))
  expect([...new Set(keys.map(({ key }) => key))].sort()).toEqual([...worded].sort())
})
