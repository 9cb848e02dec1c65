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
  readonly id: string
  readonly recency: string
  readonly words: readonly string[]
}

/**
 * An index in memory, made where documents are unlocked and gone with them. It folds case and accents (é finds e), but
 * keeps æ, ø and å letters of their own.
 */
export function makeSearchIndex(): SearchIndex {
  const indexed = new Map<string, Indexed>()
  const holders = new Map<string, Indexed[]>()
  let sorted: readonly string[] | null = null

  function remove(id: string): void {
    const old = indexed.get(id)
    if (!old) return
    indexed.delete(id)
    sorted = null
    for (const word of old.words) {
      const others = holders.get(word)?.filter((each) => each !== old) ?? []
      if (others.length > 0) holders.set(word, others)
      else holders.delete(word)
    }
  }

  function add(id: string, document: JournalDocument): void {
    remove(id)
    const added = { id, recency: recencyOf(document), words: [...new Set(wordsOf(textOf(document)))] }
    indexed.set(id, added)
    for (const word of added.words) {
      const having = holders.get(word)
      if (having) having.push(added)
      else {
        holders.set(word, [added])
        sorted = null
      }
    }
  }

  function withPrefix(prefix: string): Set<Indexed> {
    sorted ??= [...holders.keys()].sort()
    const found = new Set<Indexed>()
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at++) {
      for (const each of holders.get(sorted[at] ?? '') ?? []) found.add(each)
      if (found.size === indexed.size) break
    }
    return found
  }

  function find(query: string): readonly string[] {
    const [first, ...others] = wordsOf(query).map(withPrefix)
    if (!first) return []
    return [...first]
      .filter((each) => others.every((found) => found.has(each)))
      .sort((one, other) => (one.recency < other.recency ? 1 : one.recency > other.recency ? -1 : 0))
      .map(({ id }) => id)
  }

  return { add, remove, find }
}

/** The words of a text as the index knows them. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Without case and marks; the ring of å stays, while æ and ø never come apart. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('a\u030a', 'å')
    .replace(/\p{M}+/gu, '')

function firstFrom(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}

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
