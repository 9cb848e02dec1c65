import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshWord, openHunt, writingsOf } from './word-hunt.ts'

const words = Array.from({ length: 300 }, (_, at) => freshWord({ danish: at % 3 === 0 }))
const hunt = openHunt(words)

test('every writing of every word is found, wherever it stands', () => {
  for (const word of words.slice(0, 12))
    for (const { bytes, writing } of writingsOf(word))
      for (const before of [0, 1, 7, 8192])
        expect(hunt(Buffer.concat([randomBytes(before), bytes, randomBytes(5)]))).toContainEqual({ word, writing })
})

test('what other programs write is found', () => {
  for (const word of words.slice(0, 30))
    for (const around of ['', 'a', 'ab', 'abc']) {
      const text = JSON.stringify({ trigger: `${around} ${word}. Og så` })
      const written = {
        plain: Buffer.from(text),
        'UTF-16': Buffer.from(text, 'utf16le'),
        base64: Buffer.from(Buffer.from(text).toString('base64url')),
        hex: Buffer.from(`\\x${Buffer.from(text).toString('hex')}`),
        percent: Buffer.from([...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')),
      }
      for (const [writing, bytes] of Object.entries(written))
        expect(hunt(bytes), writing).toContainEqual({ word, writing })
      const { href } = new URL(`/search?q=${around}${word}`, 'http://localhost')
      expect(hunt(Buffer.from(href)).map((sighting) => sighting.word)).toEqual([word])
    }
})

test('of words among words, all are found and no others', () => {
  const [some, others] = [words.slice(0, 150), words.slice(150)]
  const half = openHunt(some)
  expect(half(Buffer.from(words.join(' '))).map(({ word }) => word)).toEqual(some)
  expect(half(Buffer.from(others.join(' ')))).toEqual([])
})

test('in chance and in other text nothing is found', () => {
  expect(hunt(randomBytes(4_000_000))).toEqual([])
  expect(hunt(Buffer.from(randomBytes(1_000_000).toString('base64')))).toEqual([])
  expect(hunt(Buffer.from(words.map((word) => word.slice(1)).join(' ')))).toEqual([])
})

test('a word too short to be told from chance is refused', () => {
  expect(() => openHunt(['kort'])).toThrow('too short')
})
