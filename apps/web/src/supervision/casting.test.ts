import { protocols } from '@lederkreds/domain/toolbox/protocols'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { expect, test } from 'vitest'
import { castOf, problemsOf, swapped } from './casting.ts'

const present = ['ada', 'ben', 'cleo', 'dan', 'eva', 'finn']
const roleOf = (casting: ReturnType<typeof castOf>, id: string) =>
  casting.roles.find(({ personId }) => personId === id)?.role

test('whoever had her case worked through is not proposed again before the others', () => {
  const first = { focusId: 'ada', supervisorId: 'ben', timekeeperId: 'cleo', teamIds: ['cleo', 'dan', 'eva', 'finn'] }
  const casting = castOf(protocol, present, [first])
  expect(roleOf(casting, 'ada')).not.toBe('fokusperson')
  expect(casting.roles.find(({ role }) => role === 'supervisor')?.personId).toBe(casting.leadId)
  expect(problemsOf(protocol, casting)).toEqual([])
})

test('two change places, and the lead goes with its role', () => {
  const casting = castOf(protocol, present, [])
  const other = present.find((id) => roleOf(casting, id) === 'team') ?? ''
  const changed = swapped(casting, protocol, casting.leadId, other)
  expect([roleOf(changed, other), roleOf(changed, casting.leadId), changed.leadId]).toEqual([
    'supervisor',
    'team',
    other,
  ])
})

test('three are too few, and it is said', () => {
  expect(problemsOf(protocol, castOf(protocol, present.slice(0, 3), []))).toContain('tooFewPeople')
  expect(problemsOf(protocol, castOf(protocol, [], []))).toContain('tooFewPeople')
})

test.each(protocols)('$id: as many as fit can begin with what is proposed', (each) => {
  const people = Array.from({ length: each.minParticipants }, (_, at) => `p${at}`)
  expect(problemsOf(each, castOf(each, people, []))).toEqual([])
})
