import { expect, test } from 'vitest'
import { cellsOf, headings, participationColumns } from './columns.ts'

test('the contract of every export is this, and a change of it is a decision', () => {
  expect(participationColumns.map(({ key, type }) => `${key}: ${type}`)).toEqual([
    'network: name',
    'meeting_date: date',
    'person: name',
    'workplace: name',
    'role_in_network: role',
    'invited: yesNo',
    'coming: yesNo',
    'regrets: yesNo',
    'attended: yesNo',
    'methods: methods',
  ])
})

test('a row reads in Danish and in English, and is silent where nobody answered', () => {
  const row = {
    network: 'Skolelederne Nord',
    meeting_date: '2026-12-01',
    person: 'Mette Holm',
    workplace: null,
    role_in_network: 'convenor',
    invited: true,
    coming: false,
    regrets: null,
    attended: true,
    methods: 'reflekterende-team, own',
  } as const
  expect(cellsOf(row, 'da')).toEqual([
    'Skolelederne Nord',
    '2026-12-01',
    'Mette Holm',
    '',
    'tovholder',
    'ja',
    'nej',
    '',
    'ja',
    'reflekterende-team, own',
  ])
  expect(cellsOf(row, 'en')).toEqual([
    'Skolelederne Nord',
    '2026-12-01',
    'Mette Holm',
    '',
    'convenor',
    'yes',
    'no',
    '',
    'yes',
    'reflekterende-team, own',
  ])
})

test('every column has a heading of its own in both languages', () => {
  for (const locale of ['da', 'en'] as const) {
    expect(new Set(headings(locale)).size).toBe(participationColumns.length)
    expect(headings(locale).every((heading) => heading.length > 0)).toBe(true)
  }
})
