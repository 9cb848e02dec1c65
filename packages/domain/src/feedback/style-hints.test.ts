import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { styleHintsIn } from './style-hints.ts'

const writer = { name: 'Ada Holm', workplace: 'Nordskolen' }
const found = (text: string) => styleHintsIn(text, writer).map(({ kind, text: part }) => `${kind}: ${part.trim()}`)

describe('is pointed at', () => {
  test.each([
    ['Du lytter længe. Kh. Ada', 'signature: Kh. Ada'],
    ['Du lytter.\nMange hilsner fra Ben Friis', 'signature: Mange hilsner fra Ben Friis'],
    ['You listen.\nBest regards, Cleo', 'signature: Best regards, Cleo'],
    ['Du lytter.\n- Dan', 'signature: - Dan'],
    ['Du lytter længe. mvh', 'signature: mvh'],
    ['Det husker Ada godt', 'ownName: Ada'],
    ['det er adas ord', 'ownName: adas'],
    ['her på nordskolen er det svært', 'ownWorkplace: nordskolen'],
    ['Min skole har det samme', 'ownWorkplace: Min skole'],
    ['Ude hos os går det langsomt', 'ownWorkplace: Ude hos os'],
    ['det kender mine lærere', 'ownWorkplace: mine lærere'],
    ['In my department we wait', 'ownWorkplace: my department'],
    ['Som jeg sagde er det stort', 'talk: Som jeg sagde'],
    ['As I told you it is large', 'talk: As I told you'],
    ['Da vi talte om sagen blev du stille', 'talk: Da vi talte'],
    ['Kan du huske den lange sag', 'talk: Kan du huske'],
    ['You told me about it', 'talk: You told me'],
    ['det var i tirsdags', 'day: i tirsdags'],
    ['It was on Tuesday', 'day: on Tuesday'],
    ['mødet den 24. november var svært', 'day: den 24. november'],
    ['mødet 24/11 var svært', 'day: 24/11'],
    ['i uge 47 sagde du nej', 'day: uge 47'],
    ['du kom kl. 13.15 og lyttede', 'day: kl. 13.15'],
    ['I går lyttede du', 'day: I går'],
    ['Du spurgte Mette Hansen om det', 'name: Mette Hansen'],
    ['Skriv til ada@nord.dk', 'email: ada@nord.dk'],
    ['Du var på Vestskolen længe', 'place: Vestskolen'],
    ['Det var godt!!', 'marks: !!'],
    ['Du tøver …', 'marks: …'],
    ['Du tøver ..', 'marks: ..'],
    ['Det var fint :-)', 'marks: :-)'],
    ['Det var fint 🙂', 'marks: 🙂'],
    ['Det var ALTID sådan', 'capitals: ALTID'],
    ['du lytter. du spørger. du venter.', 'noCapitals: du'],
  ])('%s', (text, hint) => {
    expect(found(text)).toEqual([hint])
  })

  test('each once, in the order of the text', () => {
    expect(found('Som jeg sagde i tirsdags: godt gået!!\nKh. Ada')).toEqual([
      'talk: Som jeg sagde',
      'day: i tirsdags',
      'marks: !!',
      'signature: Kh. Ada',
    ])
  })
})

describe('is left alone', () => {
  test.each([
    'Du spørger roligt og venter på svaret. Det gør det lettere at tænke højt.',
    'På mødet om budgettet afbrød du to gange. Jeg blev stille. Jeg ville ønske, at du ventede, til vi er færdige.',
    'When somebody disagrees you ask one more question. I felt heard; keep doing it.',
    'Du bruger GDPR som grund. Hvorfor? Fordi det er nemt!',
    'du lytter længe',
    'Først lyttede du, så spurgte du; det tog tre minutter.',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('a writer without a workplace, or with signs in it, has none to hide', () => {
    expect(styleHintsIn('Du lytter (længe).', { name: '(+', workplace: null })).toEqual([])
    expect(styleHintsIn('Du lytter.', { name: 'Bo Å', workplace: 'Hus 3 (øst) [*]' })).toEqual([])
  })
})

test('every hint is a place in the text, in order, never two for one place', () => {
  const pieces = [
    'Kh. Ada',
    ' i går ',
    'Mette Hansen',
    '!!',
    ' … ',
    'som jeg sagde ',
    '24/11',
    '\n- ',
    'ÆØÅÆ',
    ' a@b.dk ',
    '🙂',
  ]
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 9 })))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0
      for (const { from, to, text: part } of styleHintsIn(text, writer)) {
        expect(text.slice(from, to)).toBe(part)
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
    }),
  )
})
