import type { Locale } from '../text.ts'
import { bodySignals } from './body-signal.ts'
import { type Chip, labelOf } from './chip.ts'
import { type JournalDocument, readDocument } from './document.ts'
import type { Entry } from './entry.ts'
import { exerciseOf } from './exercises.ts'
import { pulseAnswers, pulseQuestion } from './pulse.ts'
import { recoveryThemes } from './recovery.ts'
import type { SleepLog } from './sleep.ts'
import { stressors } from './stressor.ts'
import { type TakeOutWord, takeOutWords } from './take-out-words.ts'

/** An item as it was opened: also one that this version cannot read. */
export interface TakenItem {
  readonly id: string
  readonly document: unknown
}

interface Part {
  readonly heading: string
  readonly day: string
  readonly rows: readonly (readonly [label: string, text: string])[]
}

/** Every document as it is stored, for programs. */
export const takeOutJson = (items: readonly TakenItem[], day: string): string =>
  `${JSON.stringify({ format: 1, takenOut: day, items }, null, 2)}\n`

/**
 * Everything in one file to read and print, newest day first: no script, nothing fetched. Whatever was written stands in it
 * as text and cannot become markup; a policy in the file forbids scripts and requests all the same.
 */
export function takeOutHtml(items: readonly TakenItem[], day: string, locale: Locale): string {
  const parts = items
    .map((item) => partOf(item, locale))
    .sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
  const word = (key: TakeOutWord) => escaped(takeOutWords[key][locale])
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${word('title')}</title>
<style>${style}</style>
</head>
<body>
<h1>${word('title')}</h1>
<p>${word('takenOut')} ${escaped(inFull(day, locale))}. ${word('unsealed')}</p>
${parts.length === 0 ? `<p>${word('nothing')}</p>` : parts.map((part) => section(part, locale)).join('\n')}
</body>
</html>
`
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1f2a27;background:#fff}' +
  'section{border-top:1px solid #8b948f;margin-top:2rem;break-inside:avoid-page}h2{font-size:1.2rem;break-after:avoid}' +
  'dt{font-weight:600;margin-top:.75rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}'

function section({ heading, day, rows }: Part, locale: Locale): string {
  const title = day === '' ? heading : `${inFull(day, locale)}: ${heading}`
  const list = rows.map(([label, text]) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`).join('\n')
  return `<section>\n<h2>${escaped(title)}</h2>\n<dl>\n${list}\n</dl>\n</section>`
}

function partOf({ id, document: opened }: TakenItem, locale: Locale): Part {
  const read = readDocument(opened)
  if (!read.isKnown || read.document.type === 'preferences') {
    const text = JSON.stringify(opened, null, 2) ?? ''
    return { heading: takeOutWords.other[locale], day: '', rows: [[id, text]] }
  }
  const { document } = read
  const { heading, rows } = contentOf(document, locale)
  return { heading, day: document.day, rows: rows.filter(([, text]) => text !== '') }
}

function contentOf(
  document: Exclude<JournalDocument, { type: 'preferences' }>,
  locale: Locale,
): Pick<Part, 'heading' | 'rows'> {
  const word = (key: TakeOutWord) => takeOutWords[key][locale]
  switch (document.type) {
    case 'entry':
      return { heading: word('entry'), rows: entryRows(document, locale) }
    case 'exercise': {
      const name = exerciseOf(document.exercise)?.name[locale] ?? document.exercise
      return { heading: `${word('exercise')}: ${name}`, rows: document.answers.map(({ asked, text }) => [asked, text]) }
    }
    case 'pulse':
      return {
        heading: word('pulse'),
        rows: [[pulseQuestion[locale], labelOf(pulseAnswers, document.answer, locale)]],
      }
    case 'sleep':
      return { heading: word('sleep'), rows: sleepRows(document, locale) }
    case 'caseNote':
      return { heading: word('caseNote'), rows: [[word('text'), document.text]] }
  }
}

function entryRows(entry: Entry, locale: Locale): Part['rows'] {
  const row = (key: TakeOutWord, value: string | number | null) => [takeOutWords[key][locale], said(value)] as const
  const tapped = (chips: readonly Chip[], keys: readonly string[]) =>
    keys.map((key) => labelOf(chips, key, locale)).join(', ')
  const body = [tapped(bodySignals, entry.bodySignals), said(entry.bodyText)].filter((text) => text !== '').join('\n')
  return [
    row('trigger', entry.trigger),
    row('bodySignals', body),
    row('did', entry.did),
    row('helped', entry.helped),
    row('stressors', tapped(stressors, entry.stressors)),
    row('demands', entry.demands),
    row('influence', entry.influence),
    row('support', entry.support),
    ...(entry.sleep ? sleepRows(entry.sleep, locale) : []),
    row('text', entry.text),
    ...recoveryThemes.map(({ key, name }) => [name[locale], said(entry.recovery[key])] as const),
  ]
}

const sleepRows = (sleep: SleepLog, locale: Locale): Part['rows'] =>
  (['quality', 'bedtime', 'wakeTime', 'workThoughts'] as const).map((key) => [
    takeOutWords[key][locale],
    said(sleep[key]),
  ])

const said = (value: string | number | null): string => (value === null ? '' : String(value))

const inFull = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(day),
  )

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
