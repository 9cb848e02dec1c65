import { type RoundCircle, roundCircle } from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const turns = `turnPasses { person { name } isViewer }
  turnSwaps { round role from { name } to { name } viewerCanTakeBack } viewerCanPass viewerCanSwapForOthers`
const ask = async (person: SeededPerson, document: string, variables: object) => {
  const { data, errors } = await (await server.as(person))<Record<string, unknown>>(document, variables)
  return errors?.[0]?.extensions?.code ?? Object.values(data ?? {})[0]
}
const pass = (person: SeededPerson, { meeting }: Pick<RoundCircle, 'meeting'>, name = 'passTurn') =>
  ask(person, `mutation ($id: ID!) { ${name}(meetingId: $id) { __typename ... on Meeting { ${turns} } } }`, {
    id: `Meeting_${meeting.id}`,
  })
const swap = (person: SeededPerson, made: RoundCircle, from: SeededPerson, to: SeededPerson, more: object = {}) =>
  ask(
    person,
    `mutation ($input: SwapTurnsInput!) { swapTurns(input: $input) { __typename ... on Meeting { ${turns} }
      ... on InvalidInput { issues { path problem } } } }`,
    {
      input: {
        meetingId: `Meeting_${made.meeting.id}`,
        role: 'focus',
        round: 1,
        fromId: `Person_${from.id}`,
        toId: `Person_${to.id}`,
        ...more,
      },
    },
  )
const takeBack = (person: SeededPerson, made: RoundCircle, from: SeededPerson, to: SeededPerson) =>
  ask(
    person,
    `mutation ($meetingId: ID!, $fromId: ID!, $toId: ID!) {
      takeSwapBack(meetingId: $meetingId, role: focus, fromId: $fromId, toId: $toId) { __typename ... on Meeting { ${turns} } } }`,
    { meetingId: `Meeting_${made.meeting.id}`, fromId: `Person_${from.id}`, toId: `Person_${to.id}` },
  )
const seen = (person: SeededPerson, { meeting }: RoundCircle) =>
  ask(person, `query ($id: ID!) { node(id: $id) { ... on Meeting { ${turns} } } }`, { id: `Meeting_${meeting.id}` })
const kinds = async ({ network }: RoundCircle) =>
  (await server.look<{ kind: string }>('SELECT kind FROM event WHERE network_id = $1 ORDER BY seq', [network.id])).map(
    ({ kind }) => kind,
  )
const kept = (table: string, { network }: RoundCircle) =>
  server.look(`SELECT FROM ${table} WHERE network_id = $1`, [network.id])
const strangers = ({ ole, fie, ulla, kim, kit, rut }: RoundCircle) => [ole, fie, ulla, kim, kit, rut]
const notFound = 'NOT_FOUND'

describe('a turn at a meeting', () => {
  test('is passed and taken back by whoever it belongs to, and every member sees it', async () => {
    const made = await server.seed(roundCircle)
    for (const _ of [1, 2]) {
      expect(await pass(made.ada, made)).toMatchObject({ turnPasses: [{ person: { name: 'Ada' }, isViewer: true }] })
    }
    await pass(made.ben, made)
    expect(await seen(made.cai, made)).toMatchObject({
      turnPasses: [
        { person: { name: 'Ada' }, isViewer: false },
        { person: { name: 'Ben' }, isViewer: false },
      ],
      viewerCanPass: true,
      viewerCanSwapForOthers: false,
    })
    for (const _ of [1, 2]) expect(await pass(made.ada, made, 'takeTurnBack')).toMatchObject({ turnPasses: [{}] })
    expect(new Set(await kinds(made))).toEqual(new Set(['turnsChanged']))
  })

  test('is none of anybody else, who neither sees nor makes a pass', async () => {
    const made = await server.seed(roundCircle)
    await pass(made.ada, made)
    for (const person of strangers(made)) expect(await pass(person, made), person.name).toBe(notFound)
    expect(await seen(made.kim, made)).toMatchObject({ turnPasses: [], viewerCanPass: false })
    for (const person of [made.ole, made.fie, made.ulla, made.rut]) expect(await seen(person, made)).toBe(notFound)
    await pass(made.ben, made, 'takeTurnBack')
    expect(await kept('turn_pass', made)).toHaveLength(1)
  })

  test('is no longer passed when the meeting is over or cancelled', async () => {
    const made = await server.seed(roundCircle)
    const { meeting } = made
    await server.look("UPDATE meeting SET ends_at = now() - interval '1 second' WHERE id = $1 RETURNING id", [
      meeting.id,
    ])
    expect(await pass(made.ada, made)).toEqual({ __typename: 'MeetingOver' })
    expect(await swap(made.ada, made, made.ada, made.ben)).toEqual({ __typename: 'MeetingOver' })
    await server.look('UPDATE meeting SET cancelled_at = now() WHERE id = $1 RETURNING id', [meeting.id])
    expect(await pass(made.ada, made)).toEqual({ __typename: 'MeetingCancelled' })
    expect(await kept('turn_pass', made)).toEqual([])
    expect(await seen(made.eva, made)).toMatchObject({ viewerCanPass: false, viewerCanSwapForOthers: false })
  })
})

describe('a swap', () => {
  test('is recorded by either of the two or by the convenor, both ways, once', async () => {
    const made = await server.seed(roundCircle)
    const both = [
      { round: 1, role: 'focus', from: { name: 'Ada' }, to: { name: 'Ben' }, viewerCanTakeBack: true },
      { round: 2, role: 'focus', from: { name: 'Ben' }, to: { name: 'Ada' }, viewerCanTakeBack: true },
    ]
    for (const person of [made.ada, made.ben, made.eva])
      expect(await swap(person, made, made.ada, made.ben, { backRound: 2 })).toMatchObject({ turnSwaps: both })
    expect(await seen(made.cai, made)).toMatchObject({
      turnSwaps: both.map((one) => ({ ...one, viewerCanTakeBack: false })),
    })
    expect(await seen(made.kim, made)).toMatchObject({ turnSwaps: [] })
    expect(await takeBack(made.ben, made, made.ada, made.ben)).toMatchObject({ turnSwaps: [] })
  })

  test('of a turn that is swapped already has to wait until that is taken back', async () => {
    const made = await server.seed(roundCircle)
    await swap(made.ada, made, made.ada, made.ben, { round: 2 })
    expect(await swap(made.cai, made, made.cai, made.dea, { backRound: 2 })).toEqual({ __typename: 'TurnSwapped' })
    expect(await kept('turn_swap', made)).toHaveLength(1)
    await takeBack(made.eva, made, made.ben, made.ada)
    expect(await swap(made.cai, made, made.cai, made.dea, { backRound: 2 })).toMatchObject({ turnSwaps: [{}, {}] })
  })

  test('is of two people and two rounds', async () => {
    const made = await server.seed(roundCircle)
    expect(await swap(made.ada, made, made.ada, made.ada)).toEqual({
      __typename: 'InvalidInput',
      issues: [{ path: 'toId', problem: 'duplicate' }],
    })
    expect(await swap(made.ada, made, made.ada, made.ben, { round: 5, backRound: 5 })).toMatchObject({
      __typename: 'InvalidInput',
    })
    expect(await kept('turn_swap', made)).toEqual([])
  })

  test('is made by nobody else, with nobody else, and taken back by nobody else', async () => {
    const made = await server.seed(roundCircle)
    const { ada, ben, cai } = made
    for (const person of [...strangers(made), cai])
      expect(await swap(person, made, ada, ben), person.name).toBe(notFound)
    for (const other of [made.ole, made.fie, made.ulla, made.kim])
      expect(await swap(ada, made, ada, other), other.name).toBe(notFound)
    await swap(ada, made, ada, ben)
    for (const person of [...strangers(made), cai]) expect(await takeBack(person, made, ada, ben)).toBe(notFound)
    expect(await kept('turn_swap', made)).toHaveLength(1)
  })
})

test('of whoever leaves the network nothing is kept: no pass, no swap, no tie', async () => {
  const made = await server.seed(roundCircle)
  const { ada, ben, cai, network } = made
  const tie = `mutation ($id: ID!, $other: ID!) { declareTie(networkId: $id, personId: $other) { __typename } }`
  const id = `Network_${network.id}`
  for (const person of [ada, cai]) await pass(person, made)
  await swap(ada, made, ada, ben)
  await swap(cai, made, cai, ben, { round: 2 })
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
    [ben, cai],
  ] as const)
    await ask(one, tie, { id, other: `Person_${other.id}` })
  await ask(ada, 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', { id })
  for (const table of ['turn_pass', 'turn_swap', 'declared_tie']) expect(await kept(table, made), table).toHaveLength(1)
  expect(await ask(ben, tie, { id, other: `Person_${ada.id}` })).toBe(notFound)
})

test('the rows alone say who passes, swaps and takes back', async () => {
  const made = await server.seed(roundCircle)
  const { ada, ben, cai, eva, network, meeting, meetingElsewhere } = made
  const as = async (person: SeededPerson, text: string) => {
    const { token } = await server.as(person)
    return server.api.database.operation(hashToken(token), false, (db) => db.$executeRawUnsafe(text))
  }
  const passes = (person: SeededPerson, at = meeting.id) =>
    `INSERT INTO turn_pass (meeting_id, network_id, person_id) VALUES ('${at}', '${network.id}', '${person.id}')`
  const swaps = (from: SeededPerson, to: SeededPerson) =>
    `INSERT INTO turn_swap (meeting_id, network_id, round, role, from_id, to_id)
      VALUES ('${meeting.id}', '${network.id}', 1, 'focus', '${from.id}', '${to.id}')`
  const refused = /row-level security/
  for (const person of strangers(made)) {
    await expect(as(person, passes(person)), person.name).rejects.toThrow(refused)
    await expect(as(person, swaps(person, ben)), person.name).rejects.toThrow(refused)
    await expect(as(ada, swaps(ada, person)), person.name).rejects.toThrow(refused)
  }
  await expect(as(ada, passes(ben))).rejects.toThrow(refused)
  await expect(as(ada, passes(ada, meetingElsewhere.id))).rejects.toThrow(refused)
  await expect(as(cai, swaps(ada, ben))).rejects.toThrow(refused)
  await expect(as(ada, swaps(ada, ada))).rejects.toThrow(refused)
  await as(ada, passes(ada))
  await as(eva, swaps(ada, ben))
  for (const text of ['DELETE FROM turn_pass', 'DELETE FROM turn_swap']) {
    expect(await as(cai, text)).toBe(0)
    expect(await as(made.kim, text)).toBe(0)
  }
  await expect(as(ada, "UPDATE turn_swap SET role = 'supervisor'")).rejects.toThrow(/permission denied/)
  await server.look("UPDATE meeting SET ends_at = now() - interval '1 second' WHERE id = $1 RETURNING id", [meeting.id])
  await expect(as(ben, passes(ben))).rejects.toThrow(refused)
})
