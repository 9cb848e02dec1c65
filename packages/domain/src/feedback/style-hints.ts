import { apart, type Hint, type HintKind, hintsIn, matches } from '../hints.ts'

/** Who writes: what is known of her, and so gives her away. */
export interface Writer {
  readonly name: string
  readonly workplace: string | null
}

type StyleHintKind =
  | HintKind
  | 'signature'
  | 'ownName'
  | 'ownWorkplace'
  | 'talk'
  | 'day'
  | 'marks'
  | 'capitals'
  | 'noCapitals'

/**
 * What in an answer may tell who wrote it, in the order of the text and never two for one place. It guesses from spelling
 * alone, in Danish and English: it misses some and suspects some wrongly, and what somebody knows of the matter gives her
 * away without any of it. Good for a quiet line under the field, never for a refusal.
 */
export function styleHintsIn(text: string, writer: Writer): readonly Hint<StyleHintKind>[] {
  const told = hintsIn(text)
  return apart([
    ...told.filter(({ kind }) => kind === 'email'),
    ...matches<StyleHintKind>('signature', text, signature),
    ...matches<StyleHintKind>('signature', text, nameAtTheEnd),
    ...matches<StyleHintKind>('signature', text, greetingAtTheEnd),
    ...wordsOf('ownName', text, writer.name),
    ...wordsOf('ownWorkplace', text, writer.workplace ?? ''),
    ...matches<StyleHintKind>('ownWorkplace', text, myPlace),
    ...matches<StyleHintKind>('talk', text, talk),
    ...told,
    ...matches<StyleHintKind>('day', text, day),
    ...matches<StyleHintKind>('marks', text, marks),
    ...matches<StyleHintKind>('capitals', text, loud).filter(({ text: word }) => !acronyms.has(word)),
    ...withoutCapitals(text),
  ])
}

const start = '(?<![\\p{L}\\p{N}])'
const edge = '(?![\\p{L}\\p{N}])'
const name = '\\p{Lu}[\\p{L}-]*\\.?'
const greeting =
  '(?:[Mm]?[Vv][Hh]|[Kk][Hh]|[Dd]bh|(?:[Mm]ed )?(?:[Vv]enlig|[Kk]ærlig|[Bb]edste|[Mm]ange|[Dd]e bedste)e? [Hh]ilsne?r?|[Hh]ilsen|[Kk]nus|(?:[Bb]est|[Kk]ind|[Ww]arm|[Kk]indest)(?: regards| wishes)|[Rr]egards|[Cc]heers|[Yy]ours(?: sincerely| truly)?)'

/** Kh. Ada; Hilsen fra Ben Friis; Best regards, Cleo. */
const signature = new RegExp(`${start}${greeting}[.,!:]?\\s+(?:fra |from )?${name}(?: ${name})*`, 'gu')
/** A name behind a dash as the last line. */
const nameAtTheEnd = new RegExp(`(?<=\\n)\\s*[-–—/]+ ?${name}(?: ${name})*\\s*$`, 'gu')
const greetingAtTheEnd = new RegExp(`${start}${greeting}[.,!]?\\s*$`, 'gu')

/** Each word of a name or a workplace that is longer than two letters, also in the genitive. */
function wordsOf(kind: StyleHintKind, text: string, said: string): Hint<StyleHintKind>[] {
  const words = said
    .split(/[\s,()/.&-]+/)
    .filter((word) => [...word].length > 2)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return []
  const any = words.join('|')
  return matches(kind, text, new RegExp(`${start}(?:${any})(?:['’]?s)?(?:[ ](?:${any})(?:['’]?s)?)*${edge}`, 'giu'))
}

const house =
  'skole|børnehave|børnehus|vuggestue|afdeling|institution|enhed|team|bosted|plejecenter|center|forvaltning|arbejdsplads|område|school|department|unit|office|workplace|ward'
/** Hos os på skolen; min afdeling; my school. */
const myPlace = new RegExp(
  `${start}(?:(?:min|mit|vores|my|our)(?: egen| eget| own)? (?:${house})|(?:hos|ude hos|nede hos|ovre hos) (?:mig|os)|(?:mine|vores|my|our) (?:medarbejdere|lærere|pædagoger|elever|borgere|beboere|forældre|souschef|staff|teachers|pupils|parents|residents|deputy))${edge}`,
  'giu',
)

const talks = [
  '(?:som|det) jeg (?:sagde|skrev|nævnte|fortalte)',
  'jeg (?:sagde|fortalte|skrev) (?:til )?dig',
  'som (?:nævnt|sagt|aftalt)',
  '(?:da|som|sidst|den dag) vi (?:to )?(?:talte|snakkede|sås|mødtes|skrev|ringede)',
  '(?:da|dengang) du (?:ringede|skrev|kom|spurgte)(?: (?:til )?mig)?',
  '(?:kan|kunne) du huske',
  'i min (?:mail|besked|sms)',
  '(?:da|dengang) (?:jeg|vi) (?:besøgte|ringede|vikarierede)',
  '(?:as|like) I (?:said|told you|wrote|mentioned)',
  'I (?:told|wrote to|said to) you',
  'as (?:mentioned|agreed)',
  '(?:when|as|the day|last time) (?:the two of us|we) (?:talked|spoke|met|wrote)',
  'when you (?:called|wrote|came|asked)(?: (?:to )?me)?',
  '(?:do you )?remember when',
  'in my (?:mail|e-mail|message|text)',
  'you (?:told|asked) me',
]
/** What only the two of them can know of. */
const talk = new RegExp(`${start}(?:${talks.join('|')})${edge}`, 'giu')

const months =
  'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october'
const days = [
  '(?:i|på|om|sidste|forrige) (?:man|tirs|ons|tors|fre|lør|søn)dag(?:s|en)?',
  '(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day',
  'i (?:går|forgårs|morges|aftes)|yesterday',
  '(?:sidste|forrige) (?:uge|måned|møde)|last (?:week|month|meeting)',
  '(?:uge|week) \\d{1,2}',
  `(?:den |the )?\\d{1,2}(?:\\.|st|nd|rd|th)? (?:of )?(?:${months})`,
  `(?:${months}) \\d{1,2}(?:st|nd|rd|th)?`,
  'den \\d{1,2}\\.(?!\\d)|the \\d{1,2}(?:st|nd|rd|th)',
  '\\d{1,2}[./]\\d{1,2}(?:[./-]\\d{2,4})?\\.?|\\d{4}-\\d\\d-\\d\\d',
  '(?:kl\\.?|klokken) ?\\d{1,2}(?:[.:]\\d\\d)?|at \\d{1,2}(?::\\d\\d)? ?(?:am|pm|o’clock)',
]
/** A day or an hour: it tells who was there. */
const day = new RegExp(`${start}(?:${days.join('|')})${edge}`, 'giu')

/** Two and more marks, dots that trail off, smileys and pictures: a hand that others know. */
const marks = /[!?]{2,}|\.{2,}|…|[:;]-?[)(DP](?!\p{L})|\p{Extended_Pictographic}\uFE0F?|~+|\*+\p{L}+\*+/gu
const loud = new RegExp(`${start}\\p{Lu}{4,}${edge}`, 'gu')
const acronyms: ReadonlySet<string> = new Set(['GDPR', 'LEAN', 'AULA', 'NEXUS', 'COVID', 'APV', 'TRIO', 'SFO'])

/** Three sentences and more of which none begins with a capital letter. */
function withoutCapitals(text: string): Hint<StyleHintKind>[] {
  const sentences = text
    .split(/[.!?]\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /^\p{L}/u.test(sentence))
  if (sentences.length < 3 || sentences.some((sentence) => /^\p{Lu}/u.test(sentence))) return []
  return matches<StyleHintKind>('noCapitals', text, /^\s*\S+/g)
}
