import { expect, test } from 'vitest'
import {
  type AskDraft,
  askedAgain,
  askOf,
  emptyAskDraft,
  missingIn,
  readAskDraft,
  stillAsked,
  wasSentAs,
} from './ask-draft.ts'
import { feedbackAsk } from './document.ts'

const id = (digit: number) => `${digit}3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e`
const now = new Date('2026-11-25T12:00:00Z')
const deadline = new Date('2026-12-09T11:00:00Z')
const givers = [1, 2, 3, 4, 5].map(id)
const draft = (part: Partial<AskDraft> = {}): AskDraft => ({
  ...emptyAskDraft(id(9), '2026-12-09'),
  question: 'Hvordan virker jeg på et møde?',
  giverIds: givers,
  ...part,
})
const missing = (part: Partial<AskDraft>, at: Date | null = deadline) => missingIn(draft(part), at, now)

test('what is missing is said in the order of the page, and nothing else', () => {
  expect(missing({})).toEqual([])
  expect(missing({ question: ' ', giverIds: [] }, null)).toEqual(['question', 'givers', 'deadline'])
  expect(missing({ situation: 'x'.repeat(2001) })).toEqual(['tooLong'])
  expect(missing({}, new Date('2026-11-25T12:30:00Z'))).toEqual(['deadline'])
})

test('four cannot answer without their names', () => {
  expect(missing({ promise: 'pooled' })).toEqual([])
  expect(missing({ promise: 'pooled', giverIds: givers.slice(1) })).toEqual(['pooled'])
})

test('what is sealed is a whole ask with the promise of its cycle', () => {
  const ask = askOf(draft({ situation: '  ' }), { deadline, issuerHash: null, promise: 'signed', day: '2026-11-25' })
  expect(feedbackAsk.parse(ask)).toMatchObject({ cycleId: id(9), situation: null, deadline: deadline.toISOString() })
})

test('asking again asks those who can still be asked, and no longer pools where they are too few', () => {
  const before = askOf(draft(), { deadline, issuerHash: 'x'.repeat(43), promise: 'pooled', day: '2026-11-25' })
  const again = (canBeAsked: string[]) => askedAgain(emptyAskDraft(id(8), '2027-02-01'), before, givers, canBeAsked)
  expect(again([...givers, id(7)])).toMatchObject({ cycleId: id(8), promise: 'pooled', giverIds: givers })
  expect(again(givers.slice(1))).toMatchObject({ promise: 'signed', giverIds: givers.slice(1) })
  expect(again(givers).question).toBe(before.question)
})

test('a newer draft is not read', () => {
  expect(readAskDraft(draft())).toEqual(draft())
  expect(readAskDraft({ ...draft(), format: 2 })).toBeNull()
})

test.each([
  ['asked so', {}, true],
  ['of the same in another order', { giverIds: givers.toReversed() }, true],
  ['in another form', { form: 'free' as const }, false],
  ['with another promise', { promise: 'pooled' as const }, false],
  ['until another moment', { deadline: new Date('2026-12-10T11:00:00Z') }, false],
  ['of fewer', { giverIds: givers.slice(1) }, false],
  ['of somebody else', { giverIds: [...givers.slice(1), id(7)] }, false],
])('a cycle %s is what was sent: %s', (_how, change, isSame) => {
  const made = { form: 'sbi' as const, promise: 'signed' as const, deadline, giverIds: givers, ...change }
  expect(wasSentAs(draft({ sentUntil: deadline.toISOString() }), made)).toBe(isSame)
})

test('a question goes to those who are still there, and without names to five at least', () => {
  const six = [...givers, id(6)]
  expect(stillAsked('signed', givers, [...six.slice(1)])).toEqual({ ids: givers.slice(1), areEnough: true })
  expect(stillAsked('signed', givers, [id(6)])).toEqual({ ids: [], areEnough: false })
  expect(stillAsked('pooled', six, givers)).toEqual({ ids: givers, areEnough: true })
  expect(stillAsked('pooled', six, givers.slice(1))).toEqual({ ids: givers.slice(1), areEnough: false })
})
