import { wordlist as englishWords } from '@scure/bip39/wordlists/english.js'
import { sha256 } from './aes.ts'
import { compare, concat, label } from './bytes.ts'
import { danishWords } from './danish-words.ts'
import { canonicalEntry, type IdentityEntry } from './identity.ts'

const lists = { da: danishWords, en: englishWords }

/**
 * Twelve words (132 bits) that two people read out to each other: the same on both sides exactly when each holds the
 * other's true identity. Both must read them in the same language.
 */
export async function wordsOf(mine: IdentityEntry, theirs: IdentityEntry, language: 'da' | 'en'): Promise<string[]> {
  const both = [canonicalEntry(mine), canonicalEntry(theirs)].sort(compare)
  const hash = await sha256(concat(label('lederkreds words v1'), ...both))
  const bits = Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from(
    { length: 12 },
    (_, at) => lists[language][Number.parseInt(bits.slice(11 * at, 11 * at + 11), 2)] ?? '',
  )
}
