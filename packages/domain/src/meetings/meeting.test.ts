import { describe, expect, test } from 'vitest'
import type { NetworkState } from '../networks/network.ts'
import { firstProblem, parse } from '../text.ts'
import {
  AbsurdDate,
  attendance,
  checkAnswerable,
  checkChangeable,
  checkMarkable,
  checkTimes,
  EndsBeforeStart,
  isAnswerable,
  isChangeable,
  isMarkable,
  MeetingCancelled,
  MeetingOver,
  mayAnswer,
  mayCancel,
  mayMarkAttendance,
  mayMove,
  meetingEdit,
  meetingTimes,
  NotYet,
  PastDate,
  rsvp,
} from './meeting.ts'

const edit = { date: '2026-12-01', startTime: '13:00', minutes: 150, place: 'Rådhuset, lok. 3', link: '' }
const meeting = { ...meetingTimes(edit), cancelledAt: null }
const cancelled = { ...meeting, cancelledAt: new Date('2026-11-30T08:00:00Z') }

test('a meeting has a place, a link, both or neither', () => {
  expect(parse(meetingEdit, edit)).toEqual({ ...edit, link: null })
  expect(firstProblem(meetingEdit, { ...edit, link: 'javascript:alert(1)' })).toBe('notHttps')
  expect(firstProblem(meetingEdit, { ...edit, minutes: 14 })).toBe('tooSmall')
})

test('an answer is coming, regrets or none yet; attendance yes, no or not marked', () => {
  expect(['coming', 'regrets', null].map((answer) => parse(rsvp, answer))).toEqual(['coming', 'regrets', null])
  expect(firstProblem(rsvp, 'maybe')).toBe('unknown')
  expect([true, false, null].map((mark) => parse(attendance, mark))).toEqual([true, false, null])
  expect(firstProblem(attendance, 'yes')).toBe('invalid')
})

describe('a time for a meeting', () => {
  const now = new Date('2026-11-23T08:00:00Z')
  const from = (startsAt: string, minutes = 60) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000),
  })

  test('lies ahead, within three years, and ends after it starts', () => {
    expect(() => checkTimes(meeting, now)).not.toThrow()
    expect(() => checkTimes(from('2029-11-23T08:00:00Z'), now)).not.toThrow()
    expect(() => checkTimes(from('2026-11-23T07:59:59Z'), now)).toThrow(PastDate)
    expect(() => checkTimes(from('2029-11-23T08:00:01Z'), now)).toThrow(AbsurdDate)
    expect(() => checkTimes(from('2026-12-01T12:00:00Z', 0), now)).toThrow(EndsBeforeStart)
    expect(() => checkTimes(from('2026-12-01T12:00:00Z', -60), now)).toThrow(EndsBeforeStart)
  })
})

describe('what can still be done with a meeting', () => {
  const at = (time: string) => new Date(`2026-12-01T${time}:00Z`)

  test('is answering, until it starts', () => {
    expect(() => checkAnswerable(meeting, at('11:59'))).not.toThrow()
    expect(() => checkAnswerable(meeting, at('12:00'))).toThrow(MeetingOver)
    expect(() => checkAnswerable(cancelled, at('11:59'))).toThrow(MeetingCancelled)
  })

  test('is changing, until it ends', () => {
    expect(() => checkChangeable(meeting, at('14:29'))).not.toThrow()
    expect(() => checkChangeable(meeting, at('14:30'))).toThrow(MeetingOver)
    expect(() => checkChangeable(cancelled, at('11:59'))).toThrow(MeetingCancelled)
  })

  test('is marking attendance, from its local day on', () => {
    expect(() => checkMarkable(meeting, new Date('2026-11-30T22:59:00Z'))).toThrow(NotYet)
    expect(() => checkMarkable(meeting, new Date('2026-11-30T22:59:00Z'))).toThrow(
      expect.objectContaining({ from: '2026-12-01' }),
    )
    expect(() => checkMarkable(meeting, new Date('2026-11-30T23:00:00Z'))).not.toThrow()
    expect(() => checkMarkable(meeting, new Date('2027-05-01T12:00:00Z'))).not.toThrow()
    expect(() => checkMarkable(cancelled, at('12:00'))).toThrow(MeetingCancelled)
  })

  test.each([
    [isAnswerable, checkAnswerable],
    [isChangeable, checkChangeable],
    [isMarkable, checkMarkable],
  ])('is the same for the button and for the mutation', (is, check) => {
    const passes = (given: typeof meeting | typeof cancelled, now: Date) => {
      try {
        check(given, now)
        return true
      } catch {
        return false
      }
    }
    for (const given of [meeting, cancelled]) {
      for (let hour = -30; hour < 30; hour++) {
        const now = new Date(meeting.startsAt.getTime() + hour * 3_600_000)
        expect(is(given, now)).toBe(passes(given, now))
      }
    }
  })
})

describe('who may', () => {
  const nobody = { member: false, convenor: false, consultant: false, accepted: false }
  const invited = { ...nobody, member: true }
  const member = { ...invited, accepted: true }
  const convenor = { ...member, convenor: true }
  const consultant = { ...nobody, consultant: true }
  const everyone = [nobody, invited, member, convenor, consultant]
  const states: NetworkState[] = ['draft', 'inviting', 'active', 'closed']

  test('move and cancel: convenor and consultant, while the network is open', () => {
    for (const may of [mayMove, mayCancel]) {
      expect(everyone.map((each) => may(each, 'active'))).toEqual([false, false, false, true, true])
      expect(everyone.some((each) => may(each, 'closed'))).toBe(false)
    }
  })

  test('answer: members who have accepted, in a living network', () => {
    expect(everyone.map((each) => mayAnswer(each, 'active'))).toEqual([false, false, true, true, false])
    expect(states.map((state) => mayAnswer(member, state))).toEqual([false, false, true, false])
  })

  test('mark attendance: the convenor, or any member while there is none, never the consultant', () => {
    expect(everyone.map((each) => mayMarkAttendance(each, 'active', { hasConvenor: true }))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ])
    expect(everyone.map((each) => mayMarkAttendance(each, 'active', { hasConvenor: false }))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
    expect(mayMarkAttendance(convenor, 'closed', { hasConvenor: true })).toBe(false)
  })
})
