import { describe, expect, test } from 'vitest'
import { publishedShare } from './suppression.ts'

describe('a share', () => {
  test('is shown in steps of five per cent', () => {
    expect(publishedShare(52, 61)).toBe(85)
  })

  test('is hidden when the part or the rest is small, since each gives the other away', () => {
    expect([publishedShare(4, 60), publishedShare(57, 60), publishedShare(60, 60)]).toEqual(['few', 'few', 'few'])
    expect(publishedShare(0, 0)).toBeNull()
  })
})
