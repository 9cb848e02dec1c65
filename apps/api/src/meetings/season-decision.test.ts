import { keptAfterClosing } from '@lederkreds/domain/networks/closing'
import { cloneDatabase, type TestDatabase } from '@lederkreds/testing/database'
import { dayAhead } from '@lederkreds/testing/day'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const rhythm = { from: '2026-01-05', until: '2199-06-01', everyWeeks: 4, weekday: 1, startTime: '13:00', minutes: 150 }

function circle(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
  const [tove, ada, ulla, frida, ole] = [person('Tove'), person('Ada'), person('Ulla'), person('Frida'), person('Ole')]
  const [kim, kira, astrid] = [
    person('Kim', ['consultant']),
    person('Kira', ['consultant']),
    person('Astrid', ['admin']),
  ]
  const network = seed.network(organisation, {
    name: 'Nord',
    consultant: kim,
    members: [tove, ada],
    undecided: [ulla],
    former: [frida],
    convenor: tove,
  })
  const [first, newest] = [seed.season(network, rhythm, 1), seed.season(network, rhythm, 2)]
  seed.meeting(network, { startsAt: new Date(Date.now() + 86_400_000 * 20) }, newest)
  return { tove, ada, ulla, frida, ole, kim, kira, astrid, network, first, newest }
}

const decide = `mutation ($id: ID!, $choice: SeasonChoice!, $on: Day!) { decideSeason(seasonId: $id, choice: $choice, on: $on) {
  __typename ... on SeasonDecision { choice on decidedOn decidedBy { name } } ... on InvalidInput { issues { path problem } } } }`
const end = `mutation ($id: ID!, $version: Int!) { endNetwork(id: $id, version: $version) { __typename ... on Network { state forgetsAfter } } }`
const look = `query ($id: ID!) { network(id: $id) { state version forgetsAfter viewerCanDecideSeason viewerCanEnd
  currentSeason { number decision { choice on } } meetings(when: upcoming, first: 5) { edges { node { cancelledAt } } } } }`

type Answer = { __typename: string }

describe.each([
  { name: 'as built', codeWall: true, isGuarded: true },
  { name: 'the database alone', codeWall: false, isGuarded: true },
  { name: 'code alone', codeWall: true, isGuarded: false },
])('$name', ({ codeWall, isGuarded }) => {
  let database: TestDatabase
  let server: TestServer
  let owner: pg.Client
  beforeAll(async () => {
    database = await cloneDatabase()
    server = await startTestServer({ database, codeWall })
    owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    if (!isGuarded)
      await owner.query(
        'ALTER TABLE season_decision DISABLE ROW LEVEL SECURITY; ALTER TABLE network DISABLE ROW LEVEL SECURITY; ALTER TABLE network DISABLE TRIGGER check_network',
      )
  })
  afterAll(async () => {
    await owner.end()
    await server.stop()
    await database.drop()
  })

  const decisions = async (seasonId: string) =>
    (await owner.query('SELECT choice, on_day::text FROM season_decision WHERE season_id = $1', [seasonId])).rows
  const deciding = async (who: SeededPerson, seasonId: string, choice = 'continue', on = dayAhead(3)) =>
    (await (await server.as(who))<{ decideSeason: Answer }>(decide, { id: `Season_${seasonId}`, choice, on })).data
      ?.decideSeason
  const ending = async (who: SeededPerson, networkId: string, version = 1) =>
    (await (await server.as(who))<{ endNetwork: Answer }>(end, { id: `Network_${networkId}`, version })).data
      ?.endNetwork

  test('the convenor writes the decision down, every member reads it, and it can be put right', async () => {
    const { tove, ada, kim, network, newest } = await server.seed(circle)
    expect(await deciding(tove, newest, 'remix', dayAhead(10))).toEqual({
      __typename: 'SeasonDecision',
      choice: 'remix',
      on: dayAhead(10),
      decidedOn: dayAhead(0),
      decidedBy: { name: 'Tove' },
    })
    expect((await deciding(kim, newest, 'merge', dayAhead(11)))?.__typename).toBe('SeasonDecision')
    const { data } = await (await server.as(ada))(look, { id: `Network_${network.id}` })
    expect(data).toMatchObject({
      network: {
        currentSeason: { number: 2, decision: { choice: 'merge', on: dayAhead(11) } },
        viewerCanDecideSeason: false,
        viewerCanEnd: false,
      },
    })
    expect(await decisions(newest)).toEqual([{ choice: 'merge', on_day: dayAhead(11) }])
  })

  test('nobody else does, and nobody for a season that another has followed', async () => {
    const { tove, ada, ulla, frida, ole, kira, astrid, first, newest } = await server.seed(circle)
    for (const who of [ada, ulla, frida, ole, kira, astrid]) expect(await deciding(who, newest)).toBeUndefined()
    const old = await deciding(tove, first)
    if (codeWall) expect(old).toEqual({ __typename: 'SeasonOver' })
    expect([await decisions(first), await decisions(newest)]).toEqual([[], []])
  })

  test('a day out of reach is refused', async () => {
    const { tove, newest } = await server.seed(circle)
    expect(await deciding(tove, newest, 'end', dayAhead(400))).toEqual({
      __typename: 'InvalidInput',
      issues: [{ path: 'on', problem: 'tooLate' }],
    })
    expect(await decisions(newest)).toEqual([])
  })

  test('the convenor closes it when the end was decided and the day has come, and not before', async () => {
    const { tove, ada, network, newest } = await server.seed(circle)
    const refused = async (who: SeededPerson, name?: string) => {
      const answer = await ending(who, network.id)
      if (codeWall) expect(answer?.__typename).toBe(name)
      expect((await owner.query('SELECT state FROM network WHERE id = $1', [network.id])).rows).toEqual([
        { state: 'active' },
      ])
    }
    await refused(tove, 'EndNotDecided')
    await deciding(tove, newest, 'end', dayAhead(1))
    await refused(tove, 'EndNotDecided')
    await deciding(tove, newest, 'merge', dayAhead(0))
    await refused(tove, 'EndNotDecided')
    await deciding(tove, newest, 'end', dayAhead(0))
    await refused(ada)
    expect(await ending(tove, network.id)).toEqual({
      __typename: 'Network',
      state: 'closed',
      forgetsAfter: dayAhead(keptAfterClosing),
    })
    const { data } = await (await server.as(ada))(look, { id: `Network_${network.id}` })
    expect(data).toMatchObject({
      network: { state: 'closed', forgetsAfter: dayAhead(keptAfterClosing), viewerCanEnd: false },
    })
    expect(
      (await owner.query('SELECT cancelled_at IS NOT NULL AS off FROM meeting WHERE network_id = $1', [network.id]))
        .rows,
    ).toEqual([{ off: true }])
    const late = await deciding(tove, newest, 'continue')
    if (codeWall) expect(late).toBeUndefined()
    expect(await decisions(newest)).toEqual([{ choice: 'end', on_day: dayAhead(0) }])
  })
})
