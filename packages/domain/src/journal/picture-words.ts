import { daysFrom } from '../day.ts'
import { type Comparison, fewReadings, type Period, type Summary } from './comparison.ts'
import type { StressorWeek, WeekPoint } from './patterns.ts'
import { type Stressor, stressors } from './stressor.ts'

/** A picture in words: `key` picks the page's sentence, the rest fills it in. What cannot be said honestly has no key. */
export type CalendarWords = { key: 'noDays' } | { key: 'days'; days: number; of: number }

export type SeriesWords =
  | { key: 'noWeeks' }
  | { key: 'fewWeeks'; weeks: number; readings: number; latest: WeekPoint }
  | {
      key: 'weeks'
      weeks: number
      readings: number
      latest: WeekPoint
      lowest: number
      highest: number
      /** Weeks between the first and the last of which nothing is known. */
      missing: number
    }

export type StressorWords =
  | { key: 'noStressors' }
  | { key: 'stressors'; weeks: number; items: readonly { stressor: Stressor; weeks: number }[] }

export type ComparisonWords =
  | { key: 'noComparison' }
  | { key: 'few' | 'overlapping' | 'apart'; before: Summary; after: Summary }

/** On how many days of a period something was written. Never how many in a row. */
export function calendarInWords(days: readonly string[], { from, until }: Period): CalendarWords {
  const within = days.filter((day) => from <= day && day <= until).length
  return within === 0 ? { key: 'noDays' } : { key: 'days', days: within, of: daysFrom(from, until) + 1 }
}

/** With fewer than five weeks only what is known is said: no lowest and highest. A direction is never said. */
export function seriesInWords(points: readonly WeekPoint[]): SeriesWords {
  const [first, latest] = [points[0], points.at(-1)]
  if (!first || !latest) return { key: 'noWeeks' }
  const weeks = points.length
  const readings = points.reduce((sum, { n }) => sum + n, 0)
  if (weeks < fewReadings) return { key: 'fewWeeks', weeks, readings, latest }
  const medians = points.map(({ median }) => median)
  const missing = daysFrom(first.week, latest.week) / 7 + 1 - weeks
  return {
    key: 'weeks',
    weeks,
    readings,
    latest,
    lowest: Math.min(...medians),
    highest: Math.max(...medians),
    missing,
  }
}

/** In how many weeks each stressor was tapped, in the order of the list and not of the counts. */
export function stressorsInWords(weeks: readonly StressorWeek[]): StressorWords {
  const items = stressors
    .map(({ key }) => ({
      stressor: key,
      weeks: weeks.filter(({ counts }) => counts.some(({ stressor }) => stressor === key)).length,
    }))
    .filter((item) => item.weeks > 0)
  return items.length === 0 ? { key: 'noStressors' } : { key: 'stressors', weeks: weeks.length, items }
}

/** "Apart" and "overlapping" are about the middle halves; with few readings both periods are shown and nothing is concluded. */
export function comparisonInWords({ before, after, apart }: Comparison): ComparisonWords {
  if (before.n === 0 || after.n === 0) return { key: 'noComparison' }
  return { key: apart === null ? 'few' : apart ? 'apart' : 'overlapping', before, after }
}
