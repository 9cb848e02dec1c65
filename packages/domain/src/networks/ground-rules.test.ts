import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import {
  changedSections,
  checkGroundRules,
  checkVersion,
  GroundRulesChanged,
  GroundRulesIncomplete,
  type GroundRulesSection,
  groundRulesSections,
  hasAccepted,
  readGroundRules,
  requiredPoints,
  writeGroundRules,
} from './ground-rules.ts'
import { groundRulesTemplate } from './ground-rules-template.ts'

const section = (key: string, change: Partial<GroundRulesSection> = {}) => ({
  key,
  heading: `Om ${key}`,
  text: 'Vi …',
  ...change,
})

describe.each(['da', 'en'] as const)('the template in %s', (locale) => {
  const sections = groundRulesTemplate[locale]

  test('has every point, in order, in words that fit', () => {
    expect(sections.map(({ key }) => key)).toEqual(requiredPoints)
    expect(parse(groundRulesSections, sections)).toEqual(sections)
    expect(() => checkGroundRules(sections)).not.toThrow()
  })

  test('survives being written and read', () => {
    expect(readGroundRules(writeGroundRules(sections))).toEqual(sections)
  })
})

test('no required point may be left out; own ones may be added', () => {
  const all = [...groundRulesTemplate.da, section('mad-og-kaffe')]
  expect(() => checkGroundRules(all)).not.toThrow()
  for (const point of requiredPoints) {
    const without = all.filter(({ key }) => key !== point)
    expect(() => checkGroundRules(without)).toThrow(GroundRulesIncomplete)
    expect(() => checkGroundRules(without)).toThrow(expect.objectContaining({ missing: [point] }))
  }
})

test('a section needs words, and a key of its own', () => {
  expect(firstProblem(groundRulesSections, [section('a', { text: ' ' })])).toBe('empty')
  expect(firstProblem(groundRulesSections, [section('a', { heading: 'a\nb' })])).toBe('controlCharacter')
  expect(firstProblem(groundRulesSections, [section('a'), section('a')])).toBe('duplicate')
  expect(firstProblem(groundRulesSections, [section('a}\n## b {#c')])).toBe('invalid')
})

test('a change asks again', () => {
  expect([hasAccepted(null, 1), hasAccepted(1, 1), hasAccepted(1, 2)]).toEqual([false, true, false])
  expect(() => checkVersion(1, 2)).toThrow(GroundRulesChanged)
  expect(() => checkVersion(2, 2)).not.toThrow()
})

test('what is written is read again, whatever the words', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('## Et {#a}', '\\## to', '# tre', '{#b}', 'a\n\n## b {#c}\nd', 'a\r\n## b {#c}\r\nc'),
  )
  const anySection = fc.record({
    key: fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,9}$/),
    heading: words,
    text: fc.array(words).map((lines) => lines.join('\n')),
  })
  fc.assert(
    fc.property(fc.uniqueArray(anySection, { selector: ({ key }) => key, maxLength: 4 }), (given) => {
      const result = groundRulesSections.safeParse(given)
      fc.pre(result.success)
      expect(readGroundRules(writeGroundRules(result.data ?? []))).toEqual(result.data)
    }),
    { numRuns: 500 },
  )
})

test('a text edited by hand on Windows reads the same', () => {
  const text = writeGroundRules(groundRulesTemplate.da).replaceAll('\n', '\r\n')
  expect(changedSections(groundRulesTemplate.da, readGroundRules(text))).toEqual([])
})

test('a member reads again what was added, edited or removed, and nothing else', () => {
  const before = [section('a'), section('b'), section('c')]
  const after = [section('c', { text: 'Nyt' }), section('a'), section('d')]
  expect(changedSections(before, after)).toEqual([
    { key: 'c', change: 'edited' },
    { key: 'd', change: 'added' },
    { key: 'b', change: 'removed' },
  ])
  expect(changedSections(before, [section('a', { heading: 'Nyt' }), section('b'), section('c')])).toEqual([
    { key: 'a', change: 'edited' },
  ])
})
