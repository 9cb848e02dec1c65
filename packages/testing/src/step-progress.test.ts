import { expect, test } from 'vitest'
import { progressOf } from './step-progress.ts'

test('of stories it tells how many are told', () => {
  const said = [
    'Running 3 tests using 2 workers',
    '',
    '  \u001B[32m✓\u001B[39m  1 [da desktop] › account/people.spec.ts:3:1 › a list is pasted (2.1s)',
    '  ✘  2 [da desktop] › account/people.spec.ts:9:1 › nobody is lost (10.4s)',
    '',
  ].join('\n')
  expect(progressOf(said)).toBe('2 of 3  ✘  2 [da desktop] › account/people.spec.ts:9:1 › nobody is lost (10.4s)')
  expect(progressOf('Running 1 test using 1 worker\n')).toBe('0 of 1  Running 1 test using 1 worker')
})

test('of anything else it tells the last line, cut where it is long', () => {
  expect(progressOf('one\ntwo\n\n')).toBe('two')
  expect(progressOf(`${'x'.repeat(300)}\n`)).toHaveLength(120)
  expect(progressOf('')).toBe('')
})
