import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import type { RoundEvent } from '@lederkreds/domain/supervision/round'
import type { FormattedExecutionResult } from 'graphql'
import { delay, of, throwError } from 'rxjs'
import { afterEach, expect, test, vi } from 'vitest'

const answers = vi.hoisted((): (() => FormattedExecutionResult | Error)[] => [])
vi.mock('../apollo.ts', () => {
  const link = new ApolloLink(() => {
    const answer = answers.shift()?.() ?? new TypeError('Failed to fetch')
    return answer instanceof Error ? throwError(() => answer) : of(answer).pipe(delay(0))
  })
  return { client: new ApolloClient({ cache: new InMemoryCache(), link }) }
})
const { lineOf } = await import('./round-line.ts')

afterEach(() => void answers.splice(0))

const started: RoundEvent = { kind: 'started', id: 'one', clock: 1, at: 1_000, by: 'Person_ben' }
const send = (answer: FormattedExecutionResult | Error) => {
  answers.push(() => answer)
  return lineOf('Round_1', 'Person_ben').send([started])
}
const fault = (code: string) => ({ data: null, errors: [{ message: code, extensions: { code } }] })
const refusal = (name: string) => ({ data: { recordRoundEvents: { __typename: name } } })

test('what the server holds now is told', async () => {
  const data = { recordRoundEvents: { __typename: 'RecordedEvents', ids: ['one'] } }
  expect(await send({ data })).toEqual({ ids: ['one'] })
})

test('why it would have nothing is told: a refusal, or that the round is not hers any more', async () => {
  expect(await send(refusal('RoundIsOver'))).toEqual({ why: 'RoundIsOver' })
  expect(await send(fault('NOT_FOUND'))).toEqual({ why: 'forbidden' })
})

test('what the server stumbles over is not given up', async () => {
  await expect(send(fault('INTERNAL'))).rejects.toThrow('INTERNAL')
  await expect(send(new TypeError('Failed to fetch'))).rejects.toThrow('Failed to fetch')
})

test('whoever looks gets the time of her own question, also while another is being answered', async () => {
  const at = (now: string) => () => ({ data: { node: { __typename: 'Round', id: 'Round_1', now, events: [] } } })
  answers.push(at('2026-01-01T12:00:00Z'), at('2026-01-01T12:00:02Z'))
  const line = lineOf('Round_1', 'Person_ben')
  const [one, other] = await Promise.all([line.look(0), line.look(0)])
  expect(other.now - one.now).toBe(2_000)
})
