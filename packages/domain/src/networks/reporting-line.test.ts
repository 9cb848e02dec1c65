import { expect, test } from 'vitest'
import { checkReportingLine, ReportingLine } from './reporting-line.ts'

const others = [
  { id: 'boss', managers: ['chief'] },
  { id: 'peer', managers: ['other', 'chief'] },
]

test('nobody comes in beside their own manager', () => {
  const refused = () => checkReportingLine({ id: 'new', managers: ['boss', 'chief'] }, others)
  expect(refused).toThrow(ReportingLine)
  expect(refused).toThrow(expect.objectContaining({ reportId: 'new', managerId: 'boss' }))
})

test('nobody comes in beside their own report', () => {
  expect(() => checkReportingLine({ id: 'other', managers: ['chief'] }, others)).toThrow(
    expect.objectContaining({ reportId: 'peer', managerId: 'other' }),
  )
})

test('a manager’s manager is for the advice to say', () => {
  expect(() =>
    checkReportingLine({ id: 'chief', managers: [] }, [{ id: 'peer', managers: ['other', 'chief'] }]),
  ).not.toThrow()
})

test('a pair among the others does not keep a third person out', () => {
  const pair = [...others, { id: 'report', managers: ['boss'] }]
  expect(() => checkReportingLine({ id: 'new', managers: ['elsewhere'] }, pair)).not.toThrow()
})
