import { expect, test } from 'vitest'
import { draftFrom, networkDraft } from './draft.ts'
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
  expect(networkDraft.safeParse(twice).error?.issues).toEqual([
    expect.objectContaining({ path: ['people'], message: 'duplicate' }),
  ])
})
