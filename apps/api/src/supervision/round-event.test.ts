import { randomUUID } from 'node:crypto'
import type { RoundHappening } from '@lederkreds/domain/supervision/round'
import {
  beginRound,
  type RoundCircle,
  recordEvents,
  roundCircle,
  roundEvent,
  roundInput,
} from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A round that Ben leads, under way unless told; answers its circle and its id. */
async function underWay({ started = true, input = {} }: { started?: boolean; input?: object } = {}) {
  const made = await server.seed(roundCircle)
  const { id } = roundInput(made)
  await (await server.as(made.ben))(beginRound, { input: { ...roundInput(made, input), id } })
  if (started) await record(made.ben, id, roundEvent(1, { kind: 'started' }))
  return { ...made, id }
}

async function record(person: SeededPerson, id: string, ...events: object[]) {
  const { data, errors } = await (await server.as(person))<{ recordRoundEvents: Record<string, unknown> }>(
    recordEvents,
    { id, events },
  )
  return data?.recordRoundEvents ?? errors?.[0]?.extensions?.code
}

const log = (id: string) =>
  server.look<{ seq: number; kind: string; by_id: string }>(
    'SELECT seq, kind, by_id FROM round_event WHERE round_id = $1 ORDER BY seq',
    [id.slice(6)],
  )
const kinds = async (id: string) => (await log(id)).map(({ kind }) => kind)
const ids = (...events: { id: string }[]) => events.map(({ id }) => id)
const next = { kind: 'advanced', from: 'ramme', to: 'interview-1' } as const
const minute = { kind: 'extended', phase: 'ramme', minutes: 1 } as const
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

describe('what happens in a round', () => {
  test('is kept in the order in which it was heard, by whom and when, and read again from anywhere', async () => {
    const { ada, ben, cai, id } = await underWay({ started: false })
    const [start, stop, on] = [
      roundEvent(1, { kind: 'started' }, ago(60)),
      roundEvent(2, { kind: 'paused', reason: 'timeOut' }),
      roundEvent(3, { kind: 'roleChanged', personId: `Person_${ada.id}`, role: 'team' }),
    ]
    expect(await record(ben, id, start)).toEqual({ __typename: 'RecordedEvents', ids: ids(start), eventSeq: 1 })
    expect(await record(cai, id, stop)).toMatchObject({ eventSeq: 2 })
    expect(await record(ben, id, on)).toMatchObject({ eventSeq: 3 })
    const read = `query ($id: ID!, $after: Int!) { node(id: $id) { ... on Round {
      startedAt eventSeq now all: events { seq } events(afterSeq: $after) { id seq clock at by kind detail } } } }`
    const { data } = await (await server.as(ada))<{ node: { now: string } }>(read, { id, after: 1 })
    expect(data?.node).toEqual({
      startedAt: start.at,
      eventSeq: 3,
      now: expect.any(String),
      all: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
      events: [
        { ...stop, seq: 2, by: `Person_${cai.id}`, detail: { reason: 'timeOut' } },
        { ...on, seq: 3, by: `Person_${ben.id}` },
      ],
    })
    expect(Math.abs(Date.parse(data?.node.now ?? '') - Date.now())).toBeLessThan(2_000)
  })

  test('is kept once, however often and in whatever order it is sent', async () => {
    const { ben, id } = await underWay({ started: false })
    const events = [
      roundEvent(1, { kind: 'started' }, ago(30)),
      roundEvent(2, next, ago(20)),
      roundEvent(3, { kind: 'paused', reason: 'pause' }, ago(10)),
    ]
    const [start, on, pause] = events
    expect(await record(ben, id, pause as object)).toMatchObject({ ids: ids(pause as never) })
    expect(await record(ben, id, on as object, start as object, on as object)).toMatchObject({ eventSeq: 3 })
    for (const _ of [1, 2]) expect(await record(ben, id, ...events)).toMatchObject({ ids: ids(...events), eventSeq: 3 })
    expect(await kinds(id)).toEqual(['paused', 'advanced', 'started'])
  })

  test('two devices that press next at the same moment on two instances advance one phase', async () => {
    const there = await startTestServer({ database: server.database })
    try {
      const { ben, eva, id } = await underWay()
      const pressing = [
        [server, ben],
        [there, eva],
      ] as const
      const answers = await Promise.all(
        pressing.map(async ([instance, person]) =>
          (await instance.as(person))(recordEvents, { id, events: [roundEvent(2, next)] }),
        ),
      )
      expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined])
      expect((await log(id)).map(({ seq, kind }) => [seq, kind])).toEqual([
        [1, 'started'],
        [2, 'advanced'],
        [3, 'advanced'],
      ])
    } finally {
      await there.stop()
    }
  })

  test('is kept once when a device sends it eight times at the same moment', async () => {
    const { ben, id } = await underWay()
    const ask = await server.as(ben)
    // The first eight open the connections on which the next are at work together.
    for (const turn of [0, 1, 2]) {
      const events = [roundEvent(2 * turn + 2, minute), roundEvent(2 * turn + 3, { kind: 'resumed' })]
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(recordEvents, { id, events })))
      const kept = { __typename: 'RecordedEvents', ids: ids(...events), eventSeq: 2 * turn + 3 }
      expect(answers).toEqual(Array(8).fill({ data: { recordRoundEvents: kept } }))
    }
  })

  test('is refused whole when it lies ahead of the server’s clock', async () => {
    const { ben, id } = await underWay()
    const events = [roundEvent(2, minute), roundEvent(3, next, ago(-12))]
    expect(await record(ben, id, ...events)).toEqual({ __typename: 'FromTheFuture' })
    expect(await kinds(id)).toEqual(['started'])
    expect(await record(ben, id, roundEvent(3, next, ago(-8)))).toMatchObject({ eventSeq: 2 })
  })

  test('has no room for a word', async () => {
    const { ben, id } = await underWay()
    const words = 'Hun er ked af det'
    const smuggled = (more: object) => ({ ...roundEvent(2, minute), ...more })
    const unknown = { __typename: 'InvalidInput', issues: [{ path: expect.any(String), problem: expect.any(String) }] }
    for (const event of [
      smuggled({ detail: { phase: 'ramme', minutes: 1, note: words } }),
      smuggled({ note: words }),
      smuggled({ kind: words }),
      smuggled({ id: words }),
      smuggled({ detail: { personId: words } }),
      smuggled({ detail: { reason: words } }),
    ])
      expect(JSON.stringify(await record(ben, id, event)), JSON.stringify(event)).toMatch(
        /BAD_USER_INPUT|NOT_FOUND|InvalidInput/,
      )
    for (const event of [
      smuggled({ detail: { phase: words, minutes: 1 } }),
      smuggled({ detail: { phase: 'hun-er-ked-af-det', minutes: 1 } }),
      smuggled({ detail: { phase: 'ramme', minutes: 1, role: 'team' } }),
      roundEvent(2, { kind: 'roleChanged', personId: `Person_${ben.id}`, role: 'den-ked-af-det' }),
    ])
      expect(await record(ben, id, event), JSON.stringify(event)).toEqual(unknown)
    expect(await kinds(id)).toEqual(['started'])
  })

  test('is of this round: another protocol’s phases and people from elsewhere are refused', async () => {
    const { ben, cai, eva, ole, kim, id } = await underWay()
    const wrong = (path: string) => ({ __typename: 'InvalidInput', issues: [{ path, problem: 'unknown' }] })
    const elsewhere = roundEvent(2, { kind: 'advanced', from: 'ramme', to: 'incident' })
    expect(await record(ben, id, roundEvent(3, minute), elsewhere)).toEqual(wrong('events.1.detail.to'))
    const give = ({ id: person }: SeededPerson) =>
      roundEvent(3, { kind: 'roleChanged', personId: `Person_${person}`, role: 'team' })
    for (const stranger of [ole, kim])
      expect(await record(ben, id, give(stranger)), stranger.name).toEqual(wrong('events.0.detail.personId'))
    const late = roundEvent(4, { kind: 'leadPassed', personId: `Person_${eva.id}` })
    expect(await record(ben, id, give(eva))).toMatchObject({ eventSeq: 2 })
    expect(await record(eva, id, late)).toMatchObject({ eventSeq: 3 })
    const other = await underWay({ started: false })
    const same = roundEvent(1, { kind: 'started' })
    expect(await record(other.ben, other.id, same)).toMatchObject({ eventSeq: 1 })
    expect(await record(other.cai, id, same)).toBe('NOT_FOUND')
    expect(await record(cai, other.id, same)).toBe('NOT_FOUND')
  })

  test('comes two hundred at once and no more, and no clock runs away with it', async () => {
    const { ben, id } = await underWay()
    const many = Array.from({ length: 201 }, (_, index) =>
      roundEvent(index + 2, index % 2 ? { kind: 'resumed' } : { kind: 'paused', reason: 'pause' }),
    )
    const refused = (path: string, problem: string) => ({ __typename: 'InvalidInput', issues: [{ path, problem }] })
    expect(await record(ben, id, ...many)).toEqual(refused('events', 'tooMany'))
    expect(await record(ben, id)).toEqual(refused('events', 'tooFew'))
    expect(await record(ben, id, roundEvent(900_000, next))).toEqual(refused('events.0.clock', 'tooLarge'))
    expect(await record(ben, id, ...many.slice(1))).toMatchObject({ eventSeq: 201 })
  })
})

describe('who may do it', () => {
  test('the lead and the convenor go through the phases; what another’s device says of them is left out', async () => {
    const { ada, ben, eva, id } = await underWay()
    const [mine, on] = [roundEvent(2, minute), roundEvent(3, next)]
    expect(await record(ada, id, on, mine)).toMatchObject({ ids: ids(mine), eventSeq: 2 })
    expect(await record(ada, id, roundEvent(4, { kind: 'ended' }))).toMatchObject({ ids: [], eventSeq: 2 })
    expect(await record(eva, id, roundEvent(4, next))).toMatchObject({ eventSeq: 3 })
    expect(await record(ben, id, roundEvent(5, { kind: 'ended' }))).toMatchObject({ eventSeq: 4 })
    expect(await kinds(id)).toEqual(['started', 'extended', 'advanced', 'ended'])
  })

  test('whoever is in it takes the lead over when the device that led is gone', async () => {
    const { cai, ben, id } = await underWay()
    const can = 'query ($id: ID!) { node(id: $id) { ... on Round { viewerCanLead lead { name } } } }'
    const takeover = roundEvent(2, { kind: 'leadPassed', personId: `Person_${cai.id}` })
    expect(await record(cai, id, takeover, roundEvent(3, next))).toMatchObject({ eventSeq: 3 })
    const seen = async (person: SeededPerson) => (await (await server.as(person))(can, { id })).data
    expect(await seen(cai)).toEqual({ node: { viewerCanLead: true, lead: { name: 'Ben' } } })
    expect(await seen(ben)).toEqual({ node: { viewerCanLead: false, lead: { name: 'Ben' } } })
  })

  test('the convenor takes the lead also without a role in it, and whoever led leads no longer', async () => {
    const { eva, ben, id } = await underWay()
    const takeover = roundEvent(2, { kind: 'leadPassed', personId: `Person_${eva.id}` })
    expect(await record(eva, id, takeover)).toMatchObject({ eventSeq: 2 })
    expect(await record(ben, id, roundEvent(3, next))).toMatchObject({ ids: [], eventSeq: 2 })
    expect(await record(eva, id, roundEvent(3, next))).toMatchObject({ eventSeq: 3 })
  })

  test('whoever only watches takes no part, whoever is outside finds nothing', async () => {
    const made = await server.seed(roundCircle)
    const input = roundInput(made, {
      roles: roundInput(made).roles.with(3, { personId: `Person_${made.eva.id}`, role: 'team' }),
    })
    await (await server.as(made.ben))(beginRound, { input })
    expect(await record(made.dea, input.id, roundEvent(1, minute))).toEqual({ __typename: 'NotInThisRound' })
    for (const person of [made.ole, made.fie, made.ulla, made.kim, made.kit, made.rut])
      expect(await record(person, input.id, roundEvent(1, minute)), person.name).toBe('NOT_FOUND')
    expect(await kinds(input.id)).toEqual([])
  })

  test('nobody hands in what somebody else did on the same device', async () => {
    const { ada, ben, id } = await underWay()
    const handIn = `mutation ($id: ID!, $by: ID, $events: [RoundEventInput!]!) {
      recordRoundEvents(roundId: $id, by: $by, events: $events) { ... on RecordedEvents { eventSeq } } }`
    const ask = await server.as(ben)
    const by = (person: SeededPerson) => ask(handIn, { id, by: `Person_${person.id}`, events: [roundEvent(2, minute)] })
    expect((await by(ada)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
    expect(await kinds(id)).toEqual(['started'])
    expect((await by(ben)).data).toEqual({ recordRoundEvents: { eventSeq: 2 } })
  })

  test('the consultant who facilitates it takes part, as long as she has access', async () => {
    const made = await server.seed(roundCircle)
    const input = roundInput(made, { facilitatorId: `Person_${made.kim.id}` })
    await (await server.as(made.ben))(beginRound, { input })
    expect(
      await record(made.kim, input.id, roundEvent(1, { kind: 'leadPassed', personId: `Person_${made.kim.id}` })),
    ).toMatchObject({ eventSeq: 1 })
    expect(await record(made.kim, input.id, roundEvent(2, { kind: 'started' }))).toMatchObject({ eventSeq: 2 })
    await server.look(`UPDATE network_consultant SET access_until = '2020-01-01' WHERE person_id = $1 RETURNING 1`, [
      made.kim.id,
    ])
    expect(await record(made.kim, input.id, roundEvent(3, next))).toBe('NOT_FOUND')
  })
})

describe('after the end', () => {
  test('nothing is added; what happened before it is still handed in', async () => {
    const { ben, cai, id, network } = await underWay()
    const end = roundEvent(5, { kind: 'ended' })
    expect(await record(ben, id, end)).toMatchObject({ eventSeq: 2 })
    expect(await record(cai, id, roundEvent(6, minute))).toEqual({ __typename: 'RoundIsOver' })
    const [early, late] = [roundEvent(3, minute, ago(5)), roundEvent(7, minute)]
    expect(await record(cai, id, early, late)).toMatchObject({ ids: ids(early), eventSeq: 3 })
    expect(await record(ben, id, end)).toMatchObject({ ids: ids(end), eventSeq: 3 })
    const [row] = await server.look<{ ended_at: Date }>('SELECT ended_at FROM round WHERE id = $1', [id.slice(6)])
    expect(row?.ended_at.toISOString()).toBe(end.at)
    const told = await server.look('SELECT FROM event WHERE network_id = $1 AND kind = $2', [network.id, 'roundEnded'])
    expect(told).toHaveLength(1)
  })
})

test('leaving a network and ending its round at the same moment block nobody', { timeout: 60_000 }, async () => {
  for (const _ of Array(8)) {
    const made: RoundCircle & { id: string } = await underWay()
    const leave = (await server.as(made.cai))('mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', {
      id: `Network_${made.network.id}`,
    })
    const ended = record(made.ben, made.id, roundEvent(9, { kind: 'ended' } satisfies RoundHappening))
    const told = record(made.dea, made.id, { ...roundEvent(2, minute), id: randomUUID() })
    expect((await leave).errors).toBeUndefined()
    expect(await ended).toMatchObject({ __typename: 'RecordedEvents' })
    expect(await told).toMatchObject({ __typename: 'RecordedEvents' })
    const seqs = (await log(made.id)).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_seq, index) => index + 1))
  }
})
