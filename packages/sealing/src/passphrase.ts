import { argon2id } from 'hash-wasm'
import { type Bytes, utf8 } from './bytes.ts'
import { ExcessiveParameters, UnfitPassphrase, WeakParameters } from './faults.ts'

/** What Argon2id may spend: memory in KiB, passes over it, lanes. */
export interface Cost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** What new wraps use, and the least that is ever accepted: 64 MiB, three passes (RFC 9106, 4, second choice). */
export const cost: Cost = { memory: 65_536, passes: 3, lanes: 1 }
/** More than this would only exhaust the device: 1 GiB, twenty passes, four lanes. */
const most: Cost = { memory: 1_048_576, passes: 20, lanes: 4 }

export const saltLength = 16

/** What can be wrong with a passphrase that somebody chooses: stable keys, translated by the page. */
export type PassphraseProblem = 'tooShort' | 'tooCommon'

/**
 * At least 12 characters (Unicode code points after normalising): shorter ones fall to a guesser who has the wrap, even
 * at 64 MiB a guess. And none of what guessers try first: well-known words, rows of keys, one pattern again and again.
 */
export function checkPassphrase(passphrase: string): PassphraseProblem[] {
  const text = normalise(passphrase)
  const problems: PassphraseProblem[] = []
  if ([...text].length < 12) problems.push('tooShort')
  if (isCommon(text)) problems.push('tooCommon')
  return problems
}

/** Throws {@link UnfitPassphrase} unless {@link checkPassphrase} finds nothing. */
export function mustBeFit(passphrase: string): void {
  if (checkPassphrase(passphrase).length > 0) throw new UnfitPassphrase()
}

/** Throws {@link WeakParameters} or {@link ExcessiveParameters}: before any derivation, whoever offered them. */
export function mustBeAcceptable({ memory, passes, lanes }: Cost): void {
  if (memory < cost.memory || passes < cost.passes || lanes < cost.lanes) throw new WeakParameters()
  if (memory > most.memory || passes > most.passes || lanes > most.lanes) throw new ExcessiveParameters()
}

/** Thirty-two bytes of Argon2id (RFC 9106, version 0x13). Throws what {@link mustBeAcceptable} throws. */
export async function stretch(passphrase: string, salt: Bytes, spent: Cost): Promise<Bytes> {
  mustBeAcceptable(spent)
  const password = utf8(normalise(passphrase))
  try {
    const { memory: memorySize, passes: iterations, lanes: parallelism } = spent
    const options = {
      password,
      salt,
      memorySize,
      iterations,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    } as const
    return new Uint8Array(await argon2id(options))
  } finally {
    password.fill(0)
  }
}

/** One spelling for what looks the same on every keyboard: Unicode normalisation form KC. Nothing is trimmed. */
const normalise = (passphrase: string) => passphrase.normalize('NFKC')

const rows = ['abcdefghijklmnopqrstuvwxyzæøå', 'qwertyuiopåasdfghjklæøzxcvbnm', '01234567890123456789']
const known = new Set(
  `adgangskode adgangskoden admin correcthorsebatterystaple danmark dagbog dagbogen fodbold goddag hejmeddig hemmelig
  hemmelighed hemmeligt iloveyou jegelskerdig kobenhavn københavn kodeord kodeordet kommune kommunen leder lederkreds
  letmein mitkodeord monkey netværk passphrase password passwort sommer sommerferie supervision velkommen vinter welcome`.split(
    /\s+/,
  ),
)

function isCommon(text: string): boolean {
  const plain = text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')
  const letters = plain.replace(/\d/g, '')
  const mostly = letters.length > 4 && plain.length < 16 ? letters : ''
  return (
    isMonotonous(text) ||
    isOneOf(plain) ||
    isOneOf(letters) ||
    [plain, mostly].some((part) => part !== '' && isRow(part))
  )
}

/** Fewer than five different characters. */
const isMonotonous = (text: string) => new Set(text).size < 5

/** A known word, one to three times. */
const isOneOf = (text: string) =>
  [1, 2, 3].some((times) => known.has(text.slice(0, text.length / times)) && isRepeated(text, text.length / times))

/** A short pattern again and again, or keys in a row, either way. */
function isRow(text: string): boolean {
  if (isMonotonous(text)) return true
  if ([5, 6].some((length) => text.length >= 2 * length && isRepeated(text, length))) return true
  const backwards = [...text].reverse().join('')
  return rows.some((row) => row.repeat(2).includes(text) || row.repeat(2).includes(backwards))
}

const isRepeated = (text: string, length: number) =>
  Number.isInteger(length) && text.slice(0, length).repeat(text.length).startsWith(text)
