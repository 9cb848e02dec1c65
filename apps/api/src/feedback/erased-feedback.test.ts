import { randomBytes } from 'node:crypto'
import { cancelFeedback, feedbackCircle } from '@lederkreds/testing/feedback-circle'
import { sealedAnswerBytes } from '@lederkreds/testing/sealed-bytes'
import type { Seed, SeededCycle, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Ada has asked in every state, and has answered Ben and Cai. */
const circle = () =>
  server.seed((seed: Seed) => {
    const made = feedbackCircle(seed)
    const { ada, ben, cai, dea, eva, finn, network } = made
    const answer = (cycle: SeededCycle, giver?: SeededPerson) =>
      seed.feedbackAnswer(cycle, { ...(giver && { giver }), ...sealedAnswerBytes() })
    const pool = { receiver: ada, givers: [ben, cai, dea, eva, finn], promise: 'pooled' as const }
    const released = seed.feedbackCycle(network, { receiver: ada, givers: [ben, cai], state: 'released' })
    const pooledBefore = seed.feedbackCycle(network, { ...pool, state: 'released' })
    const open = seed.feedbackCycle(network, { receiver: ada, givers: [ben, cai], answered: [ben] })
    const pooled = seed.feedbackCycle(network, pool)
    const unsent = seed.feedbackCycle(network, { receiver: ada, givers: [ben], asked: false })
    const ofBen = seed.feedbackCycle(network, { receiver: ben, givers: [ada], state: 'released' })
    const ofCai = seed.feedbackCycle(network, { receiver: cai, givers: [ada, ben], answered: [ada, ben] })
    for (const giver of [ben, cai]) answer(released, giver)
    for (let given = 0; given < 5; given++) answer(pooledBefore)
    answer(open, ben)
    answer(ofBen, ada)
    for (const giver of [ada, ben]) answer(ofCai, giver)
    seed.add('feedback_issuer', { cycle_id: pooled.id, public_key: Buffer.of(1), private_key: Buffer.of(1) })
    seed.add('feedback_staged', { token_hash: randomBytes(32), cycle_id: pooled.id, sealed: Buffer.alloc(16_565) })
    return { ...made, mine: { released, pooledBefore, open, pooled, unsent }, theirs: { ofBen, ofCai } }
  })

test('whoever erases everything keeps no answer and asks no more; what she gave stays with those who have it', async () => {
  const { ada, mine, theirs } = await circle()
  const { errors } = await (await server.as(ada))('mutation { eraseSealed { items } }')
  expect(errors).toBeUndefined()
  const count = async (table: string, cycle: SeededCycle) =>
    (await server.look(`SELECT FROM ${table} WHERE cycle_id = $1`, [cycle.id])).length
  const state = async ({ id }: SeededCycle) =>
    (await server.look<{ state: string }>('SELECT state::text FROM feedback_cycle WHERE id = $1', [id]))[0]?.state
  for (const cycle of Object.values(mine))
    for (const table of ['feedback_answer', 'feedback_staged', 'feedback_issuer'])
      expect([table, await count(table, cycle)]).toEqual([table, 0])
  const states = await Promise.all(Object.values(mine).map(state))
  expect(states).toEqual(['released', 'released', 'cancelled', 'cancelled', 'cancelled'])
  expect([await count('feedback_answer', theirs.ofBen), await count('feedback_answer', theirs.ofCai)]).toEqual([1, 2])
  expect(await Promise.all(Object.values(theirs).map(state))).toEqual(['released', 'open'])
})

const erase = 'mutation { eraseSealed { items } }'
const events = ({ id }: { id: string }) =>
  server.look<{ seq: number; kind: string; subject_id: string }>(
    'SELECT seq, kind, subject_id FROM event WHERE network_id = $1 ORDER BY seq',
    [id],
  )

test('those who are asked are told as when she calls a question off, and of nothing that they do not know of', async () => {
  const { ada, network, mine } = await circle()
  await (await server.as(ada))(erase)
  const open = [mine.open.id, mine.pooled.id].sort()
  expect(await events(network)).toEqual(
    open.map((id, at) => ({ seq: at + 1, kind: 'feedbackCancelled', subject_id: id })),
  )
  await (await server.as(ada))(erase)
  expect(await events(network)).toHaveLength(2)
})

test('nothing that is told of an erased question tells it from one that was called off', async () => {
  const circles = await Promise.all([circle(), circle()])
  const told = await Promise.all(
    circles.map(async ({ ada, network, mine }, at) => {
      const ask = await server.as(ada)
      const others = mine.pooled.id
      await ask(cancelFeedback, { id: `FeedbackCycle_${others}` })
      await (at === 0 ? ask(erase) : ask(cancelFeedback, { id: `FeedbackCycle_${mine.open.id}` }))
      const name = new Map([
        [mine.open.id, 'open'],
        [others, 'pooled'],
      ])
      const rows = await server.look<Record<string, unknown>>(
        'SELECT * FROM event WHERE network_id = $1 ORDER BY seq',
        [network.id],
      )
      return rows.map(({ network_id, at, subject_id, ...event }) => ({ ...event, about: name.get(String(subject_id)) }))
    }),
  )
  expect(told[0]).toHaveLength(2)
  expect(told[0]).toEqual(told[1])
})

test('a question that is released while she erases everything is not said to be called off', async () => {
  const { ada, network, mine } = await circle()
  const ask = await server.as(ada)
  const releasing = new pg.Client(server.database.ownerUrl)
  await releasing.connect()
  await releasing.query(
    `BEGIN; UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = '${mine.open.id}'`,
  )
  await releasing.query('SELECT app.hold_feedback($1)', [mine.open.id])
  await releasing.query(`SELECT app.close_feedback($1, 'released')`, [mine.open.id])
  const erased = ask(erase)
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
  await expect.poll(async () => (await server.look(waiting)).length).toBeGreaterThan(0)
  await releasing.query('COMMIT')
  await releasing.end()
  expect((await erased).errors).toBeUndefined()
  expect((await events(network)).map(({ kind, subject_id }) => [kind, subject_id])).toEqual([
    ['feedbackReleased', mine.open.id],
    ['feedbackCancelled', mine.pooled.id],
  ])
})
