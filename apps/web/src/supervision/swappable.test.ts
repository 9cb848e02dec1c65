import { type MeetingTurns, planMeeting } from '@lederkreds/domain/supervision/turn-plan'
import { expect, test } from 'vitest'
import { swappable } from './swappable.ts'

const members = ['ada', 'ben', 'cleo', 'dan']
const options = (more: Partial<MeetingTurns>, round: number, role: 'focus' | 'supervisor') => {
  const turns: MeetingTurns = {
    withoutFocus: [],
    members,
    changes: [],
    rounds: 2,
    held: [],
    history: [],
    ties: [],
    ...more,
  }
  return swappable({ turns, plan: planMeeting(turns) }, round, role)
}

test('whoever has the same role in another round gives it in return', () => {
  expect(options({}, 0, 'focus')).toEqual([
    { toId: 'ben', backRound: 1 },
    { toId: 'cleo', backRound: null },
    { toId: 'dan', backRound: null },
  ])
})

test('nobody is offered who is away, or whose case it is in that round', () => {
  expect(options({ changes: [{ kind: 'absent', personId: 'dan' }] }, 0, 'focus').map(({ toId }) => toId)).toEqual([
    'ben',
    'cleo',
  ])
  expect(options({}, 0, 'supervisor').map(({ toId }) => toId)).toEqual(['cleo', 'dan'])
})

test('nobody is offered to supervise the case of somebody she is tied to', () => {
  expect(options({ ties: [['ada', 'cleo']] }, 0, 'supervisor').map(({ toId }) => toId)).toEqual(['dan'])
})

test('of a role that nobody has nothing is offered', () => {
  expect(options({ changes: members.map((personId) => ({ kind: 'passed', personId })) }, 0, 'focus')).toEqual([])
})
