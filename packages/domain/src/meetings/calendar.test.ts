import { describe, expect, test } from 'vitest'
import { easterSunday, holidays, isoWeek, reasonToAvoid, schoolHolidays } from './calendar.ts'

/** Known dates, among them the earliest (1818, 22 March) and the latest (1943, 2038, 25 April) that Easter can have. */
test.each([
  '1818-03-22',
  '1943-04-25',
  '1954-04-18',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2016-03-27',
  '2019-04-21',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2038-04-25',
  '2049-04-18',
  '2076-04-19',
])('Easter is %s', (date) => {
  expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
})

test('Easter is always a Sunday from 22 March to 25 April', () => {
  for (let year = 1900; year <= 2199; year++) {
    const easter = easterSunday(year)
    expect(new Date(easter).getUTCDay()).toBe(0)
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
  }
})

test('the holidays of 2026 are those of a Danish calendar', () => {
  expect(holidays(2026).map(({ date, key, kind }) => `${date} ${key} ${kind}`)).toEqual([
    '2026-01-01 newYear publicHoliday',
    '2026-04-02 maundyThursday publicHoliday',
    '2026-04-03 goodFriday publicHoliday',
    '2026-04-05 easterSunday publicHoliday',
    '2026-04-06 easterMonday publicHoliday',
    '2026-05-14 ascension publicHoliday',
    '2026-05-24 whitSunday publicHoliday',
    '2026-05-25 whitMonday publicHoliday',
    '2026-06-05 constitutionDay customary',
    '2026-12-24 christmasEve customary',
    '2026-12-25 christmasDay publicHoliday',
    '2026-12-26 secondChristmasDay publicHoliday',
    '2026-12-31 newYearsEve customary',
  ])
})

test('General Prayer Day ended with 2023', () => {
  expect(holidays(2023)).toContainEqual({ date: '2023-05-05', key: 'generalPrayerDay', kind: 'publicHoliday' })
  expect(holidays(2024).map(({ key }) => key)).not.toContain('generalPrayerDay')
  expect(reasonToAvoid('2024-04-26')).toBeNull()
})

describe('school holidays', () => {
  test('of 2026 begin and end as municipalities plan them', () => {
    expect(schoolHolidays(2026)).toEqual([
      { key: 'winterHoliday', from: '2026-02-09', until: '2026-02-15' },
      { key: 'easterHoliday', from: '2026-03-30', until: '2026-04-06' },
      { key: 'ascensionHoliday', from: '2026-05-14', until: '2026-05-17' },
      { key: 'summerHoliday', from: '2026-06-27', until: '2026-08-09' },
      { key: 'autumnHoliday', from: '2026-10-12', until: '2026-10-18' },
      { key: 'christmasHoliday', from: '2026-12-23', until: '2027-01-02' },
    ])
  })

  /** Weekdays off in the published plans of Tønder municipality (winter week 7) for the school years 2023/24 to 2025/26. */
  test.each([
    '2023-10-16',
    '2023-10-20',
    '2024-02-12',
    '2024-02-16',
    '2024-03-25',
    '2024-04-01',
    '2024-05-09',
    '2024-05-10',
    '2024-06-05',
    '2024-07-01',
    '2024-08-09',
    '2024-10-14',
    '2024-10-18',
    '2025-02-10',
    '2025-02-14',
    '2025-04-14',
    '2025-04-21',
    '2025-05-29',
    '2025-05-30',
    '2025-06-05',
    '2025-06-30',
    '2025-08-08',
    '2025-10-13',
    '2025-10-17',
    '2026-02-09',
    '2026-02-13',
    '2026-03-30',
    '2026-04-06',
    '2026-05-14',
    '2026-05-15',
    '2026-06-05',
    '2026-06-29',
  ])('%s is avoided', (date) => {
    expect(reasonToAvoid(date)).not.toBeNull()
  })

  test.each(['2024-06-28', '2025-06-27', '2026-06-26'])('the last Friday of school, %s, is not', (date) => {
    expect(reasonToAvoid(date)).toBeNull()
  })

  test('have their winter where the municipality has it', () => {
    expect(reasonToAvoid('2026-02-11')).toEqual({ kind: 'schoolHoliday', key: 'winterHoliday' })
    expect(reasonToAvoid('2026-02-18')).toBeNull()
    expect(reasonToAvoid('2026-02-11', { winterWeek: 8 })).toBeNull()
    expect(reasonToAvoid('2026-02-18', { winterWeek: 8 })).toEqual({ kind: 'schoolHoliday', key: 'winterHoliday' })
  })

  test('reach over New Year', () => {
    expect(reasonToAvoid('2027-01-02')).toEqual({ kind: 'schoolHoliday', key: 'christmasHoliday' })
    expect(reasonToAvoid('2027-01-03')).toBeNull()
  })
})

test('a public holiday is the reason before the school holiday around it', () => {
  expect(reasonToAvoid('2026-04-03')).toEqual({ kind: 'publicHoliday', key: 'goodFriday' })
  expect(reasonToAvoid('2026-12-24')).toEqual({ kind: 'customary', key: 'christmasEve' })
  expect(reasonToAvoid('2026-11-24')).toBeNull()
})

test.each([
  ['2026-01-01', 2026, 1],
  ['2026-12-28', 2026, 53],
  ['2027-01-03', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2024-12-30', 2025, 1],
  ['2021-01-01', 2020, 53],
  ['2026-11-23', 2026, 48],
])('%s lies in %i, week %i', (date, year, week) => {
  expect(isoWeek(date)).toEqual({ year, week })
})
