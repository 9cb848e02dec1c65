import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anything, fits, type Wish } from './find.ts'
import { minutesOf } from './protocol.ts'
import { protocols } from './protocols.ts'

const found = (wish: Partial<Wish>) =>
  protocols.filter((each) => fits(each, { ...anything, ...wish })).map(({ id }) => id)

test('whoever asks for nothing finds everything', () => {
  expect(found({})).toHaveLength(30)
})

test('a group of three with half an hour finds what three can do in half an hour', () => {
  const ids = found({ people: 3, minutes: 30 })
  expect(ids).toContain('sbi-feedback')
  expect(ids).not.toContain('troika')
  expect(ids).not.toContain('feedforward')
})

test('without a consultant no Balint group is found', () => {
  expect(found({ kind: 'supervision' })).toContain('balint')
  expect(found({ kind: 'supervision', withoutConsultant: true })).not.toContain('balint')
})

const wishes = fc.record({
  kind: fc.constantFrom('supervision', 'feedback', 'reflection', 'dialogue', null),
  minutes: fc.option(fc.integer({ min: 1, max: 90 })),
  people: fc.option(fc.integer({ min: 1, max: 14 })),
  isNew: fc.boolean(),
  withoutConsultant: fc.boolean(),
})

test('what is found meets every part of the wish, and asking for less never finds less', () => {
  fc.assert(
    fc.property(wishes, fc.constantFrom(...(Object.keys(anything) as (keyof Wish)[])), (wish, part) => {
      const all = protocols.filter((each) => fits(each, wish))
      for (const each of all) {
        expect(wish.kind === null || each.kind === wish.kind).toBe(true)
        expect(minutesOf(each)).toBeLessThanOrEqual(wish.minutes ?? 90)
        if (wish.people !== null) {
          expect(each.minParticipants).toBeLessThanOrEqual(wish.people)
          expect(each.maxParticipants).toBeGreaterThanOrEqual(wish.people)
        }
        expect([wish.isNew && !each.forNewcomers, wish.withoutConsultant && each.needsConsultant]).toEqual([
          false,
          false,
        ])
      }
      const less = protocols.filter((each) => fits(each, { ...wish, [part]: anything[part] }))
      expect(less).toEqual(expect.arrayContaining(all))
    }),
  )
})
