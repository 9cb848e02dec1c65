import { randomUUID } from 'node:crypto'
import { dayAhead } from '@lederkreds/testing/day'
import { askForFeedback, askInput, cancelFeedback, feedbackCircle } from '@lederkreds/testing/feedback-circle'
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

type Told = Record<string, unknown> & { __typename?: string }

/** What a mutation answers, or the code of what was thrown. */
const tell = async (person: SeededPerson, query: string, variables: object, at = server) => {
  const { data, errors } = await (await at.as(person))<Record<string, Told>>(query, variables)
  return Object.values(data ?? {})[0] ?? errors?.[0]?.extensions?.code ?? null
}
const ask = (person: SeededPerson, input: object) => tell(person, askForFeedback, { input })
const ids = (...people: SeededPerson[]) => people.map(({ id }) => `Person_${id}`)

const planStep = `mutation ($input: PlanFeedbackStepInput!) { planFeedbackStep(input: $input) { __typename
  ... on FeedbackStep { id form promise viewerCanJoin viewerCycle { id } } } }`

describe('a step of the whole network', () => {
  const planned = async () => {
    const made = await server.seed(feedbackCircle)
    const deadline = new Date(Date.now() + 14 * 86_400_000).toISOString()
    const step = {
      id: `FeedbackStep_${randomUUID()}`,
      networkId: `Network_${made.network.id}`,
      promise: 'pooled',
      form: 'feedforward',
      opensOn: dayAhead(0),
      deadline,
    }
    const { ben, cai, dea, eva, finn, gro } = made
    const part = () =>
      askInput(made, {
        ...{ promise: 'pooled', form: 'feedforward', deadline, stepId: step.id },
        giverIds: ids(ben, cai, dea, eva, finn, gro),
      })
    return { ...made, step, part }
  }

  test('is planned by the convenor, and each member asks all the others once, with a theme of her own', async () => {
    const { ada, eva, kim, network, step, part } = await planned()
    for (const one of [ada, kim]) {
      expect(await tell(one, planStep, { input: step })).toBe('NOT_FOUND')
      expect(await tell(one, planStep, { input: step }, rowsAlone)).toMatch(/NOT_FOUND|INTERNAL/)
    }
    for (const _ of [1, 2])
      expect(await tell(eva, planStep, { input: step })).toMatchObject({
        id: step.id,
        viewerCanJoin: true,
        viewerCycle: null,
      })
    expect(await server.look('SELECT kind FROM event WHERE network_id = $1', [network.id])).toEqual([
      { kind: 'stepPlanned' },
    ])

    const input = part()
    expect(await ask(ada, { ...input, form: 'sbi', giverIds: input.giverIds.slice(1) })).toEqual({
      __typename: 'InvalidInput',
      issues: ['form', 'giverIds'].map((path) => ({ path, problem: 'invalid' })),
    })
    expect(await ask(ada, input)).toMatchObject({ __typename: 'FeedbackCycle' })
    expect(await ask(ada, part())).toEqual({ __typename: 'AlreadyAsked' })
    await tell(ada, cancelFeedback, { id: input.id })
    expect(await ask(ada, part())).toMatchObject({ __typename: 'FeedbackCycle' })
  })

  test('is not taken part in before its day, nor in another network', async () => {
    const { ada, eva, step, part } = await planned()
    const tomorrow = dayAhead(1)
    await tell(eva, planStep, { input: { ...step, opensOn: tomorrow } })
    expect(await ask(ada, part())).toEqual({ __typename: 'FeedbackClosed' })
    const other = await planned()
    expect(await ask(other.ada, { ...other.part(), stepId: step.id })).toBe('NOT_FOUND')
  })
})
