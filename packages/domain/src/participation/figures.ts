import { type Published, publishedShare, smallestShown } from './suppression.ts'

/** One calendar month of an organisation, counted over the meetings that were held. */
export interface MonthCounts {
  /** 1 is January. */
  readonly month: number
  readonly meetings: number
  /** Different people who took part in at least one of them. */
  readonly people: number
  /** Places at those meetings for which somebody marked whether the person was there, and those that were taken. */
  readonly marked: number
  readonly taken: number
}

/** One calendar year of an organisation. `people` are the different people invited to meetings in months that are over. */
export interface YearCounts {
  readonly networks: number
  readonly people: number
  readonly months: readonly MonthCounts[]
}

export interface PublishedMonth {
  readonly month: number
  readonly meetings: number
  /** Null where no meeting was held, or while the month is not over. */
  readonly people: Published
}

export interface PublishedFigures {
  readonly networks: number
  readonly meetings: number
  /** To the nearest five. */
  readonly people: Published
  /** Per cent, in steps of five. */
  readonly share: Published
  readonly months: readonly PublishedMonth[]
}

/**
 * The figures that may be shown of a year. Nothing among them adds up to anything else, so no small count can be worked
 * out of its neighbours, and a figure once shown is never taken back, so that two looks tell no more than the later one:
 *
 * - A month shows how many different people took part, `few` for fewer than five, and only when it is over: a look before
 *   and after a single meeting tells nothing. Different people do not add up, and there is no figure for the year of them.
 * - The people of the year are those invited, to the nearest five: that one has joined does not show.
 * - The share that took part leaves the months out that are `few`, so that nothing shown depends on those but `few` itself.
 *
 * Meetings and networks are not people and are told as they are. `openMonth` is the first month of the year that is not
 * over: 1 to 13.
 */
export function publishFigures({ networks, people, months }: YearCounts, openMonth: number): PublishedFigures {
  const isOver = ({ month }: MonthCounts) => month < openMonth
  const shown = months.map((each) => ({ ...each, people: isOver(each) ? publishedPeople(each) : null }))
  const counted = shown.filter((each) => typeof each.people === 'number')
  const sum = (of: (month: Omit<MonthCounts, 'people'>) => number, over: readonly Omit<MonthCounts, 'people'>[]) =>
    over.reduce((total, month) => total + of(month), 0)
  return {
    networks,
    meetings: sum(({ meetings }) => meetings, months),
    people: inFives(publishedPeople({ people, meetings: sum(({ meetings }) => meetings, months.filter(isOver)) })),
    share: publishedShare(
      sum(({ taken }) => taken, counted),
      sum(({ marked }) => marked, counted),
    ),
    months: shown.map(({ month, meetings, people }) => ({ month, meetings, people })),
  }
}

/** How often a method was used in rounds that were held. */
export interface MethodCount {
  /** An id of the toolbox, or 'own'. */
  readonly method: string
  readonly rounds: number
}

/**
 * What may be shown of the rounds of a year: the methods that were used five times or more, to the nearest five, the most
 * used first. Those used less are left out with those that nobody used: which one a single network works with does not
 * show, nor that somebody has held one more round. Count only rounds of months that are over.
 */
export const publishMethods = (counts: readonly MethodCount[]): MethodCount[] =>
  counts
    .filter(({ rounds }) => rounds >= smallestShown)
    .map(({ method, rounds }) => ({ method, rounds: Math.round(rounds / 5) * 5 }))
    .sort((one, other) => other.rounds - one.rounds || (one.method < other.method ? -1 : 1))

/**
 * What may be shown of the feedback cycles of a year that were completed: how many, to the nearest five, since each is one
 * person's. Count only cycles of months that are over, so that no end of a cycle shows.
 */
export const publishCycles = (count: number): Published => inFives(count < smallestShown ? 'few' : count)

/** Nobody at a meeting is `few` too; null says only what the number of meetings says. */
const publishedPeople = ({ meetings, people }: Pick<MonthCounts, 'meetings' | 'people'>): Published =>
  meetings === 0 ? null : people < smallestShown ? 'few' : people

const inFives = (count: Published): Published => (typeof count === 'number' ? Math.round(count / 5) * 5 : count)

/** How many months of a year are over on a local day: 0 to 12. */
export function monthsOver(year: number, today: string): number {
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number)
  if (year === thisYear) return thisMonth - 1
  return year < thisYear ? 12 : 0
}
