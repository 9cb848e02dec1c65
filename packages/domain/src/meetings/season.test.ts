import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../day.ts'
import { maxSeasonYears, rhythm } from '../networks/network.ts'
import { type AvoidReason, reasonToAvoid } from './calendar.ts'
import { localTime } from './local-time.ts'
import { planSeason } from './season.ts'

const plan = { from: '2026-12-01', until: '2027-06-15', everyWeeks: 4, weekday: 2, startTime: '13:00', minutes: 150 }
const never = () => null
const closed: AvoidReason = { kind: 'schoolHoliday', key: 'winterHoliday' }

test('a season of Tuesdays goes round the holidays and stays at 13.00 through summer time', () => {
  const { meetings, skipped } = planSeason(plan)
  expect(meetings.map(({ date, startsAt, shifted }) => [date, startsAt, shifted?.from, shifted?.because.key])).toEqual([
    ['2026-12-01', '2026-12-01T12:00:00.000Z', undefined, undefined],
    ['2027-01-05', '2027-01-05T12:00:00.000Z', '2026-12-29', 'christmasHoliday'],
    ['2027-01-26', '2027-01-26T12:00:00.000Z', undefined, undefined],
    ['2027-02-23', '2027-02-23T12:00:00.000Z', undefined, undefined],
    ['2027-03-30', '2027-03-30T11:00:00.000Z', '2027-03-23', 'easterHoliday'],
    ['2027-04-20', '2027-04-20T11:00:00.000Z', undefined, undefined],
    ['2027-05-18', '2027-05-18T11:00:00.000Z', undefined, undefined],
    ['2027-06-15', '2027-06-15T11:00:00.000Z', undefined, undefined],
  ])
  expect(meetings[0]?.endsAt).toBe('2026-12-01T14:30:00.000Z')
  expect(skipped).toEqual([])
})

test('where a holiday outlasts the step, the meeting is skipped rather than crowded beside the next', () => {
  const { meetings, skipped } = planSeason({
    ...plan,
    from: '2026-06-24',
    until: '2026-09-30',
    weekday: 3,
    everyWeeks: 3,
  })
  expect(skipped).toEqual([{ date: '2026-07-15', because: { kind: 'schoolHoliday', key: 'summerHoliday' } }])
  expect(meetings.map(({ date, shifted }) => [date, shifted?.from])).toEqual([
    ['2026-06-24', undefined],
    ['2026-08-12', '2026-08-05'],
    ['2026-08-26', undefined],
    ['2026-09-16', undefined],
  ])
})

describe('the edges', () => {
  test('a first day on the weekday itself is the first meeting, and the end date may be the last', () => {
    const dates = planSeason({ ...plan, until: '2026-12-29', avoid: never }).meetings.map(({ date }) => date)
    expect(dates).toEqual(['2026-12-01', '2026-12-29'])
  })

  test('a meeting is not moved past the end date', () => {
    expect(planSeason({ ...plan, until: '2027-01-04' }).skipped.map(({ date }) => date)).toEqual(['2026-12-29'])
  })

  test('meetings every week are not moved onto each other', () => {
    const avoid = (date: string) => (date === '2026-12-08' ? closed : null)
    const { meetings, skipped } = planSeason({ ...plan, until: '2026-12-22', everyWeeks: 1, avoid })
    expect(meetings.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-15', '2026-12-22'])
    expect(skipped).toEqual([{ date: '2026-12-08', because: closed }])
  })

  test('a season too short for its weekday is empty', () => {
    expect(planSeason({ ...plan, from: '2026-12-02', until: '2026-12-07' })).toEqual({ meetings: [], skipped: [] })
  })
})

describe('whatever the rhythm', () => {
  const pad = (value: number) => String(value).padStart(2, '0')
  const anyPlan = fc
    .record({
      start: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      days: fc.nat(maxSeasonYears * 365),
      everyWeeks: fc.integer({ min: 1, max: 26 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 4, max: 23 }),
      minute: fc.nat(59),
      minutes: fc.integer({ min: 30, max: 480 }),
    })
    .map(({ start, days, hour, minute, ...rest }) => ({
      ...rest,
      from: start.toISOString().slice(0, 10),
      until: new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10),
      startTime: `${pad(hour)}:${pad(minute)}`,
    }))

  test('each meeting keeps weekday and local time, rises, and lies on a day that is free', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        expect(rhythm.safeParse(given).success).toBe(true)
        const { meetings } = planSeason(given)
        meetings.forEach(({ date, startsAt, endsAt, shifted }, index) => {
          const [start, end] = [new Date(startsAt), new Date(endsAt)]
          expect([localDate(start), localTime(start)]).toEqual([date, given.startTime])
          expect(end.getTime() - start.getTime()).toBe(given.minutes * 60_000)
          expect(new Date(date).getUTCDay()).toBe(given.weekday % 7)
          expect(date >= given.from && date <= given.until).toBe(true)
          expect(reasonToAvoid(date)).toBeNull()
          const before = meetings[index - 1]
          if (before) expect(date > before.date).toBe(true)
          if (shifted) {
            expect(date > shifted.from).toBe(true)
            expect(reasonToAvoid(shifted.from)).toEqual(shifted.because)
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  test('every step of the rhythm becomes a meeting or is named as skipped', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { meetings, skipped } = planSeason(given)
        const accounted = [
          ...meetings.map(({ date, shifted }) => shifted?.from ?? date),
          ...skipped.map(({ date }) => date),
        ].sort()
        expect(accounted).toEqual(planSeason({ ...given, avoid: never }).meetings.map(({ date }) => date))
      }),
      { numRuns: 60 },
    )
  })

  test('a day is given up only if nothing before the next step is free', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        for (const { date } of planSeason(given).skipped) {
          for (let week = 1; week < given.everyWeeks; week++) {
            const later = new Date(Date.parse(date) + week * 7 * 86_400_000).toISOString().slice(0, 10)
            expect(later > given.until || reasonToAvoid(later) !== null).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
