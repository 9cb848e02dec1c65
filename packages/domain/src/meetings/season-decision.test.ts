import { expect, test } from 'vitest'
import type { Standing } from '../networks/network.ts'
import { firstProblem } from '../text.ts'
import { checkEnd, checkNewest, EndNotDecided, mayDecideSeason, SeasonOver, seasonDecision } from './season-decision.ts'

const today = '2026-11-25'

test('a decision has a choice and a day from which it holds', () => {
  const problem = (choice: string, on: string) => firstProblem(seasonDecision(today), { choice, on })
  for (const choice of ['continue', 'remix', 'merge', 'end']) expect(problem(choice, '2026-12-31')).toBeNull()
  expect(problem('pause', today)).toBe('unknown')
  expect([problem('end', '2026-10-25'), problem('end', '2026-10-24')]).toEqual([null, 'tooEarly'])
  expect([problem('end', '2027-11-26'), problem('end', '2027-11-27')]).toEqual([null, 'tooLate'])
  expect(problem('end', 'i morgen')).toBe('notADate')
})

test('only the newest season is decided upon', () => {
  expect(() => checkNewest(2, 2)).not.toThrow()
  expect(() => checkNewest(1, 2)).toThrow(SeasonOver)
})

test('a network ends when that was decided and the day has come', () => {
  expect(() => checkEnd({ choice: 'end', on: today }, today)).not.toThrow()
  for (const decided of [null, { choice: 'end', on: '2026-11-26' }, { choice: 'merge', on: today }] as const)
    expect(() => checkEnd(decided, today)).toThrow(EndNotDecided)
})

test('the convenor and the consultant write it down while the network lives, nobody else', () => {
  const outsider: Standing = { member: false, convenor: false, consultant: false, accepted: false }
  const member = { ...outsider, member: true, accepted: true }
  const convenor = { ...member, convenor: true }
  const consultant = { ...outsider, consultant: true }
  const may = (who: Standing) =>
    (['draft', 'inviting', 'active', 'closed'] as const).map((at) => mayDecideSeason(who, at))
  expect(may(convenor)).toEqual([false, false, true, false])
  expect(may(consultant)).toEqual([false, false, true, false])
  for (const who of [member, outsider, { ...convenor, accepted: false }]) expect(may(who)).not.toContain(true)
})
