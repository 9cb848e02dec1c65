/** Where meetings take place, and whose midnight ends a day; stored times are UTC. */
export const timeZone = 'Europe/Copenhagen'

// Swedish writes a day as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv', { timeZone })

/** The local day, 'YYYY-MM-DD', on which an instant falls. */
export const localDate = (instant: Date): string => isoDay.format(instant)

/** The day that many days later, or earlier for a negative number; both 'YYYY-MM-DD'. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** How many days `until` is after `from`; negative when it is before. */
export const daysFrom = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000
