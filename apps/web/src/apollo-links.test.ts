import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import { firstValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

vi.mock('./document.ts', () => ({
  ids: new Map([
    ['Today', 'id-of-today'],
    ['Leave', 'id-of-leave'],
    ['Follow', 'id-of-follow'],
  ]),
}))
const subscribe = vi.hoisted(() => vi.fn())
vi.mock('graphql-ws', () => ({ CloseCode: { Forbidden: 4403 }, createClient: () => ({ subscribe }) }))

const assign = vi.fn()
const answers: Response[] = []
const asked: { url: string; headers: Record<string, string>; body: Record<string, unknown> }[] = []

beforeEach(() => {
  vi.stubEnv('PROD', true)
  vi.stubGlobal('location', { origin: 'https://kreds.example', pathname: '/networks', search: '?year=2026', assign })
  vi.stubGlobal('fetch', async (url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
    asked.push({ url, headers, body: JSON.parse(body) })
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  })
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
  vi.resetModules()
  asked.length = answers.length = 0
})

const json = (body: object) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })

const open = async () =>
  new ApolloClient({ cache: new InMemoryCache(), link: (await import('./apollo-links.ts')).link })

describe('a release', () => {
  test('sends the id of a query, never its text, with the header that forms cannot send', async () => {
    answers.push(json({ data: { ok: true } }))
    await (await open()).query({ query: gql('query Today { ok }') })
    const [{ url, headers, body } = { url: '', headers: {}, body: {} }] = asked
    expect(url).toBe('/graphql')
    expect(headers).toMatchObject({ 'x-lederkreds': '1' })
    expect(body).toEqual({
      operationName: 'Today',
      variables: {},
      extensions: { persistedQuery: { version: 1, sha256Hash: 'id-of-today' } },
    })
  })

  test('sends the id of a subscription over the socket, with an empty text', async () => {
    subscribe.mockImplementation((_payload, sink) => {
      sink.next({ data: { ok: true } })
      return () => {}
    })
    await firstValueFrom((await open()).subscribe({ query: gql('subscription Follow { ok }') }))
    expect(subscribe.mock.calls[0]?.[0]).toMatchObject({
      query: '',
      extensions: { persistedQuery: { sha256Hash: 'id-of-follow' } },
    })
  })
})

test('a mutation that did not get through is tried again under the same number', async () => {
  vi.useFakeTimers()
  const done = (await open()).mutate({ mutation: gql('mutation Leave { ok }') })
  await vi.waitUntil(() => asked.length === 1)
  answers.push(json({ data: { ok: true } }))
  await vi.advanceTimersByTimeAsync(3000)
  expect((await done).data).toEqual({ ok: true })
  const numbers = asked.map(({ body }) => (body.extensions as { requestId: string }).requestId)
  expect(numbers).toHaveLength(2)
  expect(numbers[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(numbers[1]).toBe(numbers[0])
  vi.useRealTimers()
})

test('a lost session leads to the door and back here', async () => {
  answers.push(json({ errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] }))
  const heard = vi.fn()
  void (await open()).query({ query: gql('query Today { ok }') }).then(heard, heard)
  await vi.waitUntil(() => assign.mock.calls.length > 0)
  expect(assign).toHaveBeenCalledWith('/sign-in?next=%2Fnetworks%3Fyear%3D2026')
  expect(heard).not.toHaveBeenCalled()
})
