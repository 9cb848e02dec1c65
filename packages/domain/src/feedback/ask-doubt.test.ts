import { expect, test } from 'vitest'
import { doubtOf } from './ask-doubt.ts'
import type { FeedbackAsk } from './document.ts'

const issuerHash = 'x'.repeat(43)
const deadline = new Date('2026-12-09T22:59:59.000Z')
const ask: FeedbackAsk = {
  ...{ type: 'feedbackAsk', format: 1, cycleId: 'b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e', form: 'sbi' },
  ...{ promise: 'pooled', promiseVersion: 1, deadline: deadline.toISOString(), issuerHash },
  ...{ question: 'Hvordan virker jeg?', situation: null, oneWish: null, day: '2026-11-25' },
}
const told = { form: 'sbi', promise: 'pooled', promiseVersion: 1, deadline, issuerHash, givers: 5 } as const

test('an ask is answered when everything beside it is as its receiver promised', () => {
  expect(doubtOf(ask, told)).toBeNull()
  const signed = { ...ask, promise: 'signed', issuerHash: null } as const
  expect(doubtOf(signed, { ...told, promise: 'signed', issuerHash: null, givers: 1 })).toBeNull()
})

test('a key for tokens that the receiver did not name is found out', () => {
  expect(doubtOf(ask, { ...told, issuerHash: 'y'.repeat(43) })).toBe('issuer')
  expect(doubtOf(ask, { ...told, issuerHash: null })).toBe('issuer')
})

test('another promise, form or deadline is found out', () => {
  expect(doubtOf(ask, { ...told, promise: 'signed', issuerHash: null })).toBe('promise')
  expect(doubtOf(ask, { ...told, form: 'free' })).toBe('promise')
  expect(doubtOf(ask, { ...told, deadline: new Date('2026-12-10T22:59:59.000Z') })).toBe('promise')
})

test('nobody answers a promise whose words this app does not know', () => {
  expect(doubtOf({ ...ask, promiseVersion: 2 }, { ...told, promiseVersion: 2 })).toBe('newer')
})

test('an ask that was sealed to fewer than five hides nobody', () => {
  expect(doubtOf(ask, { ...told, givers: 4 })).toBe('tooFew')
})
