import { expect, test } from 'vitest'
import { type InvalidInput, parse } from '../text.ts'
import { exportFileName, exportRequest } from './export.ts'

test('an export is for Danish Excel and without limits unless told otherwise', () => {
  expect(parse(exportRequest, {})).toEqual({ dialect: 'excel' })
})

test('days must be days, in their order, and the file and the network must be such', () => {
  const wrong = (input: object) => {
    try {
      parse(exportRequest, input)
    } catch (refusal) {
      return (refusal as InvalidInput).issues
    }
    return []
  }
  expect(wrong({ from: '2026-02-30' })).toEqual([{ path: 'from', problem: 'notADate' }])
  expect(wrong({ from: '2026-12-01', until: '2026-11-30' })).toEqual([{ path: 'until', problem: 'tooEarly' }])
  expect(wrong({ from: '2026-12-01', until: '2026-12-01' })).toEqual([])
  expect(wrong({ dialect: 'xlsx' })).toEqual([{ path: 'dialect', problem: 'unknown' }])
  expect(wrong({ network: "' OR true" })).toEqual([{ path: 'network', problem: 'unknown' }])
})

test('the name of the file tells the days and nothing else', () => {
  expect(exportFileName({})).toBe('deltagelse.csv')
  expect(exportFileName({ from: '2026-01-01', until: '2026-06-30' })).toBe('deltagelse-2026-01-01-til-2026-06-30.csv')
  expect(exportFileName({ until: '2026-06-30' })).toBe('deltagelse-til-2026-06-30.csv')
})
