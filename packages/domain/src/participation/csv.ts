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
 * The characters that make a spreadsheet read a cell as a formula, with the full-width ones that Excel takes for the same
 * (OWASP, "CSV Injection"). As data, so that an export written in SQL can use the very same ones.
 */
export const formulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const

/** White space, control and format characters that a spreadsheet may drop before it looks for a formula. */
const dropped = String.raw`[\s\p{Cc}\p{Cf}]`
const formula = new RegExp(`^(?:[\\t\\r\\n]|${dropped}*[=+\\-@＝＋－＠])`, 'u')

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
