import { randomUUID } from 'node:crypto'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { dayAhead } from '@lederkreds/testing/day'
import {
  beginRound,
  type RoundCircle,
  recordEvents,
  rolesOf,
  roundCircle,
  roundEvent,
  roundInput,
} from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
let rowsAlone: TestServer
beforeAll(async () => {
  server = await startTestServer()
  rowsAlone = await startTestServer({ database: server.database, codeWall: false })
})
afterAll(async () => {
  await rowsAlone.stop()
  await server.stop()
})

const circle = () => server.seed(roundCircle)
const begin = async (person: SeededPerson, input: object) => {
  const { data, errors } = await (await server.as(person))<{ beginRound: Record<string, unknown> }>(beginRound, {
    input,
  })
  return data?.beginRound ?? errors?.[0]?.extensions?.code
}
const record = async (person: SeededPerson, id: string, ...events: object[]) => {
  const { data, errors } = await (await server.as(person))<{ recordRoundEvents: Record<string, unknown> }>(
    recordEvents,
    { id, events },
  )
  return data?.recordRoundEvents ?? errors?.[0]?.extensions?.code
}
const kinds = async ({ network }: RoundCircle) =>
  (await server.look<{ kind: string }>('SELECT kind FROM event WHERE network_id = $1 ORDER BY seq', [network.id])).map(
    ({ kind }) => kind,
  )
const notFound = 'NOT_FOUND'

describe('a round begins', () => {
  test('by any member, with everybody in a role, and the network hears of it', async () => {
    const made = await circle()
    const input = roundInput(made, {
      meetingId: `Meeting_${made.meeting.id}`,
      timekeeperId: `Person_${made.dea.id}`,
      stays: 'group',
      staysUntil: dayAhead(30),
    })
    expect(await begin(made.cai, input)).toEqual({
      __typename: 'Round',
      id: input.id,
      method: 'reflekterende-team',
      protocol: JSON.parse(JSON.stringify(protocolOf('reflekterende-team'))),
      meeting: { id: `Meeting_${made.meeting.id}` },
      stays: 'group',
      staysUntil: (input as { staysUntil?: string }).staysUntil,
      eventSeq: 0,
      viewerCanLead: false,
      viewerTakesPart: true,
      startedAt: null,
      endedAt: null,
      lead: { name: 'Ben' },
      timekeeper: { name: 'Dea' },
      facilitator: null,
      people: [
        { role: 'fokusperson', isFocus: true, isViewer: false, person: { name: 'Ada' } },
        { role: 'supervisor', isFocus: false, isViewer: false, person: { name: 'Ben' } },
        { role: 'team', isFocus: false, isViewer: true, person: { name: 'Cai' } },
        { role: 'team', isFocus: false, isViewer: false, person: { name: 'Dea' } },
      ],
    })
    expect(await kinds(made)).toEqual(['roundBegun'])
    const read = `query ($id: ID!, $meeting: ID!) { network(id: $id) { viewerCanBeginRound openRound { id }
      rounds(first: 5) { edges { node { id viewerCanLead viewerTakesPart } } } }
      node(id: $meeting) { ... on Meeting { rounds { id } } } }`
    const { data } = await (await server.as(made.eva))(read, {
      id: input.networkId,
      meeting: `Meeting_${made.meeting.id}`,
    })
    const rounds = { edges: [{ node: { id: input.id, viewerCanLead: true, viewerTakesPart: true } }] }
    expect(data).toEqual({
      network: { viewerCanBeginRound: true, openRound: { id: input.id }, rounds },
      node: { rounds: [{ id: input.id }] },
    })
  })

  test('by the consultant who facilitates it, and no other consultant sees it', async () => {
    const made = await circle()
    const input = roundInput(made, {
      facilitatorId: `Person_${made.kim.id}`,
      roles: rolesOf([made.ada, 'fokusperson'], [made.kim, 'supervisor'], [made.cai, 'team'], [made.dea, 'team']),
      leadId: `Person_${made.kim.id}`,
    })
    expect(await begin(made.kim, input)).toMatchObject({ viewerCanLead: true, facilitator: { name: 'Kim' } })
    const read = `query ($id: ID!, $network: ID!) { node(id: $id) { id } network(id: $network) {
      openRound { id } rounds(first: 5) { edges { node { id } } } } }`
    const seen = async (person: SeededPerson) =>
      (await (await server.as(person))(read, { id: input.id, network: input.networkId })).data
    const round = { id: input.id }
    expect(await seen(made.kim)).toEqual({
      node: round,
      network: { openRound: round, rounds: { edges: [{ node: round }] } },
    })
    expect(await seen(made.kit)).toEqual({ node: null, network: { openRound: null, rounds: { edges: [] } } })
  })

  test('once: the same one again is answered alike, another one has to wait for its end', async () => {
    const made = await circle()
    const [first, second] = [roundInput(made), roundInput(made)]
    for (const _ of [1, 2]) expect(await begin(made.ben, first)).toMatchObject({ id: first.id })
    expect(await kinds(made)).toEqual(['roundBegun'])
    expect(await begin(made.ada, second)).toEqual({ __typename: 'RoundUnderWay' })
    await record(made.ben, first.id, roundEvent(1, { kind: 'ended' }))
    expect(await begin(made.ada, second)).toMatchObject({ id: second.id })
    expect(await begin(made.ada, first)).toBe(notFound)
    expect(await kinds(made)).toEqual(['roundBegun', 'roundEnded', 'roundBegun'])
  })

  test('one alone, of all that are begun at the same moment', async () => {
    const made = await circle()
    const inputs = [made.ada, made.ben, made.cai, made.dea, made.eva].map(
      (person) => [person, roundInput(made)] as const,
    )
    const answers = await Promise.all(inputs.map(([person, input]) => begin(person, input)))
    expect(answers.map((answer) => (answer as { __typename: string }).__typename).sort()).toEqual([
      'Round',
      ...Array(4).fill('RoundUnderWay'),
    ])
    expect(await kinds(made)).toEqual(['roundBegun'])
  })

  test('only with roles that fit', async () => {
    const made = await circle()
    const alone = rolesOf([made.ada, 'fokusperson'], [made.ben, 'supervisor'])
    expect(await begin(made.ada, roundInput(made, { roles: alone, leadId: `Person_${made.eva.id}` }))).toEqual({
      __typename: 'RolesDoNotFit',
      problems: ['tooFewPeople', 'roleCount', 'lead'],
    })
    expect(await begin(made.ada, roundInput(made, { method: 'min-egen', stays: 'group' }))).toEqual({
      __typename: 'InvalidInput',
      issues: [{ path: 'method', problem: 'unknown' }],
    })
    expect(await kinds(made)).toEqual([])
  })

  test('by nobody else, with nobody else, and nowhere else', async () => {
    const made = await circle()
    for (const person of [made.ole, made.fie, made.ulla, made.kim, made.kit, made.rut])
      expect(await begin(person, roundInput(made)), person.name).toBe(notFound)
    for (const stranger of [made.ole, made.fie, made.ulla, made.kim]) {
      const roles = rolesOf([made.ada, 'fokusperson'], [made.ben, 'supervisor'], [made.cai, 'team'], [stranger, 'team'])
      expect(await begin(made.ada, roundInput(made, { roles })), stranger.name).toBe(notFound)
    }
    for (const facilitator of [made.ole, made.eva, made.rut])
      expect(await begin(made.ada, roundInput(made, { facilitatorId: `Person_${facilitator.id}` }))).toBe(notFound)
    expect(await begin(made.ada, roundInput(made, { meetingId: `Meeting_${made.meetingElsewhere.id}` }))).toBe(notFound)
    expect(await begin(made.kim, roundInput(made, { facilitatorId: `Person_${made.kit.id}` }))).toBe(notFound)
    await server.look("UPDATE network SET state = 'closed' WHERE id = $1 RETURNING id", [made.network.id])
    expect(await begin(made.ada, roundInput(made))).toBe(notFound)
    expect(await server.look('SELECT FROM round WHERE network_id = $1', [made.network.id])).toEqual([])
  })
})

describe('a round by an own protocol', () => {
  const isOwn = (answer: unknown) => (answer as { protocol?: { name: { da: string } } }).protocol?.name.da
  const made = () =>
    server.seed((seed) => {
      const around = roundCircle(seed)
      const name = (da: string) => ({ name: { da } })
      const own = seed.protocol(around.kim, 'reflekterende-team', [name('Vores måde'), name('Vores nye måde')])
      const stranger = seed.person(seed.organisation('Horsens'), { name: 'Ida', roles: ['consultant'] })
      const elsewhere = seed.protocol(stranger, 'reflekterende-team', [name('Deres måde')])
      return { ...around, own, elsewhere }
    })
  const by = (id: string | undefined) => ({ protocolVersionId: `ProtocolVersion_${id}` })

  test('has the phases of that version for good, whatever version comes', async () => {
    const around = await made()
    const [old] = around.own.versionIds
    const input = roundInput(around, by(old))
    expect(isOwn(await begin(around.ada, input))).toBe('Vores måde')
    expect(await record(around.ben, input.id, roundEvent(1, { kind: 'started' }))).toMatchObject({ eventSeq: 1 })
  })

  test('is not begun by one of another organisation, of another method, or out of the toolbox', async () => {
    const around = await made()
    const [, newest] = around.own.versionIds
    const refused = async (more: object) => expect(await begin(around.ada, roundInput(around, more))).toBe(notFound)
    await refused(by(around.elsewhere.versionIds[0]))
    await refused(by(randomUUID()))
    await refused({ ...by(newest), method: 'hypotesemodellen' })
    await server.look('UPDATE protocol SET archived_at = now() WHERE id = $1 RETURNING id', [around.own.id])
    await refused(by(newest))
    const { data } = await (await rowsAlone.as(around.ada))<{ beginRound: unknown }>(beginRound, {
      input: roundInput(around, by(around.elsewhere.versionIds[0])),
    })
    expect(data?.beginRound ?? null).toBe(null)
  })
})

test('a round keeps its protocol when the list changes', async () => {
  const made = await circle()
  const input = roundInput(made)
  await begin(made.ben, input)
  // What is stored is what the list said then: as if it said 'ramme' now, and 'old' when this round began.
  await server.look(
    `UPDATE round SET protocol = replace(protocol::text, '"ramme"', '"old"')::jsonb WHERE id = $1 RETURNING id`,
    [input.id.slice(6)],
  )
  const { data } = await (await server.as(made.ada))<{ node: { protocol: { phases: { id: string }[] } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Round { protocol } } }',
    { id: input.id },
  )
  expect(data?.node.protocol.phases[0]?.id).toBe('old')
  const minute = (phase: string) => roundEvent(1, { kind: 'extended', phase, minutes: 1 })
  expect(await record(made.ben, input.id, minute('ramme'))).toMatchObject({ __typename: 'InvalidInput' })
  expect(await record(made.ben, input.id, minute('old'))).toMatchObject({ eventSeq: 1 })
})

describe('what else ends a round', () => {
  const log = (id: string) =>
    server.look<{ kind: string; by_id: string; detail: object }>(
      'SELECT kind, by_id, detail FROM round_event WHERE round_id = $1 ORDER BY seq',
      [id.slice(6)],
    )

  test('closing a network ends its open round', async () => {
    const made = await circle()
    const input = roundInput(made)
    await begin(made.ben, input)
    await record(made.ben, input.id, roundEvent(1, { kind: 'started' }))
    const close = 'mutation ($id: ID!) { closeNetwork(id: $id, version: 1) { __typename } }'
    expect((await (await server.as(made.kim))(close, { id: input.networkId })).errors).toBeUndefined()
    expect(await log(input.id)).toMatchObject([{ kind: 'started' }, { kind: 'ended', by_id: made.kim.id }])
    const read =
      'query ($id: ID!) { node(id: $id) { ... on Round { endedAt viewerCanLead network { openRound { id } } } } }'
    const { data } = await (await server.as(made.ben))(read, { id: input.id })
    expect(data).toEqual({
      node: { endedAt: expect.any(String), viewerCanLead: false, network: { openRound: null } },
    })
    expect(await kinds(made)).toEqual(['roundBegun', 'roundEnded', 'networkChanged'])
  })

  test('whoever leaves a network, or is taken out of it, has left its round; whoever only watched has not', async () => {
    const made = await circle()
    const input = roundInput(made)
    await begin(made.ben, input)
    const leave = 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }'
    for (const person of [made.cai, made.eva]) await (await server.as(person))(leave, { id: input.networkId })
    const [row] = await server.look<{ id: string }>(
      'SELECT id FROM membership WHERE network_id = $1 AND person_id = $2',
      [made.network.id, made.dea.id],
    )
    const remove = 'mutation ($id: ID!) { removeMember(membershipId: $id) { id } }'
    await (await server.as(made.kim))(remove, { id: `Membership_${row?.id}` })
    const left = ({ id }: SeededPerson) => ({ kind: 'left', by_id: id, detail: { personId: id } })
    expect(await log(input.id)).toEqual([left(made.cai), left(made.dea)])
    expect(await record(made.cai, input.id, roundEvent(9, { kind: 'started' }))).toBe(notFound)
  })
})

test('with the checks of the code switched off the rows alone say who begins, reads and writes', async () => {
  const made = await circle()
  const begins = 'mutation ($input: BeginRoundInput!) { beginRound(input: $input) { __typename } }'
  const input = roundInput(made)
  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.rut]) {
    const { data } = await (await rowsAlone.as(person))(begins, { input })
    expect(data, person.name).toBeNull()
  }
  const roles = rolesOf([made.ada, 'fokusperson'], [made.ben, 'supervisor'], [made.cai, 'team'], [made.ole, 'team'])
  expect((await (await rowsAlone.as(made.ada))(begins, { input: roundInput(made, { roles }) })).data).toBeNull()
  await begin(made.ben, input)
  const id = input.id.slice(6)

  const writing = async (person: SeededPerson) => {
    const { token } = await rowsAlone.as(person)
    return (text: string) => server.api.database.operation(hashToken(token), false, (db) => db.$executeRawUnsafe(text))
  }
  const line = (detail: object, more: object = {}) =>
    JSON.stringify([{ id: randomUUID(), clock: 1, at: new Date(), kind: 'joined', detail, ...more }])
  const append = (lines: string) => `SELECT app.append_round_events('${id}', '${lines}')`
  const denied = /permission denied/
  const asAda = await writing(made.ada)
  for (const text of [
    'UPDATE round SET ended_at = now()',
    'DELETE FROM round',
    `INSERT INTO round_event (round_id, network_id, seq, id, clock, at, by_id, kind) SELECT '${id}', '${made.network.id}', 1, gen_random_uuid(), 1, now(), '${made.ada.id}', 'ended'`,
    `SELECT app.write_round_events('${id}', '${made.ben.id}', '[]')`,
    `SELECT app.note_in_round('${id}', '${made.ben.id}', 'ended', '{}')`,
  ])
    await expect(asAda(text), text).rejects.toThrow(denied)
  for (const detail of [
    { note: 'Hun er ked af det' },
    { phase: 'Hun er ked af det' },
    { role: 'Hun er ked af det' },
    { phase: {} },
    { minutes: 'mange' },
    { reason: 'ked af det' },
    { personId: made.ole.id },
    { personId: 'Hun er ked af det' },
  ])
    await expect(asAda(append(line(detail))), JSON.stringify(detail)).rejects.toThrow()
  await expect(asAda(append(line({}, { at: new Date(Date.now() + 120_000) })))).rejects.toThrow(/not an event/)
  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.rut])
    await expect((await writing(person))(append(line({}))), person.name).rejects.toThrow(/not in this round/)
  expect(await server.look('SELECT FROM round_event WHERE round_id = $1', [id])).toEqual([])
  await asAda(append(line({ phase: 'ramme', personId: made.ada.id })))
  expect(await server.look('SELECT by_id FROM round_event WHERE round_id = $1', [id])).toEqual([{ by_id: made.ada.id }])

  for (const person of [made.ole, made.fie, made.ulla, made.kim, made.rut, made.eva]) {
    const { token } = await rowsAlone.as(person)
    const seen = await Promise.all(
      ['round', 'round_role', 'round_event'].map((table) =>
        server.api.database.operation(hashToken(token), true, async (db) => {
          const text = `SELECT count(*)::int AS count FROM ${table} WHERE network_id = '${made.network.id}'`
          return (await db.$queryRawUnsafe<{ count: number }[]>(text))[0]?.count
        }),
      ),
    )
    expect(seen, person.name).toEqual(person === made.eva ? [1, 4, 1] : [0, 0, 0])
  }
})
