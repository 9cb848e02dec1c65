import { expect, test } from 'vitest'
import type { Protocol } from '../toolbox/protocol.ts'
import { protocols } from '../toolbox/protocols.ts'
import { checkRoles, type RoleProblem, RolesDoNotFit, type RoleTaken } from './round-roles.ts'

const protocol: Pick<Protocol, 'roles' | 'minParticipants' | 'maxParticipants'> = {
  minParticipants: 3,
  maxParticipants: 4,
  roles: [
    { id: 'focus', name: { da: '', en: '' }, count: 1 },
    { id: 'lead', name: { da: '', en: '' }, count: 1 },
    { id: 'team', name: { da: '', en: '' }, count: 'rest' },
  ],
}
const taken = (...roles: string[]): RoleTaken[] => roles.map((role, index) => ({ personId: `p${index}`, role }))

function problems(roles: RoleTaken[], leadId = 'p1', timekeeperId: string | null = null): readonly RoleProblem[] {
  try {
    checkRoles(protocol, roles, leadId, timekeeperId)
    return []
  } catch (refusal) {
    if (refusal instanceof RolesDoNotFit) return refusal.problems
    throw refusal
  }
}

test.each<[string[], RoleProblem[]]>([
  [['focus', 'lead', 'team'], []],
  [['focus', 'lead', 'team', 'team'], []],
  [
    ['focus', 'lead'],
    ['tooFewPeople', 'roleCount'],
  ],
  [['focus', 'lead', 'team', 'team', 'team'], ['tooManyPeople']],
  [['focus', 'focus', 'lead', 'team'], ['roleCount']],
  [['focus', 'lead', 'lead'], ['roleCount']],
  [['focus', 'lead', 'team', 'cook'], ['unknownRole']],
])('%j: %j', (roles, wrong) => {
  expect(problems(taken(...roles))).toEqual(wrong)
})

test('who leads and who keeps time takes part', () => {
  const roles = taken('focus', 'lead', 'team')
  expect(problems(roles, 'p9')).toEqual(['lead'])
  expect(problems(roles, 'p1', 'p9')).toEqual(['timekeeper'])
  expect(problems(roles, 'p1', 'p2')).toEqual([])
})

test('a role of everybody leaves nobody out', () => {
  const pairs = { ...protocol, roles: [{ id: 'pair', name: { da: '', en: '' }, count: 'all' as const }] }
  expect(() => checkRoles(pairs, taken('pair', 'pair', 'pair'), 'p0', null)).not.toThrow()
  expect(() => checkRoles(pairs, taken('pair', 'pair', 'team'), 'p0', null)).toThrow(RolesDoNotFit)
})

test('every method of the toolbox can be filled by as few and by as many people as it says', () => {
  for (const { id, roles, minParticipants, maxParticipants } of protocols)
    for (const people of new Set([minParticipants, maxParticipants])) {
      const fixed = roles.flatMap(({ id: role, count }) => (typeof count === 'number' ? Array(count).fill(role) : []))
      const rest = roles.find(({ count }) => typeof count !== 'number')?.id ?? 'nobody'
      const filled = taken(...Array.from({ length: people }, (_, index) => String(fixed[index] ?? rest)))
      expect(() => checkRoles({ roles, minParticipants, maxParticipants }, filled, 'p0', null), id).not.toThrow()
    }
})
