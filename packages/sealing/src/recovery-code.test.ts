import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WrongCheckCharacter } from './faults.ts'
import { codeBody, makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'

const codes = fc.constant(null).map(() => makeRecoveryCode())
const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

test('is 26 characters of Crockford’s base 32 and one to check them, in groups of five', () => {
  const form = /^(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z*~$=U]$/
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(form)
    }),
  )
  expect(codeBody(makeRecoveryCode())).toHaveLength(26)
})

test('a known code has the known check character', () => {
  const counting = (length: number) => Uint8Array.from({ length }, (_, at) => at)
  const body = '0123456789ABCDEFGHJKMNPQRS'
  let value = 0n
  for (const symbol of body) value = value * 32n + BigInt(symbols.indexOf(symbol))
  const check = `${symbols.join('')}*~$=U`.charAt(Number(value % 37n))
  expect(makeRecoveryCode(counting)).toBe(`01234-56789-ABCDE-FGHJK-MNPQR-S${check}`)
})

test('is read however it is typed', () => {
  fc.assert(
    fc.property(codes, fc.infiniteStream(fc.nat(5)), (code, whims) => {
      const typed = [...code].map((symbol) => {
        const whim = whims.next().value
        if (whim === 0) return `${symbol} `
        if (whim === 1) return symbol.toLowerCase()
        if (whim === 2 && symbol === '-') return ''
        if (whim === 3) return symbol === '0' ? 'o' : symbol === '1' ? 'I' : symbol
        return symbol === '1' ? 'l' : symbol
      })
      expect(readRecoveryCode(typed.join(''))).toBe(code)
    }),
  )
})

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(25), fc.constantFrom(...symbols), (code, at, symbol) => {
      const plain = code.replaceAll('-', '')
      fc.pre(plain[at] !== symbol)
      expect(() => readRecoveryCode(plain.slice(0, at) + symbol + plain.slice(at + 1))).toThrow(WrongCheckCharacter)
    }),
  )
})

test('two exchanged neighbours are always noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(24), (code, at) => {
      const plain = code.replaceAll('-', '')
      fc.pre(plain[at] !== plain[at + 1])
      const exchanged = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2)
      expect(() => readRecoveryCode(exchanged)).toThrow(WrongCheckCharacter)
    }),
  )
})

test.each(['', 'abc', '*'.repeat(27), 'U'.repeat(27), '0'.repeat(26), '0'.repeat(28), 'å'.repeat(27)])(
  '%j is no code',
  (typed) => {
    expect(() => readRecoveryCode(typed)).toThrow(WrongCheckCharacter)
  },
)
