import { emailAddress, firstProblem, type Problem } from '../text.ts'
import { type NewPerson, newPerson } from './person.ts'

export interface ListProblem {
  /** Counted from 1, as people count lines. */
  readonly line: number
  readonly text: string
  readonly problem: Problem
}

export interface PeopleList {
  readonly people: readonly NewPerson[]
  readonly problems: readonly ListProblem[]
  /** Addresses that stand in the list more than once; the first one counts. */
  readonly duplicates: readonly { readonly line: number; readonly email: string }[]
}

/** Longer lists come from an import gone wrong rather than from a person. */
export const maxPeopleInList = 500

/**
 * Reads a pasted list, one person a line: `Name <mail>`, `mail`, or columns from Excel and CSV
 * (`Name;mail;title;workplace;level`, by tab, semicolon or comma, the mail in any column). A row of headings is passed
 * over, and several `Name <mail>` on one line, as mail programs copy them, are taken apart. Nothing is dropped silently:
 * each line ends as a person, a problem or a duplicate.
 */
export function parsePeopleList(text: string): PeopleList {
  const people = new Map<string, NewPerson>()
  const problems: ListProblem[] = []
  const duplicates: { line: number; email: string }[] = []
  for (const { line, text: entry } of entries(text)) {
    if (people.size >= maxPeopleInList) {
      problems.push({ line, text: entry, problem: 'tooMany' })
      continue
    }
    const found = candidate(entry)
    const problem = problemOf(found)
    if (problem) {
      problems.push({ line, text: entry, problem })
      continue
    }
    const person = newPerson.parse(found)
    if (people.has(person.email)) duplicates.push({ line, email: person.email })
    else people.set(person.email, person)
  }
  return { people: [...people.values()], problems, duplicates }
}

type Candidate = Record<keyof NewPerson, string | number | null>

/** Without a usable address nothing else about the line matters; a name with an @ is a second address. */
function problemOf(person: Candidate): Problem | null {
  if (person.email === null) return 'notAnEmail'
  if (String(person.name).includes('@')) return 'invalid'
  return firstProblem(emailAddress, person.email) ?? firstProblem(newPerson, person)
}

/** One entry a person: several that mail programs copied onto one line are taken apart. */
function entries(text: string): { line: number; text: string }[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((each, index) => ({ line: index + 1, text: each.trim() }))
    .filter((each) => each.text !== '')
  const rows = lines[0] && isHeading(lines[0].text) ? lines.slice(1) : lines
  return rows.flatMap(({ line, text: row }) => apart(row).map((each) => ({ line, text: each })))
}

const isHeading = (row: string): boolean => !row.includes('@') && /mail/i.test(row)

function apart(row: string): string[] {
  const angled = (row.match(/<[^<>]*>/g) ?? []).length > 1
  const pieces = row.split(angled ? /(?<=>)\s*[;,]?\s*/ : /[\t;,]/).map((each) => each.trim())
  const given = pieces.filter((each) => each !== '')
  return given.length > 1 && given.every((each) => each.includes('@')) ? given : [row]
}

function candidate(row: string): Candidate {
  const together = /^(.*?)<\s*([^<>]*?)\s*>[\s;,]*$/.exec(row) ?? /^([^\t;,]*\S)\s+([^\s;,]+@[^\s;,]+)$/.exec(row)
  if (together) {
    const [, name = '', email = ''] = together
    return { name: unquote(name) || nameFrom(email), email, title: null, workplace: null, managementLevel: null }
  }
  const cells = columns(row)
  const at = cells.findIndex((cell) => cell.includes('@'))
  const email = cells[at]?.replace(/^<|>$/g, '') ?? null
  const before = cells.slice(0, Math.max(at, 0)).filter((cell) => cell !== '')
  const after = cells.slice(at + 1)
  const name = at > 0 ? before.join(' ') : (after.shift() ?? '')
  const [title = '', workplace = '', level = ''] = after
  return {
    name: name || nameFrom(email ?? ''),
    email,
    title,
    workplace,
    managementLevel: level === '' ? null : Number(level),
  }
}

/** Splits by the first separator that the row uses outside quotation marks: tab, then semicolon, then comma. */
function columns(row: string): string[] {
  const bare = row.replace(/"[^"]*"/g, '')
  const separator = ['\t', ';', ','].find((each) => bare.includes(each))
  if (!separator) return [unquote(row)]
  const cell = new RegExp(`(?:^|${separator})("(?:[^"]|"")*"|[^${separator}]*)`, 'g')
  return [...row.matchAll(cell)].map(([, text = '']) => unquote(text))
}

function unquote(text: string): string {
  const trimmed = text.trim()
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed
}

/** A first guess at a name that was not given, for the reader to mend: `mette.holm@…` becomes "Mette Holm". */
function nameFrom(email: string): string {
  const [local = ''] = email.trim().split('@')
  const words = local.split(/[._\d-]+/).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ') || local
}
