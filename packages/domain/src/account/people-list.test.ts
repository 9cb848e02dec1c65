import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxPeopleInList, parsePeopleList } from './people-list.ts'

const mette = { name: 'Mette Holm', email: 'mette@k.dk', title: null, workplace: null, managementLevel: null }
const placed = { ...mette, title: 'Skoleleder', workplace: 'Nordre Skole' }

describe('one line reads as one person', () => {
  test.each([
    ['Mette Holm <Mette@K.dk>', mette],
    ['  Mette Holm < mette@k.dk > ;', mette],
    ['"Mette Holm" <mette@k.dk>', mette],
    ['Mette Holm mette@k.dk', mette],
    ['"Holm, Mette" <mette@k.dk>', { ...mette, name: 'Holm, Mette' }],
    ['Mette Holm;mette@k.dk', mette],
    ['Mette Holm;<mette@k.dk>;Skoleleder;Nordre Skole', placed],
    ['Mette Holm;mette@k.dk;Skoleleder;Nordre Skole', placed],
    ['Mette Holm\tmette@k.dk\tSkoleleder\tNordre Skole', placed],
    ['Mette Holm, mette@k.dk, Skoleleder, Nordre Skole', placed],
    ['"Mette Holm";"mette@k.dk";"Skoleleder";"Nordre Skole"', placed],
    ['Mette\tHolm\tmette@k.dk\tSkoleleder\tNordre Skole', placed],
    ['mette@k.dk;Mette Holm;Skoleleder;Nordre Skole', placed],
    ['Mette Holm;mette@k.dk;;Nordre Skole;3', { ...mette, workplace: 'Nordre Skole', managementLevel: 3 }],
    [
      'Mette Holm;mette@k.dk;"Leder; skole og SFO";"Skolen ""Nord"""',
      { ...mette, title: 'Leder; skole og SFO', workplace: 'Skolen "Nord"' },
    ],
    ['mette.holm@k.dk', { ...mette, email: 'mette.holm@k.dk' }],
    ['<mette.holm@k.dk>', { ...mette, email: 'mette.holm@k.dk' }],
    ['m42@k.dk', { ...mette, name: 'M', email: 'm42@k.dk' }],
    ['42@k.dk', { ...mette, name: '42', email: '42@k.dk' }],
  ])('%s', (text, person) => {
    expect(parsePeopleList(text)).toEqual({ people: [person], problems: [], duplicates: [] })
  })
})

test('mails that stand together on one line are taken apart', () => {
  const emails = (text: string) => parsePeopleList(text).people.map(({ email }) => email)
  expect(emails('Mette <m@k.dk>; "Holm, Jonas" <j@k.dk>, <a@k.dk>')).toEqual(['m@k.dk', 'j@k.dk', 'a@k.dk'])
  expect(emails('m@k.dk; j@k.dk')).toEqual(['m@k.dk', 'j@k.dk'])
})

test('a row of headings is passed over, a person is not', () => {
  expect(parsePeopleList('Navn;Mailadresse;Titel\nMette Holm;mette@k.dk').people).toEqual([mette])
  expect(parsePeopleList('Navn Navnesen').problems).toEqual([{ line: 1, text: 'Navn Navnesen', problem: 'notAnEmail' }])
})

test('problems and duplicates are found where they stand', () => {
  const list = [
    'Mette Holm;mette@k.dk',
    '',
    'Jonas',
    'Ali;ali@',
    'METTE@K.DK',
    `${'x'.repeat(121)};b@k.dk`,
    'Ida;ida@k.dk;;;9',
    'Bo\u0007;bo@k.dk',
  ]
  expect(parsePeopleList(list.join('\r\n'))).toEqual({
    people: [mette],
    problems: [
      { line: 3, text: 'Jonas', problem: 'notAnEmail' },
      { line: 4, text: 'Ali;ali@', problem: 'notAnEmail' },
      { line: 6, text: list[5], problem: 'tooLong' },
      { line: 7, text: 'Ida;ida@k.dk;;;9', problem: 'tooLarge' },
      { line: 8, text: 'Bo\u0007;bo@k.dk', problem: 'controlCharacter' },
    ],
    duplicates: [{ line: 5, email: 'mette@k.dk' }],
  })
})

test('a second address in the place of a name is asked about, not guessed', () => {
  expect(parsePeopleList('a@k.dk;b@k.dk;Leder').problems).toMatchObject([{ problem: 'invalid' }])
})

test('a list has an end', () => {
  const { people, problems } = parsePeopleList(
    Array.from({ length: maxPeopleInList + 2 }, (_, at) => `p${at}@k.dk`).join('\n'),
  )
  expect(people).toHaveLength(maxPeopleInList)
  expect(problems.map(({ problem }) => problem)).toEqual(['tooMany', 'tooMany'])
})

test('every line that is not blank ends as a person, a problem or a duplicate', () => {
  const cell = fc.oneof(
    fc.constantFrom('m@k.dk', 'Mette', '<j@k.dk>', '"', ';', ',', '\t', ' ', '@', '<', '>'),
    fc.string({ maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
      const text = rows.map((row) => row.join('').replace(/[\r\n]/g, '')).join('\n')
      const lines = text.split('\n').filter((each, at) => each.trim() !== '' && !(at === 0 && /mail/i.test(each)))
      const { people, problems, duplicates } = parsePeopleList(text)
      expect(people.length + problems.length + duplicates.length).toBeGreaterThanOrEqual(lines.length)
      expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
    }),
    { numRuns: 500 },
  )
})
