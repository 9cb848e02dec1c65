import { randomUUID } from 'node:crypto'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let owner: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await server.stop()
})

const year = new Date().getUTCFullYear() - 1

/** Six members and a year that is over: two meetings, one missing at the first, five at the second. */
function circle(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
  const members = ['Ada', 'Ben', 'Cai', 'Dea', 'Eli', 'Fie'].map((name) => person(name))
  const [ole, kim, astrid] = [person('Ole'), person('Kim', ['consultant']), person('Astrid', ['admin'])]
  const network = seed.network(organisation, { name: 'Nord', consultant: kim, members })
  const at = (month: string) => new Date(`${year}-${month}-10T12:00:00Z`)
  const first = seed.meeting(network, { startsAt: at('03'), attended: (index) => index > 0 })
  seed.meeting(network, { startsAt: at('05'), attended: (index) => index === 0 })
  seed.meeting(network, { startsAt: new Date(`${year + 1}-01-01T12:00:00Z`), attended: () => true })
  const round = (method: 'troika' | 'balint', meeting?: typeof first) =>
    seed.round(network, {
      method,
      people: members,
      ...(meeting && { meeting }),
      beganAt: at('03'),
      endedAt: new Date(at('03').getTime() + 3_600_000),
    })
  round('troika', first)
  round('troika')
  round('balint')
  return { members, ole, kim, astrid, network }
}

const report = `query ($id: ID!, $year: Int!) { network(id: $id) { yearlyReport(year: $year) {
  year months meetings people { count isFew } attendedPercent methods { method rounds } cycles { count isFew } } } }`
const asked = async (who: SeededPerson, { network }: { network: { id: string } }, of = year) =>
  (
    await (
      await server.as(who)
    )<{ network: { yearlyReport: object } | null }>(report, { id: `Network_${network.id}`, year: of })
  ).data?.network?.yearlyReport

const cycle = (networkId: string, receiver: SeededPerson, state: string, closedOn: string) =>
  owner.query(
    `INSERT INTO feedback_cycle (id, network_id, receiver_id, form, promise, promise_version, deadline, state, closed_on)
     VALUES ($1, $2, $3, 'free', 'signed', 1, $4, $5, $4::timestamptz::date)`,
    [randomUUID(), networkId, receiver.id, `${closedOn}T12:00:00Z`, state],
  )

test('a year tells meetings, people, places and methods to those inside, and to nobody else', async () => {
  const made = await server.seed(circle)
  const [ada] = made.members as [SeededPerson]
  const told = {
    year,
    months: 12,
    meetings: 2,
    people: { count: 5, isFew: false },
    attendedPercent: 50,
    methods: [
      { method: 'troika', rounds: 2 },
      { method: 'balint', rounds: 1 },
    ],
    cycles: { count: null, isFew: true },
  }
  expect(await asked(ada, made)).toEqual(told)
  expect(await asked(made.kim, made)).toEqual(told)
  expect([await asked(made.ole, made), await asked(made.astrid, made)]).toEqual([undefined, undefined])
})

test('cycles are told from five on and to the nearest five, also where somebody asks the database herself', async () => {
  const made = await server.seed(circle)
  const [ada, ...others] = made.members as [SeededPerson, ...SeededPerson[]]
  for (const one of [...others.slice(0, 4)]) await cycle(made.network.id, one, 'released', `${year}-06-01`)
  await cycle(made.network.id, ada, 'tooFew', `${year}-06-01`)
  await cycle(made.network.id, ada, 'released', `${year - 1}-06-01`)
  expect(await asked(ada, made)).toMatchObject({ cycles: { count: null, isFew: true } })
  await cycle(made.network.id, ada, 'released', `${year}-12-31`)
  await cycle(made.network.id, ada, 'released', `${year}-01-01`)
  expect(await asked(ada, made)).toMatchObject({ cycles: { count: 5, isFew: false } })
})

test('a year that has not begun, and a month that is not over, are told nothing of', async () => {
  const made = await server.seed((seed) => {
    const circled = circle(seed)
    seed.meeting(circled.network, { startsAt: new Date(Date.now() - 60_000), attended: () => true })
    return circled
  })
  const [ada] = made.members as [SeededPerson]
  const thisYear = (await asked(ada, made, year + 1)) as { months: number; meetings: number }
  expect(thisYear.meetings).toBe(thisYear.months === 0 ? 0 : 1)
  expect(await asked(ada, made, year + 3)).toMatchObject({
    months: 0,
    meetings: 0,
    people: null,
    attendedPercent: null,
  })
})
