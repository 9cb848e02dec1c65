import { expect, test } from 'vitest'
import { type InvalidInput, parse } from '../text.ts'
import {
  AskedOtherwise,
  checkGiverCount,
  checkGivers,
  checkOpenCount,
  checkPart,
  checkSame,
  checkStillOpen,
  checkTaking,
  FeedbackClosed,
  feedbackAsking,
  feedbackStep,
  isJoinable,
  isTaking,
  mayAskForFeedback,
  mayPlanFeedback,
  type NotAGiver,
  TooFewGivers,
  TooManyOpen,
} from './cycle.ts'

const person = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const now = new Date('2026-11-25T12:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const asking = {
  id: person(1),
  form: 'sbi' as const,
  promise: 'signed' as const,
  deadline: later(24),
  giverIds: [person(2), person(3)],
  previousId: null,
  stepId: null,
}

const issues = (work: () => unknown) => {
  try {
    work()
    return []
  } catch (fault) {
    return (fault as InvalidInput).issues.map(({ path, problem }) => `${path}: ${problem}`)
  }
}

test.each([
  ['as it should be', {}, []],
  ['with an hour to answer', { deadline: later(1) }, []],
  ['with less', { deadline: later(0.9) }, ['deadline: tooEarly']],
  ['in three months', { deadline: later(92 * 24) }, []],
  ['later than that', { deadline: later(92 * 24 + 1) }, ['deadline: tooLate']],
  ['asking nobody', { giverIds: [] }, ['giverIds: tooFew']],
  ['asking somebody twice', { giverIds: [person(2), person(2)] }, ['giverIds: duplicate']],
  ['in a form that there is not', { form: 'spejl' }, ['form: unknown']],
  ['with a promise that there is not', { promise: 'anonymous' }, ['promise: unknown']],
])('a cycle %s', (_what, change, wrong) => {
  expect(issues(() => parse(feedbackAsking(now), { ...asking, ...change }))).toEqual(wrong)
})

test.each([
  [4, 'pooled', false],
  [5, 'pooled', true],
  [1, 'signed', true],
] as const)('%i givers, %s: %s', (count, promise, isEnough) => {
  const check = () => checkGiverCount({ promise, giverIds: Array.from({ length: count }, (_, index) => person(index)) })
  if (isEnough) expect(check).not.toThrow()
  else expect(check).toThrow(TooFewGivers)
})

test('whoever cannot be asked is named', () => {
  expect(() => checkGivers([person(2)], [person(2), person(3)])).not.toThrow()
  const named = (work: () => void) => {
    try {
      work()
    } catch (fault) {
      return (fault as NotAGiver).giverIds
    }
  }
  expect(named(() => checkGivers([person(2), person(4)], [person(2), person(3)]))).toEqual([person(4)])
})

test('answers are taken until the moment of the deadline, not at it, and only while the cycle is open', () => {
  const open = { state: 'open', deadline: now } as const
  const before = new Date(now.getTime() - 1)
  expect([before, now].map((moment) => isTaking(open, moment))).toEqual([true, false])
  for (const state of ['released', 'tooFew', 'cancelled'] as const) {
    expect(isTaking({ state, deadline: now }, before)).toBe(false)
    expect(() => checkStillOpen({ state })).toThrow(FeedbackClosed)
  }
  expect(() => checkTaking(open, now)).toThrow(FeedbackClosed)
  expect(() => checkTaking(open, before)).not.toThrow()
  expect(() => checkStillOpen(open)).not.toThrow()
})

test('a part of a step is the same for all, and asks everybody', () => {
  const step = { promise: 'signed', form: 'sbi', opensOn: '2026-11-25', deadline: later(24) } as const
  const differs = (change: object, all = [person(2), person(3)]) =>
    issues(() => checkPart({ ...asking, ...change }, step, all)).map((issue) => issue.split(':')[0])
  expect(differs({})).toEqual([])
  expect(differs({ form: 'free', promise: 'pooled', deadline: later(25) })).toEqual(['promise', 'form', 'deadline'])
  expect(differs({}, [person(2), person(3), person(4)])).toEqual(['giverIds'])
})

test('a step opens before it ends, and is joined from its day on while there is an hour left', () => {
  const step = { id: person(1), promise: 'pooled', form: 'free', opensOn: '2026-11-25', deadline: later(48) }
  const wrong = (change: object) => issues(() => parse(feedbackStep(now, '2026-11-25'), { ...step, ...change }))
  expect(wrong({})).toEqual([])
  expect(wrong({ opensOn: '2026-11-24' })).toEqual(['opensOn: tooEarly'])
  expect(wrong({ opensOn: '2026-11-28' })).toEqual(['opensOn: tooLate'])
  const joinable = (today: string, left: number) =>
    isJoinable({ opensOn: '2026-11-26', deadline: later(left) }, now, today)
  expect([joinable('2026-11-25', 2), joinable('2026-11-26', 2), joinable('2026-11-26', 0.5)]).toEqual([
    false,
    true,
    false,
  ])
})

test.each([
  ['a member', { member: true, accepted: true }, true, false],
  ['one who has not accepted the rules', { member: true, convenor: true }, false, false],
  ['the convenor', { member: true, accepted: true, convenor: true }, true, true],
  ['the consultant', { consultant: true }, false, false],
])('%s asks, and plans for all', (_who, is, asks, plans) => {
  const standing = { member: false, convenor: false, consultant: false, accepted: false, ...is }
  expect([mayAskForFeedback(standing, 'active'), mayPlanFeedback(standing, 'active')]).toEqual([asks, plans])
  for (const state of ['draft', 'inviting', 'closed'] as const)
    expect(mayAskForFeedback(standing, state) || mayPlanFeedback(standing, state)).toBe(false)
})

test.each([
  ['in another form', { form: 'free' as const }],
  ['with another promise', { promise: 'pooled' as const }],
  ['until another moment', { deadline: later(25) }],
  ['of one fewer', { giverIds: [person(2)] }],
  ['of somebody else', { giverIds: [person(2), person(4)] }],
  ['again', { previousId: person(5) }],
  ['as a part of a step', { stepId: person(6) }],
])('what is asked %s is not the cycle that is there', (_how, change) => {
  expect(() => checkSame({ ...asking, ...change }, asking)).toThrow(AskedOtherwise)
  expect(() => checkSame(asking, { ...asking, ...change })).toThrow(AskedOtherwise)
})

test('the same cycle is the same in whatever order its givers come', () => {
  expect(() => checkSame({ ...asking, giverIds: asking.giverIds.toReversed() }, asking)).not.toThrow()
})

test('a sixth is not asked beside five that are open, unless it is a part in a step', () => {
  expect(() => checkOpenCount(asking, 4)).not.toThrow()
  expect(() => checkOpenCount(asking, 5)).toThrow(TooManyOpen)
  expect(() => checkOpenCount({ stepId: person(6) }, 5)).not.toThrow()
})
