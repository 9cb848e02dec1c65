import type { Locale } from '../text.ts'
import { bodySignals } from './body-signal.ts'
import { type Chip, labelOf } from './chip.ts'
import type { JournalDocument } from './document.ts'
import { recoveryThemes } from './recovery.ts'
import { wordsOf } from './search.ts'
import { stressors } from './stressor.ts'
import { takeOutWords } from './take-out-words.ts'

/** Where in a document something was found: under which heading, and the words around it. */
export interface FoundPlace {
  readonly label: string
  readonly parts: readonly { readonly text: string; readonly isFound: boolean }[]
}

/** Characters that are shown before and after the first word that was found. */
const before = 50
const after = 120

/**
 * The place that holds most words of a query, with each word that one of them begins set apart; null when only the labels
 * of the other language hold them. The parts make up the shown text, in order.
 */
export function foundPlace(document: JournalDocument, query: string, locale: Locale): FoundPlace | null {
  const words = wordsOf(query)
  const places = placesOf(document, locale)
    .map(({ label, text }) => ({ label, text, marks: marksIn(text, words) }))
    .filter(({ marks }) => marks.length > 0)
    .sort((one, other) => distinct(other.marks) - distinct(one.marks))
  const [best] = places
  return best ? { label: best.label, parts: excerpt(best.text, best.marks) } : null
}

interface Mark {
  readonly from: number
  readonly until: number
  /** Which word of the query. */
  readonly word: string
}

function marksIn(text: string, words: readonly string[]): readonly Mark[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: found, index }) => {
    const [folded = ''] = wordsOf(found)
    const word = words.find((each) => folded.startsWith(each))
    return word === undefined ? [] : [{ from: index, until: index + found.length, word }]
  })
}

const distinct = (marks: readonly Mark[]): number => new Set(marks.map(({ word }) => word)).size

function excerpt(text: string, marks: readonly Mark[]): FoundPlace['parts'] {
  const first = marks[0]?.from ?? 0
  const from = first <= before ? 0 : (/\s/.exec(text.slice(first - before))?.index ?? 0) + first - before
  const rest = text.slice(from + after + before)
  const until = rest === '' ? text.length : from + after + before + (/\s/.exec(rest)?.index ?? rest.length)
  const parts: { text: string; isFound: boolean }[] = []
  const add = (part: string, isFound: boolean) => part !== '' && parts.push({ text: part, isFound })
  if (from > 0) add('…', false)
  let at = from
  for (const mark of marks.filter((each) => each.until <= until)) {
    add(text.slice(at, mark.from), false)
    add(text.slice(mark.from, mark.until), true)
    at = mark.until
  }
  add(text.slice(at, until), false)
  if (until < text.length) add(' …', false)
  return parts
}

type Place = { readonly label: string; readonly text: string }

function placesOf(document: JournalDocument, locale: Locale): readonly Place[] {
  if (document.type === 'caseNote') return [{ label: takeOutWords.caseNote[locale], text: document.text }]
  if (document.type === 'exercise') return document.answers.map(({ asked, text }) => ({ label: asked, text }))
  if (document.type !== 'entry') return []
  const tapped = (chips: readonly Chip[], keys: readonly string[]) =>
    keys.map((key) => labelOf(chips, key, locale)).join(', ')
  return [
    ...(['trigger', 'did', 'helped', 'text'] as const).map((key) => ({
      label: takeOutWords[key][locale],
      text: document[key] ?? '',
    })),
    { label: takeOutWords.bodySignals[locale], text: document.bodyText ?? '' },
    ...recoveryThemes.map(({ key, name }) => ({ label: name[locale], text: document.recovery[key] ?? '' })),
    { label: takeOutWords.stressors[locale], text: tapped(stressors, document.stressors) },
    { label: takeOutWords.bodySignals[locale], text: tapped(bodySignals, document.bodySignals) },
  ]
}
