import { createHash } from 'node:crypto'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { describe, expect, test } from 'vitest'
import { danishWords } from './danish-words.ts'
import { canonicalEntry } from './identity.ts'
import { makePerson } from './sample.ts'
import { wordsOf } from './words.ts'

describe('the Danish list', () => {
  test('has 2048 words of four to ten letters, in order', () => {
    expect(danishWords).toHaveLength(2048)
    expect(danishWords.filter((word) => !/^[a-zæøå]{4,10}$/.test(word))).toEqual([])
    expect([...danishWords].sort()).toEqual(danishWords)
  })

  test('tells every word by its first four letters', () => {
    expect(new Set(danishWords.map((word) => word.slice(0, 4))).size).toBe(2048)
  })

  test('has no two words one letter apart', () => {
    // Two words are one letter apart exactly when one of them, with a letter left out, is the other or its like.
    const known = new Set(danishWords)
    const without = new Map<string, string>()
    const near: string[][] = []
    for (const word of danishWords)
      for (let at = 0; at < word.length; at++) {
        const rest = word.slice(0, at) + word.slice(at + 1)
        if (known.has(rest)) near.push([word, rest])
        const place = `${word.slice(0, at)}_${word.slice(at + 1)}`
        const other = without.get(place)
        if (other) near.push([word, other])
        without.set(place, word)
      }
    expect(near).toEqual([])
  })

  test('never changes: two versions must read the same words', () => {
    const hash = createHash('sha256').update(danishWords.join(' ')).digest('hex')
    expect(hash).toBe('62de369914db50f834b0a5ae79aed6509f15adaf2d0925d9b62dca8f1ad33a01')
  })
})

describe('twelve words', () => {
  test('are the same on both sides, and in each language', async () => {
    const [ada, ben] = [await makePerson(), await makePerson()]
    for (const [language, list] of [
      ['da', danishWords],
      ['en', english],
    ] as const) {
      const words = await wordsOf(ada.entry, ben.entry, language)
      expect(words).toHaveLength(12)
      expect(words.every((word) => list.includes(word))).toBe(true)
      expect(await wordsOf(ben.entry, ada.entry, language)).toEqual(words)
    }
  })

  test('are others as soon as either side holds another identity', async () => {
    const [ada, ben] = [await makePerson(), await makePerson()]
    const [adasLike, bensLike] = [await makePerson(ada.personId), await makePerson(ben.personId)]
    const words = await wordsOf(ada.entry, ben.entry, 'da')
    expect(await wordsOf(adasLike.entry, ben.entry, 'da')).not.toEqual(words)
    expect(await wordsOf(ada.entry, bensLike.entry, 'da')).not.toEqual(words)
  })

  test('are the first 132 bits of the hash that README names', async () => {
    const [ada, ben] = [await makePerson(), await makePerson()]
    const both = [ada, ben].map(({ entry }) => Buffer.from(canonicalEntry(entry))).sort(Buffer.compare)
    const hash = createHash('sha256').update('lederkreds words v1\0').update(Buffer.concat(both)).digest('hex')
    const words = await wordsOf(ada.entry, ben.entry, 'en')
    const bits = words.map((word) => english.indexOf(word).toString(2).padStart(11, '0')).join('')
    expect(BigInt(`0b${bits}`).toString(16).padStart(33, '0')).toBe(hash.slice(0, 33))
  })
})
