import { randomUUID } from 'node:crypto'
import { dayAhead } from '@lederkreds/testing/day'
import {
  askForFeedback,
  askInput,
  cancelFeedback,
  feedbackCircle,
  questionInput,
  saveQuestion,
  wholeCycle,
} from '@lederkreds/testing/feedback-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

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

const circle = () => server.seed(feedbackCircle)
type Told = Record<string, unknown> & { __typename?: string }

/** What a mutation answers, or the code of what was thrown. */
const tell = async (person: SeededPerson, query: string, variables: object, at = server) => {
  const { data, errors } = await (await at.as(person))<Record<string, Told>>(query, variables)
  return Object.values(data ?? {})[0] ?? errors?.[0]?.extensions?.code ?? null
}
const ask = (person: SeededPerson, input: object, at = server) => tell(person, askForFeedback, { input }, at)
const look = (person: SeededPerson, id: string, at = server) => tell(person, wholeCycle, { id }, at)

const ids = (...people: SeededPerson[]) => people.map(({ id }) => `Person_${id}`)
const raw = (id: string) => id.replace('FeedbackCycle_', '')

describe('a member asks', () => {
  test('whom she chooses, and nobody is told before her question is there', async () => {
    const made = await circle()
    const input = askInput(made)
    expect(await ask(made.ada, input)).toEqual({
      __typename: 'FeedbackCycle',
      id: input.id,
      state: 'open',
      form: 'sbi',
      promise: 'signed',
      promiseVersion: 1,
      deadline: input.deadline,
      closedOn: null,
      receiver: { name: 'Ada' },
      invited: [{ name: 'Ben' }, { name: 'Cai' }],
      viewerIsReceiver: true,
      viewerIsGiver: false,
      viewerCanAnswer: false,
      viewerHasAnswered: false,
      viewerHasDeclined: false,
      viewerCanCancel: true,
    })
    for (const at of [server, rowsAlone]) {
      expect(await look(made.ben, input.id, at)).toBe(null)
      expect(await look(made.ada, input.id, at)).toMatchObject({ ask: null, network: { name: 'Nord' } })
    }
    const letters = () => server.look('SELECT kind, person_id FROM letter WHERE network_id = $1', [made.network.id])
    expect(await letters()).toEqual([])

    const question = questionInput(made.ada, input, [made.ben, made.cai])
    expect(await tell(made.ada, saveQuestion, { input: question })).toMatchObject({ __typename: 'SavedItem' })
    const lettersTo = [made.ben, made.cai].map(({ id }) => ({ kind: 'feedbackAsked', person_id: id }))
    expect(await letters()).toEqual(expect.arrayContaining(lettersTo))
    expect(await letters()).toHaveLength(2)
    for (const at of [server, rowsAlone])
      expect(await look(made.ben, input.id, at)).toMatchObject({
        receiver: { name: 'Ada' },
        invited: [{ name: 'Ben' }, { name: 'Cai' }],
        ask: { id: question.id, kind: 'feedbackAsk', ownerId: `Person_${made.ada.id}`, cycleId: input.id },
        viewerIsReceiver: false,
        viewerIsGiver: true,
        viewerCanAnswer: true,
        viewerCanCancel: false,
        answers: [],
      })
  })
})

describe('whom she asks', () => {
  test('are members who have accepted the rules and have keys; the others are named', async () => {
    const made = await circle()
    const { ada, ben, hans, fie, ulla, ole, kim } = made
    for (const other of [ada, hans, fie, ulla, ole, kim]) {
      const input = askInput(made, { giverIds: ids(ben, other) })
      expect(await ask(ada, input)).toEqual({ __typename: 'NotAGiver', giverIds: ids(other) })
      expect(await ask(ada, { ...input, id: `FeedbackCycle_${randomUUID()}` }, rowsAlone)).toBe('INTERNAL')
      expect(await look(ada, input.id)).toBe(null)
    }
    const { data } = await (await server.as(ada))<{ network: { feedbackGivers: { name: string }[] } }>(
      'query ($id: ID!) { network(id: $id) { feedbackGivers { name } } }',
      { id: `Network_${made.network.id}` },
    )
    expect(data?.network.feedbackGivers.map(({ name }) => name)).toEqual(['Ben', 'Cai', 'Dea', 'Eva', 'Finn', 'Gro'])
  })

  test('are five at least where answers are pooled', async () => {
    const made = await circle()
    const { ada, ben, cai, dea, eva, finn } = made
    const four = askInput(made, { promise: 'pooled', giverIds: ids(ben, cai, dea, eva) })
    expect(await ask(ada, four)).toEqual({ __typename: 'TooFewGivers' })
    const five = askInput(made, { promise: 'pooled', giverIds: ids(ben, cai, dea, eva, finn) })
    expect(await ask(ada, five)).toMatchObject({ __typename: 'FeedbackCycle', promise: 'pooled' })
    expect(await look(ada, five.id)).toMatchObject({ issuerKey: expect.stringMatching(/^[\w-]{380,}$/) })
  })

  test('are asked by members for themselves, in a living network', async () => {
    const made = await circle()
    for (const one of [made.fie, made.ulla, made.ole, made.kim, made.rut])
      expect(await ask(one, askInput(made))).toBe('NOT_FOUND')
    for (const one of [made.fie, made.ulla, made.ole, made.kim, made.rut])
      expect(await ask(one, askInput(made), rowsAlone)).toMatch(/NOT_FOUND|INTERNAL/)
    await server.look(`UPDATE network SET state = 'closed' WHERE id = $1`, [made.network.id])
    expect(await ask(made.ada, askInput(made))).toBe('NOT_FOUND')
  })
})

describe('how much she asks for', () => {
  const opened = async (count: number) => {
    const made = await circle()
    for (let open = 0; open < count; open++)
      await server.seed((seed) => seed.feedbackCycle(made.network, { receiver: made.ada, givers: [made.ben] }))
    return made
  }
  const openOf = ({ ada, network }: Awaited<ReturnType<typeof opened>>) =>
    server.look(`SELECT FROM feedback_cycle WHERE receiver_id = $1 AND network_id = $2 AND state = 'open'`, [
      ada.id,
      network.id,
    ])

  test('is five cycles at once in a network, beside the steps that all take', async () => {
    const made = await opened(4)
    const fifth = askInput(made)
    for (const _ of [1, 2]) expect(await ask(made.ada, fifth)).toMatchObject({ id: fifth.id })
    for (const at of [server, rowsAlone])
      expect(await ask(made.ada, askInput(made), at)).toEqual({ __typename: 'TooManyOpen' })
    expect(await ask(made.ada, fifth)).toMatchObject({ id: fifth.id })
    expect(await ask(made.ben, askInput(made, { giverIds: ids(made.cai) }))).toMatchObject({ state: 'open' })
    const deadline = new Date(Date.now() + 14 * 86_400_000)
    const stepId = await server.seed((seed) => seed.feedbackStep(made.network, { opensOn: dayAhead(0), deadline }))
    const { ben, cai, dea, eva, finn, gro } = made
    const part = { stepId: `FeedbackStep_${stepId}`, deadline: deadline.toISOString() }
    const joined = askInput(made, { ...part, form: 'sbi', giverIds: ids(ben, cai, dea, eva, finn, gro) })
    expect(await ask(made.ada, joined)).toMatchObject({ state: 'open' })
    await tell(made.ada, cancelFeedback, { id: fifth.id })
    expect(await ask(made.ada, askInput(made))).toMatchObject({ state: 'open' })
  })

  test('is five also when eight are asked at the same moment', async () => {
    for (const at of [server, rowsAlone]) {
      const made = await opened(2)
      const told = await Promise.all(Array.from({ length: 8 }, () => ask(made.ada, askInput(made), at)))
      const names = told.map((each) => (each as Told).__typename)
      expect(names.toSorted()).toEqual([
        ...Array.from({ length: 3 }, () => 'FeedbackCycle'),
        ...Array.from({ length: 5 }, () => 'TooManyOpen'),
      ])
      expect(await openOf(made)).toHaveLength(5)
    }
  })

  test('is told by one letter an hour to each in a network, however many ask and however fast', async () => {
    const made = await circle()
    const { ada, ben, cai, dea, network } = made
    const begin = async (person: SeededPerson, givers: SeededPerson[]) => {
      const input = askInput(made, { giverIds: ids(...givers) })
      await ask(person, input)
      return () => tell(person, saveQuestion, { input: questionInput(person, input, givers) })
    }
    const letters = async () => {
      const rows = await server.look<{ person_id: string }>('SELECT person_id FROM letter WHERE network_id = $1', [
        network.id,
      ])
      return rows.map(({ person_id }) => person_id).toSorted()
    }
    const sends = [
      await begin(ada, [ben, cai]),
      await begin(ada, [cai, ben]),
      await begin(dea, [ben, cai]),
      await begin(dea, [cai]),
    ]
    const saved = await Promise.all(sends.map((send) => send()))
    expect(saved.map((each) => (each as Told).__typename)).toEqual(sends.map(() => 'SavedItem'))
    expect(await letters()).toEqual([ben.id, cai.id].toSorted())
    await (await begin(ben, [cai, dea]))()
    expect(await letters()).toEqual([ben.id, cai.id, dea.id].toSorted())
    await server.look(`UPDATE letter SET created_at = now() - interval '61 minutes' WHERE network_id = $1`, [
      network.id,
    ])
    await (await begin(ada, [ben]))()
    expect(await letters()).toEqual([ben.id, ben.id, cai.id, dea.id].toSorted())
  })
})

describe('a cycle that was asked', () => {
  test('is the same when it is sent again, and nobody else takes its id', async () => {
    const made = await circle()
    const input = askInput(made)
    for (const _ of [1, 2]) expect(await ask(made.ada, input)).toMatchObject({ id: input.id })
    expect(await ask(made.dea, input)).toBe('NOT_FOUND')
    expect(await server.look('SELECT FROM feedback_invitation WHERE cycle_id = $1', [raw(input.id)])).toHaveLength(2)
  })

  test('is never another one under its id: what was changed is refused, and nothing of it is written', async () => {
    const made = await circle()
    const { ada, ben, cai, dea } = made
    const before = askInput(made)
    await ask(ada, before)
    await tell(ada, cancelFeedback, { id: before.id })
    const input = askInput(made)
    await ask(ada, input)
    const everybody = ids(ben, cai, dea, made.eva, made.finn)
    for (const change of [
      { form: 'free' },
      { promise: 'pooled', giverIds: everybody },
      { deadline: new Date(Date.now() + 8 * 86_400_000).toISOString() },
      { giverIds: ids(ben) },
      { giverIds: ids(ben, dea) },
      { previousId: before.id },
    ])
      expect(await ask(ada, { ...input, ...change })).toEqual({ __typename: 'AskedOtherwise' })
    expect(await ask(ada, { ...input, giverIds: ids(cai, ben) })).toMatchObject({ id: input.id })
    expect(await look(ada, input.id)).toMatchObject({
      form: 'sbi',
      promise: 'signed',
      deadline: input.deadline,
      previous: null,
      invited: [{ name: 'Ben' }, { name: 'Cai' }],
      issuerKey: null,
    })
  })

  test('has one question, sealed to all who are asked and to nobody else, and it is never changed', async () => {
    const made = await circle()
    const { ada, ben, cai, dea } = made
    const input = askInput(made)
    await ask(ada, input)
    const save = (person: SeededPerson, question: object, at = server) =>
      tell(person, saveQuestion, { input: question }, at)
    expect(await save(ada, questionInput(ada, input, [ben]))).toMatchObject({ __typename: 'NotARecipient' })
    expect(await save(ada, questionInput(ada, input, [ben, dea]))).toMatchObject({ __typename: 'NotARecipient' })
    expect(await save(ada, questionInput(ada, input, [ben, cai, dea]), rowsAlone)).toBe('INTERNAL')
    expect(await save(dea, questionInput(dea, input, [ben, cai]))).toBe('NOT_FOUND')
    expect(await save(dea, questionInput(dea, input, [ben, cai]), rowsAlone)).toBe('INTERNAL')
    const question = questionInput(ada, input, [ben, cai])
    for (const _ of [1, 2]) expect(await save(ada, question)).toMatchObject({ __typename: 'SavedItem' })
    expect(await save(ada, { ...question, version: 2 })).toMatchObject({ __typename: 'NotARecipient' })
    expect(await save(ada, { ...question, version: 2 }, rowsAlone)).toBe('INTERNAL')
    expect(await save(ada, questionInput(ada, input, [ben, cai]))).toMatchObject({ __typename: 'NotARecipient' })
    expect(await save(ada, questionInput(ada, input, [ben, cai]), rowsAlone)).toBe('INTERNAL')
    expect(await server.look('SELECT FROM letter WHERE network_id = $1', [made.network.id])).toHaveLength(2)
  })

  test('is sent to those who are still there when somebody has left, in a pool while they are five', async () => {
    for (const at of [server, rowsAlone]) {
      const made = await circle()
      const { ada, ben, cai, dea, eva, finn, gro } = made
      const leave = (one: SeededPerson) =>
        tell(one, 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', { id: `Network_${made.network.id}` })
      const save = (input: { id: string; networkId: string }, readers: SeededPerson[]) =>
        tell(ada, saveQuestion, { input: questionInput(ada, input, readers) }, at)
      const refused = at === server ? { __typename: 'NotARecipient' } : 'INTERNAL'
      const all = [ben, cai, dea, eva, finn, gro]
      const [signed, pooled, late] = [
        askInput(made),
        askInput(made, { promise: 'pooled', giverIds: ids(...all) }),
        askInput(made, { promise: 'pooled', giverIds: ids(...all) }),
      ]
      for (const input of [signed, pooled, late]) expect(await ask(ada, input)).toMatchObject({ state: 'open' })
      await leave(ben)
      expect(await save(signed, [ben, cai])).toEqual(refused)
      expect(await save(signed, [cai])).toMatchObject({ __typename: 'SavedItem' })
      expect(await save(pooled, [cai, dea, eva, finn, gro])).toMatchObject({ __typename: 'SavedItem' })
      await leave(gro)
      expect(await save(late, [cai, dea, eva, finn])).toEqual(refused)
      expect(await tell(ada, cancelFeedback, { id: late.id })).toMatchObject({ state: 'cancelled' })
    }
  })

  test('is over when its question is deleted, and those who were asked cannot open it any more', async () => {
    const made = await circle()
    const input = askInput(made)
    await ask(made.ada, input)
    const question = questionInput(made.ada, input, [made.ben, made.cai])
    await tell(made.ada, saveQuestion, { input: question })
    await tell(made.ada, 'mutation ($id: ID!) { deleteSealedItem(id: $id) }', { id: question.id })
    expect(await look(made.ben, input.id)).toMatchObject({ state: 'cancelled', ask: null, viewerCanAnswer: false })
  })

  test('is closed to those who were asked when it is called off, and stays open to whoever asked', async () => {
    const made = await circle()
    const input = askInput(made)
    await ask(made.ada, input)
    await tell(made.ada, saveQuestion, { input: questionInput(made.ada, input, [made.ben, made.cai]) })
    await tell(made.ada, cancelFeedback, { id: input.id })
    expect(await look(made.ben, input.id)).toMatchObject({ state: 'cancelled', ask: null })
    expect(await look(made.ada, input.id)).toMatchObject({ state: 'cancelled', ask: { kind: 'feedbackAsk' } })
  })

  test('is asked again when it is over, by whoever asked it', async () => {
    const made = await circle()
    const first = askInput(made)
    await ask(made.ada, first)
    const again = askInput(made, { previousId: first.id })
    expect(await ask(made.ada, again)).toBe('NOT_FOUND')
    await tell(made.ada, cancelFeedback, { id: first.id })
    expect(await ask(made.dea, askInput(made, { previousId: first.id }))).toBe('NOT_FOUND')
    expect(await ask(made.ada, again)).toMatchObject({ __typename: 'FeedbackCycle' })
    expect(await look(made.ada, again.id)).toMatchObject({ previous: { id: first.id }, next: null })
    expect(await look(made.ada, first.id)).toMatchObject({ previous: null, next: { id: again.id } })
  })
})
