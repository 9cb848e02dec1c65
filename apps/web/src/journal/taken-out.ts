import { readDocument } from '@lederkreds/domain/journal/document'
import { type TakenItem, takeOutHtml, takeOutJson } from '@lederkreds/domain/journal/take-out'
import type { Locale } from '@lederkreds/domain/text'

/** What can be told apart among what was written; `other` is of a newer version, or how somebody wants the journal. */
export const takenKinds = ['entry', 'exercise', 'sleep', 'pulse', 'caseNote', 'other'] as const
type TakenKind = (typeof takenKinds)[number]

/** The files, and how many documents of each kind stand in them. */
export interface TakenOut {
  readonly html: Blob
  readonly json: Blob
  readonly counts: Readonly<Record<TakenKind, number>>
}

/** Two files with everything in them, for people and for programs. They are not sealed. */
export function takeOut(items: readonly TakenItem[], today: string, locale: Locale): TakenOut {
  return {
    html: new Blob([takeOutHtml(items, today, locale)], { type: 'text/html;charset=utf-8' }),
    json: new Blob([takeOutJson(items, today)], { type: 'application/json' }),
    counts: countsOf(items),
  }
}

function countsOf(items: readonly TakenItem[]): TakenOut['counts'] {
  const counts = Object.fromEntries(takenKinds.map((kind) => [kind, 0])) as Record<TakenKind, number>
  for (const { document } of items) counts[kindOf(document)] += 1
  return counts
}

function kindOf(opened: unknown): TakenKind {
  const read = readDocument(opened)
  return read.isKnown && read.document.type !== 'preferences' ? read.document.type : 'other'
}
