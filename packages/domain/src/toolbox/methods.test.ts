import { expect, test } from 'vitest'
import { defaultMethods, isCaseMethod, isMethodId, methodIds, methodOf, methods } from './methods.ts'

test('the toolbox has thirty methods, each under its own id and names', () => {
  expect(methods).toHaveLength(30)
  expect(new Set(methodIds).size).toBe(30)
  for (const locale of ['da', 'en'] as const) expect(new Set(methods.map(({ name }) => name[locale])).size).toBe(30)
})

test('each has a size and a length that can be', () => {
  for (const { id, minParticipants, maxParticipants, minutes } of methods) {
    expect([id, minParticipants >= 1, minParticipants <= maxParticipants, minutes > 0]).toEqual([id, true, true, true])
  }
})

test('what a network starts with fits six people and two and a half hours', () => {
  for (const id of defaultMethods) {
    const { minParticipants, maxParticipants } = methodOf(id)
    expect(minParticipants <= 6 && maxParticipants >= 6).toBe(true)
  }
  expect(defaultMethods.filter(isCaseMethod)).toEqual(['kollegial-sparring-8-trin', 'reflekterende-team'])
})

test('an id from elsewhere is not a method', () => {
  expect([isMethodId('troika'), isMethodId('toString'), isMethodId('')]).toEqual([true, false, false])
})
