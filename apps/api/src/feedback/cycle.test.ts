import {
  askForFeedback,
  askInput,
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
