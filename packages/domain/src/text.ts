import { z } from 'zod'
import { Refusal } from './errors.ts'

/** What can be wrong with a piece of input: stable keys, translated by the page. */
export const problems = [
  'empty',
  'tooLong',
  'controlCharacter',
  'notAnEmail',
  'notADate',
  'notATime',
  'notHttps',
  'tooEarly',
  'tooLate',
  'tooSmall',
  'tooLarge',
  'tooFew',
  'tooMany',
  'duplicate',
  'unknown',
  'invalid',
] as const

export type Problem = (typeof problems)[number]

export interface InputIssue {
  /** Dotted path into the input, empty for the input itself. */
  readonly path: string
  readonly problem: Problem
}

/** The input cannot be used; each issue says where and why. */
export class InvalidInput extends Refusal {
  readonly issues: readonly InputIssue[]

  constructor(issues: readonly InputIssue[]) {
    super('InvalidInput')
    this.issues = issues
  }
}

/** The input as the schema understands it. Throws {@link InvalidInput} with one issue for each place. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const issues = new Map<string, InputIssue>()
  for (const issue of result.error.issues) {
    for (const place of placesOf(issue)) {
      const path = place.map(String).join('.')
      if (!issues.has(path)) issues.set(path, { path, problem: problemOf(issue) })
    }
  }
  throw new InvalidInput([...issues.values()])
}

/** The first thing wrong with one value, or null: for lists and forms that show each fault beside its field. */
export function firstProblem(schema: z.ZodType, input: unknown): Problem | null {
  const issue = schema.safeParse(input).error?.issues[0]
  return issue ? problemOf(issue) : null
}

/** One line of text: outer white space trimmed, everything else kept exactly. `max` counts Unicode code points. */
export const line = (max: number) =>
  z
    .string({ error: 'invalid' })
    .trim()
    .superRefine(refuse(lineProblem(max)))

/** Text over several lines; line breaks and tabs are kept as they were written. */
export const prose = (max: number) =>
  z
    .string({ error: 'invalid' })
    .trim()
    .superRefine(refuse(proseProblem(max)))

/** A line that may be left out: missing, null and blank all mean null. */
export const optionalLine = (max: number) => blankAsNull(line(max))

/** Prose that may be left out: missing, null and blank all mean null. */
export const optionalProse = (max: number) => blankAsNull(prose(max))

/** Lower-cased, so that one person is one address. At most 254 characters, as SMTP allows (RFC 5321, 4.5.3.1.3). */
export const emailAddress = z.string({ error: 'invalid' }).trim().toLowerCase().superRefine(refuse(emailProblem))

/** A real day of the calendar, 'YYYY-MM-DD', from 1900 to 2199. */
export const isoDate = z.string({ error: 'notADate' }).superRefine(refuse(dateProblem))

/** 'HH:MM' on the 24-hour clock. */
export const clockTime = z.string({ error: 'notATime' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'notATime' })

/** A link that is safe to show as one: https, no user name or password in it, at most 500 characters. */
export const httpsUrl = z.string({ error: 'invalid' }).trim().superRefine(refuse(urlProblem))

export const optionalHttpsUrl = blankAsNull(httpsUrl)

export const wholeNumber = (min: number, max: number) =>
  z.int({ error: 'invalid' }).min(min, { error: 'tooSmall' }).max(max, { error: 'tooLarge' })

export const locale = z.enum(['da', 'en'], { error: 'unknown' })
export type Locale = z.output<typeof locale>

/** One text in every language. */
export type Words = Readonly<Record<Locale, string>>

export const theme = z.enum(['light', 'dark', 'auto'], { error: 'unknown' })
export type Theme = z.output<typeof theme>

const isProblem = (text: string): text is Problem => (problems as readonly string[]).includes(text)

/** What does not belong there is named itself, not only the object that it was found in. */
const placesOf = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (isProblem(issue.message)) return issue.message
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'tooFew' : 'tooSmall'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'tooMany' : 'tooLarge'
  return 'invalid'
}

function refuse(find: (text: string) => Problem | null) {
  return (text: string, context: z.core.$RefinementCtx) => {
    const problem = find(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  }
}

function blankAsNull<Schema extends z.ZodType>(schema: Schema) {
  const isBlank = (input: unknown) => input === undefined || (typeof input === 'string' && input.trim() === '')
  return z.preprocess((input) => (isBlank(input) ? null : input), schema.nullable())
}

const inLine = /[\p{Cc}\u2028\u2029]/u
const inProse = /(?![\t\n\r])\p{Cc}/u

function lineProblem(max: number) {
  return (text: string) => textProblem(text, max, inLine)
}

function proseProblem(max: number) {
  return (text: string) => textProblem(text, max, inProse)
}

/** Half a surrogate pair counts as a control character: no database could keep it exactly. */
function textProblem(text: string, max: number, forbidden: RegExp): Problem | null {
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(text) && !forbidden.test(text)) return 'empty'
  if (!text.isWellFormed() || forbidden.test(text)) return 'controlCharacter'
  return text.length > max && [...text].length > max ? 'tooLong' : null
}

const address =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

function emailProblem(text: string): Problem | null {
  if (text === '') return 'empty'
  if (text.length > 254) return 'tooLong'
  return address.test(text) && text.indexOf('@') <= 64 ? null : 'notAnEmail'
}

function dateProblem(text: string): Problem | null {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return 'notADate'
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 'notADate'
  if (year < 1900) return 'tooEarly'
  return year > 2199 ? 'tooLate' : null
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function urlProblem(text: string): Problem | null {
  if (text === '') return 'empty'
  if (text.length > 500) return 'tooLong'
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return 'invalid'
  const url = new URL(text)
  if (url.protocol !== 'https:') return 'notHttps'
  return url.username || url.password ? 'invalid' : null
}
