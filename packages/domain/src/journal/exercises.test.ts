import { describe, expect, test } from 'vitest'
import { methods } from '../toolbox/methods.ts'
import { protocolOf } from '../toolbox/protocols.ts'
import { exerciseMinutes } from './exercise.ts'
import { exerciseOf, exercises } from './exercises.ts'

test('five reflections of the toolbox can be done alone', () => {
  expect(exercises.map(({ id }) => id)).toEqual([
    'dagslut',
    'belastning-ressourcer',
    'iglo',
    'indflydelse',
    'skriv-igennem',
  ])
  const reflections = methods.filter(({ kind }) => kind === 'reflection').map(({ id }) => id)
  for (const { id } of exercises) expect(reflections).toContain(id)
})

test('only writing it through is deleted at the end unless it is kept', () => {
  expect(exercises.filter(({ deletedByDefault }) => deletedByDefault).map(({ id }) => id)).toEqual(['skriv-igennem'])
})

test('alone it takes no longer than together', () => {
  expect(Object.fromEntries(exercises.map((exercise) => [exercise.id, exerciseMinutes(exercise)]))).toEqual({
    dagslut: 10,
    'belastning-ressourcer': 20,
    iglo: 25,
    indflydelse: 16,
    'skriv-igennem': 25,
  })
  for (const exercise of exercises)
    expect(exerciseMinutes(exercise)).toBeLessThanOrEqual(methods.find(({ id }) => id === exercise.id)?.minutes ?? 0)
})

test('alone one takes the steps that a group takes, and does word for word what is for one alone', () => {
  for (const exercise of exercises) {
    const protocol = protocolOf(exercise.id)
    const steps = protocol.phases.map(({ id }) => id)
    const taken = exercise.phases.map(({ id }) => id)
    expect([exercise.id, taken]).toEqual([exercise.id, steps.filter((id) => taken.includes(id))])
    if (protocol.maxParticipants > 1) continue
    const { purpose, origin, sources, licence, evidence, phases } = exercise
    expect(protocol).toMatchObject({ purpose, origin, sources, licence, evidence, phases })
  }
})

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (_id, exercise) => {
  test('says everything in both languages, in lengths that a phone and a document hold', () => {
    const words = [
      exercise.name,
      exercise.purpose,
      exercise.origin,
      exercise.licence,
      exercise.evidence,
      ...exercise.phases.flatMap(({ name, instruction, questions }) => [name, instruction, ...questions]),
    ]
    for (const { da, en } of words) {
      expect([da, da.trim().length > 0 && da.length <= 300]).toEqual([da, true])
      expect([en, en.trim().length > 0 && en.length <= 300]).toEqual([en, true])
    }
    for (const { da } of words.slice(5)) expect(da).not.toMatch(/\b(?:fokusperson|deltager|tovholder)/i)
  })

  test('has phases that each ask something, under ids of their own', () => {
    expect(new Set(exercise.phases.map(({ id }) => id)).size).toBe(exercise.phases.length)
    for (const { minutes, questions } of exercise.phases) expect(minutes > 0 && questions.length > 0).toBe(true)
  })

  test('names where it comes from', () => expect(exercise.sources.length).toBeGreaterThan(0))
})

test('an exercise of a newer version is not known here', () => {
  expect([exerciseOf('iglo')?.id, exerciseOf('toString'), exerciseOf('troika')]).toEqual(['iglo', null, null])
})
