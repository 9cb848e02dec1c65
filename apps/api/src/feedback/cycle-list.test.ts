import { dayAhead } from '@lederkreds/testing/day'
import { type FeedbackCircle, feedbackCircle } from '@lederkreds/testing/feedback-circle'
import type { Seed, SeededCycle, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { statementsOf } from '@lederkreds/testing/statements'
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

type Page = { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] }
type Lists = { toAnswer: Page; asked: Page }

const rows = 'pageInfo { hasNextPage endCursor } edges { node { id'
/** What the pages of the web ask of each row. */
const lists = `query ($toAnswer: FeedbackToAnswerWhich!, $asked: FeedbackAskedWhich!, $first: Int, $after: String) {
  toAnswer: feedbackToAnswer(which: $toAnswer, first: $first) { ${rows} promise deadline viewerHasAnswered viewerHasDeclined
    receiver { id name } network { id name } } } }
  asked: feedbackAsked(which: $asked, first: $first, after: $after) { ${rows} state promise deadline createdOn closedOn
    invitedCount isSent network { id name } } } } }`

const look = async (person: SeededPerson, more: object = {}, at = server): Promise<Lists> => {
  const variables = { toAnswer: 'open', asked: 'all', first: 100, ...more }
  const { data, errors } = await (await at.as(person))<Lists>(lists, variables)
  expect(errors).toBeUndefined()
  return data ?? expect.unreachable()
}
const ids = ({ edges }: Page) => edges.map(({ node: { id } }) => id.replace('FeedbackCycle_', ''))
const idsOf = (cycles: SeededCycle[]) => cycles.map(({ id }) => id)

/** Released so many days ago, of Ada's own unless told otherwise. */
const releasedOf =
  (seed: Seed, { network, ada, ben }: FeedbackCircle) =>
  (daysAgo: number, more: object = {}) =>
    seed.feedbackCycle(network, {
      ...{ receiver: ada, givers: [ben], state: 'released', createdOn: dayAhead(-daysAgo - 7) },
      ...{ closedOn: dayAhead(-daysAgo), deadline: new Date(seed.now.getTime() - daysAgo * 86_400_000) },
      ...more,
    })

describe('a list', () => {
  test('costs no more statements for thirty cycles than for one', async () => {
    const of = (count: number) =>
      server.seed((seed) => {
        const made = feedbackCircle(seed)
        const { ada, ben, cai, network } = made
        for (let number = 0; number < count; number++) {
          releasedOf(seed, made)(number)
          seed.feedbackCycle(network, { receiver: ben, givers: [ada, cai] })
        }
        return ada
      })
    const count = async (person: SeededPerson) => {
      const ask = await server.as(person)
      return (await statementsOf(() => ask(lists, { toAnswer: 'open', asked: 'all', first: 100 }))).length
    }
    const [few, many] = [await of(1), await of(30)]
    expect(ids((await look(many)).asked)).toHaveLength(30)
    expect(ids((await look(many)).toAnswer)).toHaveLength(30)
    expect(await count(many)).toBe(await count(few))
  })

  test('comes in pages, the newest of her own first and the first to end first', async () => {
    const made = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const { ada, ben, network } = made
      const own = [1, 2, 3, 4, 5].map((daysAgo) => releasedOf(seed, made)(daysAgo))
      const ends = (days: number) => new Date(seed.now.getTime() + days * 86_400_000)
      const of = (days: number) => seed.feedbackCycle(network, { receiver: ben, givers: [ada], deadline: ends(days) })
      const [later, soon] = [of(9), of(3)]
      return { ...made, own, toAnswer: [soon, later] }
    })
    const first = await look(made.ada, { first: 2 })
    expect(ids(first.asked)).toEqual(idsOf(made.own.slice(0, 2)))
    expect(ids(first.toAnswer)).toEqual(idsOf(made.toAnswer))
    expect([first.asked.pageInfo.hasNextPage, first.toAnswer.pageInfo.hasNextPage]).toEqual([true, false])
    const rest = (await look(made.ada, { first: 20, after: first.asked.pageInfo.endCursor })).asked
    expect(ids(rest)).toEqual(idsOf(made.own.slice(2)))
    expect(rest.pageInfo.hasNextPage).toBe(false)
  })

  test('tells how many are asked and whether they know of it, and holds nothing of others', async () => {
    const { ada, ben, sent, unsent } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const { ada, ben, cai, dea, network } = made
      const sent = seed.feedbackCycle(network, { receiver: ada, givers: [ben, cai] })
      const unsent = seed.feedbackCycle(network, { receiver: ada, givers: [ben], asked: false })
      seed.feedbackCycle(network, { receiver: dea, givers: [cai] })
      return { ...made, sent, unsent }
    })
    for (const at of [server, rowsAlone]) {
      const own = await look(ada, {}, at)
      expect(new Map(own.asked.edges.map(({ node }) => [node.id, node]))).toEqual(
        new Map([
          [`FeedbackCycle_${sent.id}`, expect.objectContaining({ invitedCount: 2, isSent: true })],
          [`FeedbackCycle_${unsent.id}`, expect.objectContaining({ invitedCount: 1, isSent: false })],
        ]),
      )
      expect(own.toAnswer.edges).toEqual([])
      expect(ids((await look(ben, {}, at)).toAnswer)).toEqual([sent.id])
      expect((await look(ben, {}, at)).asked.edges).toEqual([])
    }
  })
})

describe('what waits for an answer', () => {
  test('is not what she has answered or declined by name, nor what is over', async () => {
    const { ada, waits } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const { ada, ben, network } = made
      const of = (more: object) => seed.feedbackCycle(network, { receiver: ben, givers: [ada], ...more })
      of({ answered: [ada] })
      of({ declined: [ada] })
      of({ deadline: new Date(seed.now.getTime() - 1000) })
      of({ state: 'cancelled' })
      return { ada, waits: of({}) }
    })
    expect(ids((await look(ada, { toAnswer: 'waiting' })).toAnswer)).toEqual([waits.id])
    expect(ids((await look(ada)).toAnswer)).toHaveLength(4)
  })

  test('is what is pooled until its deadline, whatever were noted of her', async () => {
    const { ada, pooled } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const { ada, ben, cai, dea, eva, finn, network } = made
      const givers = [ada, cai, dea, eva, finn]
      const pooled = seed.feedbackCycle(network, { receiver: ben, givers, promise: 'pooled', answered: [ada] })
      return { ada, pooled }
    })
    expect(ids((await look(ada, { toAnswer: 'waiting' })).toAnswer)).toEqual([pooled.id])
  })
})

test('it is news for two weeks that her cycle was released or had too few answers', async () => {
  const { ada, news } = await server.seed((seed) => {
    const made = feedbackCircle(seed)
    const of = releasedOf(seed, made)
    of(1, { state: 'cancelled' })
    of(15)
    of(2, { receiver: made.dea })
    seed.feedbackCycle(made.network, { receiver: made.ada, givers: [made.ben] })
    return { ...made, news: [of(3, { state: 'tooFew' }), of(14)] }
  })
  for (const at of [server, rowsAlone]) expect(ids((await look(ada, { asked: 'news' }, at)).asked)).toEqual(idsOf(news))
})

describe('asking again', () => {
  test('is offered from eight weeks after a release on, for four weeks, until she has', async () => {
    const { ada, again } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const of = releasedOf(seed, made)
      of(55)
      of(85)
      of(70, { state: 'tooFew' })
      of(70, { receiver: made.dea })
      const followed = of(70)
      of(0, { previous: followed })
      const calledOff = of(60)
      of(0, { previous: calledOff, state: 'cancelled' })
      return { ...made, again: [of(56), calledOff, of(84)] }
    })
    for (const at of [server, rowsAlone])
      expect(ids((await look(ada, { asked: 'toAskAgain' }, at)).asked)).toEqual(idsOf(again))
  })

  test('is not offered in a network that she has left, or that has closed', async () => {
    const { fie, ada, network } = await server.seed((seed) => {
      const made = feedbackCircle(seed)
      const of = releasedOf(seed, made)
      of(60, { receiver: made.fie })
      of(60)
      return made
    })
    expect((await look(fie, { asked: 'toAskAgain' })).asked.edges).toEqual([])
    expect((await look(fie)).asked.edges).toHaveLength(1)
    expect((await look(ada, { asked: 'toAskAgain' })).asked.edges).toHaveLength(1)
    await server.look(`UPDATE network SET state = 'closed' WHERE id = $1`, [network.id])
    expect((await look(ada, { asked: 'toAskAgain' })).asked.edges).toEqual([])
  })
})

const inNetwork = `query ($id: ID!) { network(id: $id) { unsentFeedback { id } feedbackSteps(first: 5) { edges { node { id } } } } }`
type InNetwork = { network: { unsentFeedback: { id: string } | null; feedbackSteps: Pick<Page, 'edges'> } }

test('a network tells its steps that are not over, and each member her own question that did not get through', async () => {
  const { ada, ben, network, unsent, steps } = await server.seed((seed) => {
    const made = feedbackCircle(seed)
    const { ada, ben, network } = made
    const until = (days: number) =>
      seed.feedbackStep(network, { opensOn: dayAhead(-30), deadline: new Date(seed.now.getTime() + days * 86_400_000) })
    const [later] = [until(20), until(-1)]
    seed.feedbackCycle(network, { receiver: ada, givers: [ben] })
    seed.feedbackCycle(network, { receiver: ada, givers: [ben], asked: false, state: 'cancelled' })
    const unsent = seed.feedbackCycle(network, { receiver: ada, givers: [ben], asked: false })
    return { ...made, unsent, steps: [until(2), later] }
  })
  for (const at of [server, rowsAlone]) {
    const of = async (person: SeededPerson) =>
      (await (await at.as(person))<InNetwork>(inNetwork, { id: `Network_${network.id}` })).data?.network
    expect(await of(ada)).toEqual({
      unsentFeedback: { id: `FeedbackCycle_${unsent.id}` },
      feedbackSteps: { edges: steps.map((id) => ({ node: { id: `FeedbackStep_${id}` } })) },
    })
    expect(await of(ben)).toMatchObject({ unsentFeedback: null })
  }
})
