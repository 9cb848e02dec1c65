import { expect, test } from 'vitest'
import { AccessNotYours, accessDay, checkAccess, lastDayOfAccess, mayAgreeAccess } from './access.ts'

test('access ends on the day of the last meeting that the consultant facilitates, at the latest with the network', () => {
  const days = ['2027-01-05', '2027-02-02', '2027-03-02']
  expect(lastDayOfAccess(2, days, '2027-06-01')).toBe('2027-02-02')
  expect(lastDayOfAccess(4, days, '2027-06-01')).toBe('2027-06-01')
  expect(lastDayOfAccess(null, days, '2027-06-01')).toBe('2027-06-01')
})

test('an agreed day is neither over nor absurdly far away', () => {
  const schema = accessDay('2026-11-23')
  const fits = (accessUntil: string) => schema.safeParse({ accessUntil }).error?.issues[0]?.message ?? 'fits'
  expect(['2026-11-22', '2026-11-23', '2029-12-31', '2030-01-01', 'soon'].map(fits)).toEqual([
    'tooEarly',
    'fits',
    'fits',
    'tooLate',
    'notADate',
  ])
})

test('a consultant ends sooner and brings in a colleague; only the convenor lets somebody stay longer', () => {
  const nobody = { member: false, convenor: false, accepted: false, consultant: false }
  const consultant = { ...nobody, consultant: true }
  const convenor = { ...nobody, member: true, convenor: true, accepted: true }
  expect(() => checkAccess(consultant, true, '2027-01-01', '2027-02-01')).not.toThrow()
  expect(() => checkAccess(consultant, true, '2027-03-01', '2027-02-01')).toThrow(AccessNotYours)
  expect(() => checkAccess(consultant, false, '2027-03-01', '2027-02-01')).toThrow(AccessNotYours)
  expect(() => checkAccess(consultant, false, '2027-03-01', null)).not.toThrow()
  expect(() => checkAccess(convenor, false, '2027-03-01', '2027-02-01')).not.toThrow()
  expect(() => checkAccess(convenor, false, '2027-03-01', null)).toThrow(AccessNotYours)
  expect(() => checkAccess({ ...convenor, consultant: true }, true, '2027-03-01', '2027-02-01')).toThrow(AccessNotYours)
  expect([consultant, convenor, nobody].map((standing) => mayAgreeAccess(standing, 'active'))).toEqual([
    true,
    true,
    false,
  ])
  expect(mayAgreeAccess(consultant, 'draft')).toBe(false)
})
