import { randomInt } from 'node:crypto'

/** How a text can stand in bytes. */
export type Writing = 'plain' | 'UTF-16' | 'base64' | 'hex' | 'percent' | 'escaped'

type Pattern = { word: string; writing: Writing; bytes: Buffer }
export type Sighting = Pick<Pattern, 'word' | 'writing'>

/** Words have at least so many letters, and every writing of them as many bytes. */
const shortest = 12
const block = 3

/** A word that stands nowhere else: fourteen lower-case letters, or some of them Danish ones. */
export function freshWord({ danish = false } = {}): string {
  const letters = danish ? 'bdfghjklmnpqrstvwxzæøå' : 'bcdfghjklmnpqrstvwxz'
  const word = Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('')
  return danish ? `æ${word.slice(2)}å` : word
}

/**
 * Every writing of a word: UTF-8, Latin-1 and UTF-16 in both orders, each as it is, as hex in both cases and as base64 and
 * base64url at all three places where it can begin; percent-encoded; as JSON escapes, of all letters or of those beyond ASCII.
 */
export function writingsOf(word: string): Pattern[] {
  const [utf8, little] = [Buffer.from(word), Buffer.from(word, 'utf16le')]
  const big = Buffer.from(little).swap16()
  const encoded: Pattern[] = [utf8, Buffer.from(word, 'latin1'), little, big].flatMap((bytes, at) => {
    const itself: Pattern = { word, writing: at < 2 ? 'plain' : 'UTF-16', bytes }
    return [
      itself,
      ...inBothCases(bytes.toString('hex')).map((text) => pattern(word, 'hex', text)),
      ...[0, 1, 2].flatMap((before) => base64At(bytes, before)).map((text) => pattern(word, 'base64', text)),
    ]
  })
  const code = (char: string) => char.charCodeAt(0).toString(16).padStart(4, '0')
  const escaped = [
    word.replace(/./g, (char) => `\\u${code(char)}`),
    word.replace(/[^a-z]/g, (char) => `\\u${code(char)}`),
  ]
  const percent = [encodeURIComponent(word), [...utf8].map((byte) => `%${byte.toString(16)}`).join('')]
  const texts = [
    ...percent.flatMap((text) => inBothCases(text, '%..')).map((text) => pattern(word, 'percent', text)),
    ...escaped.flatMap((text) => inBothCases(text, '(?<=u)....')).map((text) => pattern(word, 'escaped', text)),
  ]
  const once = new Map([...encoded, ...texts].toReversed().map((each) => [each.bytes.toString('latin1'), each]))
  return [...once.values()]
}

const pattern = (word: string, writing: Writing, text: string): Pattern => ({ word, writing, bytes: Buffer.from(text) })

const inBothCases = (text: string, which = '.') => [
  text.replace(new RegExp(which, 'g'), (part) => part.toLowerCase()),
  text.replace(new RegExp(which, 'g'), (part) => part.toUpperCase()),
]

/** Only the characters that do not depend on what stands before and after. */
function base64At(bytes: Buffer, before: number) {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const sure = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
}

/**
 * Looks for every writing of many words at once, after Wu and Manber (1994): the last three bytes of a window tell how far
 * it can be moved without missing anything, so that most bytes are never looked at.
 */
export function openHunt(words: Iterable<string>): (bytes: Uint8Array) => Sighting[] {
  const skips = new Uint8Array(1 << (8 * block)).fill(shortest - block + 1)
  const beginnings = new Map<string, Pattern[]>()
  for (const word of words) {
    for (const each of writingsOf(word)) {
      if (each.bytes.length < shortest) throw new Error(`"${word}" is too short to be looked for.`)
      const beginning = each.bytes.toString('latin1', 0, shortest)
      beginnings.set(beginning, [...(beginnings.get(beginning) ?? []), each])
      for (let at = 0; at + block <= shortest; at++) {
        const trigram = each.bytes.readUIntBE(at, block)
        skips[trigram] = Math.min(skips[trigram] ?? 0, shortest - block - at)
      }
    }
  }

  return (given) => {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    const seen: Sighting[] = []
    for (let end = shortest - 1; end < bytes.length; ) {
      const trigram = ((bytes[end - 2] as number) << 16) | ((bytes[end - 1] as number) << 8) | (bytes[end] as number)
      const skip = skips[trigram] as number
      if (skip === 0) {
        const from = end - shortest + 1
        for (const { word, writing, bytes: wanted } of beginnings.get(bytes.toString('latin1', from, end + 1)) ?? [])
          if (wanted.equals(bytes.subarray(from, from + wanted.length))) seen.push({ word, writing })
      }
      end += skip || 1
    }
    return seen
  }
}
