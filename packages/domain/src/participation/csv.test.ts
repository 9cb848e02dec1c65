import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CsvDialect,
  csvDialects,
  csvField,
  csvLine,
  csvStart,
  defused,
  droppedCharacters,
  formulaBreaks,
  formulaSigns,
} from './csv.ts'

/** An independent reader of RFC 4180, character by character. */
function read(text: string, { separator, newline, byteOrderMark }: CsvDialect): string[][] {
  expect(text.startsWith(byteOrderMark)).toBe(true)
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const end = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = byteOrderMark.length; at < text.length; at++) {
    const character = text[at]
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') cell += text[at++]
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === separator) end()
    else if (text.startsWith(newline, at)) {
      end()
      rows.push([])
      at += newline.length - 1
    } else cell += character
  }
  expect([cell, quoted, rows.pop()]).toEqual(['', false, []])
  return rows
}

test('Danish Excel gets a byte order mark, semicolons and CRLF; programs get the plain form', () => {
  const file = (dialect: CsvDialect) =>
    csvStart(['Navn', 'Sted'], dialect) + csvLine(['Åse', 'Nord; Syd, Øst'], dialect)
  expect(file(csvDialects.danishExcel)).toBe('\uFEFFNavn;Sted\r\nÅse;"Nord; Syd, Øst"\r\n')
  expect(file(csvDialects.plain)).toBe('Navn,Sted\nÅse,"Nord; Syd, Øst"\n')
})

test('what a spreadsheet may drop is all white space, control and format characters of Unicode', () => {
  const isListed = (code: number) => droppedCharacters.some(([first, last]) => code >= first && code <= last)
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    if (isListed(code) !== /[\s\p{Cc}\p{Cf}]/u.test(String.fromCodePoint(code))) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})

describe('a formula', () => {
  const attacks = [
    "=cmd|' /C calc'!A0",
    '+1+1',
    '-2+3',
    '@SUM(1+1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    ' =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '=',
  ]
  test.each(attacks)('%j is defused', (text) => {
    expect(defused(text)).toBe(`'${text}`)
  })

  test.each([...formulaBreaks, ...formulaSigns])('no cell of a file begins with %j', (start) => {
    for (const dialect of Object.values(csvDialects)) {
      const [[cell = ''] = []] = read(dialect.byteOrderMark + csvLine([`${start}1`], dialect), dialect)
      expect(cell.startsWith("'")).toBe(true)
    }
  })

  test.each(['Mette Holm', "d'Or", 'a=b', 'Nord-Syd', 'mail@k.dk', '', '2026-12-01', 'Åse', '😀', 'שלום'])(
    '%j is none, and stays as it is',
    (text) => {
      expect(defused(text)).toBe(text)
      expect(csvField(text, csvDialects.danishExcel)).toBe(text)
    },
  )
})

describe.each(Object.entries(csvDialects))('a reader of %s', (_, dialect) => {
  const awkward = fc.constantFrom(';', ',', '"', '""', '\r', '\n', '\r\n', '=', '\t', ' ', "'", '\uFEFF')
  const text = fc
    .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 5 })
    .map((parts) => parts.join(''))

  test('gets every text back, with an apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        ([first = [], ...rest]) => {
          const file = csvStart(first, dialect) + rest.map((row) => csvLine(row, dialect)).join('')
          expect(read(file, dialect)).toEqual([first, ...rest].map((row) => row.map(defused)))
        },
      ),
    )
  })

  test('never meets a cell that begins like a formula', () => {
    fc.assert(
      fc.property(text, (given) => {
        const [[cell = ''] = []] = read(csvStart([given], dialect), dialect)
        expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/)
        expect(cell).not.toMatch(/^[\t\r\n]/)
      }),
    )
  })
})
