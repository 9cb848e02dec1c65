import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handIn, lookAfter, withdraw } from './answer-line.ts'
import { problemOf } from './answering.ts'

const token = { cycleId: 'c', message: 'm', signature: 's' }
const fetch = vi.fn<typeof globalThis.fetch>()
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (fault: unknown) => fault,
  )

beforeEach(() => vi.stubGlobal('fetch', fetch))
afterEach(() => fetch.mockReset())

test('nothing that is handed in says who asks: neither cookie nor page go along', async () => {
  fetch.mockImplementation(async () => Response.json({ state: 'answered' }))
  await handIn({ ...token, envelope: 'e', wrappedKey: 'k' })
  await handIn(token)
  expect(await lookAfter(token)).toBe('answered')
  await withdraw(token)
  expect(fetch.mock.calls.map(([path]) => path)).toEqual([
    ...['/feedback/pooled', '/feedback/pooled', '/feedback/pooled/look', '/feedback/pooled/withdraw'],
  ])
  for (const [, options] of fetch.mock.calls)
    expect(options).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' })
  expect(fetch.mock.calls.map(([, options]) => Object.keys(JSON.parse(String(options?.body))).length)).toEqual([
    5, 3, 3, 3,
  ])
})

test('an answer and a no are handed in with the same number of bytes', async () => {
  fetch.mockImplementation(async () => new Response(null, { status: 204 }))
  const whole = { cycleId: 'c'.repeat(36), message: 'm'.repeat(43), signature: 's'.repeat(342) }
  await handIn({ ...whole, envelope: 'e'.repeat(21_888), wrappedKey: 'k'.repeat(162) })
  await handIn(whole)
  const [answer, blank] = fetch.mock.calls.map(([, options]) => String(options?.body))
  expect(blank).toHaveLength(answer?.length ?? 0)
  expect(JSON.parse(blank ?? '')).toEqual(whole)
})

test('what the server refuses is told by its name', async () => {
  for (const [refusal, problem] of [
    ['AlreadyAnswered', 'spent'],
    ['FeedbackClosed', 'closed'],
    ['TokenInvalid', 'refused'],
  ] as const) {
    fetch.mockResolvedValueOnce(Response.json({ refusal }, { status: 409 }))
    expect(problemOf(await thrown(handIn(token)))).toBe(problem)
  }
})

test('it is sent once: what the server did not take or did not hear is never tried again by itself', async () => {
  for (const status of [429, 503]) {
    fetch.mockResolvedValueOnce(new Response(null, { status }))
    expect(problemOf(await thrown(handIn(token)))).toBe('notReached')
  }
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  expect(problemOf(await thrown(handIn(token)))).toBe('notReached')
  expect(fetch).toHaveBeenCalledTimes(3)
})
