import type { CaseNote } from '@lederkreds/domain/journal/case-note'
import type { JournalDocument } from '@lederkreds/domain/journal/document'
import type { PulseAnswer } from '@lederkreds/domain/journal/pulse'

/** One line of a list: enough to know a document again, no more of its text than that. */
export interface JournalRow {
  readonly id: string
  /** `newer` is of a version that this app does not know yet. */
  readonly type: 'entry' | 'exercise' | 'sleep' | 'pulse' | 'newer'
  /** 'YYYY-MM-DD' */
  readonly day: string
  readonly writtenAt: string
  readonly words: string
  readonly stressors: readonly string[]
  readonly bodySignals: readonly string[]
  /** Which exercise, how the pulse was answered, how the night was: what stands for words where there are none. */
  readonly exercise: string | null
  readonly answer: PulseAnswer | null
  readonly quality: number | null
  /** The item that this one differs from: two devices had changed it. */
  readonly conflictOf: string | null
}

export interface CaseNoteRow {
  readonly id: string
  readonly note: CaseNote
}

type Listed = Exclude<JournalDocument, { type: 'preferences' | 'caseNote' }>

const longest = 120

/** The beginning of a text, whole words, with an ellipsis where more follows. */
function firstWords(text: string | null): string {
  const line = (text ?? '').replace(/\s+/gu, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()} …`
}

export function rowOf(id: string, document: Listed): JournalRow {
  const { type, day, writtenAt } = document
  const blank: JournalRow = {
    id,
    type,
    day,
    writtenAt,
    words: '',
    stressors: [],
    bodySignals: [],
    exercise: null,
    answer: null,
    quality: null,
    conflictOf: conflictOf(document),
  }
  switch (document.type) {
    case 'entry': {
      const { trigger, did, helped, text, bodyText, stressors, bodySignals } = document
      return { ...blank, words: firstWords(trigger ?? text ?? did ?? helped ?? bodyText), stressors, bodySignals }
    }
    case 'exercise':
      return { ...blank, exercise: document.exercise, words: firstWords(document.answers[0]?.text ?? null) }
    case 'sleep':
      return { ...blank, quality: document.quality }
    case 'pulse':
      return { ...blank, answer: document.answer }
  }
}

/** For a document of a newer version: it has a place in the list, so that nobody thinks it gone. */
export const newerRow = (id: string, createdOn: string): JournalRow => ({
  id,
  type: 'newer',
  day: createdOn,
  writtenAt: createdOn,
  words: '',
  stressors: [],
  bodySignals: [],
  exercise: null,
  answer: null,
  quality: null,
  conflictOf: null,
})

/** Newest day first, and within a day what was written last. */
export const newestFirst = (one: JournalRow, other: JournalRow): number =>
  compare(other.day, one.day) || compare(other.writtenAt, one.writtenAt) || compare(one.id, other.id)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function conflictOf(document: Listed): string | null {
  const named = 'conflictOf' in document ? document.conflictOf : null
  return typeof named === 'string' ? named : null
}
