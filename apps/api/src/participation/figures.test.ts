import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import { dayAhead } from '@lederkreds/testing/day'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const query = `query ($year: Int!) { participationFigures(year: $year) {
  year years networks meetings people { count isFew } attendedPercent methods { method rounds }
  months { month meetings people { count isFew } }
} }`

type Month = { month: number; meetings: number; people: { count: number | null; isFew: boolean } | null }
type Figures = {
  participationFigures: {
    years: number[]
    networks: number
    meetings: number
    people: { count: number | null; isFew: boolean } | null
    attendedPercent: number | null
    methods: { method: string; rounds: number }[]
    months: Month[]
  }
}

const thisYear = new Date().getUTCFullYear()
const year = thisYear - 1
const noon = (month: number, of = year) => new Date(Date.UTC(of, month - 1, 10, 11))

function town(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const admin = seed.person(organisation, { name: 'Astrid', roles: ['admin'] })
  const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const people = Array.from({ length: 12 }, (_, index) => seed.person(organisation, { name: `Leder ${index}` }))
  const network = (name: string, members: SeededPerson[]) => seed.network(organisation, { name, consultant, members })
  return {
    organisation,
    admin,
    consultant,
    people,
    north: network('Nord', people.slice(0, 6)),
    south: network('Syd', people.slice(5, 12)),
  }
}

const ask = async (person: SeededPerson, of = year) => (await server.as(person))<Figures>(query, { year: of })

test('an administrator reads what her networks did, counted over people who are different ones', async () => {
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    const everybody = () => true
    seed.meeting(made.north, { startsAt: noon(1), attended: everybody })
    seed.meeting(made.north, { startsAt: noon(1), attended: everybody })
    seed.meeting(made.south, { startsAt: noon(1), attended: (index) => index < 5 })
    seed.meeting(made.south, { startsAt: noon(3), attended: (index) => index < 4 })
    seed.meeting(made.north, { startsAt: noon(4), attended: (index) => index > 0 })
    seed.meeting(made.north, { startsAt: noon(4), attended: (index) => index > 1 })
    return made
  })
  expect((await ask(admin)).data?.participationFigures).toEqual({
    year,
    years: [year],
    networks: 2,
    meetings: 6,
    people: { count: 10, isFew: false },
    attendedPercent: 85,
    methods: [],
    months: [
      { month: 1, meetings: 3, people: { count: 10, isFew: false } },
      { month: 3, meetings: 1, people: { count: null, isFew: true } },
      { month: 4, meetings: 2, people: { count: 5, isFew: false } },
    ],
  })
})

test('what happened in a month of few changes nothing else that is shown', async () => {
  const shown = async (there: number, absent: number) => {
    const { admin } = await server.seed((seed) => {
      const made = town(seed)
      seed.meeting(made.north, { startsAt: noon(1), attended: () => true })
      seed.meeting(made.south, { startsAt: noon(1), attended: () => false })
      seed.meeting(made.south, {
        startsAt: noon(2),
        attended: (index) => (index < there ? true : index < there + absent ? false : null),
      })
      return made
    })
    return (await ask(admin)).data
  }
  const one = await shown(0, 7)
  expect(one?.participationFigures.attendedPercent).toBe(45)
  for (const [there, absent] of [
    [4, 3],
    [1, 0],
    [3, 4],
  ] as const)
    expect(await shown(there, absent)).toEqual(one)
})

test('meetings that are cancelled, still to come or of another year are not counted', async () => {
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    seed.meeting(made.north, { startsAt: noon(6), attended: () => true })
    seed.meeting(made.north, { startsAt: new Date(Date.now() + 86_400_000 * 30) })
    seed.meeting(made.north, { startsAt: new Date(Date.UTC(year - 1, 11, 31, 22, 30)), attended: () => true })
    seed.meeting(made.north, { startsAt: new Date(Date.UTC(year - 1, 11, 31, 23, 30)), attended: () => true })
    const { id } = seed.meeting(made.south, { startsAt: noon(6), attended: () => true })
    const meetings = seed.rows.get('meeting') ?? []
    for (const row of meetings) row.cancelled_at = row.id === id ? noon(5) : null
    return made
  })
  const figures = (await ask(admin)).data?.participationFigures
  expect(figures).toMatchObject({ networks: 1, meetings: 2, years: [year, year - 1] })
  expect(figures?.months.map(({ month }) => month)).toEqual([1, 6])
})

test('the month that is not over tells of its meetings and of nobody', async () => {
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    seed.meeting(made.north, { startsAt: new Date(Date.now() - 1_000), attended: () => true })
    return made
  })
  const figures = (await ask(admin, new Date(Date.now() - 1_000).getUTCFullYear())).data?.participationFigures
  expect(figures).toMatchObject({ networks: 1, meetings: 1, people: null, attendedPercent: null })
  expect(figures?.months).toEqual([{ month: expect.any(Number), meetings: 1, people: null }])
})

test('where nothing was, the figures are empty; an absurd year is refused', async () => {
  const { admin } = await server.seed(town)
  expect((await ask(admin)).data?.participationFigures).toEqual({
    year,
    years: [],
    networks: 0,
    meetings: 0,
    people: null,
    attendedPercent: null,
    methods: [],
    months: [],
  })
  for (const absurd of [-1, 0, 1899, 2199, 2_147_483_647])
    expect((await ask(admin, absurd)).errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' })
})

test('methods are told by how many rounds ended with them in months that are over, and small counts are not', async () => {
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    const meeting = seed.meeting(made.north, { startsAt: noon(1), attended: () => true })
    const rounds = (count: number, method: MethodId, endedAt = noon(2), more: object = {}) => {
      for (let number = 0; number < count; number++)
        seed.round(number % 2 ? made.north : made.south, {
          method,
          people: made.people.slice(6, 9),
          meeting,
          beganAt: endedAt,
          endedAt,
          ...more,
        })
    }
    rounds(8, 'triade-supervision')
    rounds(4, 'troika')
    rounds(6, 'svaer-samtale', noon(1, year - 1))
    const other = seed.network(seed.organisation('Horsens'), { name: 'Øst', consultant: made.consultant, members: [] })
    for (let number = 0; number < 6; number++)
      seed.round(other, { method: 'iglo', people: made.people.slice(0, 3), beganAt: noon(2), endedAt: noon(2) })
    const [versionId = ''] = seed.protocol(made.consultant, 'sbi-feedback', [{}]).versionIds
    rounds(5, 'sbi-feedback', noon(2), { versionId })
    seed.round(made.north, { method: 'iglo', people: made.people.slice(0, 3), beganAt: noon(2) })
    return made
  })
  expect((await ask(admin)).data?.participationFigures.methods).toEqual([
    { method: 'triade-supervision', rounds: 10 },
    { method: 'own', rounds: 5 },
  ])
  expect((await ask(admin, year - 1)).data?.participationFigures.methods).toEqual([
    { method: 'svaer-samtale', rounds: 5 },
  ])
})

test('the month that is not over tells of no rounds', async () => {
  const now = new Date(Date.now() - 1_000)
  const { admin } = await server.seed((seed) => {
    const made = town(seed)
    for (let number = 0; number < 9; number++)
      seed.round(made.north, { method: 'troika', people: made.people.slice(0, 3), beganAt: now, endedAt: now })
    return made
  })
  expect((await ask(admin, now.getUTCFullYear())).data?.participationFigures.methods).toEqual([])
})

test('feedback cycles are told by how many were completed in months that are over, and nothing else of them', async () => {
  const { admin, adminElsewhere } = await server.seed((seed) => {
    const made = town(seed)
    const [receiver, giver] = made.people as [SeededPerson, SeededPerson]
    const cycles = (count: number, state: 'open' | 'released' | 'tooFew' | 'cancelled', closedOn: string) => {
      for (let number = 0; number < count; number++)
        seed.feedbackCycle(made.north, { receiver, givers: [giver], state, closedOn })
    }
    cycles(8, 'released', `${year}-05-05`)
    for (const state of ['open', 'tooFew', 'cancelled'] as const) cycles(5, state, `${year}-05-05`)
    cycles(4, 'released', `${year - 1}-12-31`)
    cycles(9, 'released', dayAhead(0))
    return { ...made, adminElsewhere: seed.person(seed.organisation('Horsens'), { name: 'Anton', roles: ['admin'] }) }
  })
  const told = async (person: SeededPerson, of: number) =>
    (
      await (
        await server.as(person)
      )<{ participationFigures: { feedbackCycles: object } }>(
        'query ($of: Int!) { participationFigures(year: $of) { feedbackCycles { count isFew } } }',
        { of },
      )
    ).data?.participationFigures.feedbackCycles
  expect(await told(admin, year)).toEqual({ count: 10, isFew: false })
  for (const of of [year - 1, thisYear]) expect(await told(admin, of)).toEqual({ count: null, isFew: true })
  expect(await told(adminElsewhere, year)).toEqual({ count: null, isFew: true })
})

test('only an administrator gets them, and only of her own organisation', async () => {
  const { people, consultant } = await server.seed((seed) => {
    const made = town(seed)
    seed.meeting(made.north, { startsAt: noon(1), attended: () => true })
    return made
  })
  const { admin: other } = await server.seed(town)
  for (const person of [people[0] as SeededPerson, consultant])
    expect(await ask(person)).toEqual({
      data: null,
      errors: [expect.objectContaining({ extensions: { code: 'NOT_FOUND' } })],
    })
  expect((await server.ask(null, query, { year })).errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' })
  expect((await ask(other)).data?.participationFigures.meetings).toBe(0)
})

test('the view alone, without the rules of the code, tells nobody else', async () => {
  const open = await startTestServer({ codeWall: false })
  try {
    const { people } = await open.seed((seed) => {
      const made = town(seed)
      seed.meeting(made.north, { startsAt: noon(1), attended: () => true })
      for (let number = 0; number < 9; number++)
        seed.round(made.north, {
          method: 'troika',
          people: made.people.slice(0, 3),
          beganAt: noon(1),
          endedAt: noon(1),
        })
      return made
    })
    const figures = await (await open.as(people[0] as SeededPerson))<Figures>(query, { year })
    expect(figures.data?.participationFigures).toMatchObject({ networks: 0, meetings: 0, methods: [], months: [] })
  } finally {
    await open.stop()
  }
})
