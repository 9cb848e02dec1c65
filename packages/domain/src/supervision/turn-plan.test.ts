import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, type RoundRoles, type TurnRole, turnRoles } from './turn.ts'
import { type MeetingTurns, planMeeting, planRest, type TurnChange } from './turn-plan.ts'

const members = ['ali', 'bo', 'cilla', 'dorte', 'emil', 'fie']
const plain: MeetingTurns = { withoutFocus: [], members, changes: [], rounds: 2, held: [], history: [], ties: [] }
const plan = (more: Partial<MeetingTurns>) => planMeeting({ ...plain, ...more })
const who = (rounds: readonly RoundRoles[], role: TurnRole) => rounds.map((each) => idOf(each, role))
const absent = (personId: string): TurnChange => ({ kind: 'absent', personId })
const passed = (personId: string): TurnChange => ({ kind: 'passed', personId })
const swapped = (round: number, role: TurnRole, from: string, to: string): TurnChange => ({
  kind: 'swapped',
  swap: { round, role, from, to },
})
const held = (focusId: string, supervisorId: string, timekeeperId: string): RoundRoles => ({
  focusId,
  supervisorId,
  timekeeperId,
  teamIds: members.filter((id) => id !== focusId && id !== supervisorId),
})

describe('every round of a meeting', () => {
  test('has its people and its reasons', () => {
    expect(plan({})).toMatchObject([
      { round: 0, focusId: 'ali', supervisorId: 'bo', timekeeperId: 'cilla', reasons: { focus: 'notYet' } },
      { round: 1, focusId: 'bo', supervisorId: 'ali', timekeeperId: 'dorte', reasons: { focus: 'notYet' } },
    ])
  })

  test('has nobody whose case it is where the method asks for none', () => {
    expect(who(plan({ withoutFocus: [0, 1] }), 'focus')).toEqual([null, null])
    expect(who(plan({ withoutFocus: [0, 1], changes: [absent('ali')] }), 'supervisor')).not.toContain('ali')
  })

  test('keeps the turn for the next round where the first is without a case, also once that is held', () => {
    expect(who(plan({ withoutFocus: [0] }), 'focus')).toEqual([null, 'ali'])
    expect(who(plan({ withoutFocus: [1] }), 'focus')).toEqual(['ali', null])
    const [first, second] = plan({ withoutFocus: [0] })
    expect(plan({ withoutFocus: [0], held: first ? [first] : [] })).toEqual([second])
    expect(who(plan({ withoutFocus: [1], held: [held('ali', 'bo', 'cilla')] }), 'focus')).toEqual([null])
    expect(who(plan({ withoutFocus: [0], changes: [absent('ali')] }), 'focus')).toEqual([null, 'dorte'])
  })

  test('is none where none is planned, but for the one that a group begins all the same', () => {
    expect(plan({ rounds: 0 })).toMatchObject([{ round: 0, focusId: 'ali' }])
  })

  test('without anybody there are none', () => expect(plan({ members: [] })).toEqual([]))

  test('when all have sent regrets nobody is proposed', () => {
    expect(who(plan({ changes: members.map(absent) }), 'focus')).toEqual([null, null])
  })

  test('once the first is held the rest is told, as it was planned', () => {
    const [, second] = plan({})
    expect(plan({ held: [held('ali', 'bo', 'cilla')] })).toEqual([second])
  })

  test('whoever did the first instead of another leaves the other her turn', () => {
    expect(who(plan({ held: [held('bo', 'ali', 'cilla')] }), 'focus')).toEqual(['ali'])
  })

  test('one more than planned can follow, up to four', () => {
    const three = [held('ali', 'bo', 'cilla'), held('bo', 'ali', 'dorte'), held('cilla', 'dorte', 'emil')]
    expect(plan({ held: three.slice(0, 2) })).toMatchObject([{ round: 2, focusId: 'cilla' }])
    expect(plan({ held: three })).toMatchObject([{ round: 3, focusId: 'dorte' }])
    expect(plan({ held: [...three, held('dorte', 'cilla', 'fie')] })).toEqual([])
  })

  test('a meeting that began more than a plan knows has none before it', () => {
    const four = [held('ali', 'bo', 'cilla'), held('bo', 'ali', 'dorte'), held('cilla', 'dorte', 'emil')]
    expect(plan({ held: [...four, held('dorte', 'cilla', 'fie'), held('emil', 'fie', 'ali')] })).toEqual([])
  })

  test('of the planned ones none is left when they were held, and none is looked for', () => {
    const all = [held('ali', 'bo', 'cilla'), held('bo', 'ali', 'dorte')]
    const unread = (about: Partial<MeetingTurns>): MeetingTurns => ({
      ...plain,
      ...about,
      get history(): never {
        throw new Error('it was looked for one more')
      },
    })
    expect(planRest(unread({ held: all }))).toEqual([])
    expect(() => planRest(unread({ held: all.slice(1) }))).toThrow('looked for')
    expect(planRest({ ...plain, held: all.slice(0, 1) })).toEqual(plan({ held: all.slice(0, 1) }))
  })
})

describe('what became known since', () => {
  test('regrets change no place that need not change, and reasons stay with their places', () => {
    const changed = plan({ changes: [absent('cilla')] })
    expect(who(changed, 'focus')).toEqual(['ali', 'bo'])
    expect(who(changed, 'supervisor')).toEqual(['bo', 'ali'])
    expect(changed[0]?.reasons).toEqual({ focus: 'notYet', supervisor: 'notYet', timekeeper: 'notYet' })
    expect(changed[1]).toMatchObject({ timekeeperId: 'dorte', reasons: { timekeeper: 'notYet' } })
  })

  test('whoever comes after all finds her place again', () => {
    expect(plan({ changes: [absent('dorte')] })).not.toEqual(plan({ changes: [absent('ali'), absent('dorte')] }))
    expect(plan({ changes: [] })).toEqual(plan({}))
  })

  test('a pass gives the turn on for today', () => {
    expect(who(plan({ changes: [passed('ali')] }), 'focus')).not.toContain('ali')
    expect(who(plan({ changes: [passed('ali')] }), 'focus')).toContain('bo')
  })

  test('two change places, and nobody else moves', () => {
    const changes = [swapped(0, 'timekeeper', 'cilla', 'dorte'), swapped(1, 'timekeeper', 'dorte', 'cilla')]
    const after = plan({ changes })
    expect(who(after, 'timekeeper')).toEqual(['dorte', 'cilla'])
    expect(after.map(({ reasons }) => reasons.timekeeper)).toEqual(['swapped', 'swapped'])
    for (const role of ['focus', 'supervisor'] as const) expect(who(after, role)).toEqual(who(plan({}), role))
  })

  test('a swap of the second round stands also when the first is over', () => {
    const changes = [swapped(0, 'timekeeper', 'cilla', 'emil'), swapped(1, 'timekeeper', 'dorte', 'fie')]
    expect(plan({ changes, held: [held('ali', 'bo', 'emil')] })).toMatchObject([
      { round: 1, timekeeperId: 'fie', reasons: { timekeeper: 'swapped' } },
    ])
  })

  test('nobody supervises the case of somebody she is tied to', () => {
    expect(who(plan({ ties: [['ali', 'bo']] }), 'supervisor')[0]).not.toBe('bo')
  })
})

const change = fc.oneof(
  fc.constantFrom(...members).map(absent),
  fc.constantFrom(...members).map(passed),
  fc
    .record({
      round: fc.integer({ min: 0, max: 1 }),
      from: fc.constantFrom(...members),
      to: fc.constantFrom(...members),
    })
    .map(({ round, from, to }) => swapped(round, 'supervisor', from, to)),
)
const tie = fc.tuple(fc.constantFrom(...members), fc.constantFrom(...members)).filter(([one, other]) => one !== other)

test('whatever becomes known last, nobody is proposed who is away, passes or is tied', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.array(tie, { maxLength: 2 }), (changes, ties) => {
      for (const { focusId, supervisorId, timekeeperId, teamIds } of plan({ changes, ties })) {
        for (const each of changes) {
          if (each.kind === 'absent')
            expect([focusId, supervisorId, timekeeperId, ...teamIds]).not.toContain(each.personId)
          if (each.kind === 'passed') expect(focusId).not.toBe(each.personId)
        }
        for (const pair of ties) expect(pair.every((id) => id === focusId || id === supervisorId)).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

test('regrets of somebody without a place leave every place as it stood, whatever was known before', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 3 }), fc.constantFrom(...members), (changes, personId) => {
      const before = plan({ changes })
      const isSeated = before.some((each) => turnRoles.some((role) => idOf(each, role) === personId))
      fc.pre(!isSeated && changes.every((each) => each.kind === 'swapped' || each.personId !== personId))
      fc.pre(changes.every((each) => each.kind !== 'swapped' || each.swap.to !== personId))
      const after = plan({ changes: [...changes, absent(personId)] })
      for (const role of turnRoles) expect(who(after, role)).toEqual(who(before, role))
    }),
    { numRuns: 200 },
  )
})
