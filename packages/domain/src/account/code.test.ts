import { expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import { typedCode } from './code.ts'

test('a code is six digits, typed with or without spaces', () => {
  expect(parse(typedCode, ' 012 345')).toBe('012345')
  for (const text of ['12345', '1234567', '12345a', '١٢٣٤٥٦']) expect(firstProblem(typedCode, text)).toBe('invalid')
})
