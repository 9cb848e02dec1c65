import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entry, newEntry } from './entry.ts'
import { defaultPreferences } from './preferences.ts'
import { takeOutHtml, takeOutJson } from './take-out.ts'

const at = '2026-11-24T21:00:00+01:00'
const id = '0b9f0f0e-6a86-4d0c-9d3f-0a3a4f6f0c11'
const day = '2026-11-25'
const entry = (fields: Partial<Entry>) => ({ id, document: { ...newEntry(at), ...fields } })
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? []

/** What a reader sees: the text between the tags, with its entities read. */
const seenIn = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '\u0000')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .split('\u0000')

/** Everything that an item can hold of what somebody wrote, with that text in each place. */
const itemsWith = (text: string) => [
  entry({
    trigger: text,
    bodyText: text,
    did: text,
    helped: text,
    text,
    bodySignals: [text],
    stressors: [text],
    recovery: { relax: text, detach: text, learn: text, choose: text },
  }),
  {
    id,
    document: {
      type: 'exercise',
      format: 1,
      exercise: text,
      day,
      writtenAt: at,
      answers: [{ phase: 'x', asked: text, text }],
    },
  },
  { id, document: { type: 'caseNote', format: 1, day, fromItem: id, text } },
  { id: text, document: { type: text, format: 9, [text]: text } },
]

describe('the readable file', () => {
  test.each([
    ['da', '25. november 2026', 'Hvad satte det i gang', 'Besparelser'],
    ['en', '25 November 2026', 'What set it off', 'Cuts'],
  ] as const)('speaks the language that was asked for (%s)', (locale, today, heading, stressor) => {
    const html = takeOutHtml([entry({ trigger: 'x', stressors: ['cuts'] })], day, locale)
    expect(html).toContain(`<html lang="${locale}">`)
    for (const text of [today, heading, stressor]) expect(html).toContain(text)
  })

  test('holds every kind of document, newest day first, and leaves out what was not answered', () => {
    const html = takeOutHtml(
      [
        entry({ demands: 0, sleep: { quality: 4, bedtime: null, wakeTime: '06:30', workThoughts: null } }),
        { id, document: { type: 'pulse', format: 1, day: '2026-11-25', writtenAt: at, answer: 'sometimes' } },
        {
          id,
          document: {
            type: 'exercise',
            format: 1,
            exercise: 'iglo',
            day: '2026-11-20',
            writtenAt: at,
            answers: [{ phase: 'valg', asked: 'Hvad gør du først?', text: 'Ringer til min chef' }],
          },
        },
        { id, document: { type: 'sleep', format: 1, day: '2026-11-19', writtenAt: at, bedtime: '22:45' } },
        { id, document: { type: 'caseNote', format: 1, day: '2026-11-18', text: 'Det tager jeg med', fromItem: id } },
        { id, document: defaultPreferences },
        { id, document: { type: 'dream', format: 7, text: 'at flyve' } },
      ],
      day,
      'da',
    )
    const seen = seenIn(html)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .slice(3)
    expect(seen.slice(0, -4)).toEqual([
      'onsdag den 25. november 2026: Puls',
      'Hvor ofte har du følt dig stresset de seneste to uger?',
      'Sommetider',
      'tirsdag den 24. november 2026: Refleksion',
      'Krav, 0-100',
      '0',
      'Søvnens kvalitet, 1-5',
      '4',
      'Vågen',
      '06:30',
      'fredag den 20. november 2026: Øvelse: IGLO-gennemgang',
      'Hvad gør du først?',
      'Ringer til min chef',
      'torsdag den 19. november 2026: Søvn',
      'I seng',
      '22:45',
      'onsdag den 18. november 2026: Taget med til en sag',
      'Fri tekst',
      'Det tager jeg med',
      'Andet, som det er gemt',
      id,
    ])
    expect(html).toContain('at flyve')
    expect(html).toContain('dismissedThemes')
  })

  test('says so when nothing was written', () => {
    expect(takeOutHtml([], day, 'da')).toContain('Der er ikke skrevet noget.')
  })

  test('runs nothing and fetches nothing', () => {
    const html = takeOutHtml(itemsWith('https://example.dk/a.png'), day, 'da')
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)|@import|url\(|\bon\w+=|(?:src|href)=/i)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  test('writes every sign that means something in markup as its entity', () => {
    expect(takeOutHtml([entry({ text: `<b a="1" c='2'>&` })], day, 'da')).toContain(
      '<dd>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;</dd>',
    )
  })

  test('never turns what was written into markup, and shows it exactly', () => {
    const nasty = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '</dd>',
      '<script>',
      '<!--',
      '-->',
      ']]>',
      '&lt;',
      '&#60;',
      '</style>',
      'å',
      ' ',
    )
    const text = fc
      .oneof(
        fc.array(nasty, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      )
      .map((written) =>
        written
          .replace(/[\p{Cc}\p{Cf}]/gu, '')
          .trim()
          .slice(0, 40)
          .trim(),
      )
      .filter((written) => /[^\s\p{Cc}\p{Cf}]/u.test(written) && written.isWellFormed())
    const inert = tagsOf(takeOutHtml(itemsWith('x'), day, 'da'))
    fc.assert(
      fc.property(text, (written) => {
        const html = takeOutHtml(itemsWith(written), day, 'da')
        expect(tagsOf(html)).toEqual(inert)
        expect(seenIn(html).filter((seen) => seen === written).length).toBeGreaterThanOrEqual(12)
      }),
    )
  })
})

test('the file for programs holds every document as it was stored, those of a newer version too', () => {
  const items = [...itemsWith('<b>å</b>'), { id, document: null }]
  expect(JSON.parse(takeOutJson(items, day))).toEqual({ format: 1, takenOut: day, items })
})
