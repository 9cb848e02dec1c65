import { type MeetingTurns, planMeeting } from '@lederkreds/domain/supervision/turn-plan'
import { expect, test } from 'vitest'
import { agendaPeople } from './agenda-people.ts'

const members = ['ada', 'ben', 'cleo']
const names = new Map([
  ['ada', 'Ada'],
  ['ben', 'Ben'],
  ['cleo', 'Cleo'],
])
const people = (more: Partial<MeetingTurns>, me: string | null = 'cleo') => {
  const turns = { withoutFocus: [], members, changes: [], rounds: 2, held: [], history: [], ties: [], ...more }
  return agendaPeople({ turns, plan: planMeeting(turns), names, me: me ?? undefined })
}

test('a round that has begun has who is in it, and the next who is proposed', () => {
  const held = [{ focusId: 'ben', supervisorId: 'someone who has left', timekeeperId: null, teamIds: [] }]
  expect(people({ held })).toEqual([
    { focus: 'Ben', supervisor: null, isProposed: false },
    { focus: 'Ada', supervisor: 'Ben', isProposed: true },
  ])
})

test('a round without a case has nobody whose case it is', () => {
  expect(people({ rounds: 1, withoutFocus: [0] })).toEqual([{ focus: null, supervisor: 'Ada', isProposed: true }])
})

test('nobody is named to a consultant, and none where one alone is in the network', () => {
  expect(people({}, null)).toEqual([])
  expect(people({ members: ['ada'] }, 'ada')).toEqual([])
})
