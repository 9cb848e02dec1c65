import { Temporal } from 'temporal-polyfill'

export type HolidayKey =
  | 'newYear'
  | 'maundyThursday'
  | 'goodFriday'
  | 'easterSunday'
  | 'easterMonday'
  | 'generalPrayerDay'
  | 'ascension'
  | 'whitSunday'
  | 'whitMonday'
  | 'constitutionDay'
  | 'christmasEve'
  | 'christmasDay'
  | 'secondChristmasDay'
  | 'newYearsEve'

export type SchoolHolidayKey =
  | 'winterHoliday'
  | 'easterHoliday'
  | 'ascensionHoliday'
  | 'summerHoliday'
  | 'autumnHoliday'
  | 'christmasHoliday'

export interface Holiday {
  /** 'YYYY-MM-DD', as all dates here. */
  readonly date: string
  readonly key: HolidayKey
  /** Customary: no public holiday, but few public workplaces are open. */
  readonly kind: 'publicHoliday' | 'customary'
}

export interface SchoolHoliday {
  readonly key: SchoolHolidayKey
  readonly from: string
  /** The last day of it. */
  readonly until: string
}

/** Why no meeting should be on a day. */
export interface AvoidReason {
  readonly kind: Holiday['kind'] | 'schoolHoliday'
  readonly key: HolidayKey | SchoolHolidayKey
}

export interface CalendarOptions {
  /** Municipalities choose; most take week 7, many week 8. */
  readonly winterWeek?: number
}

/** Easter Sunday in the Gregorian calendar: the anonymous algorithm of 1876 as in Meeus, Astronomical Algorithms, ch. 8. */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return new Temporal.PlainDate(year, month, day).toString()
}

/**
 * The Danish public holidays and the customary days off of a year, in order. The list is that of the shop closing act
 * (lov om detailsalg fra butikker m.v., § 2), which also closes Constitution Day and Christmas Eve; New Year's Eve is
 * custom. General Prayer Day ended with 2023 (lov om konsekvenser ved afskaffelsen af store bededag som helligdag).
 */
export function holidays(year: number): readonly Holiday[] {
  const easter = Temporal.PlainDate.from(easterSunday(year))
  const around = (days: number, key: HolidayKey): Holiday => ({ date: plus(easter, days), key, kind: 'publicHoliday' })
  const on = (monthDay: string, key: HolidayKey, kind: Holiday['kind']): Holiday => ({
    date: `${String(year).padStart(4, '0')}-${monthDay}`,
    key,
    kind,
  })
  return [
    on('01-01', 'newYear', 'publicHoliday'),
    around(-3, 'maundyThursday'),
    around(-2, 'goodFriday'),
    around(0, 'easterSunday'),
    around(1, 'easterMonday'),
    ...(year <= 2023 ? [around(26, 'generalPrayerDay')] : []),
    around(39, 'ascension'),
    around(49, 'whitSunday'),
    around(50, 'whitMonday'),
    on('06-05', 'constitutionDay', 'customary'),
    on('12-24', 'christmasEve', 'customary'),
    on('12-25', 'christmasDay', 'publicHoliday'),
    on('12-26', 'secondChristmasDay', 'publicHoliday'),
    on('12-31', 'newYearsEve', 'customary'),
  ].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/**
 * The school holidays that begin in a year, as most Danish municipalities have them. By law only the summer's first day is
 * fixed (folkeskoleloven § 14 a: the last Saturday of June); the rest is each municipality's own plan.
 */
export function schoolHolidays(year: number, { winterWeek = 7 }: CalendarOptions = {}): readonly SchoolHoliday[] {
  const easter = Temporal.PlainDate.from(easterSunday(year))
  const endOfJune = new Temporal.PlainDate(year, 6, 30)
  const august = new Temporal.PlainDate(year, 8, 1)
  const secondSunday = august.add({ days: 7 - august.dayOfWeek + 7 })
  return [
    { key: 'winterHoliday', ...week(year, winterWeek) },
    { key: 'easterHoliday', from: plus(easter, -6), until: plus(easter, 1) },
    { key: 'ascensionHoliday', from: plus(easter, 39), until: plus(easter, 42) },
    { key: 'summerHoliday', from: plus(endOfJune, -((endOfJune.dayOfWeek + 1) % 7)), until: secondSunday.toString() },
    { key: 'autumnHoliday', ...week(year, 42) },
    { key: 'christmasHoliday', from: `${year}-12-23`, until: `${year + 1}-01-02` },
  ]
}

/** Why a meeting should not be on this day, a public holiday before a school holiday; null when nothing speaks against it. */
export function reasonToAvoid(date: string, options: CalendarOptions = {}): AvoidReason | null {
  const year = Number(date.slice(0, 4))
  const holiday = holidays(year).find((each) => each.date === date)
  if (holiday) return { kind: holiday.kind, key: holiday.key }
  const school = [...schoolHolidays(year - 1, options), ...schoolHolidays(year, options)].find(
    ({ from, until }) => from <= date && date <= until,
  )
  return school ? { kind: 'schoolHoliday', key: school.key } : null
}

/** The ISO 8601 week, as Danish calendars count them; the first days of January may lie in the last week of the year before. */
export function isoWeek(date: string): { readonly year: number; readonly week: number } {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date)
  if (yearOfWeek === undefined || weekOfYear === undefined) throw new RangeError(`no ISO week for ${date}`)
  return { year: yearOfWeek, week: weekOfYear }
}

const plus = (date: Temporal.PlainDate, days: number): string => date.add({ days }).toString()

/** Monday to Sunday of an ISO week; 4 January is always in week 1. */
function week(year: number, number: number): { from: string; until: string } {
  const fourth = new Temporal.PlainDate(year, 1, 4)
  const monday = fourth.add({ days: 1 - fourth.dayOfWeek + (number - 1) * 7 })
  return { from: monday.toString(), until: plus(monday, 6) }
}
