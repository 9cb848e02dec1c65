import { dayAfter } from '@lederkreds/domain/day'
import { type Comparison, compare, type Period } from '@lederkreds/domain/journal/comparison'
import type { JournalDocument } from '@lederkreds/domain/journal/document'
import {
  type Measure,
  measures,
  readings,
  type StressorWeek,
  stressorWeeks,
  type WeekPoint,
  weekly,
  writtenDays,
} from '@lederkreds/domain/journal/patterns'
import {
  type CalendarWords,
  type ComparisonWords,
  calendarInWords,
  comparisonInWords,
  type SeriesWords,
  type StressorWords,
  seriesInWords,
  stressorsInWords,
} from '@lederkreds/domain/journal/picture-words'
import { mondayOf } from '@lederkreds/domain/journal/week'

export interface Series {
  readonly measure: Measure
  readonly points: readonly WeekPoint[]
  readonly words: SeriesWords
}

/** Everything that the page of patterns shows of a period, each picture with what it says in words. */
export interface Pictures {
  readonly period: Period
  /** Every Monday of the period, also of weeks of which nothing is known. */
  readonly weeks: readonly string[]
  /** Days that entries are about. */
  readonly days: readonly string[]
  readonly daysInWords: CalendarWords
  readonly series: readonly Series[]
  readonly stressors: readonly StressorWeek[]
  readonly stressorsInWords: StressorWords
  /** Whether there is anything to look at in any period. */
  readonly isBlank: boolean
}

export interface MeasureCompared extends Comparison {
  readonly measure: Measure
  readonly words: ComparisonWords
}

/** The pictures of so many weeks up to and with the one of `today`; null for all that there are. */
export function picturesOf(documents: readonly JournalDocument[], today: string, weeks: number | null): Pictures {
  const dated = documents.filter(isDated)
  const [first = today] = dated.map(({ day }) => day).sort()
  const from = weeks === null ? mondayOf(first < today ? first : today) : dayAfter(mondayOf(today), -7 * (weeks - 1))
  const period = { from, until: today }
  const within = dated.filter(({ day }) => from <= day && day <= today)
  const days = writtenDays(within)
  const stressors = stressorWeeks(within)
  return {
    period,
    weeks: mondays(period),
    days,
    daysInWords: calendarInWords(days, period),
    series: measures.map((measure) => {
      const points = weekly(readings(within, measure))
      return { measure, points, words: seriesInWords(points) }
    }),
    stressors,
    stressorsInWords: stressorsInWords(stressors),
    isBlank: dated.length === 0,
  }
}

/** Two periods side by side, for each measure that has an answer in one of them. */
export const comparedOf = (
  documents: readonly JournalDocument[],
  before: Period,
  after: Period,
): readonly MeasureCompared[] =>
  measures
    .map((measure) => {
      const comparison = compare(readings(documents, measure), before, after)
      return { measure, ...comparison, words: comparisonInWords(comparison) }
    })
    .filter((compared) => compared.before.n + compared.after.n > 0)

function mondays({ from, until }: Period): readonly string[] {
  const all: string[] = []
  for (let monday = mondayOf(from); monday <= until; monday = dayAfter(monday, 7)) all.push(monday)
  return all
}

const isDated = (document: JournalDocument): document is Extract<JournalDocument, { day: string; writtenAt: string }> =>
  document.type !== 'preferences' && document.type !== 'caseNote'
