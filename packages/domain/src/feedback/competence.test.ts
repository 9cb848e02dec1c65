import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  competence,
  isUnanswered,
  newCompetence,
  noRatings,
  type Ratings,
  ratings,
  readCompetence,
  scale,
  scaleWords,
  statements,
  threeSeries,
  yardstickOf,
} from './competence.ts'

const [here, elsewhere] = ['b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e', 'c3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e']
const all = (value: number | null): Ratings =>
  ratings.parse(Object.fromEntries(statements.map(({ key }) => [key, value])))
const begun = { ...newCompetence(here, '2026-01-12'), baseline: { day: '2026-01-12', ratings: all(3) } }
const ended = { ...begun, end: { day: '2026-11-25', now: all(5), lookingBack: { ...all(3), sleep: 2, stress: null } } }

test('there are eight statements in both languages, rated from 1 to 7', () => {
  expect(statements.map(({ text }) => text.da)).toEqual([
    'Jeg kan tage en svær samtale uden at udskyde den.',
    'Jeg kan stå ved en upopulær beslutning.',
    'Jeg sover godt, også når jeg har truffet en hård beslutning.',
    'Jeg kan holde professionel distance, når andre bliver vrede eller kede af det.',
    'Jeg kan lede en forandring, jeg ikke selv har valgt.',
    'Jeg ved, hvad der stresser mig, og gør noget ved det i tide.',
    'Jeg kan give feedback, der bliver brugt.',
    'Jeg har nogen at gå til, når jeg er i tvivl.',
  ])
  expect(statements.map(({ text }) => text.en)).toEqual([
    'I can hold a difficult conversation without postponing it.',
    'I can stand by an unpopular decision.',
    'I sleep well even after a hard decision.',
    'I can keep professional distance when others become angry or upset.',
    'I can lead a change I did not choose.',
    'I know what stresses me and act in time.',
    'I can give feedback that is used.',
    'I have somebody to turn to when in doubt.',
  ])
  expect([scale[0], scale.at(-1), scaleWords[1].da, scaleWords[4].da, scaleWords[7].da]).toEqual([
    1,
    7,
    'slet ikke',
    'nogenlunde',
    'i meget høj grad',
  ])
})

test('every statement has its place in an answer, and no other answer than 1 to 7 or none', () => {
  expect(Object.keys(noRatings)).toEqual(statements.map(({ key }) => key))
  expect(isUnanswered(noRatings)).toBe(true)
  expect(isUnanswered({ ...noRatings, somebody: 1 })).toBe(false)
  expect(ratings.parse({})).toEqual(noRatings)
  for (const wrong of [0, 8, 3.5, '4']) expect(ratings.safeParse({ ...noRatings, sleep: wrong }).success).toBe(false)
})

test('a document is read in its own network only, and not when it is of a newer form', () => {
  expect(readCompetence(ended, here)).toEqual(ended)
  expect(readCompetence(ended, elsewhere)).toBeNull()
  expect(readCompetence({ ...ended, format: 2 }, here)).toBeNull()
  expect(readCompetence({ ...ended, later: 1 }, here)).toMatchObject({ later: 1 })
  expect(readCompetence('competence', here)).toBeNull()
})

test('three series are shown beside each other, and what is said compares the two of the start alone', () => {
  expect(threeSeries(ended)[2]).toEqual({ key: 'sleep', baseline: 3, lookingBack: 2, now: 5 })
  expect(threeSeries(begun)[0]).toEqual({ key: 'conversation', baseline: 3, lookingBack: null, now: null })
  expect(yardstickOf(ended)).toEqual({ yardstick: 1, compared: 7 })
  expect([yardstickOf(begun), yardstickOf({ ...ended, baseline: null })]).toEqual([null, null])
})

const someRatings = fc.record(
  Object.fromEntries(
    statements.map(({ key }) => [key, fc.option(fc.integer({ min: 1, max: 7 }))]),
  ) as unknown as Record<keyof Ratings & string, fc.Arbitrary<number | null>>,
) as fc.Arbitrary<Ratings>

test('how she rates herself now never changes what is said', () => {
  fc.assert(
    fc.property(someRatings, someRatings, someRatings, someRatings, (start, lookingBack, now, other) => {
      const self = (answers: Ratings) =>
        competence.parse({
          ...begun,
          baseline: { day: '2026-01-12', ratings: start },
          end: { day: '2026-11-25', now: answers, lookingBack },
        })
      expect(yardstickOf(self(now))).toEqual(yardstickOf(self(other)))
    }),
  )
})
