import { firstNames, notNames, plainPlaces } from './hint-words.ts'

export type HintKind = 'cpr' | 'email' | 'phone' | 'address' | 'name' | 'place'

/** Something in a text that may tell who it is about. `from` and `to` are places in the text, `to` behind the last sign. */
export interface Hint<Kind = HintKind> {
  readonly kind: Kind
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * What in a text looks like a name, a CPR number, an address or a school or department, in the order of the text and never
 * two for one place. It guesses from spelling alone, so it misses some and suspects some wrongly: good for a hint, never
 * for a refusal. Names are those of a Danish or English text, where nouns are not capitalised.
 */
export function hintsIn(text: string): readonly Hint[] {
  const found: Hint[] = [
    ...matches('email', text, /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu),
    ...matches('cpr', text, /(?<![\d-])\d{6}[- ]?(?:\d{4}|[xX]{4})(?![\d-])/g).filter(({ text }) => isBirthDay(text)),
    ...matches('phone', text, phone).filter((hint) => isPhone(hint, text)),
    ...matches('address', text, street),
    ...matches('address', text, town).filter((hint) => !isYear(hint.text)),
    ...matches('place', text, namedHouse),
    ...matches('place', text, houseNamed),
    ...matches('place', text, houseInOneWord).filter((hint) => !plainPlaces.has(hint.text.toLowerCase())),
    ...names(text),
  ]
  return apart(found)
}

/** In the order of the text, and never two for one place: where they overlap the first in the list counts. */
export function apart<Kind extends string>(hints: readonly Hint<Kind>[]): readonly Hint<Kind>[] {
  return hints
    .reduce<Hint<Kind>[]>((kept, hint) => {
      if (!kept.some(({ from, to }) => hint.from < to && from < hint.to)) kept.push(hint)
      return kept
    }, [])
    .sort((one, other) => one.from - other.from)
}

const upper = 'A-ZÆØÅÄÖÜÉ'
const lower = 'a-zæøåäöüéèá'
const capital = `[${upper}][${lower}]+`
const edge = `(?![${lower}${upper}\\d])`
const start = `(?<![${lower}${upper}\\d])`

/** Eight digits, alone or in pairs or fours, with the country or without; Danish numbers begin with 2 to 9. */
const phone = /(?<![\d.,-])(?:(?:\+|00)45[ ]?)?[2-9]\d(?:(?:[ .-]?\d\d){3})(?![\d-]|[.,]\d)/g
const road =
  'vej|vejen|gade|gaden|allé|alle|stræde|strædet|plads|pladsen|torv|torvet|boulevard|vænge|vænget|parken|bakken|toften|krogen|stien'
/** Skovvej 12, 2. tv; Nørre Allé 7B. */
const street = new RegExp(
  `${start}(?:${capital}[ ])*(?:[${upper}][${lower}.-]*(?:${road})|${capital}[ ](?:${either(road)}))[ ]\\d{1,3}[A-Za-z]?${edge}(?:,?[ ](?:st|\\d{1,2})\\.?(?:[ ](?:tv|th|mf))?\\.?)?`,
  'g',
)
const town = new RegExp(`(?<![\\d.,-])[1-9]\\d{3}[ ]${capital}(?:[ ][A-ZØVNSK]{1,2}(?![${lower}]))?`, 'g')
const house =
  'børnehuset|børnehus|børnehaven|børnehave|vuggestuen|vuggestue|dagplejen|plejecentret|plejecenteret|plejecenter|plejehjemmet|plejehjem|bostedet|bosted|afdelingen|afdeling|afsnit|jobcentret|jobcenter|skolen|skole|gymnasiet|gymnasium|sygehuset|sygehus|hospitalet|hospital|biblioteket|bibliotek|team|enhed|institutionen|sfo|fritidshjemmet|ungdomsskolen|department|ward|school'
/** Børnehuset Solstrålen, afdeling B4, Team Nord. */
const namedHouse = new RegExp(
  `${start}(?:${either(house)})[ ](?:${capital}(?:[ ]${capital})*|[${upper}]?\\d{1,3}[A-Z]?|[${upper}])${edge}`,
  'g',
)
/** Sønderby Skole, Aarhus Kommune, Region Nordjylland. */
const houseNamed = new RegExp(
  `${start}(?:${capital}[ ])+(?:Skole|Børnehus|Børnehave|Vuggestue|Plejecenter|Plejehjem|Kommune|Gymnasium|Hospital|Sygehus|Bibliotek|Friskole|Privatskole|Skolecenter|Sundhedscenter|School|Municipality)${edge}|${start}Region[ ]${capital}`,
  'g',
)
/** Skovvangskolen, Havbakkens Plejecenter's cousins: a name and a house in one word. */
const houseInOneWord = new RegExp(
  `${start}[${upper}][${lower}]{2,}(?:skolen|skole|børnehave|børnehaven|børnehus|børnehuset|hospitalet|sygehuset|gymnasiet|kommune|centret|centeret)${edge}`,
  'g',
)

/** Each word in small letters or with a capital one. */
function either(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join('|')
}

/** Each place where the pattern, which must be global, is found. */
export const matches = <Kind extends string>(kind: Kind, text: string, pattern: RegExp): Hint<Kind>[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    kind,
    from: index,
    to: index + found.length,
    text: found,
  }))

/** Days up to 31, and from 61 for those who were given a number in a hurry. */
function isBirthDay(number: string): boolean {
  const [day, month] = [Number(number.slice(0, 2)), Number(number.slice(2, 4))]
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91))
}

/** Neither an amount of money nor a date or two years beside each other. */
function isPhone({ from, to, text: number }: Hint, text: string): boolean {
  if (/^(?:(?:19|20)\d\d[ -](?:19|20)\d\d|\d\d[.-]\d\d[.-]\d{4})$/.test(number)) return false
  return (
    !/^\s*(?:kr|mio|millioner|kroner|DKK|euro|%)/.test(text.slice(to)) &&
    !/(?:kr\.?|DKK|nr\.?)\s*$/.test(text.slice(0, from))
  )
}

const isYear = (found: string): boolean => /^(?:19|20)\d\d /.test(found) && !/ (?:Frederiksberg|København)/.test(found)

/** Two or more words with capital letters beside each other, and single first names that many have. */
function names(text: string): Hint[] {
  const word = `${capital}(?:-${capital})?`
  const row = new RegExp(`${start}${word}(?:[ ](?:[${upper}]\\.|${word}|von|af|de))*(?:['’]s)?${edge}`, 'g')
  return matches('name', text, row).flatMap(({ from, text: found }) => {
    const words = [...found.matchAll(/\S+/g)].map(({ 0: each, index }) => ({ each, at: from + index }))
    while (words[0] && isPlain(words[0].each)) words.shift()
    while (words.length > 0 && isLoose(words.at(-1)?.each ?? '')) words.pop()
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) return []
    if (words.length === 1 && !isFirstName(first.each)) return []
    const to = last.at + last.each.length
    return [{ kind: 'name' as const, from: first.at, to, text: text.slice(first.at, to) }]
  })
}

const isPlain = (word: string): boolean => notNames.has(word.toLowerCase()) || /^(?:von|af|de)$/.test(word)
const isLoose = (word: string): boolean => isPlain(word) || /^[^.]\.$/.test(word)

/** Also in the genitive: Mettes, Jens’, Annes. */
function isFirstName(word: string): boolean {
  const small = word.toLowerCase().replace(/['’]s?$/, '')
  return [small, small.replace(/s$/, ''), ...small.split('-')].some((each) => firstNames.has(each))
}
