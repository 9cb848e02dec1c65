export interface CsvDialect {
  readonly separator: ';' | ','
  readonly newline: '\r\n' | '\n'
  /** Stands before everything else: Excel takes a file without it for the local code page. */
  readonly byteOrderMark: '\uFEFF' | ''
}

/** `danishExcel` opens by a double click in a Danish Excel, where the comma is the decimal sign; `plain` is for programs. */
export const csvDialects = {
  danishExcel: { separator: ';', newline: '\r\n', byteOrderMark: '\uFEFF' },
  plain: { separator: ',', newline: '\n', byteOrderMark: '' },
} as const satisfies Record<string, CsvDialect>
export type CsvDialectName = keyof typeof csvDialects

/**
 * What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"), with the full-width forms that Excel takes
 * for the same. As data, like the two below, so that an export written in SQL goes by the very same ones.
 */
export const formulaSigns = ['=', '+', '-', '@', '＝', '＋', '－', '＠'] as const

/** Those that count as a formula's beginning by themselves. */
export const formulaBreaks = ['\t', '\r', '\n'] as const

/** White space, control and format characters, which a spreadsheet may drop before it looks: first and last of each range. */
export const droppedCharacters = [
  [0x00, 0x20],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x2064],
  [0x2066, 0x206f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0x110bd, 0x110bd],
  [0x110cd, 0x110cd],
  [0x13430, 0x1343f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0001, 0xe0001],
  [0xe0020, 0xe007f],
] as const

const codeOf = (character: string) => character.codePointAt(0) ?? 0
const between = ([first, last]: readonly [number, number]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`
const anyOf = (characters: readonly string[]) =>
  characters.map((each) => between([codeOf(each), codeOf(each)])).join('')
const formula = new RegExp(
  `^(?:[${anyOf(formulaBreaks)}]|[${droppedCharacters.map(between).join('')}]*[${anyOf(formulaSigns)}])`,
  'u',
)

/** The text with an apostrophe before it if a spreadsheet would calculate it; otherwise exactly the text. */
export const defused = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** One field: defused, and quoted where the separator, a quotation mark, a line break or outer white space asks for it (RFC 4180). */
export function csvField(text: string, { separator }: CsvDialect): string {
  const safe = defused(text)
  const needsQuotes = safe.includes(separator) || /["\r\n]|^\s|\s$/.test(safe)
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a file, with its newline. */
export const csvLine = (cells: readonly string[], dialect: CsvDialect): string =>
  cells.map((cell) => csvField(cell, dialect)).join(dialect.separator) + dialect.newline

/** The beginning of a file: the byte order mark, where the dialect has one, and the line of headings. */
export const csvStart = (headings: readonly string[], dialect: CsvDialect): string =>
  dialect.byteOrderMark + csvLine(headings, dialect)
