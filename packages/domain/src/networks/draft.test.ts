import { expect, test } from 'vitest'
import { draftFrom, lastDayOfAccess, networkDraft } from './draft.ts'
import { checkGroundRules } from './ground-rules.ts'
import { missingSteps } from './network.ts'
import { templateIds } from './template.ts'

test.each(templateIds.flatMap((template) => [[template, 'da'] as const, [template, 'en'] as const]))(
  'a draft from %s (%s) lacks its people and nothing else',
  (template, language) => {
    const draft = draftFrom(template, language, '2026-11-23')
    expect(networkDraft.parse(draft)).toEqual(draft)
    expect(missingSteps({ ...draft, memberCount: draft.people.length })).toEqual(['members'])
    expect(() => checkGroundRules(draft.groundRules)).not.toThrow()
  },
)

test('one address stands in a draft once', () => {
  const person = { name: 'Mette', email: 'mette@k.dk', title: null, workplace: null, managementLevel: null }
  const twice = { ...draftFrom('home', 'da', '2026-11-23'), people: [person, { ...person, email: 'METTE@k.dk' }] }
  expect(networkDraft.safeParse(twice).error?.issues).toEqual([expect.objectContaining({ path: ['people'], message: 'duplicate' })])
})

test('access ends on the day of the last meeting that the consultant facilitates, at the latest with the network', () => {
  const days = ['2027-01-05', '2027-02-02', '2027-03-02']
  expect(lastDayOfAccess(2, days, '2027-06-01')).toBe('2027-02-02')
  expect(lastDayOfAccess(4, days, '2027-06-01')).toBe('2027-06-01')
  expect(lastDayOfAccess(null, days, '2027-06-01')).toBe('2027-06-01')
})
