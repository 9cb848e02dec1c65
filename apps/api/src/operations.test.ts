import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { storedOperations } from './operations.ts'

const idOf = (source: string) => createHash('sha256').update(source).digest('hex')
const stored = { now: '{ viewer { name } }', before: '{ viewer { id } }' }
const follow = 'subscription ($id: ID!) { networkEvents(networkId: $id, afterSeq: 0) { seq kind } }'
const unknown = '{ viewer { name title } }'

const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
const manifest = (name: string, operations: Record<string, string>) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(operations))
  return path
}
const byId = (...sources: string[]) => Object.fromEntries(sources.map((source) => [idOf(source), source]))

let server: TestServer
let token: string
let network: string
beforeAll(async () => {
  const manifests = [manifest('now.json', byId(stored.now, follow)), manifest('before.json', byId(stored.before))]
  server = await startTestServer({ operations: storedOperations(...manifests) })
  const made = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const network = seed.network(organisation, { name: 'Nord', consultant, members: [] })
    seed.add('event', { network_id: network.id, seq: 1, kind: 'memberJoined', subject_id: consultant.id })
    return { network, token: seed.session(consultant) }
  })
  token = made.token
  network = `Network_${made.network.id}`
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const persisted = (sha256Hash: unknown, rest: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
  ...rest,
})

const refused: [string, object][] = [
  ['a whole document', { query: stored.now }],
  ['a whole document beside its id', persisted(idOf(stored.now), { query: stored.now })],
  ['another document beside an id', persisted(idOf(stored.now), { query: unknown })],
  ['a document to be remembered, as in automatic persisted queries', persisted(idOf(unknown), { query: unknown })],
  ['an unknown id', persisted(idOf(unknown))],
  ['an id in capitals', persisted(idOf(stored.now).toUpperCase())],
  ['a word that every object knows', persisted('constructor')],
  ['no word at all', persisted({ toString: 'x' })],
  ['nothing', {}],
]

describe('over HTTP', () => {
  const ask = async (body: object) => {
    const response = await server.post(`lederkreds-session=${token}`, body)
    return [response.status, await response.json()]
  }

  test('operations of this release and of the one before are answered', async () => {
    expect(await ask(persisted(idOf(stored.now)))).toEqual([200, { data: { viewer: { name: 'Kim' } } }])
    expect((await ask(persisted(idOf(stored.before))))[0]).toBe(200)
  })

  test.each(refused)('%s is refused', async (_what, body) => {
    const errors = [
      { message: 'Only the operations of this release are answered.', extensions: { code: 'BAD_REQUEST' } },
    ]
    expect(await ask(body)).toEqual([400, { errors }])
  })
})

describe('over WebSocket', () => {
  /** The first answer to one subscription, or why the socket was closed. */
  async function subscribe(payload: object) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: `lederkreds-session=${token}` },
    })
    try {
      await once(socket, 'open')
      socket.send(JSON.stringify({ type: 'connection_init' }))
      await once(socket, 'message')
      const answer = Promise.race([
        once(socket, 'message').then(([data]) => JSON.parse(String(data)) as object),
        once(socket, 'close').then(([code]) => ({ closed: code })),
      ])
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }))
      return await answer
    } finally {
      socket.terminate()
    }
  }

  test('a stored subscription is followed', async () => {
    expect(await subscribe(persisted(idOf(follow), { query: '', variables: { id: network } }))).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { networkEvents: { seq: 1, kind: 'memberJoined' } } },
    })
  })

  test.each([
    ...refused,
    ['a whole subscription', { query: follow, variables: { id: network } }] as [string, object],
    ['a stored query', persisted(idOf(stored.now))] as [string, object],
  ])('%s is refused', async (_what, body) => {
    const answer = await subscribe({ query: '', ...body })
    const error = { message: expect.stringMatching(/^Only/), extensions: { code: 'BAD_USER_INPUT' } }
    expect(answer).toEqual({ id: '1', type: 'error', payload: [error] })
  })
})

test('a manifest in which an operation stands under another id is not taken', () => {
  const path = manifest('wrong.json', { [idOf(unknown)]: stored.now })
  expect(() => storedOperations(path)).toThrow('under a wrong id')
})
