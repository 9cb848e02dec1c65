import { describe, expect, test } from 'vitest'
import { protocolOf, protocols } from '../toolbox/protocols.ts'
import { idOf, type RoundProposal, type RoundRoles, type TurnRole, turnRoles } from './turn.ts'
import { proposeRoles, rolesFor, type TurnOrder } from './turn-order.ts'

const six = ['ali', 'bo', 'cilla', 'dorte', 'emil', 'fie']
const plain: TurnOrder = {
  withoutFocus: [],
  rounds: 2,
  present: six,
  history: [],
  passes: [],
  ties: [],
  swaps: [],
  kept: [],
}
const propose = (order: Partial<TurnOrder>) => proposeRoles({ ...plain, ...order })
const held = (focusId: string, supervisorId: string, timekeeperId: string): RoundRoles => ({
  focusId,
  supervisorId,
  timekeeperId,
  teamIds: six.filter((id) => id !== focusId && id !== supervisorId),
})
const who = (proposals: readonly RoundRoles[], role: TurnRole) => proposals.map((each) => idOf(each, role))
const why = (proposals: readonly RoundProposal[], role: TurnRole) => proposals.map(({ reasons }) => reasons[role])

describe('a first meeting', () => {
  const first = propose({})

  test('goes by the list, and everybody has one thing to do', () => {
    expect(first).toMatchObject([
      { focusId: 'ali', supervisorId: 'bo', timekeeperId: 'cilla', teamIds: ['cilla', 'dorte', 'emil', 'fie'] },
      { focusId: 'bo', supervisorId: 'ali', timekeeperId: 'dorte' },
    ])
    expect(why(first, 'focus')).toEqual(['notYet', 'notYet'])
  })

  test('says that all had a turn once everybody did, and who has waited longest', () => {
    const history = six.map((id, at) => held(id, six[(at + 1) % 6] ?? '', six[(at + 2) % 6] ?? ''))
    const next = propose({ history })
    expect(who(next, 'focus')).toEqual(['ali', 'bo'])
    expect(why(next, 'focus')).toEqual(['longestAgo', 'longestAgo'])
  })
})

test('of two cases today the first is that of whoever has had fewer', () => {
  const history = [held('ali', 'bo', 'cilla'), held('ali', 'bo', 'cilla'), held('bo', 'ali', 'cilla')]
  const next = propose({ history, passes: six.slice(2) })
  expect(who(next, 'focus')).toEqual(['bo', 'ali'])
  expect(why(next, 'focus')).toEqual(['fewest', 'longestAgo'])
})

test('among three, whoever kept time supervises next', () => {
  const three = six.slice(0, 3)
  const history = propose({ present: three, rounds: 1 })
  expect(propose({ present: three, rounds: 1, history })).toMatchObject([
    { focusId: 'bo', supervisorId: 'cilla', timekeeperId: 'ali' },
  ])
})

test('where not all have a place, those come first who were least in the team', () => {
  const history = [{ ...held('ali', 'bo', 'cilla'), teamIds: ['cilla', 'dorte', 'emil'] }]
  const [next] = propose({ history, present: ['ali', 'bo', 'dorte', 'emil', 'fie'], rounds: 1 })
  expect(next?.teamIds).toEqual(['fie', 'dorte', 'emil'])
})

describe('what the turn order is told', () => {
  test('whoever passes is left alone and stays the next one', () => {
    expect(who(propose({ passes: ['ali'] }), 'focus')).toEqual(['bo', 'cilla'])
    expect(who(propose({ history: [held('bo', 'ali', 'cilla')] }), 'focus')).toEqual(['ali', 'cilla'])
  })

  test('when all pass there is no focus person, and a method without one asks for none', () => {
    expect(propose({ passes: six, rounds: 1 })).toMatchObject([{ focusId: null, reasons: { focus: 'nobody' } }])
    expect(propose({ withoutFocus: [0], rounds: 1 })).toMatchObject([{ focusId: null, supervisorId: 'ali' }])
  })

  test('nobody supervises the case of somebody she is tied to, and no reason tells of it', () => {
    const tied = propose({ ties: [['bo', 'ali']], rounds: 1 })
    expect(tied).toMatchObject([{ focusId: 'ali', supervisorId: 'cilla', reasons: { supervisor: 'notYet' } }])
  })

  test('whose case nobody here may supervise has no turn today', () => {
    const ties = six.slice(1).map((id) => ['ali', id] as const)
    expect(who(propose({ ties }), 'focus')).toEqual(['bo', 'cilla'])
  })

  test('two who change places do so, and one turn is not taken twice for it', () => {
    const swaps = [
      { round: 0, role: 'focus', from: 'ali', to: 'bo' },
      { round: 1, role: 'focus', from: 'bo', to: 'ali' },
    ] as const
    const swapped = propose({ swaps })
    expect(who(swapped, 'focus')).toEqual(['bo', 'ali'])
    expect(why(swapped, 'focus')).toEqual(['swapped', 'swapped'])
  })

  test('a swap that would give somebody a second case before another has had one is told and not followed', () => {
    const history = [held('fie', 'ali', 'bo')]
    const swaps = [{ round: 0, role: 'focus', from: 'ali', to: 'fie' }] as const
    const [refused] = propose({ history, swaps })
    expect(refused).toMatchObject({ focusId: 'ali', reasons: { focus: 'swapNotAllowed' } })
    const [followed] = propose({ history, swaps, passes: ['bo', 'cilla', 'dorte', 'emil'] })
    expect(followed).toMatchObject({ focusId: 'fie', reasons: { focus: 'swapped' } })
  })

  test('a swap never makes somebody supervise a person she is tied to', () => {
    const swaps = [{ round: 0, role: 'supervisor', from: 'bo', to: 'fie' }] as const
    expect(who(propose({ swaps, ties: [['fie', 'ali']], rounds: 1 }), 'supervisor')).toEqual(['bo'])
  })

  test.each([0, 5, 1.5])('%s rounds are refused', (rounds) => {
    expect(() => propose({ rounds })).toThrow(RangeError)
  })
})

describe('late regrets', () => {
  const kept = propose({})

  test.each([
    ['the supervisor, who is to be focus person too', 'bo', ['ali', 'cilla']],
    ['the focus person, who is to supervise too', 'ali', ['dorte', 'bo']],
  ])('of %s', (_, absent, focus) => {
    const present = six.filter((id) => id !== absent)
    const again = propose({ present, kept })
    expect(who(again, 'focus')).toEqual(focus)
    const changed = turnRoles.flatMap((role) =>
      again.filter((each, round) => idOf(each, role) !== idOf(kept[round] ?? each, role)),
    )
    expect(changed).toHaveLength(2)
  })

  test('of somebody in the team change nothing but the team', () => {
    const again = propose({ present: six.slice(0, 5), kept })
    for (const role of turnRoles) expect(who(again, role)).toEqual(who(kept, role))
    expect(why(again, 'supervisor')).toEqual(['kept', 'kept'])
  })

  test('who comes after all and has had no case takes the place of one who would have a second', () => {
    const history = six.slice(0, 5).map((id) => held(id, 'bo', 'cilla'))
    const before = propose({ history, present: six.slice(0, 5), rounds: 1 })
    expect(who(propose({ history, kept: before, rounds: 1 }), 'focus')).toEqual(['fie'])
  })
})

describe('the roles of a protocol', () => {
  test('are all filled with everybody once, whatever the number of people it is made for', () => {
    for (const each of protocols) {
      for (let people = each.minParticipants; people <= each.maxParticipants; people += 1) {
        const present = Array.from({ length: people }, (_, at) => `person-${at}`)
        const [proposal] = propose({ withoutFocus: each.focusRole === null ? [0] : [], present, rounds: 1 })
        if (!proposal) throw new Error('no proposal')
        const filled = rolesFor(each, proposal)
        expect(filled.map(({ personId }) => personId).toSorted(), each.id).toEqual(present.toSorted())
        for (const { id, count } of each.roles) {
          const holders = filled.filter(({ role }) => role === id)
          if (typeof count === 'number') expect(holders, `${each.id} ${id}`).toHaveLength(count)
          else expect(holders.length, `${each.id} ${id}`).toBeGreaterThan(0)
        }
      }
    }
  })

  test('the timekeeper is in it where it has no place for everybody', () => {
    const triad = protocolOf('triade-supervision')
    const [proposal] = propose({ rounds: 1 })
    if (!proposal) throw new Error('no proposal')
    expect(rolesFor(triad, proposal)).toEqual([
      { personId: 'ali', role: 'fokusperson' },
      { personId: 'bo', role: 'supervisor' },
      { personId: 'cilla', role: 'mediator' },
    ])
  })
})
