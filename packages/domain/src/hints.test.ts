import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hintsIn } from './hints.ts'

const found = (text: string) => hintsIn(text).map(({ kind, text: part }) => `${kind}: ${part}`)

describe('is pointed at', () => {
  test.each([
    ['Hun har cpr 010190-1234 i mappen', 'cpr: 010190-1234'],
    ['nummeret er 3112991234.', 'cpr: 3112991234'],
    ['født 240575-xxxx', 'cpr: 240575-xxxx'],
    ['erstatningsnummer 611190-0001', 'cpr: 611190-0001'],
    ['Skriv til mette.hansen@sonderby.dk i dag', 'email: mette.hansen@sonderby.dk'],
    ['cc: bo_k@skole.kommune.dk, tak', 'email: bo_k@skole.kommune.dk'],
    ['Ring på 20 12 34 56', 'phone: 20 12 34 56'],
    ['tlf. 86123456 efter kl. 15', 'phone: 86123456'],
    ['mobil +45 2012 3456', 'phone: +45 2012 3456'],
    ['mobil 0045 40506070', 'phone: 0045 40506070'],
    ['hun bor Skovvej 12, 2. tv i byen', 'address: Skovvej 12, 2. tv'],
    ['på Nørre Allé 7B', 'address: Nørre Allé 7B'],
    ['Store Kongensgade 101 om mandagen', 'address: Store Kongensgade 101'],
    ['familien i 8000 Aarhus C ringede', 'address: 8000 Aarhus C'],
    ['2000 Frederiksberg er langt væk', 'address: 2000 Frederiksberg'],
    ['I går sagde Mette Hansen op', 'name: Mette Hansen'],
    ['Mette Hansen sagde op', 'name: Mette Hansen'],
    ['Da Jens P. Sørensen kom', 'name: Jens P. Sørensen'],
    ['Anne-Marie Holm-Nielsen er syg', 'name: Anne-Marie Holm-Nielsen'],
    ['Jeg talte med Pernille om det', 'name: Pernille'],
    ['Hvis Bo ikke vil', 'name: Bo'],
    ['det er Mettes ansvar', 'name: Mettes'],
    ['det er Jens’ ansvar', 'name: Jens'],
    ['hun hedder Xenia Gräbner', 'name: Xenia Gräbner'],
    ['Fatima Al-Sayed har klaget', 'name: Fatima Al-Sayed'],
    ['talked to Peter about it', 'name: Peter'],
    ['Børnehuset Solstrålen lukker', 'place: Børnehuset Solstrålen'],
    ['på plejecenter Havblik er der uro', 'place: plejecenter Havblik'],
    ['i afdeling B4 mangler to', 'place: afdeling B4'],
    ['Team Nord og de andre', 'place: Team Nord'],
    ['Sønderby Skole får ny leder', 'place: Sønderby Skole'],
    ['lederne i Aarhus Kommune', 'place: Aarhus Kommune'],
    ['Skovvangskolen har brug for ro', 'place: Skovvangskolen'],
    ['Region Nordjylland sparer', 'place: Region Nordjylland'],
  ])('%s', (text, hint) => {
    expect(found(text)).toEqual([hint])
  })

  test('each for itself, in the order of the text', () => {
    const text = 'Mette Hansen fra Sønderby Skole (mh@skole.dk, 20 12 34 56) bor Skovvej 3. Bo kender hende.'
    expect(found(text)).toEqual([
      'name: Mette Hansen',
      'place: Sønderby Skole',
      'email: mh@skole.dk',
      'phone: 20 12 34 56',
      'address: Skovvej 3',
      'name: Bo',
    ])
  })
})

describe('is left alone', () => {
  test.each([
    'En medarbejder har været syg siden mandag. Jeg ved ikke, hvad jeg skal sige.',
    'I Danmark er det sådan. Sådan er Norge også.',
    'Jeg har prøvet at tale med min souschef to gange. Hun siger, at alt er godt.',
    'Vi mødtes den 25.11.2026 kl. 13.00 i uge 48.',
    'Budgettet er 12.345.678 kr., og vi mangler 25000000 kr.',
    'I årene 2024 2025 og 2025-2026 blev der sparet.',
    'Vi holdt mødet på Teams og skrev i Aula og Microsoft Outlook.',
    'Folkeskolen er under pres, og Jobcentret svarer ikke.',
    'Skolen skal spare. Teamet er træt. Lederen er jeg selv.',
    'Hun sagde: Det går nok. Og så gik hun.',
    'HR og MED-udvalget er enige, TR og AMR også.',
    'New Public Management fylder stadig.',
    'Jeg løb 5 km på 32 minutter, 12 personer deltog, 100 % af tiden.',
    'Sag nr. 20123456 ligger stille.',
    'Faktura 4099991234 er betalt.',
    'Referencen 2024-12345678 er journalens.',
    'I 2026 skal vi flytte, og i 2006 Ledernetværk det samme.',
    'Her er vej 3 og den gade, vi kender.',
    'They said it on Monday. We did what we could in May.',
    'A member of staff has been ill. I do not know what to say.',
    'Når jeg spørger, svarer de ikke. Måske vil de ikke. Hvorfor mon?',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('every hint is where it says, and no two overlap, whatever the text', () => {
  const piece = fc.constantFrom(
    'Mette',
    'Hansen',
    'Skovvej 3',
    '8000 Aarhus',
    '20 12 34 56',
    '010190-1234',
    'a@b.dk',
    '.',
    ' ',
    'og',
    '’s',
    'Team',
    '-',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((parts) => parts.join(' ')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const hints = hintsIn(text)
        hints.forEach(({ from, to, text: part }, at) => {
          expect(text.slice(from, to)).toBe(part)
          expect(to).toBeGreaterThan(from)
          expect(from).toBeGreaterThanOrEqual(hints[at - 1]?.to ?? 0)
        })
      },
    ),
  )
})

test('a long text takes no time that somebody would notice', () => {
  const text = 'Mette Hansen fra Sønderby Skole talte med en medarbejder om Det Hele Og Meget Mere. '.repeat(600)
  const began = performance.now()
  expect(hintsIn(text).length).toBeGreaterThan(600)
  expect(performance.now() - began).toBeLessThan(1000)
})
