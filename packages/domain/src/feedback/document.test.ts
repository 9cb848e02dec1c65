import { expect, test } from 'vitest'
import {
  type FeedbackAnswer,
  type FeedbackAsk,
  feedbackAnswer,
  feedbackAsk,
  isAsPromised,
  maxAnswerBytes,
  readFeedbackAnswer,
  readFeedbackAsk,
  readFeedbackOwn,
  readOwnOf,
  readToldStep,
} from './document.ts'
import { feedbackForms } from './form.ts'

const [here, elsewhere] = ['b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e', 'c3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e']
const day = '2026-11-25'
const ask: FeedbackAsk = {
  type: 'feedbackAsk',
  format: 1,
  cycleId: here,
  form: 'sbi',
  promise: 'signed',
  promiseVersion: 1,
  deadline: '2026-12-09T22:59:59.000Z',
  question: 'Hvordan virker jeg, når jeg leder et møde?',
  situation: null,
  oneWish: null,
  issuerHash: null,
  day,
}
const answer: FeedbackAnswer = {
  type: 'feedbackAnswer',
  format: 1,
  cycleId: here,
  form: 'sbi',
  answerId: 'd3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e',
  fields: { situation: 'Mødet i tirsdags', behaviour: 'Du spurgte to gange', impact: 'Jeg sagde det, jeg mente' },
}

test('a document is what it says to be, of the cycle that was asked for', () => {
  expect(readFeedbackAsk(ask, here)).toMatchObject({ question: ask.question })
  expect(readFeedbackAnswer(answer, here)).toMatchObject({ fields: answer.fields })
  for (const wrong of [null, 'ask', { ...ask, format: 2 }, { ...ask, type: 'feedbackStep' }])
    expect(readFeedbackAsk(wrong, here)).toBeNull()
  expect(readFeedbackAsk(ask, elsewhere)).toBeNull()
  expect(readFeedbackAnswer(answer, elsewhere)).toBeNull()
  expect(readFeedbackAnswer(ask, here)).toBeNull()
})

test("one's own is told apart by its type and its cycle; what this version does not know of it is kept", () => {
  const reflection = { type: 'reflection', format: 1, cycleId: here, text: 'Det overraskede mig', landing: null, day }
  expect(readOwnOf({ ...reflection, later: 1 }, 'reflection', here)).toMatchObject({ later: 1 })
  expect(readOwnOf(reflection, 'step', here)).toBeNull()
  expect(readOwnOf(reflection, 'reflection', elsewhere)).toBeNull()
  expect(readFeedbackOwn({ ...reflection, type: 'diary' })).toBeNull()
  const told = { type: 'feedbackStep', format: 1, cycleId: here, text: 'Spørge mere', by: null, day }
  expect(readToldStep(told, here)).toMatchObject({ text: 'Spørge mere' })
  expect(readToldStep({ ...told, type: 'step' }, here)).toBeNull()
})

test('a pooled ask names the key that signs tokens, a signed one has none', () => {
  const issuerHash = 'x'.repeat(43)
  const isAsk = (part: Partial<FeedbackAsk>) => feedbackAsk.safeParse({ ...ask, ...part }).success
  expect([isAsk({}), isAsk({ promise: 'pooled', issuerHash })]).toEqual([true, true])
  expect([isAsk({ promise: 'pooled' }), isAsk({ issuerHash })]).toEqual([false, false])
})

test('an answer holds what its form asks for and nothing else', () => {
  const issues = (fields: Record<string, string>, form: FeedbackAnswer['form'] = 'sbi') =>
    feedbackAnswer
      .safeParse({ ...answer, form, fields })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []
  expect(issues(answer.fields)).toEqual([])
  expect(issues({ situation: 'a', behaviour: 'b' })).toEqual([['fields.impact', 'empty']])
  expect(issues({ ...answer.fields, name: 'Mette' })).toEqual([['fields.name', 'unknown']])
  expect(issues({}, 'startStopContinue')).toEqual([['fields', 'empty']])
  expect(issues({ stop: 'Lange mails' }, 'startStopContinue')).toEqual([])
})

test('an answer that would need more room than every other one has is refused', () => {
  const { fields } = feedbackForms.sbi
  const long = (sign: string) => ({
    ...answer,
    fields: Object.fromEntries(fields.map(({ key }) => [key, sign.repeat(2000)])),
  })
  expect(feedbackAnswer.safeParse(long('å')).success).toBe(true)
  expect(JSON.stringify(long('å')).length * 2).toBeLessThan(maxAnswerBytes)
  expect(feedbackAnswer.safeParse(long('語')).error?.issues[0]?.message).toBe('tooLong')
})

test('a server that tells another promise than the sealed one is found out', () => {
  const told = { form: 'sbi', promise: 'signed', promiseVersion: 1, deadline: new Date(ask.deadline) } as const
  expect(isAsPromised(ask, told)).toBe(true)
  for (const other of [
    { promise: 'pooled' },
    { form: 'free' },
    { promiseVersion: 2 },
    { deadline: new Date('2026-12-01T12:00:00Z') },
  ] as const)
    expect(isAsPromised(ask, { ...told, ...other })).toBe(false)
})
