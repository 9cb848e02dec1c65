import { once } from 'node:events'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'

let server: TestServer
let token: string
let id: string
beforeAll(async () => {
  server = await startTestServer()
  const made = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const network = seed.network(organisation, { name: 'Nord', consultant, members: [] })
    seed.add('event', { network_id: network.id, seq: 1, kind: 'memberJoined', subject_id: consultant.id })
    return { network, token: seed.session(consultant) }
  })
  token = made.token
  id = `Network_${made.network.id}`
})
afterAll(() => server.stop())

type Options = { cookie?: string; origin?: string; protocol?: string }

function open({ cookie = `lederkreds-session=${token}`, origin, protocol = 'graphql-transport-ws' }: Options = {}) {
  const url = `${server.url.replace('http', 'ws')}/graphql`
  const socket = new WebSocket(url, protocol, { headers: { cookie }, ...(origin && { origin }) })
  const closed = once(socket, 'close').then(([code]) => code as number)
  closed.catch(() => {})
  const said: { id?: string; type: string; payload?: unknown }[] = []
  socket.on('message', (data) => said.push(JSON.parse(String(data))))
  socket.on('open', () => socket.send('{"type":"connection_init"}'))
  const say = (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  const ready = () => expect.poll(() => said[0]?.type, { timeout: 10_000 }).toBe('connection_ack')
  return { socket, closed, said, say, ready }
}

const follow = (query: string, variables: object = { id }) => ({
  id: 'a',
  type: 'subscribe',
  payload: { query, variables },
})
const fields = (selection: string) =>
  `subscription ($id: ID!) { networkEvents(networkId: $id, afterSeq: 0) { ${selection} } }`

test.each<[string, Options, number]>([
  ['another site', { origin: 'https://evil.example' }, 4403],
  ['a page of nowhere', { origin: 'null' }, 4403],
  ['whoever is not signed in', { cookie: '' }, 4403],
  ['a made-up session', { cookie: `lederkreds-session=${'x'.repeat(43)}` }, 4403],
])('%s is turned away', async (_who, options, code) => {
  expect(await open(options).closed).toBe(code)
})

test('our own page is let in', async () => {
  const { ready, socket } = open({ origin: 'http://127.0.0.1' })
  await ready()
  socket.terminate()
})

test.each<[string, unknown, number]>([
  ['no JSON', '{', 4400],
  ['no message', '5', 4400],
  ['a message of no type', { type: 'shout' }, 4400],
  ['a second beginning', { type: 'connection_init' }, 4429],
  ['more than 64 KiB', follow('x'.repeat(66_000)), 1009],
])('%s ends the socket', async (_what, message, code) => {
  const { ready, say, closed } = open()
  await ready()
  say(message)
  expect(await closed).toBe(code)
})

const wide = Array.from({ length: 500 }, (_, index) => `a${index}: seq`).join(' ')
const deep = `network { ${'nextMeeting { network { '.repeat(7)} id ${'} } '.repeat(7)} }`
const two =
  'a: networkEvents(networkId: $id, afterSeq: 0) { seq } b: networkEvents(networkId: $id, afterSeq: 0) { seq }'
test.each<[string, string, object?]>([
  ['a query', '{ viewer { id } }'],
  ['a mutation', 'mutation { endOtherSessions }'],
  ['no operation', 'subscription {'],
  ['an unknown field', fields('sequence')],
  ['the schema', 'subscription { __schema { types { name } } }'],
  ['a variable left out', fields('seq'), {}],
  ['deeper than any page', fields(deep)],
  ['wider than any page', fields(wide)],
  ['two at once', `subscription ($id: ID!) { ${two} }`],
])('%s is refused and the socket goes on', async (_what, query, variables) => {
  const { ready, say, said, socket } = open()
  await ready()
  say(follow(query, variables))
  await expect
    .poll(() => said[1])
    .toEqual({
      id: 'a',
      type: 'error',
      payload: [{ message: expect.any(String), extensions: { code: expect.stringMatching(/^BAD_/) } }],
    })
  say({ ...follow(fields('seq')), id: 'b' })
  await expect.poll(() => said[2]).toMatchObject({ id: 'b', type: 'next' })
  socket.terminate()
})

test('one socket follows some sixty things, and one session has some thirty sockets', { timeout: 40_000 }, async () => {
  const first = open()
  await first.ready()
  for (let number = 0; number < 70; number++) first.say({ ...follow(fields('seq')), id: String(number) })
  const count = (type: string) => first.said.filter((message) => message.type === type).length
  await expect.poll(() => count('next') + count('error'), { timeout: 10_000 }).toBe(70)
  expect(count('error')).toBe(10)
  const others = Array.from({ length: 29 }, () => open())
  for (const other of others) await other.ready()
  expect(await open().closed).toBe(4403)
  for (const { socket } of [first, ...others]) socket.terminate()
  await expect
    .poll(async () => {
      const again = open()
      await Promise.race([again.ready(), again.closed]).catch(() => {})
      const isIn = again.said.length > 0
      again.socket.terminate()
      return isIn
    })
    .toBe(true)
})

test('whoever comes in while the sessions of the others are looked up stays', async () => {
  const { door } = server.api
  const step = door.step.bind(door)
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const slow = vi.spyOn(door, 'step').mockImplementation(async (name, ...values) => {
    const rows = await step(name, ...values)
    if (name === 'live_tokens') {
      ask()
      await answered
    }
    return rows as never
  })
  const known = open()
  await known.ready()
  await asked
  const newcomer = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    return seed.session(seed.person(organisation, { name: 'Nina' }))
  })
  const coming = open({ cookie: `lederkreds-session=${newcomer}` })
  await coming.ready()
  answer()
  await new Promise((resolve) => setTimeout(resolve, 100))
  coming.say({ type: 'ping' })
  await expect.poll(() => coming.said.at(-1)?.type).toBe('pong')
  slow.mockRestore()
  for (const { socket } of [known, coming]) socket.terminate()
})
