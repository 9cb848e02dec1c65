import { expect, test } from 'vitest'
import { guide, guideReaders } from './guide.ts'
import { studies } from './guide-evidence.ts'
import { guideSources } from './guide-sources.ts'

const points = guideReaders.flatMap((reader) => guide[reader].flatMap((section) => section.points))
const texts = [
  ...guideReaders.flatMap((reader) => guide[reader].map(({ title }) => title)),
  ...points.map(({ text }) => text),
  ...studies.flatMap(({ who, found, caution }) => [who, found, caution]),
]

test('every text is there in both languages, and they differ', () => {
  for (const { da, en } of texts) {
    expect(da.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(da).not.toBe(en)
  }
})

test('every source is used, and can be opened', () => {
  const used = new Set([...points.flatMap(({ sources }) => sources), ...studies.map(({ source }) => source)])
  expect([...used].toSorted()).toEqual(Object.keys(guideSources).toSorted())
  for (const { url } of Object.values(guideSources)) expect(URL.canParse(url)).toBe(true)
})

test('every study says what speaks against making much of it', () => {
  expect(studies.every(({ caution }) => caution.da.length > 10)).toBe(true)
})

test('nothing is promised against stress, and the report of 2006 is not called the source of the methods', () => {
  for (const { da, en } of texts) {
    expect(da).not.toMatch(/reducerer stress|fjerner stress|forebygger stress/)
    expect(en).not.toMatch(/reduces stress|prevents stress|removes stress/)
  }
  const report = points.find(({ sources }) => sources.includes('reportArticle'))
  expect(report?.text.da).toContain('Metoderne i værktøjskassen er ikke rapportens')
})
