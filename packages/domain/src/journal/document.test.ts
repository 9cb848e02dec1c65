import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInput, parse } from '../text.ts'
import { documentBytes, journalDocument, maxDocumentBytes, readDocument } from './document.ts'
import { newEntry } from './entry.ts'

const at = '2026-11-25T21:04:05+01:00'
const blank = newEntry(at)
const item = '0b9f0f0e-6a86-4d0c-9d3f-0a3a4f6f0c11'
const texts = ['trigger', 'did', 'helped', 'text', 'bodyText'] as const

const documents = [
  {
    ...blank,
    trigger: 'Et møde, der løb løbsk',
    bodySignals: ['heart'],
    demands: 80,
    influence: 0,
    stressors: ['cuts'],
  },
  { type: 'exercise', format: 1, exercise: 'dagslut', day: '2026-11-25', writtenAt: at, answers: [] },
  { type: 'pulse', format: 1, day: '2026-11-25', writtenAt: at, answer: 'often' },
  { type: 'sleep', format: 1, day: '2026-11-25', writtenAt: at, quality: 2, bedtime: '23:30' },
  { type: 'caseNote', format: 1, text: 'Det, jeg vil tage op', fromItem: item, day: '2026-11-25' },
  { type: 'preferences', format: 1, off: { pulse: true } },
] as const

function problemsOf(input: unknown) {
  try {
    return void parse(journalDocument, input)
  } catch (error) {
    return error instanceof InvalidInput ? error.issues : error
  }
}

test.each(documents.map((document) => [document.type, document] as const))(
  'a document of type %s reads back as it was saved',
  (_type, document) => {
    const saved = parse(journalDocument, { ...document, ofLater: [1] })
    expect(saved).toMatchObject({ ...document, ofLater: [1] })
    expect(readDocument(JSON.parse(JSON.stringify(saved)))).toEqual({ isKnown: true, document: saved })
  },
)

describe('an entry', () => {
  test('needs nothing but its day', () => {
    expect(problemsOf({ type: 'entry', format: 1, day: '2026-11-24', writtenAt: at })).toBeUndefined()
    expect(blank).toMatchObject({ day: '2026-11-25', trigger: null, demands: null, sleep: null, stressors: [] })
    expect(problemsOf({ ...blank, day: '2026-11-31' })).toEqual([{ path: 'day', problem: 'notADate' }])
  })

  test('tells a slider at nought from one that nobody touched', () => {
    expect(parse(journalDocument, { ...blank, demands: 0 })).toMatchObject({ demands: 0, influence: null })
    expect(problemsOf({ ...blank, demands: 101, influence: -1 })).toEqual([
      { path: 'demands', problem: 'tooLarge' },
      { path: 'influence', problem: 'tooSmall' },
    ])
  })

  test('takes as much Danish prose in every field as the fields allow', () => {
    const prose = 'Vi blev færdige på rådhuset, før møderne løb løbsk. '.repeat(400)
    const recovery = Object.fromEntries(['relax', 'detach', 'learn', 'choose'].map((key) => [key, prose.slice(0, 999)]))
    const full = {
      ...blank,
      trigger: prose.slice(0, 3999),
      did: prose.slice(0, 3999),
      helped: prose.slice(0, 3999),
      text: prose.slice(0, 19_999),
      bodyText: prose.slice(0, 999),
      recovery,
    }
    expect(problemsOf(full)).toBeUndefined()
    expect(problemsOf({ ...full, trigger: 'x'.repeat(4001) })).toEqual([{ path: 'trigger', problem: 'tooLong' }])
  })

  test('that would not fit a sealed item is too long as a whole', () => {
    expect(problemsOf({ ...blank, text: '😀'.repeat(20_000) })).toEqual([{ path: '', problem: 'tooLong' }])
    expect(problemsOf({ ...blank, ofLater: 'x'.repeat(maxDocumentBytes) })).toEqual([{ path: '', problem: 'tooLong' }])
  })

  test('is never accepted above the size of a sealed item, and is refused for nothing else', () => {
    const unit = fc.constantFrom('a', 'å', '"', '\\', '\n', '漢', '😀', '\u2028')
    const long = fc.tuple(fc.string({ unit, minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 2500 }))
    fc.assert(
      fc.property(fc.record({ text: long, trigger: long, did: long, helped: long }), (written) => {
        const entry = {
          ...blank,
          ...Object.fromEntries(
            Object.entries(written).map(([key, [unit, times]]) => [key, limited(unit.repeat(times), key)]),
          ),
        }
        const bytes = Buffer.byteLength(JSON.stringify(parseable(entry)))
        expect(documentBytes(parseable(entry))).toBe(bytes)
        expect(problemsOf(entry)).toEqual(bytes > maxDocumentBytes ? [{ path: '', problem: 'tooLong' }] : undefined)
      }),
    )
  })
})

describe('what another version wrote', () => {
  test('keeps its fields at every depth, and its chips', () => {
    const newer = {
      ...blank,
      mood: 'light',
      stressors: ['weather'],
      sleep: { quality: 3, dreams: 'many' },
      recovery: { relax: 'te', walk: 'i skoven' },
    }
    expect(parse(journalDocument, newer)).toMatchObject(newer)
    const preferences = { type: 'preferences', format: 1, sound: 'off', off: { pulse: true, weather: true } }
    expect(parse(journalDocument, preferences)).toMatchObject(preferences)
    const exercise = { ...documents[1], answers: [{ phase: 'luk', asked: 'Hvad?', text: 'Te', drawing: [1, 2] }] }
    expect(parse(journalDocument, exercise)).toMatchObject(exercise)
  })

  test.each([
    [{ type: 'dream', format: 1, text: 'x' }, 'dream'],
    [{ ...blank, format: 2 }, 'entry'],
    [{ ...blank, day: 'i går' }, 'entry'],
    [{ format: 1 }, null],
    [{ type: 7 }, null],
    ['text', null],
    [null, null],
  ])('is given back untouched when it cannot be read: %j', (opened, type) => {
    const read = readDocument(opened)
    expect(read).toEqual({ isKnown: false, type, original: opened })
    expect(!read.isKnown && read.original).toBe(opened)
  })

  test('never stops the reading, whatever it is', () => {
    const type = fc.constantFrom('entry', 'exercise', 'pulse', 'sleep', 'caseNote', 'preferences')
    const close = fc.record({ type, format: fc.constant(1), off: fc.anything(), answers: fc.anything() })
    fc.assert(
      fc.property(fc.oneof(fc.anything(), close), (opened) => {
        const read = readDocument(opened)
        if (!read.isKnown) expect(read.original).toBe(opened)
      }),
    )
  })
})

function limited(text: string, key: string) {
  return [...text].slice(0, key === 'text' ? 20_000 : 4000).join('')
}

/** The entry as it is stored: trimmed, blank as null. */
const parseable = (entry: Record<string, unknown>) => ({
  ...entry,
  ...Object.fromEntries(texts.map((key) => [key, typeof entry[key] === 'string' ? entry[key].trim() || null : null])),
})
