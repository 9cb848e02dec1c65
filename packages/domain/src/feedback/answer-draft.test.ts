import { expect, test } from 'vitest'
import { answerOf, isBlankAnswer, readAnswerDraft } from './answer-draft.ts'
import { type FeedbackAsk, feedbackAnswer } from './document.ts'

const cycleId = 'b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e'
const ask: FeedbackAsk = {
  ...{ type: 'feedbackAsk', format: 1, cycleId, form: 'startStopContinue', promise: 'signed', promiseVersion: 1 },
  ...{ deadline: '2026-12-09T22:59:59.000Z', issuerHash: null, day: '2026-11-25' },
  ...{ question: 'Hvordan virker jeg?', situation: null, oneWish: null },
}
const draft = {
  form: 'startStopContinue',
  answerId: 'c3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e',
  fields: { start: 'Spørg mere', stop: ' ', continue: '' },
} as const

test('what is blank in a draft is not part of the answer', () => {
  const { data } = feedbackAnswer.safeParse(answerOf(ask, draft))
  expect(data).toMatchObject({ cycleId, answerId: draft.answerId, fields: { start: 'Spørg mere' } })
  expect(Object.keys(data?.fields ?? {})).toEqual(['start'])
})

test('a draft with nothing but blanks is blank, and is no answer', () => {
  const blank = { ...draft, fields: { start: '  ' } }
  expect([isBlankAnswer(blank), isBlankAnswer(draft)]).toEqual([true, false])
  expect(feedbackAnswer.safeParse(answerOf(ask, blank)).success).toBe(false)
})

test('a draft of another kind is none', () => {
  expect(readAnswerDraft(draft)).toEqual(draft)
  for (const kept of [undefined, 'text', { ...draft, form: 'other' }, { ...draft, answerId: '1' }])
    expect(readAnswerDraft(kept)).toBeNull()
})
