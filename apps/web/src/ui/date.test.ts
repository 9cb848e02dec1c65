import { describe, expect, test } from 'vitest'
import { daysBetween, formatDate, formatDay, formatLongDay, formatMoment, formatRange, weekNumber } from './date.ts'

const meeting = '2026-12-01T12:00:00Z'

describe('dates as people say them', () => {
  test('in Danish', () => {
    expect(formatMoment(meeting, 'da')).toBe('tir. 1. dec. kl. 13.00')
    expect(formatRange(meeting, '2026-12-01T14:30:00Z', 'da')).toBe('tir. 1. dec. kl. 13.00-15.30')
    expect(formatLongDay(meeting, 'da')).toBe('tirsdag den 1. december 2026')
    expect(formatDate(meeting, 'da')).toBe('1. dec. 2026')
  })

  test('in English', () => {
    expect(formatMoment(meeting, 'en')).toBe('Tue 1 Dec, 13:00')
    expect(formatRange(meeting, '2026-12-01T14:30:00Z', 'en')).toBe('Tue 1 Dec, 13:00–15:30')
    expect(formatLongDay('2026-09-03T08:00:00Z', 'en')).toBe('Thursday 3 September 2026')
    expect(formatDay('2026-09-03T08:00:00Z', 'en')).toBe('Thu 3 Sep')
  })

  test('every Danish weekday and month in the same short form', () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => formatDay(`2026-06-0${day}T10:00:00Z`, 'da'))
    expect(days).toEqual([
      'man. 1. jun.',
      'tir. 2. jun.',
      'ons. 3. jun.',
      'tor. 4. jun.',
      'fre. 5. jun.',
      'lør. 6. jun.',
      'søn. 7. jun.',
    ])
    expect(formatDate('2026-05-09T10:00:00Z', 'da')).toBe('9. maj 2026')
  })

  test('the year is named when it is another one', () => {
    expect(formatDay(meeting, 'da', '2026-01-01T12:00:00Z')).toBe('tir. 1. dec.')
    expect(formatDay(meeting, 'da', '2025-06-01T12:00:00Z')).toBe('tir. 1. dec. 2026')
  })

  test('the clock is Copenhagen’s, summer and winter, across midnight', () => {
    expect(formatMoment('2026-07-01T22:30:00Z', 'da')).toBe('tor. 2. jul. kl. 00.30')
    expect(formatMoment('2026-03-29T00:59:00Z', 'da')).toBe('søn. 29. mar. kl. 01.59')
    expect(formatMoment('2026-03-29T01:00:00Z', 'da')).toBe('søn. 29. mar. kl. 03.00')
  })

  test('days between are counted on the calendar, not by hours', () => {
    expect(daysBetween('2026-10-24T21:00:00Z', '2026-10-25T23:30:00Z')).toBe(2)
    expect(daysBetween(meeting, '2026-12-01T22:59:00Z')).toBe(0)
    expect(daysBetween(meeting, '2026-11-30T12:00:00Z')).toBe(-1)
  })

  test.each([
    ['2026-01-01T12:00:00Z', 1],
    ['2026-12-31T12:00:00Z', 53],
    ['2027-01-03T12:00:00Z', 53],
    ['2027-01-04T12:00:00Z', 1],
    ['2024-12-30T12:00:00Z', 1],
    ['2026-11-23T12:00:00Z', 48],
  ])('the week of %s is %i', (day, number) => expect(weekNumber(day)).toBe(number))
})
