import { randomUUID } from 'node:crypto'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const circle = (seed: Seed) => {
  const organisation = seed.organisation('Aarhus')
  const [ada, ben, cai, dea, eva, ole] = ['Ada', 'Ben', 'Cai', 'Dea', 'Eva', 'Ole'].map((name) =>
    seed.person(organisation, { name }),
  ) as [SeededPerson, SeededPerson, SeededPerson, SeededPerson, SeededPerson, SeededPerson]
  const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const network = seed.network(organisation, { name: 'Nord', consultant: kim, members: [ada, ben, cai, dea, eva] })
  seed.network(organisation, { name: 'Syd', consultant: kim, members: [ole] })
  return { ada, ben, cai, dea, eva, ole, kim, network }
}
type Circle = ReturnType<typeof circle>

const beginning = ({ ada, ben, cai, dea, network }: Circle, more: object = {}) => ({
  id: `Round_${randomUUID()}`,
  networkId: `Network_${network.id}`,
  method: 'reflekterende-team',
  roles: [
    [ada, 'fokusperson'] as const,
    [ben, 'supervisor'] as const,
    [cai, 'team'] as const,
    [dea, 'team'] as const,
  ].map(([person, role]) => ({ personId: `Person_${person.id}`, role })),
  leadId: `Person_${ben.id}`,
  stays: 'focusPerson',
  ...more,
})

const begin = `mutation ($input: BeginRoundInput!) { beginRound(input: $input) { __typename
  ... on Round { id method stays staysUntil eventSeq viewerCanLead viewerTakesPart startedAt endedAt protocol
    lead { name } timekeeper { name } facilitator { name } people { role isFocus isViewer person { name } } }
  ... on InvalidInput { issues { path problem } } ... on RolesDoNotFit { problems } } }`

const record = `mutation ($id: ID!, $events: [RoundEventInput!]!) { recordRoundEvents(roundId: $id, events: $events) { __typename
  ... on RecordedEvents { ids eventSeq } ... on InvalidInput { issues { path problem } } } }`

test('a member begins a round, and everybody in the network finds it', async () => {
  const made = await server.seed(circle)
  const input = beginning(made)
  const answer = await (await server.as(made.cai))(begin, { input })
  expect(answer.data).toMatchObject({
    beginRound: {
      __typename: 'Round',
      id: input.id,
      method: 'reflekterende-team',
      viewerCanLead: false,
      viewerTakesPart: true,
      lead: { name: 'Ben' },
      people: [
        { role: 'fokusperson', isFocus: true, isViewer: false, person: { name: 'Ada' } },
        { role: 'supervisor', isFocus: false },
        { role: 'team', isViewer: true },
        { role: 'team' },
      ],
    },
  })
  const open = 'query ($id: ID!) { network(id: $id) { openRound { id viewerCanLead viewerTakesPart } } }'
  const openRound = { id: input.id, viewerCanLead: false, viewerTakesPart: false }
  expect(await (await server.as(made.eva))(open, { id: input.networkId })).toEqual({ data: { network: { openRound } } })
})

test('what happens is appended once, in order, however often it is sent', async () => {
  const made = await server.seed(circle)
  const input = beginning(made)
  const ben = await server.as(made.ben)
  await ben(begin, { input })
  const events = [
    { id: randomUUID(), clock: 1, at: new Date().toISOString(), kind: 'started', detail: {} },
    { id: randomUUID(), clock: 2, at: new Date().toISOString(), kind: 'ended', detail: {} },
  ]
  const ids = events.map(({ id }) => id)
  for (const _ of [1, 2])
    expect(await ben(record, { id: input.id, events })).toEqual({
      data: { recordRoundEvents: { __typename: 'RecordedEvents', ids, eventSeq: 2 } },
    })
  const read = 'query ($id: ID!) { node(id: $id) { ... on Round { endedAt events { id seq by kind detail } } } }'
  expect(await ben(read, { id: input.id })).toMatchObject({
    data: {
      node: {
        endedAt: events[1]?.at,
        events: [{ id: ids[0], seq: 1, by: `Person_${made.ben.id}`, detail: {} }, { seq: 2 }],
      },
    },
  })
})
