import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, newEntry } from './entry.ts'
import { foundPlace } from './found-place.ts'

const entry = (fields: Partial<Entry>): Entry => ({ ...newEntry('2026-11-25T12:00:00+01:00'), ...fields })
const shown = (document: Entry, query: string, locale: 'da' | 'en' = 'da') => {
  const place = foundPlace(document, query, locale)
  return place && `${place.label}: ${place.parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')}`
}

test('a place is shown with its heading, and the words that were found in it', () => {
  const document = entry({ did: 'Jeg gik en tur ved åen.', helped: 'Turen' })
  expect(shown(document, 'tur')).toBe('Hvad jeg gjorde: Jeg gik en [tur] ved åen.')
  expect(shown(document, 'ÅEN tu')).toBe('Hvad jeg gjorde: Jeg gik en [tur] ved [åen].')
  expect(shown(document, 'turen')).toBe('Hvad der hjalp: [Turen]')
})

test('the place with most of the words is chosen', () => {
  expect(shown(entry({ trigger: 'mødet', text: 'Efter mødet med Bo' }), 'møde bo')).toBe(
    'Fri tekst: Efter [mødet] med [Bo]',
  )
})

test('what was tapped is found by its label; of the other language nothing is shown', () => {
  const document = entry({ stressors: ['cuts'] })
  expect(shown(document, 'bespar')).toBe('Belastninger: [Besparelser]')
  expect(shown(document, 'bespar', 'en')).toBeNull()
})

test('a long text is cut between words, around what was found', () => {
  const text = `${'ord '.repeat(100)}nålen ${'mere '.repeat(100)}`.trim()
  const place = foundPlace(entry({ text }), 'nål', 'da')
  const all = place?.parts.map((part) => part.text).join('') ?? ''
  expect(all.length).toBeLessThan(200)
  expect(all).toMatch(/^… ord .* nålen mere .*mere …$/)
})

test('the parts are a piece of the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 5 }), (text, query) => {
      const place = foundPlace(entry({ text }), query, 'da')
      if (!place) return
      const joined = place.parts.map((part) => part.text).join('')
      const inner = joined.startsWith('…') && !text.startsWith(joined.slice(0, 3)) ? joined.slice(1) : joined
      expect(text.includes(inner) || text.includes(inner.replace(/ …$/, ''))).toBe(true)
      expect(place.parts.some(({ isFound }) => isFound)).toBe(true)
    }),
  )
})
