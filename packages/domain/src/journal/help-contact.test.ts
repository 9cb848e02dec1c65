import { expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import { defaultHelpContacts, helpContactLists, helpContacts, mayEditHelpContacts } from './help-contact.ts'

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

test('there is a list in each language', () => {
  expect(parse(helpContactLists, defaultHelpContacts)).toEqual(defaultHelpContacts)
  expect(() => parse(helpContactLists, { da: defaultHelpContacts.da })).toThrow('InvalidInput')
})

test('the admins of an organisation keep its list, and nobody else', () => {
  const viewer = { personId: 'a', organisationId: 'here', isAdmin: true, isConsultant: false }
  expect(mayEditHelpContacts(viewer, 'here')).toBe(true)
  expect(mayEditHelpContacts(viewer, 'elsewhere')).toBe(false)
  expect(mayEditHelpContacts({ ...viewer, isAdmin: false, isConsultant: true }, 'here')).toBe(false)
})
