import type { MeetingTurns } from '@lederkreds/domain/supervision/turn-plan'
import { protocols } from '@lederkreds/domain/toolbox/protocols'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { expect, test } from 'vitest'
import { type Casting, problemsOf, propose, swapped, tiedPair } from './casting.ts'

const present = ['ada', 'ben', 'cleo', 'dan', 'eva', 'finn']
const turns: MeetingTurns = {
  withoutFocus: [],
  members: present,
  changes: [],
  rounds: 1,
  held: [],
  history: [],
  ties: [],
}
const cast = (here = present, more: Partial<MeetingTurns> = {}) =>
  propose(protocol, { ...turns, ...more }, here).casting
const roleOf = (casting: Casting, id: string) => casting.roles.find(({ personId }) => personId === id)?.role

test('whoever had her case worked through is not proposed again before the others', () => {
  const first = { focusId: 'ada', supervisorId: 'ben', timekeeperId: 'cleo', teamIds: ['cleo', 'dan', 'eva', 'finn'] }
  const casting = cast(present, { history: [first] })
  expect(roleOf(casting, 'ada')).not.toBe('fokusperson')
  expect(casting.roles.find(({ role }) => role === 'supervisor')?.personId).toBe(casting.leadId)
  expect(problemsOf(protocol, casting)).toEqual([])
})

test('two change places, and the lead goes with its role', () => {
  const casting = cast()
  const other = present.find((id) => roleOf(casting, id) === 'team') ?? ''
  const changed = swapped(casting, protocol, casting.leadId, other)
  expect([roleOf(changed, other), roleOf(changed, casting.leadId), changed.leadId]).toEqual([
    'supervisor',
    'team',
    other,
  ])
})

test('three are too few, and it is said', () => {
  expect(problemsOf(protocol, cast(present.slice(0, 3)))).toContain('tooFewPeople')
  expect(problemsOf(protocol, cast([]))).toContain('tooFewPeople')
})

test.each(protocols)('$id: as many as fit can begin with what is proposed', (each) => {
  const people = Array.from({ length: each.minParticipants }, (_, at) => `p${at}`)
  expect(problemsOf(each, propose(each, { ...turns, members: people }, people).casting)).toEqual([])
})

test('whoever had sent regrets and is here after all is proposed as if she had not', () => {
  const changes = [{ kind: 'absent', personId: 'ada' }] as const
  expect(cast(present.slice(1), { changes })).not.toEqual(cast())
  expect(cast(present, { changes })).toEqual(cast())
})

test('whoever is missing besides leaves the others their places', () => {
  const [before, after] = [cast(), cast(present.filter((id) => id !== 'eva'))]
  for (const role of ['fokusperson', 'supervisor']) {
    const holder = ({ roles }: Casting) => roles.find((taken) => taken.role === role)?.personId
    expect(holder(after)).toBe(holder(before))
  }
})

test('a fifth round of a meeting begins anew, and so does a sixth', () => {
  const held = present
    .slice(0, 5)
    .map((focusId) => ({ focusId, supervisorId: 'finn', timekeeperId: null, teamIds: [] }))
  expect(roleOf(cast(present, { held: held.slice(0, 4) }), 'eva')).toBe('fokusperson')
  expect(roleOf(cast(present, { held }), 'finn')).toBe('fokusperson')
})

test('two who have said that they do not supervise each other are noticed, whoever of them has the case', () => {
  const casting = cast()
  const pair = [casting.roles.find(({ role }) => role === 'fokusperson')?.personId ?? '', casting.leadId] as const
  expect(tiedPair(protocol, casting, [])).toBeNull()
  for (const tie of [pair, [pair[1], pair[0]] as const]) expect(tiedPair(protocol, casting, [tie])).toEqual(pair)
  expect(tiedPair({ focusRole: null }, casting, [pair])).toBeNull()
})
