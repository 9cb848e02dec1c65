import { bodySignals } from './body-signal.ts'
import type { Chip } from './chip.ts'
import type { JournalDocument } from './document.ts'
import { stressors } from './stressor.ts'

export interface SearchIndex {
  /** Adds a document under its item's id, in place of what stood there. */
  readonly add: (id: string, document: JournalDocument) => void
  /** Takes it out; none of its words stay behind. */
  readonly remove: (id: string) => void
  /** The ids of the documents in which every word of the query begins a word, newest day first; none for a blank query. */
  readonly find: (query: string) => readonly string[]
}

interface Indexed {
  readonly recency: string
  /** Every word with a space before it, so that the beginning of a word is found by looking for a space and its letters. */
  readonly words: string
}

/**
 * In memory, made where documents are unlocked and gone with them. It folds case and accents (é finds e), but keeps æ, ø
 * and å letters of their own. A thousand long entries are taken in as fast as their words are found, and looked through
 * in a few milliseconds: an order by words would take three times as long to make, at every unlocking.
 */
export function makeSearchIndex(): SearchIndex {
  const indexed = new Map<string, Indexed>()
  return {
    add(id, document) {
      indexed.set(id, { recency: recencyOf(document), words: spaced(wordsOf(textOf(document))) })
    },
    remove(id) {
      indexed.delete(id)
    },
    find(query) {
      const beginnings = wordsOf(query).map((word) => ` ${word}`)
      if (beginnings.length === 0) return []
      return [...indexed]
        .filter(([, { words }]) => beginnings.every((beginning) => words.includes(beginning)))
        .sort(([, one], [, other]) => (one.recency < other.recency ? 1 : one.recency > other.recency ? -1 : 0))
        .map(([id]) => id)
    },
  }
}

const spaced = (words: readonly string[]): string => ` ${words.join(' ')}`

/** The words of a text as the index knows them. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Without case and marks; the ring of å stays, while æ and ø never come apart. */
function folded(text: string): string {
  const small = text.toLowerCase()
  if (!hasMarks.test(small)) return small
  return small
    .normalize('NFD')
    .replaceAll('a\u030a', 'å')
    .replace(/\p{M}+/gu, '')
}

/** Anything but the letters and the punctuation of plain Danish and English, which need no unfolding. */
const hasMarks = /[^\0-\x7fæøå«»\u2010-\u2027]/

const recencyOf = (document: JournalDocument): string =>
  document.type === 'preferences' ? '' : `${document.day} ${'writtenAt' in document ? document.writtenAt : ''}`

/** What somebody wrote, and the labels, in both languages, of what she tapped. */
function textOf(document: JournalDocument): string {
  if (document.type === 'caseNote') return document.text
  if (document.type === 'exercise') return document.answers.map(({ text }) => text).join('\n')
  if (document.type !== 'entry') return ''
  const { trigger, bodyText, did, helped, text, recovery } = document
  const written = [
    trigger,
    bodyText,
    did,
    helped,
    text,
    recovery.relax,
    recovery.detach,
    recovery.learn,
    recovery.choose,
  ]
  return [...written, ...labels(bodySignals, document.bodySignals), ...labels(stressors, document.stressors)].join('\n')
}

const labels = (chips: readonly Chip[], keys: readonly string[]): readonly string[] =>
  chips.filter(({ key }) => keys.includes(key)).flatMap(({ label }) => [label.da, label.en])
