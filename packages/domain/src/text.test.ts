import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  clockTime,
  emailAddress,
  firstProblem,
  httpsUrl,
  InvalidInput,
  isoDate,
  line,
  optionalHttpsUrl,
  optionalLine,
  optionalProse,
  parse,
  prose,
  wholeNumber,
} from './text.ts'

describe('a line', () => {
  test.each([
    ['', 'empty'],
    ['   \n ', 'empty'],
    ['\u200B\u2060', 'empty'],
    ['a\u0000b', 'controlCharacter'],
    ['a\nb', 'controlCharacter'],
    ['a\tb', 'controlCharacter'],
    ['a\u2028b', 'controlCharacter'],
    ['\u0007', 'controlCharacter'],
    ['half \uD83D', 'controlCharacter'],
    ['12345678901', 'tooLong'],
    [42, 'invalid'],
    [null, 'invalid'],
  ])('refuses %j as %s', (input, problem) => {
    expect(firstProblem(line(10), input)).toBe(problem)
  })

  test.each(['Åse Ærø', '👩‍👩‍👧‍👦', 'שלום עולם', '\u200Fمرحبا', 'e\u0301', "d'Or <&>", '=1+1'])(
    'keeps %j exactly',
    (text) => {
      expect(parse(line(40), text)).toBe(text)
    },
  )

  test('counts people’s characters rather than bytes', () => {
    expect(parse(line(10), '😀'.repeat(10))).toBe('😀'.repeat(10))
    expect(firstProblem(line(10), '😀'.repeat(11))).toBe('tooLong')
  })

  test('gives back the trimmed text or says why not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const result = line(20).safeParse(text)
        if (result.success) {
          expect(result.data).toBe(text.trim())
          expect(result.data).not.toMatch(/\p{Cc}/u)
        } else expect(firstProblem(line(20), text)).toMatch(/^(empty|controlCharacter|tooLong)$/)
      }),
    )
  })
})

describe('prose', () => {
  test('keeps line breaks and tabs as they were written', () => {
    expect(parse(prose(100), ' Et\r\n\r\n\tto\ntre \n')).toBe('Et\r\n\r\n\tto\ntre')
  })

  test.each([
    ['', 'empty'],
    ['a\u0000', 'controlCharacter'],
    ['a\u001Bb', 'controlCharacter'],
    ['x'.repeat(101), 'tooLong'],
  ])('refuses %j as %s', (input, problem) => {
    expect(firstProblem(prose(100), input)).toBe(problem)
  })
})

describe('what may be left out', () => {
  test.each([undefined, null, '', '  '])('is null for %j', (input) => {
    for (const schema of [optionalLine(5), optionalProse(5), optionalHttpsUrl]) expect(parse(schema, input)).toBeNull()
  })

  test('is null when its field is missing', () => {
    expect(parse(z.object({ title: optionalLine(5) }), {})).toEqual({ title: null })
  })

  test('is refused like any other when it is there', () => {
    expect(firstProblem(optionalLine(5), 'for langt')).toBe('tooLong')
    expect(firstProblem(optionalLine(5), 7)).toBe('invalid')
  })
})

describe('an address', () => {
  test('is trimmed and lower-cased', () => {
    expect(parse(emailAddress, ' Mette.Holm+net@Kommune.DK ')).toBe('mette.holm+net@kommune.dk')
  })

  test.each([
    '@b.dk',
    'a@',
    'a@b',
    'a b@c.dk',
    'a@b..dk',
    '.a@b.dk',
    'a.@b.dk',
    'a..b@c.dk',
    'a@-b.dk',
    'a@b.dk, c@d.dk',
    'a@b.dk\nbcc: c@d.dk',
    'Mette <a@b.dk>',
    'a@b.1',
    'å@b.dk',
    `${'x'.repeat(65)}@b.dk`,
  ])('is not %j', (input) => {
    expect(firstProblem(emailAddress, input)).toBe('notAnEmail')
  })

  test('is at most 254 characters', () => {
    expect(firstProblem(emailAddress, `a@${'b.'.repeat(126)}dk`)).toBe('tooLong')
  })

  test('is decided quickly whatever is pasted', () => {
    const start = performance.now()
    for (const text of ['a.'.repeat(120), `a@${'a'.repeat(250)}`, `a@${'a-'.repeat(120)}`])
      firstProblem(emailAddress, text)
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('a date', () => {
  test.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31'])('is %s', (text) => {
    expect(parse(isoDate, text)).toBe(text)
  })

  test.each([
    ['2026-02-29', 'notADate'],
    ['2100-02-29', 'notADate'],
    ['2026-13-01', 'notADate'],
    ['2026-00-10', 'notADate'],
    ['2026-04-31', 'notADate'],
    ['26-04-01', 'notADate'],
    ['2026-4-1', 'notADate'],
    ['2026-04-01T00:00', 'notADate'],
    ['', 'notADate'],
    [20260401, 'notADate'],
    ['0001-01-01', 'tooEarly'],
    ['9999-12-31', 'tooLate'],
  ])('refuses %j as %s', (input, problem) => {
    expect(firstProblem(isoDate, input)).toBe(problem)
  })
})

test.each(['00:00', '09:05', '23:59'])('%s is a time of day', (text) => expect(parse(clockTime, text)).toBe(text))

test.each(['24:00', '9:05', '12:60', '13.00', '', '12:00:00'])('%j is no time of day', (text) =>
  expect(firstProblem(clockTime, text)).toBe('notATime'),
)

describe('a link', () => {
  test('is kept as it was written', () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting?context=%7B%22Tid%22%7D'
    expect(parse(httpsUrl, ` ${link} `)).toBe(link)
  })

  test.each([
    ['http://meet.example.dk/a', 'notHttps'],
    ['javascript:alert(1)', 'notHttps'],
    ['data:text/html,x', 'notHttps'],
    ['https://user:secret@example.dk', 'invalid'],
    ['https://exa mple.dk', 'invalid'],
    ['https://example.dk/\u0000', 'invalid'],
    ['example.dk', 'invalid'],
    ['', 'empty'],
    [`https://example.dk/${'x'.repeat(500)}`, 'tooLong'],
  ])('refuses %j as %s', (input, problem) => {
    expect(firstProblem(httpsUrl, input)).toBe(problem)
  })
})

test('a whole number stays within its bounds', () => {
  const level = wholeNumber(1, 6)
  expect([0, 7, 1.5, Number.NaN, '3'].map((input) => firstProblem(level, input))).toEqual([
    'tooSmall',
    'tooLarge',
    'invalid',
    'invalid',
    'invalid',
  ])
})

test('a refused form names each place once, with its first problem', () => {
  const form = z.object({ name: line(5), mail: emailAddress, days: z.array(isoDate).min(1).max(2) })
  const refusal = (input: unknown) => {
    try {
      parse(form, input)
    } catch (error) {
      return error instanceof InvalidInput ? error.issues : error
    }
    return undefined
  }
  expect(refusal({ name: '', mail: 'x', days: ['2026-01-01', 'x'] })).toEqual([
    { path: 'name', problem: 'empty' },
    { path: 'mail', problem: 'notAnEmail' },
    { path: 'days.1', problem: 'notADate' },
  ])
  expect(refusal({ name: 'a', mail: 'a@b.dk', days: [] })).toEqual([{ path: 'days', problem: 'tooFew' }])
  expect(refusal('nonsense')).toEqual([{ path: '', problem: 'invalid' }])
})
