import {
  answerFeedback,
  answerInput,
  cancelFeedback,
  declineFeedback,
  feedbackCircle,
  wholeCycle,
} from '@lederkreds/testing/feedback-circle'
import { envelopeOf, itemKey, sealedAnswerBytes } from '@lederkreds/testing/sealed-bytes'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expire } from '../account/expiry.job.ts'
import { release } from './release.job.ts'

let server: TestServer
let rowsAlone: TestServer
let pool: pg.Pool
beforeAll(async () => {
  server = await startTestServer()
  rowsAlone = await startTestServer({ database: server.database, codeWall: false })
  pool = new pg.Pool({ connectionString: server.database.workerUrl })
})
afterAll(async () => {
  await pool.end()
  await rowsAlone.stop()
  await server.stop()
})

type Told = Record<string, unknown> & { __typename?: string }
const tell = async (person: SeededPerson, query: string, variables: object, at = server) => {
  const { data, errors } = await (await at.as(person))<Record<string, Told>>(query, variables)
  return Object.values(data ?? {})[0] ?? errors?.[0]?.extensions?.code ?? null
}
const look = (person: SeededPerson, id: string, at = server) => tell(person, wholeCycle, { id }, at) as Promise<Told>
const give = (person: SeededPerson, id: string) => tell(person, answerFeedback, { input: answerInput(id) })
const runJob = () => release(pool, server.settings.SECRET)()
const rows = (sql: string, ...values: unknown[]) => server.look<Record<string, unknown>>(sql, values)
const raw = (id: string) => id.replace('FeedbackCycle_', '')
const answersOf = (id: string) => rows('SELECT giver_id FROM feedback_answer WHERE cycle_id = $1', raw(id))
const stateOf = async (id: string) =>
  (await rows('SELECT state::text FROM feedback_cycle WHERE id = $1', raw(id)))[0]?.state

/** Ada has asked Ben and Cai; the deadline so many milliseconds from now. */
const asked = (left = 3_600_000) =>
  server.seed((seed: Seed) => {
    const made = feedbackCircle(seed)
    const { ada, ben, cai } = made
    const deadline = new Date(Date.now() + left)
    const { id, askId } = seed.feedbackCycle(made.network, { receiver: ada, givers: [ben, cai], deadline })
    return { ...made, id: `FeedbackCycle_${id}`, askId }
  })
const pass = (id: string) =>
  rows(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, raw(id))

/** Everything that anybody else than the giver could learn from: what the network tells, and what is kept of it. */
const traces = async (network: { id: string }, id: string, watchers: readonly SeededPerson[]) => ({
  seen: await Promise.all([server, rowsAlone].flatMap((at) => watchers.map((one) => look(one, id, at)))),
  events: await rows('SELECT seq, kind FROM event WHERE network_id = $1', network.id),
  counter: await rows('SELECT seq FROM event_counter WHERE network_id = $1', network.id),
  letters: await rows('SELECT kind, person_id FROM letter WHERE network_id = $1 ORDER BY id', network.id),
  cycle: await rows('SELECT * FROM feedback_cycle WHERE id = $1', raw(id)),
  figures: await rows('SELECT * FROM app.participation WHERE network_id = $1', network.id),
  versions: await rows('SELECT version FROM network WHERE id = $1', network.id),
  jobs: await rows('SELECT count(*) FROM graphile_worker.jobs'),
})

describe('an answer by name', () => {
  test('is taken once and shown to nobody; nothing at all tells that it is there', async () => {
    const { ada, ben, cai, dea, kim, rut, network, id } = await asked()
    const watchers = [ada, cai, dea, kim, rut]
    const before = await traces(network, id, watchers)
    expect(await give(ben, id)).toEqual({
      __typename: 'FeedbackCycle',
      viewerCanAnswer: false,
      viewerHasAnswered: true,
      viewerHasDeclined: false,
      state: 'open',
    })
    expect(await traces(network, id, watchers)).toEqual(before)
    expect(await look(ben, id)).toMatchObject({ viewerHasAnswered: true, viewerCanAnswer: false, answers: [] })
    await runJob()
    expect(await traces(network, id, watchers)).toEqual(before)
    expect(await answersOf(id)).toEqual([{ giver_id: ben.id }])
  })

  test('is not taken twice, from whatever device, nor after saying no', async () => {
    const { ben, cai, id } = await asked()
    const twice = await Promise.all([give(ben, id), give(ben, id), tell(ben, declineFeedback, { id })])
    const names = twice.map((told) => (told as Told).__typename)
    expect(names.toSorted()).toEqual(['AlreadyAnswered', 'AlreadyAnswered', 'FeedbackCycle'])
    expect(await tell(cai, declineFeedback, { id })).toMatchObject({ viewerHasDeclined: true, viewerCanAnswer: false })
    expect(await give(cai, id)).toMatchObject({ __typename: 'AlreadyAnswered' })
    expect(await tell(cai, declineFeedback, { id })).toMatchObject({ __typename: 'AlreadyAnswered' })
  })

  test('is given by those who are asked and by nobody else, whichever wall stands', async () => {
    const { ada, dea, fie, ulla, ole, kim, rut, id } = await asked()
    for (const one of [ada, dea, fie, ulla, ole, kim, rut]) {
      expect(await give(one, id)).toBe('NOT_FOUND')
      expect(await tell(one, declineFeedback, { id })).toBe('NOT_FOUND')
      for (const [query, variables] of [
        [answerFeedback, { input: answerInput(id) }],
        [declineFeedback, { id }],
      ] as const)
        expect((await tell(one, query, variables, rowsAlone)) as Told).not.toMatchObject({
          __typename: 'FeedbackCycle',
        })
    }
    expect(await answersOf(id)).toEqual([])
    expect(
      await rows('SELECT FROM feedback_invitation WHERE cycle_id = $1 AND (answered OR declined)', raw(id)),
    ).toEqual([])
  })

  test('has one length, whatever is in it', async () => {
    const { ben, id } = await asked()
    const short = Buffer.from([0x4c, 0x49, 1, 0, ...new Uint8Array(284)]).toString('base64url')
    expect(await tell(ben, answerFeedback, { input: answerInput(id, { envelope: short }) })).toMatchObject({
      __typename: 'InvalidInput',
    })
  })

  test('comes before the deadline, not at it', async () => {
    const { ben, cai, id } = await asked()
    expect(await give(ben, id)).toMatchObject({ __typename: 'FeedbackCycle' })
    await pass(id)
    expect(await give(cai, id)).toMatchObject({ __typename: 'FeedbackClosed' })
    expect(await tell(cai, declineFeedback, { id })).toMatchObject({ __typename: 'FeedbackClosed' })
    expect(await look(cai, id)).toMatchObject({ state: 'open', viewerCanAnswer: false })
  })
})

describe('the worker ends a cycle', () => {
  test('at its deadline: the receiver reads everything at once, the others nothing, and she is told by mail', async () => {
    const { ada, ben, cai, dea, kim, network, id } = await asked()
    await give(ben, id)
    await runJob()
    expect(await stateOf(id)).toBe('open')
    expect((await look(ada, id)).answers).toEqual([])
    await pass(id)
    for (const at of [server, rowsAlone]) expect((await look(ada, id, at)).answers).toEqual([])
    await runJob()
    for (const at of [server, rowsAlone]) {
      expect(await look(ada, id, at)).toMatchObject({
        state: 'released',
        closedOn: expect.any(String),
        viewerCanCancel: false,
        answers: [{ giver: { name: 'Ben' }, envelope: expect.any(String), wrappedKey: expect.any(String) }],
      })
      for (const one of [ben, cai]) expect(await look(one, id, at)).toMatchObject({ state: 'released', answers: [] })
      for (const one of [dea, kim]) expect(await look(one, id, at)).toBe(null)
    }
    const told = await rows('SELECT kind, person_id FROM letter WHERE network_id = $1', network.id)
    expect(told).toEqual([{ kind: 'feedbackReleased', person_id: ada.id }])
    expect(await rows('SELECT seq, kind, subject_id FROM event WHERE network_id = $1', network.id)).toEqual([
      { seq: 1, kind: 'feedbackReleased', subject_id: raw(id) },
    ])
    await runJob()
    expect(await rows('SELECT FROM letter WHERE network_id = $1', network.id)).toHaveLength(1)
  })

  test('earlier, when everybody has answered or will not', async () => {
    const { ada, ben, cai, id } = await asked()
    await give(ben, id)
    await tell(cai, declineFeedback, { id })
    expect(await look(ada, id)).toMatchObject({ state: 'open', answers: [] })
    await runJob()
    expect(await look(ada, id)).toMatchObject({ state: 'released', answers: [{ giver: { name: 'Ben' } }] })
  })

  test('while somebody answers: her answer is in it, or she is told that it is not', async () => {
    for (const _ of [1, 2, 3, 4]) {
      const { ben, cai, id } = await asked()
      await give(ben, id)
      await pass(id)
      await rows(`UPDATE feedback_cycle SET deadline = clock_timestamp() + interval '40 ms' WHERE id = $1`, raw(id))
      const job = (async () => {
        while ((await stateOf(id)) === 'open') await runJob()
      })()
      const late = (await give(cai, id)) as Told
      await job
      const isIn = (await answersOf(id)).some(({ giver_id }) => giver_id === cai.id)
      expect(late.__typename).toBe(isIn ? 'FeedbackCycle' : 'FeedbackClosed')
    }
  })

  test('that nobody was told of without a word', async () => {
    const made = await server.seed((seed) => {
      const circle = feedbackCircle(seed)
      const { ada, ben, network } = circle
      const cycle = seed.feedbackCycle(network, { receiver: ada, givers: [ben], asked: false, deadline: new Date(0) })
      return { ...circle, id: `FeedbackCycle_${cycle.id}` }
    })
    await runJob()
    expect(await stateOf(made.id)).toBe('cancelled')
    expect(await rows('SELECT FROM letter WHERE network_id = $1', made.network.id)).toEqual([])
    expect(await rows('SELECT FROM event WHERE network_id = $1', made.network.id)).toEqual([])
  })
})

const leaving = 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }'

describe('somebody leaves', () => {
  test('whoever asked: her cycle is called off, and what was given is destroyed unread', async () => {
    const { ada, ben, network, id } = await asked()
    await give(ben, id)
    await tell(ada, leaving, { id: `Network_${network.id}` })
    expect([await stateOf(id), await answersOf(id)]).toEqual(['cancelled', []])
    expect(await give(ben, id)).toMatchObject({ __typename: 'AlreadyAnswered' })
  })

  test('what was released to her stays hers, and who it is from', async () => {
    const { ada, ben, network, id } = await asked()
    await give(ben, id)
    await pass(id)
    await runJob()
    await tell(ada, leaving, { id: `Network_${network.id}` })
    for (const at of [server, rowsAlone])
      expect(await look(ada, id, at)).toMatchObject({
        network: null,
        invited: [{ name: 'Ben' }, { name: 'Cai' }],
        answers: [{ giver: { name: 'Ben' } }],
      })
    expect(await look(ben, id)).toMatchObject({ state: 'released', answers: [] })
  })

  test('what was released to her comes with the network that it opens with, also when her question has gone with that', async () => {
    const { ada, ben, network, id, askId } = await asked()
    await server.seed((seed) =>
      seed.sealedItem(ada, {
        ...{ id: askId, kind: 'feedbackAsk', envelope: envelopeOf(1), wrapped: itemKey() },
        cycle: { id: raw(id), networkId: network.id },
      }),
    )
    await give(ben, id)
    await pass(id)
    await runJob()
    await tell(ada, leaving, { id: `Network_${network.id}` })
    const opensWith = 'query ($id: ID!) { feedbackCycle(id: $id) { networkId ask { id } answers { giver { name } } } }'
    const hers = { networkId: `Network_${network.id}`, answers: [{ giver: { name: 'Ben' } }] }
    expect(await tell(ada, opensWith, { id })).toEqual({ ...hers, ask: { id: `SealedItem_${askId}` } })
    await rows(`UPDATE network SET state = 'closed' WHERE id = $1`, network.id)
    await rows('UPDATE network SET closed_on = closed_on - 61 WHERE id = $1', network.id)
    await expire(pool, { info: () => {} })()
    for (const at of [server, rowsAlone]) expect(await tell(ada, opensWith, { id }, at)).toEqual({ ...hers, ask: null })
  })

  test('whoever is asked: what she gave stays, she gives nothing more, and nobody learns which of them had answered', async () => {
    const { ada, ben, cai, network, id } = await asked()
    await give(ben, id)
    const before = await look(ada, id)
    for (const one of [ben, cai]) await tell(one, leaving, { id: `Network_${network.id}` })
    for (const at of [server, rowsAlone]) {
      const { viewerCanAnswer, ...after } = await look(ada, id, at)
      expect({ viewerCanAnswer, ...after }).toEqual(before)
      expect(await look(cai, id, at)).toBe(null)
    }
    expect(await give(cai, id)).toBe('NOT_FOUND')
    await runJob()
    expect(await look(ada, id)).toMatchObject({ state: 'released', answers: [{ giver: { name: 'Ben' } }] })
  })

  test('a network that closes: nothing open is left in it', async () => {
    const { ben, kim, network, id } = await asked()
    await give(ben, id)
    const closing = 'mutation ($id: ID!) { closeNetwork(id: $id, version: 1) { __typename } }'
    expect(await tell(kim, closing, { id: `Network_${network.id}` })).toEqual({ __typename: 'Network' })
    expect([await stateOf(id), await answersOf(id)]).toEqual(['cancelled', []])
  })
})

describe('the receiver', () => {
  test('calls a cycle off: nothing of it is left to read, and it is over for all', async () => {
    const { ada, ben, cai, network, id } = await asked()
    await give(ben, id)
    for (const one of [ben, cai]) expect(await tell(one, cancelFeedback, { id })).toBe('NOT_FOUND')
    expect(await tell(ada, cancelFeedback, { id })).toEqual({
      __typename: 'FeedbackCycle',
      state: 'cancelled',
      viewerCanCancel: false,
    })
    expect(await answersOf(id)).toEqual([])
    expect(await give(cai, id)).toMatchObject({ __typename: 'FeedbackClosed' })
    expect(await tell(ada, cancelFeedback, { id })).toMatchObject({ __typename: 'FeedbackClosed' })
    await pass(id)
    await runJob()
    expect(await stateOf(id)).toBe('cancelled')
    expect(await rows('SELECT seq, kind, subject_id FROM event WHERE network_id = $1', network.id)).toEqual([
      { seq: 1, kind: 'feedbackCancelled', subject_id: raw(id) },
    ])
  })

  test('calls off what nobody was told of without a word', async () => {
    const { ada, network, id } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const cycle = seed.feedbackCycle(made.network, { receiver: made.ada, givers: [made.ben], asked: false })
      return { ...made, id: `FeedbackCycle_${cycle.id}` }
    })
    expect(await tell(ada, cancelFeedback, { id })).toMatchObject({ state: 'cancelled' })
    expect(await rows('SELECT FROM event WHERE network_id = $1', network.id)).toEqual([])
  })

  test('deletes an answer for good, and its giver is not told', async () => {
    const { ada, ben, dea, id, answer } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const cycle = seed.feedbackCycle(made.network, {
        receiver: made.ada,
        givers: [made.ben],
        answered: [made.ben],
        state: 'released',
      })
      const given = seed.feedbackAnswer(cycle, { giver: made.ben, ...sealedAnswerBytes() })
      return { ...made, id: `FeedbackCycle_${cycle.id}`, answer: `FeedbackAnswer_${given}` }
    })
    const deleting = 'mutation ($id: ID!) { deleteFeedbackAnswer(id: $id) }'
    for (const at of [server, rowsAlone])
      for (const one of [ben, dea]) expect(await tell(one, deleting, { id: answer }, at)).toBe('NOT_FOUND')
    expect(await tell(ada, deleting, { id: answer })).toBe(true)
    expect(await answersOf(id)).toEqual([])
    expect(await look(ben, id)).toMatchObject({ viewerHasAnswered: true })
  })
})
