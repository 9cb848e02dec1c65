import { expect, test } from 'vitest'
import { type Promised, sentencesOf } from './promise.ts'

const deadline = new Date('2026-12-09T22:59:59Z')
const keys = (part: Partial<Promised>) =>
  sentencesOf({ promise: 'signed', givers: 6, deadline, version: 1, ...part })?.map(({ key }) => key)

test('what the first version promises, signed and pooled', () => {
  expect(keys({ promise: 'signed' })).toEqual(['onlyReceiver', 'signed', 'together', 'destroyed', 'decline', 'frozen'])
  expect(keys({ promise: 'pooled' })).toEqual([
    'onlyReceiver',
    'unnamed',
    'style',
    'togetherPooled',
    'tooFew',
    'destroyed',
    'declinePooled',
    'frozen',
  ])
})

test('every sentence knows how many are asked, and until when', () => {
  expect(sentencesOf({ promise: 'pooled', givers: 6, deadline, version: 1 })).toContainEqual({
    key: 'tooFew',
    givers: 6,
    fewest: 5,
    deadline,
  })
})

test('what another version promised is not guessed', () => {
  expect([keys({ version: 0 }), keys({ version: 2 })]).toEqual([undefined, undefined])
})
