import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const query = `query ($year: Int!) { participationFigures(year: $year) {
  year years networks meetings people { count isFew } attendedPercent months { month meetings people { count isFew } }
} }`

type Month = { month: number; meetings: number; people: { count: number | null; isFew: boolean } | null }
type Figures = {
  participationFigures: {
    years: number[]
    networks: number
    meetings: number
    people: { count: number | null; isFew: boolean } | null
    attendedPercent: number | null
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
    months: [],
  })
  for (const absurd of [-1, 0, 1899, 2199, 2_147_483_647])
    expect((await ask(admin, absurd)).errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' })
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
      return made
    })
    const figures = await (await open.as(people[0] as SeededPerson))<Figures>(query, { year })
    expect(figures.data?.participationFigures).toMatchObject({ networks: 0, meetings: 0, months: [] })
  } finally {
    await open.stop()
  }
})
