import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Agenda,
  isForGroup,
  type MeetingPlan,
  type MeetingRounds,
  partAt,
  planAgenda,
  roundsAhead,
  roundsThatFit,
} from './agenda.ts'

const start = new Date('2026-12-01T12:00:00Z')
const meeting = (minutes: number, rounds: number[], followsUp = true): MeetingPlan => ({
  startsAt: start,
  endsAt: new Date(start.getTime() + minutes * 60_000),
  rounds,
  followsUp,
})
const shown = ({ parts }: Agenda) => parts.map(({ kind, minutes }) => `${kind} ${minutes}`)
const total = ({ parts }: Agenda) => parts.reduce((all, { minutes }) => all + minutes, 0)

describe('a meeting', () => {
  test('of three hours with two rounds of an hour has room for everything', () => {
    const agenda = planAgenda(meeting(180, [60, 60]))
    expect(shown(agenda)).toEqual(['checkIn 20', 'followUp 20', 'round 60', 'break 10', 'round 60', 'closing 10'])
    expect(agenda.parts.map(({ round }) => round)).toEqual([null, null, 1, null, 2, null])
    expect(agenda.parts[3]?.startsAt).toEqual(new Date('2026-12-01T13:40:00Z'))
    expect(agenda).toMatchObject({ spareMinutes: 0, missingMinutes: 0 })
  })

  test('of two hours and fifty minutes is as the handbooks have it', () => {
    expect(shown(planAgenda(meeting(170, [60, 60])))).toEqual([
      'checkIn 15',
      'followUp 15',
      'round 60',
      'break 10',
      'round 60',
      'closing 10',
    ])
  })

  test('of two hours and a half makes everything shorter but the rounds', () => {
    const agenda = planAgenda(meeting(150, [60, 60]))
    expect(shown(agenda)).toEqual(['checkIn 10', 'followUp 10', 'round 60', 'break 5', 'round 60', 'closing 5'])
    expect(agenda).toMatchObject({ spareMinutes: 0, missingMinutes: 0 })
  })

  test('that is too short for its rounds says by how much', () => {
    const agenda = planAgenda(meeting(120, [60, 60]))
    expect(total(agenda)).toBe(140)
    expect(agenda).toMatchObject({ spareMinutes: 0, missingMinutes: 20 })
  })

  test('that is longer than its parts says by how much, and ends earlier', () => {
    const agenda = planAgenda(meeting(180, [45]))
    expect(shown(agenda)).toEqual(['checkIn 20', 'followUp 25', 'round 45', 'closing 15'])
    expect(agenda).toMatchObject({ spareMinutes: 75, missingMinutes: 0 })
  })

  test('that is the first has nothing to follow up on', () => {
    expect(shown(planAgenda(meeting(90, [60], false)))).toEqual(['checkIn 20', 'round 60', 'closing 10'])
  })

  test('has a break only where it would be sat through for long', () => {
    expect(shown(planAgenda(meeting(90, [15, 15, 15])))).not.toContain('break 10')
    expect(shown(planAgenda(meeting(150, [40, 40])))).toContain('break 15')
  })
})

const plan = fc
  .record({
    length: fc.integer({ min: 0, max: 480 }),
    rounds: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
    followsUp: fc.boolean(),
  })
  .map(({ length, rounds, followsUp }) => meeting(length, rounds, followsUp))

describe('whatever is planned', () => {
  test('the parts, and what is left or missing, are as long as the meeting', () => {
    fc.assert(
      fc.property(plan, (each) => {
        const agenda = planAgenda(each)
        const length = (each.endsAt.getTime() - each.startsAt.getTime()) / 60_000
        expect(total(agenda) + agenda.spareMinutes - agenda.missingMinutes).toBe(length)
        expect(Math.min(agenda.spareMinutes, agenda.missingMinutes)).toBe(0)
      }),
    )
  })

  test('each part begins where the one before it ends, and none is empty', () => {
    fc.assert(
      fc.property(plan, (each) => {
        let at = each.startsAt.getTime()
        for (const { startsAt, endsAt, minutes } of planAgenda(each).parts) {
          expect(startsAt.getTime()).toBe(at)
          expect(minutes).toBeGreaterThan(0)
          at += minutes * 60_000
          expect(endsAt.getTime()).toBe(at)
        }
      }),
    )
  })

  test('rounds keep their minutes and their order, between check-in and closing', () => {
    fc.assert(
      fc.property(plan, (each) => {
        const { parts } = planAgenda(each)
        const rounds = parts.filter(({ kind }) => kind === 'round')
        expect(rounds.map(({ minutes }) => minutes)).toEqual(each.rounds)
        expect(rounds.map(({ round }) => round)).toEqual(each.rounds.map((_, at) => at + 1))
        expect([parts[0]?.kind, parts.at(-1)?.kind]).toEqual(['checkIn', 'closing'])
        expect(parts.some(({ kind }) => kind === 'followUp')).toBe(each.followsUp)
      }),
    )
  })

  test('time is left only when nothing can be longer, and missing only when nothing can be shorter', () => {
    const least = { checkIn: 5, followUp: 5, break: 5, closing: 5 }
    const most = { checkIn: 20, followUp: 25, break: 15, closing: 15 }
    fc.assert(
      fc.property(plan, (each) => {
        const { parts, spareMinutes, missingMinutes } = planAgenda(each)
        for (const { kind, minutes } of parts) {
          if (kind === 'round') continue
          expect(minutes).toBeGreaterThanOrEqual(least[kind])
          expect(minutes).toBeLessThanOrEqual(most[kind])
          if (spareMinutes > 0) expect(minutes).toBe(most[kind])
          if (missingMinutes > 0) expect(minutes).toBe(least[kind])
        }
      }),
    )
  })

  test('a longer meeting makes no part shorter', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 60 }), (each, more) => {
        const longer = planAgenda({ ...each, endsAt: new Date(each.endsAt.getTime() + more * 60_000) })
        planAgenda(each).parts.forEach(({ minutes }, at) => {
          expect(longer.parts[at]?.minutes).toBeGreaterThanOrEqual(minutes)
        })
      }),
    )
  })
})

test('the part now is the one that the clock is in: none before the meeting, and none after it', () => {
  const agenda = planAgenda(meeting(170, [60, 60]))
  const at = (minutes: number) => partAt(agenda, new Date(start.getTime() + minutes * 60_000))?.kind ?? null
  expect([-1, 0, 14.99, 15, 30, 90, 100, 169, 170].map(at)).toEqual([
    null,
    'checkIn',
    'checkIn',
    'followUp',
    'round',
    'break',
    'round',
    'closing',
    null,
  ])
})

test('two rounds are proposed where they fit, else one', () => {
  const long = meeting(150, [])
  expect(roundsThatFit(long, 60)).toBe(2)
  expect(roundsThatFit(long, 65)).toBe(2)
  expect(roundsThatFit(long, 66)).toBe(1)
  expect(roundsThatFit({ ...long, endsAt: long.startsAt }, 60)).toBe(1)
})

describe('the rounds that a meeting has before it', () => {
  const { startsAt, endsAt } = meeting(150, [])
  const ahead = (more: Partial<MeetingRounds<string>>) =>
    roundsAhead({ startsAt, endsAt, begun: 0, planned: null, usual: 'usual', usualMinutes: 60, ...more })

  test('are as many of the usual kind as fit while nobody has planned', () => {
    expect(ahead({})).toEqual(['usual', 'usual'])
    expect(ahead({ usualMinutes: 70 })).toEqual(['usual'])
    expect(ahead({ begun: 1 })).toEqual(['usual'])
    expect(ahead({ begun: 3 })).toEqual([])
  })

  test('are those that are planned, also none, and also more than fit', () => {
    expect(ahead({ planned: [] })).toEqual([])
    expect(ahead({ planned: ['one'] })).toEqual(['one'])
    expect(ahead({ planned: ['one', 'two', 'three', 'four'] })).toEqual(['one', 'two', 'three', 'four'])
  })

  test('come after those that have begun, whatever these were planned to be', () => {
    expect(ahead({ planned: ['one', 'two'], begun: 1 })).toEqual(['two'])
    expect(ahead({ planned: ['one', 'two'], begun: 2 })).toEqual([])
    expect(ahead({ planned: ['one'], begun: 2 })).toEqual([])
  })
})

test('a method for one or two is none for a group', () => {
  expect([1, 2, 3, 12].map((maxParticipants) => isForGroup({ maxParticipants }))).toEqual([false, false, true, true])
})
