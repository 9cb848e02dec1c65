import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '../day.ts'
import { type Entry, newEntry } from './entry.ts'
import { makeSearchIndex } from './search.ts'

const entry = (text: string, fields: Partial<Entry> = {}): Entry => ({
  ...newEntry('2026-11-25T12:00:00+01:00'),
  text,
  ...fields,
})
const found = (text: string, query: string) => {
  const index = makeSearchIndex()
  index.add('a', entry(text))
  return index.find(query).length === 1
}

describe('a word is found', () => {
  test.each([
    ['Mødet løb løbsk', 'mødet'],
    ['Mødet løb løbsk', 'LØBSK mød'],
    ['Idé på caféen', 'ide cafe'],
    ['Ide på cafeen', 'idé'],
    ['Året gik', 'år'],
    ['Året gik', 'A\u030AR'],
    ['A\u030Aret gik', 'år'],
    ['Størst i 2026', '202'],
    ['“Nej!” sagde hun', 'nej'],
    ['MED-udvalget', 'udvalg'],
    ['Müller', 'muller'],
  ])('in %j by %j', (text, query) => expect(found(text, query)).toBe(true))

  test.each([
    ['Året gik', 'ar'],
    ['Arene', 'år'],
    ['Mødet', 'modet'],
    ['Modet', 'mødet'],
    ['Særlig', 'saer'],
    ['Mødet løb løbsk', 'ødet'],
    ['Mødet løb løbsk', 'mødet roligt'],
    ['Mødet', ''],
    ['Mødet', ' … '],
  ])('but not in %j by %j', (text, query) => expect(found(text, query)).toBe(false))
})

test('every place where something was written is searched, and the labels in both languages', () => {
  const index = makeSearchIndex()
  index.add(
    'e',
    entry('fri', {
      trigger: 'udløser',
      did: 'gjorde',
      helped: 'hjalp',
      bodyText: 'nakken',
      stressors: ['cuts'],
      bodySignals: ['heart'],
      recovery: { relax: 'badet', detach: 'skoven', learn: 'kinesisk', choose: 'haven' },
    }),
  )
  index.add('x', {
    type: 'exercise',
    format: 1,
    exercise: 'dagslut',
    day: '2026-11-24',
    writtenAt: '2026-11-24T12:00:00+01:00',
    answers: [{ phase: 'luk', asked: 'Hvad?', text: 'aftensmad' }],
  })
  index.add('c', {
    type: 'caseNote',
    format: 1,
    day: '2026-11-23',
    text: 'medtaget',
    fromItem: '0b9f0f0e-6a86-4d0c-9d3f-0a3a4f6f0c11',
  })
  const words = [
    'fri',
    'udløser',
    'gjorde',
    'hjalp',
    'nakken',
    'besparelser',
    'cuts',
    'hjertebanken',
    'pounding',
    'badet',
    'skoven',
    'kinesisk',
    'haven',
  ]
  for (const word of words) expect([word, index.find(word)]).toEqual([word, ['e']])
  expect(index.find('aftensmad')).toEqual(['x'])
  expect(index.find('medtaget')).toEqual(['c'])
})

test('the newest day comes first, and on one day what was written last', () => {
  const index = makeSearchIndex()
  index.add('old', entry('møde', { day: '2026-01-01' }))
  index.add('noon', entry('møde'))
  index.add('evening', entry('møder', { writtenAt: '2026-11-25T20:00:00+01:00' }))
  expect(index.find('møde')).toEqual(['evening', 'noon', 'old'])
})

test('a document that is changed or removed is not found by what it said', () => {
  const index = makeSearchIndex()
  index.add('a', entry('mødet løb'))
  index.add('b', entry('mødet gik'))
  index.add('a', entry('samtalen'))
  expect([index.find('mødet'), index.find('løb'), index.find('samtalen')]).toEqual([['b'], [], ['a']])
  index.remove('b')
  index.remove('unknown')
  expect([index.find('mødet'), index.find('g')]).toEqual([[], []])
})

test('whatever was added, changed and removed, it finds what a plain look through everything finds', () => {
  const word = fc.constantFrom('mø', 'møde', 'mødet', 'samtale', 'sam', 'å', 'år', 'a')
  const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
  const step = fc.record({ id: fc.integer({ min: 0, max: 5 }).map(String), text: fc.option(text) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.array(word, { minLength: 1, maxLength: 3 }), (steps, query) => {
      const index = makeSearchIndex()
      const plain = new Map<string, string>()
      const day = (id: string) => dayAfter('2026-01-01', Number(id))
      for (const { id, text } of steps) {
        if (text === null) index.remove(id)
        else index.add(id, entry(text, { day: day(id) }))
        if (text === null) plain.delete(id)
        else plain.set(id, text)
      }
      const matching = [...plain].filter(([, text]) =>
        query.every((prefix) => text.split(' ').some((each) => each.startsWith(prefix))),
      )
      expect(index.find(query.join(' '))).toEqual(
        matching
          .map(([id]) => id)
          .sort()
          .reverse(),
      )
    }),
  )
})
