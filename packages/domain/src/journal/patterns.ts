import type { JournalDocument } from './document.ts'
import { pulseValue } from './pulse.ts'
import { type SleepLog, sleepMinutes } from './sleep.ts'
import { type Stressor, stressors } from './stressor.ts'
import { mondayOf } from './week.ts'
import { byWriting } from './written-at.ts'

/** What can be followed over weeks. Each stands alone: they are never added up to one figure. */
export const measures = ['pulse', 'sleepQuality', 'sleepMinutes', 'demands', 'influence', 'support'] as const
export type Measure = (typeof measures)[number]

export interface Reading {
  readonly day: string
  readonly value: number
}

/** A week with readings; one without is not there, since nothing is known of it and nothing is filled in. */
export interface WeekPoint {
  /** Its Monday. */
  readonly week: string
  readonly n: number
  readonly median: number
}

export interface StressorWeek {
  /** Its Monday. */
  readonly week: string
  /** How many entries are about days of this week. */
  readonly entries: number
  /** In how many of them each was tapped, in the order of the list; those at none are not there. */
  readonly counts: readonly { readonly stressor: Stressor; readonly n: number }[]
}

type Dated = Exclude<JournalDocument, { type: 'preferences' | 'caseNote' }>

/** The days that entries are about, each once, oldest first: a calendar to find something again, not a row to keep up. */
export const writtenDays = (documents: readonly JournalDocument[]): readonly string[] =>
  [...new Set(documents.flatMap((each) => (each.type === 'entry' ? [each.day] : [])))].sort()

/**
 * What somebody answered, oldest day first. Pulse and sleep have one reading a day, the one written last; sliders one for
 * each entry in which they were touched. The pulse is 0 (never) to 4 (all the time).
 */
export function readings(documents: readonly JournalDocument[], measure: Measure): readonly Reading[] {
  const all = documents
    .filter(isDated)
    .sort(byWriting)
    .flatMap((document) => {
      const value = readingOf(document, measure)
      return value === null ? [] : [{ day: document.day, value }]
    })
  const isDaily = measure === 'pulse' || measure === 'sleepQuality' || measure === 'sleepMinutes'
  const kept = isDaily ? [...new Map(all.map((reading) => [reading.day, reading])).values()] : all
  return kept.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/**
 * One point a week, Monday to Sunday. The median, because answers on steps (rarely, sometimes) have an order but no
 * distances to average, and because one odd night should not move a week that has only a few.
 */
export const weekly = (all: readonly Reading[]): readonly WeekPoint[] =>
  [...Map.groupBy(all, ({ day }) => mondayOf(day))]
    .map(([week, inWeek]) => ({ week, n: inWeek.length, median: median(inWeek.map(({ value }) => value)) }))
    .sort((one, other) => (one.week < other.week ? -1 : 1))

/** Which stressors went with which weeks. Counts only, in one fixed order: which is worst is not for a program to say. */
export function stressorWeeks(documents: readonly JournalDocument[]): readonly StressorWeek[] {
  const entries = documents.flatMap((each) => (each.type === 'entry' ? [each] : []))
  return [...Map.groupBy(entries, ({ day }) => mondayOf(day))]
    .map(([week, inWeek]) => ({
      week,
      entries: inWeek.length,
      counts: stressors
        .map(({ key }) => ({ stressor: key, n: inWeek.filter((entry) => entry.stressors.includes(key)).length }))
        .filter(({ n }) => n > 0),
    }))
    .sort((one, other) => (one.week < other.week ? -1 : 1))
}

/** The middle value, or halfway between the two middle ones; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values)
  const [below = Number.NaN, above = below] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return (below + above) / 2
}

export const ascending = (values: readonly number[]): readonly number[] => [...values].sort((one, other) => one - other)

function readingOf(document: Dated, measure: Measure): number | null {
  if (measure === 'pulse') return document.type === 'pulse' ? pulseValue(document.answer) : null
  if (measure === 'sleepQuality') return sleepOf(document)?.quality ?? null
  if (measure === 'sleepMinutes') {
    const sleep = sleepOf(document)
    return sleep ? sleepMinutes(sleep) : null
  }
  return document.type === 'entry' ? document[measure] : null
}

function sleepOf(document: Dated): SleepLog | null {
  if (document.type === 'sleep') return document
  return document.type === 'entry' ? document.sleep : null
}

const isDated = (document: JournalDocument): document is Dated =>
  document.type !== 'preferences' && document.type !== 'caseNote'
