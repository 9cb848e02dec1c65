import 'fake-indexeddb/auto'
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import type { RoundEvent } from '@lederkreds/domain/supervision/round'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { Observable } from 'rxjs'
import { beforeEach, expect, test, vi } from 'vitest'
import { keptRound, logOf } from './kept-rounds.ts'
import type { NumberedEvent } from './round-engine.ts'

type Answer = () => object | Error | Promise<object>
const server = vi.hoisted(() => ({ answer: (() => ({})) as Answer }))
vi.mock('../document.ts', () => ({ ids: new Map() }))
vi.mock('../root.tsx', () => ({
  notFound: () => {
    throw new Error('not found')
  },
}))
vi.mock('../apollo.ts', () => {
  const link = new ApolloLink(
    () =>
      new Observable((told) => {
        const answer = server.answer()
        if (answer instanceof Error) told.error(answer)
        else void Promise.resolve(answer).then((data) => [told.next({ data }), told.complete()])
      }),
  )
  return { client: new ApolloClient({ cache: new InMemoryCache(), link }) }
})
const { openRound } = await import('./open-round.ts')

const ada = { __typename: 'Person', id: 'Person_ada', name: 'Ada Holm' }
const ben = { __typename: 'Person', id: 'Person_ben', name: 'Ben Friis' }
const started: NumberedEvent = { kind: 'started', id: 'one', seq: 1, clock: 1, at: 1_000, by: ben.id }
const ended: NumberedEvent = { kind: 'ended', id: 'two', seq: 2, clock: 2, at: 2_000, by: ben.id }
const minute: RoundEvent = {
  kind: 'extended',
  phase: 'ramme',
  minutes: 1,
  id: 'three',
  clock: 3,
  at: 3_000,
  by: ada.id,
}

const told = ({ seq, id, clock, at, by, kind }: NumberedEvent) => {
  return { __typename: 'RoundEvent', id, seq, clock, at: new Date(at).toISOString(), by, kind, detail: {} }
}
const round = (id: string, viewer: object, events: NumberedEvent[] = [started]) => ({
  viewer,
  node: {
    __typename: 'Round',
    id,
    protocol,
    stays: 'nothing',
    staysUntil: null,
    viewerTakesPart: true,
    now: new Date().toISOString(),
    network: { __typename: 'Network', id: 'Network_1', name: 'Nord', members: [] },
    lead: ben,
    facilitator: null,
    people: [ada, ben].map((person) => ({ __typename: 'RoundRole', role: 'team', person })),
    events: events.map(told),
  },
})
const unreachable = () => new TypeError('Failed to fetch')
const heldBy = (person: string) => vi.stubGlobal('localStorage', { getItem: () => person })
const rounds = { count: 0 }
const newRound = () => `Round_${++rounds.count}`

beforeEach(() => heldBy('ada'))

test('a round that was opened is opened again without a server, with what was done in it since', async () => {
  const id = newRound()
  server.answer = () => round(id, ada)
  await openRound(id)
  await logOf(id).add(minute)
  server.answer = unreachable
  expect(await openRound(id)).toMatchObject({
    about: { viewerId: ada.id },
    events: [started],
    unsent: [minute],
  })
  heldBy('ben')
  await expect(openRound(id)).rejects.toThrow('Failed to fetch')
})

test('what was done while the server was asked is among what is still to be handed in', async () => {
  const id = newRound()
  server.answer = () => round(id, ada)
  await openRound(id)
  server.answer = async () => {
    await logOf(id).add(minute)
    return round(id, ada)
  }
  expect((await openRound(id)).unsent).toEqual([minute])
})

test('whoever signs in where somebody else’s round is kept has nothing of hers to hand in', async () => {
  const id = newRound()
  server.answer = () => round(id, ada)
  await openRound(id)
  await logOf(id).add(minute)
  server.answer = () => round(id, ben)
  expect((await openRound(id)).unsent).toEqual([])
  expect((await keptRound(id))?.unsent).toEqual([])
})

test('of a round that is over nothing stays, unless something is still to be handed in', async () => {
  const id = newRound()
  server.answer = () => round(id, ada)
  await openRound(id)
  await logOf(id).add(minute)
  server.answer = () => round(id, ada, [started, ended])
  expect(await openRound(id)).toMatchObject({ events: [started, ended], unsent: [minute] })
  expect(await keptRound(id)).toMatchObject({ unsent: [minute] })
  await logOf(id).remove([minute.id])
  expect(await openRound(id)).toMatchObject({ events: [started, ended], unsent: [] })
  expect(await keptRound(id)).toBeNull()
})

test('of a round that she may not see any more nothing stays; who has to sign in again loses nothing', async () => {
  const id = newRound()
  server.answer = () => round(id, ada)
  await openRound(id)
  await logOf(id).add(minute)
  server.answer = () => ({ viewer: null, node: null })
  await expect(openRound(id)).rejects.toThrow('not found')
  expect((await keptRound(id))?.unsent).toEqual([minute])
  server.answer = () => ({ viewer: ada, node: null })
  await expect(openRound(id)).rejects.toThrow('not found')
  expect(await keptRound(id)).toBeNull()
})

test('whoever leads is named, also one who took it as a convenor that she is no more', async () => {
  const id = newRound()
  const [cleo, dan] = ['Cleo', 'Dan'].map((name) => ({ __typename: 'Person', id: `Person_${name}`, name }))
  const taken = { ...told({ ...ended, by: 'Person_Cleo' }), kind: 'leadPassed', detail: { personId: 'Person_Cleo' } }
  const { viewer, node } = round(id, ada)
  const member = (person: object, isConvenor: boolean) => ({
    __typename: 'Membership',
    id: `Membership_${JSON.stringify(person)}`,
    isConvenor,
    isViewer: false,
    person,
  })
  const members = [member(cleo ?? {}, false), member(dan ?? {}, true), member({ ...ada, id: 'Person_eva' }, false)]
  const network = { ...node.network, members }
  server.answer = () => ({ viewer, node: { ...node, network, events: [...node.events, taken] } })
  const { names } = (await openRound(id)).about
  expect([...names.keys()].toSorted()).toEqual(['Person_Cleo', 'Person_Dan', 'Person_ada', 'Person_ben'])
})
