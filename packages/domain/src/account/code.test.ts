import { expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import {
  CodeExpired,
  CodeWrong,
  checkCodeRate,
  checkGuess,
  codeExpiresAt,
  codeFrom,
  TooManyCodes,
  typedCode,
} from './code.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 8) + minutes * 60_000)
const fresh = { expiresAt: codeExpiresAt(at(0)), guesses: 0, usedAt: null }

test('a code is six digits, typed with or without spaces', () => {
  expect([codeFrom(0), codeFrom(999_999)]).toEqual(['000000', '999999'])
  expect(parse(typedCode, ' 012 345')).toBe('012345')
  for (const text of ['12345', '1234567', '12345a', '١٢٣٤٥٦']) expect(firstProblem(typedCode, text)).toBe('invalid')
})

test('a right guess within ten minutes is let through', () => {
  expect(() => checkGuess(fresh, true, at(9.99))).not.toThrow()
  expect(() => checkGuess(fresh, true, at(10))).toThrow(CodeExpired)
})

test('a wrong guess says how many are left', () => {
  expect(() => checkGuess(fresh, false, at(1))).toThrow(expect.objectContaining({ guessesLeft: 4 }))
  expect(() => checkGuess({ ...fresh, guesses: 4 }, false, at(1))).toThrow(CodeWrong)
  expect(() => checkGuess({ ...fresh, guesses: 4 }, false, at(1))).toThrow(expect.objectContaining({ guessesLeft: 0 }))
})

test('after five guesses, and once used, not even the right code helps', () => {
  expect(() => checkGuess({ ...fresh, guesses: 5 }, true, at(1))).toThrow(CodeExpired)
  expect(() => checkGuess({ ...fresh, usedAt: at(0) }, true, at(1))).toThrow(CodeExpired)
})

test('an address gets five codes an hour, and is told when the next can be had', () => {
  const address = [0, 1, 2, 3].map(at)
  expect(() => checkCodeRate({ address, browser: [] }, at(10))).not.toThrow()
  expect(() => checkCodeRate({ address: [...address, at(9)], browser: [] }, at(10))).toThrow(
    expect.objectContaining({ retryAfterSeconds: 50 * 60 }),
  )
  expect(() => checkCodeRate({ address: [...address, at(9)], browser: [] }, at(60))).not.toThrow()
})

test('a browser gets ten codes an hour, for whatever addresses', () => {
  const browser = Array.from({ length: 10 }, (_, minute) => at(minute))
  expect(() => checkCodeRate({ address: [], browser }, at(10))).toThrow(TooManyCodes)
  expect(() => checkCodeRate({ address: [], browser: browser.slice(1) }, at(10))).not.toThrow()
})
