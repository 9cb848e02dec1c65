import { expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import { defaultHelpContacts, helpContacts } from './help-contact.ts'

const doctor = { label: 'Din egen læge' }

test.each(['da', 'en'] as const)('the list that holds from the start may be saved as it is (%s)', (locale) => {
  expect(parse(helpContacts, defaultHelpContacts[locale])).toEqual(defaultHelpContacts[locale])
  expect(defaultHelpContacts[locale].at(-1)?.phone).toBe('112')
})

test('a contact may be a name alone', () => {
  expect(parse(helpContacts, [{ ...doctor, phone: '' }])).toEqual([{ ...doctor, text: null, phone: null, url: null }])
})

test.each([
  [[], 'tooFew'],
  [Array.from({ length: 9 }, () => doctor), 'tooMany'],
  [[{ label: '' }], 'empty'],
  [[{ label: 'x'.repeat(81) }], 'tooLong'],
  [[{ ...doctor, text: 'x'.repeat(301) }], 'tooLong'],
  [[{ ...doctor, phone: 'ring' }], 'invalid'],
  [[{ ...doctor, phone: '70201201;ext=1' }], 'invalid'],
  [[{ ...doctor, url: 'javascript:alert(1)' }], 'notHttps'],
  ['nobody', 'invalid'],
])('%j is refused as %s', (contacts, problem) => expect(firstProblem(helpContacts, contacts)).toBe(problem))
