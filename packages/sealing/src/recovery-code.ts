import { systemRandom } from './bytes.ts'
import { WrongCheckCharacter } from './faults.ts'

/** Douglas Crockford's base 32: no I, L, O or U. The last five stand only for check values 32 to 36. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'
const length = 26

/**
 * A fresh recovery code: 130 random bits as 26 characters and a check character, in groups of five. To be written down
 * and typed back once; it opens everything, so it is shown and never stored.
 */
export function makeRecoveryCode(random = systemRandom): string {
  const body = Array.from(random(length), (byte) => symbols.charAt(byte & 31)).join('')
  return grouped(body)
}

/**
 * The code as it was made, from how somebody typed it: small letters, spaces and hyphens anywhere, O for 0, I or L for 1.
 * Throws {@link WrongCheckCharacter} for one wrong character, two exchanged neighbours, or anything that is no code.
 */
export function readRecoveryCode(typed: string): string {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const body = text.slice(0, length)
  const isCode = text.length === length + 1 && [...body].every((symbol) => (symbolValue(symbol) ?? 32) < 32)
  if (!isCode || text.charAt(length) !== checkOf(body)) throw new WrongCheckCharacter()
  return grouped(body)
}

/** The 26 characters that the key is made of: without groups and check character. Throws {@link WrongCheckCharacter}. */
export const codeBody = (typed: string): string => readRecoveryCode(typed).replaceAll('-', '').slice(0, length)

const symbolValue = (symbol: string): number | undefined => {
  const value = symbols.indexOf(symbol)
  return value < 0 ? undefined : value
}

/** The 130 bits as one number modulo 37. */
const checkOf = (body: string): string =>
  symbols.charAt([...body].reduce((value, symbol) => (value * 32 + symbols.indexOf(symbol)) % 37, 0))

const grouped = (body: string) => (body + checkOf(body)).replace(/(.{5})(?=.)/g, '$1-')
