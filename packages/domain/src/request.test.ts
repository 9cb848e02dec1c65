import { expect, test } from 'vitest'
import { requestId } from './request.ts'
import { firstProblem, parse } from './text.ts'

test('a request id is a UUID, one whatever its case', () => {
  const id = '0198c5a2-7b1e-7c3d-9f00-0123456789ab'
  expect(parse(requestId, id.toUpperCase())).toBe(id)
  expect(firstProblem(requestId, 'again')).toBe('invalid')
})
