import {
  openPooled,
  type PooledCircle,
  pooledBody,
  pooledCircle,
  postPooled,
  sealPooled,
  tokenOf,
} from '@lederkreds/testing/pooled-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { release } from './release.job.ts'

let server: TestServer
let pool: pg.Pool
beforeAll(async () => {
  server = await startTestServer()
  pool = new pg.Pool({ connectionString: server.database.workerUrl })
})
afterAll(async () => {
  await pool.end()
  await server.stop()
})

const circle = (givers: number) => server.seed((seed) => pooledCircle(seed, { givers }))
const runJob = () => release(pool, server.settings.SECRET)()
const passDeadline = ({ cycle }: PooledCircle) =>
  server.look(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, [cycle.id])

/** What the first givers hand in: an answer each, or a blank for null. */
async function hand(asked: PooledCircle, ...texts: (string | null)[]): Promise<object[]> {
  const bodies: object[] = []
  for (const [at, text] of texts.entries()) {
    const giver = asked.givers[at] ?? expect.unreachable()
    const token = await tokenOf(await server.as(giver), asked)
    const body = pooledBody(asked, token, text === null ? undefined : await sealPooled(asked, text))
    expect((await postPooled(server.url, '', body)).status).toBe(204)
    bodies.push(body)
  }
  return bodies
}
const withdraw = async (body: unknown) => expect((await postPooled(server.url, '/withdraw', body)).status).toBe(204)

const everything = `query ($id: ID!) { feedbackCycle(id: $id) { state closedOn promise deadline issuerKey
  invited { name } ask { id } toldSteps { id } answers { id envelope wrappedKey giver { id } }
  viewerIsReceiver viewerIsGiver viewerCanAnswer viewerHasAnswered viewerHasDeclined viewerCanCancel
  invitedCount isSent network { unsentFeedback { id } toldSteps { id } eventSeq } }
  feedbackToAnswer(which: open, first: 5) { edges { node { id state } } }
  waiting: feedbackToAnswer(which: waiting, first: 5) { edges { node { id state } } }
  feedbackAsked(which: all, first: 5) { edges { node { id state } } } }`
type Seen = {
  feedbackCycle: {
    state: string
    answers: { id: string; envelope: string; wrappedKey: string; giver: null }[]
    viewerHasAnswered: boolean
    viewerCanAnswer: boolean
  }
}
async function seenBy(person: SeededPerson, { cycle }: PooledCircle): Promise<Seen> {
  const { data, errors } = await (await server.as(person))<Seen>(everything, { id: `FeedbackCycle_${cycle.id}` })
  expect(errors).toBeUndefined()
  return data ?? expect.unreachable()
}
const left = async ({ cycle }: PooledCircle) => {
  const [row] = await server.look<Record<string, string>>(
    `SELECT state, (SELECT count(*) FROM feedback_staged WHERE cycle_id = $1) AS staged,
       (SELECT count(*) FROM feedback_answer WHERE cycle_id = $1) AS answers,
       (SELECT count(*) FROM feedback_issuer WHERE cycle_id = $1) AS issuers FROM feedback_cycle WHERE id = $1`,
    [cycle.id],
  )
  return `${row?.state}: ${row?.staged} waiting, ${row?.answers} released, ${row?.issuers} keys`
}

describe('while a pooled cycle is open', () => {
  test('nothing anybody can ask for changes when all but one have answered', async () => {
    const asked = await circle(6)
    const last = asked.givers[5] ?? expect.unreachable()
    const people = [asked.receiver, ...asked.givers]
    const look = () => Promise.all(people.map((person) => seenBy(person, asked)))
    const before = await look()
    expect(before[0]?.feedbackCycle).toMatchObject({ state: 'open', answers: [] })
    await hand(asked, 'et', 'to', 'tre', 'fire', 'fem')
    await runJob()
    expect(await look()).toEqual(before)
    expect((await seenBy(last, asked)).feedbackCycle.viewerCanAnswer).toBe(true)
    for (const person of people)
      expect((await seenBy(person, asked)).feedbackCycle).toMatchObject({ viewerHasAnswered: false, answers: [] })
    const events = await server.look('SELECT 1 FROM event WHERE network_id = $1', [asked.cycle.networkId])
    const letters = await server.look('SELECT 1 FROM letter WHERE network_id = $1', [asked.cycle.networkId])
    expect([events, letters]).toEqual([[], []])
  })
})

describe('when it ends', () => {
  test('with everybody’s answer, the receiver reads each of them, and finds no giver', async () => {
    const asked = await circle(5)
    const texts = ['et', 'to', 'tre', 'fire', 'fem']
    await hand(asked, ...texts)
    await runJob()
    const { feedbackCycle } = await seenBy(asked.receiver, asked)
    expect(feedbackCycle.state).toBe('released')
    const read = await Promise.all(
      feedbackCycle.answers.map(({ envelope, wrappedKey }) =>
        openPooled(asked, {
          envelope: new Uint8Array(Buffer.from(envelope, 'base64url')),
          wrappedKey: new Uint8Array(Buffer.from(wrappedKey, 'base64url')),
        }),
      ),
    )
    expect(read.toSorted()).toEqual(texts.toSorted())
    expect(feedbackCycle.answers.map(({ giver }) => giver)).toEqual(texts.map(() => null))
    expect(await left(asked)).toBe('released: 0 waiting, 5 released, 0 keys')
    for (const giver of asked.givers) expect((await seenBy(giver, asked)).feedbackCycle.answers).toEqual([])
  })

  test('with four answers, all are destroyed unread', async () => {
    const asked = await circle(6)
    await hand(asked, 'et', 'to', 'tre', 'fire')
    await runJob()
    expect(await left(asked)).toBe('open: 4 waiting, 0 released, 1 keys')
    await passDeadline(asked)
    await runJob()
    expect(await left(asked)).toBe('tooFew: 0 waiting, 0 released, 0 keys')
    expect((await seenBy(asked.receiver, asked)).feedbackCycle).toMatchObject({ state: 'tooFew', answers: [] })
  })

  test('with five of which one was taken back, all are destroyed unread', async () => {
    const asked = await circle(6)
    const [first] = await hand(asked, 'et', 'to', 'tre', 'fire', 'fem')
    await withdraw(first)
    await passDeadline(asked)
    await runJob()
    expect(await left(asked)).toBe('tooFew: 0 waiting, 0 released, 0 keys')
  })

  test('with five answers and blanks, five are released: a blank is no answer', async () => {
    const [enough, few] = [await circle(6), await circle(6)]
    await hand(enough, 'et', 'to', 'tre', 'fire', 'fem', null)
    await hand(few, 'et', 'to', 'tre', 'fire', null, null)
    await runJob()
    expect(await left(enough)).toBe('released: 0 waiting, 5 released, 0 keys')
    expect(await left(few)).toBe('tooFew: 0 waiting, 0 released, 0 keys')
  })

  test('what comes after the deadline comes into no release, also before the job has run', async () => {
    const asked = await circle(6)
    const late = await tokenOf(await server.as(asked.givers[5] ?? expect.unreachable()), asked)
    await hand(asked, 'et', 'to', 'tre', 'fire', 'fem')
    await passDeadline(asked)
    const body = pooledBody(asked, late, await sealPooled(asked, 'for sent'))
    expect((await postPooled(server.url, '', body)).status).toBe(409)
    await runJob()
    expect((await postPooled(server.url, '', body)).status).toBe(409)
    expect(await left(asked)).toBe('released: 0 waiting, 5 released, 0 keys')
  })

  test('because its receiver calls it off, everything is destroyed', async () => {
    const asked = await circle(6)
    await hand(asked, 'et', 'to', 'tre', 'fire', 'fem')
    const cancel = `mutation ($id: ID!) { cancelFeedback(cycleId: $id) { __typename } }`
    const ask = await server.as(asked.receiver)
    await ask(cancel, { id: `FeedbackCycle_${asked.cycle.id}` })
    await passDeadline(asked)
    await runJob()
    expect(await left(asked)).toBe('cancelled: 0 waiting, 0 released, 0 keys')
  })

  test('what was taken in under another SECRET counts as none, and holds up no other cycle', async () => {
    const [lost, kept] = [await circle(5), await circle(5)]
    await hand(lost, 'et', 'to', 'tre', 'fire', 'fem')
    await server.look('UPDATE feedback_staged SET sealed = overlay(sealed placing $2 from 1) WHERE cycle_id = $1', [
      lost.cycle.id,
      Buffer.alloc(12),
    ])
    await hand(kept, 'et', 'to', 'tre', 'fire', 'fem')
    await runJob()
    expect(await left(lost)).toBe('tooFew: 0 waiting, 0 released, 0 keys')
    expect(await left(kept)).toBe('released: 0 waiting, 5 released, 0 keys')
  })

  test('two workers at once release each answer once', async () => {
    const asked = await circle(5)
    await hand(asked, 'et', 'to', 'tre', 'fire', 'fem')
    await Promise.all([runJob(), runJob(), runJob()])
    expect(await left(asked)).toBe('released: 0 waiting, 5 released, 0 keys')
  })
})
