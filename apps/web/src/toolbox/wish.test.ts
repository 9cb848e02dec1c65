import { anything } from '@lederkreds/domain/toolbox/find'
import { expect, test } from 'vitest'
import { searchOf, wishIn } from './wish.ts'

const wish = { kind: 'supervision', minutes: 45, people: 6, isNew: true, withoutConsultant: true } as const

test('a wish comes back from its address as it was', () => {
  expect(wishIn(new URLSearchParams(searchOf(wish)))).toEqual(wish)
  expect(searchOf(anything)).toEqual({})
})

test.each(['kind=chat', 'minutes=-1', 'minutes=46', 'people=0', 'people=13', 'people=1e1', 'people=', 'x=1'])(
  'an address with %s asks for nothing',
  (search) => {
    expect(wishIn(new URLSearchParams(search))).toEqual(anything)
  },
)
