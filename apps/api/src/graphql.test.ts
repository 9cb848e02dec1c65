import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { openVisitor } from '@lederkreds/testing/visitor'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxCost } from './cost.ts'
import { openMetrics, serveMetrics } from './metrics.ts'
import { tokenHash } from './secrets.ts'

const json = { 'content-type': 'application/json' }
const ours = { ...json, 'x-lederkreds': '1' }
const viewer = JSON.stringify({ query: '{ viewer { id } }' })

let server: TestServer
let token: string
const dist = mkdtempSync(join(tmpdir(), 'pages-'))
const said: string[] = []

beforeAll(async () => {
  writeFileSync(join(dist, 'index.html'), '<html><head></head><body nonce="__CSP_NONCE__"></body></html>')
  writeFileSync(join(dist, 'operations.json'), '{}')
  writeFileSync(
    join(dist, 'routes.json'),
    JSON.stringify([
      { path: '/rooms/:roomId', scripts: ['/assets/room.js'], styles: ['/assets/room.css'] },
      { path: '/rooms/new', scripts: ['/assets/new-room.js'], styles: [] },
    ]),
  )
  const log = pino({ level: 'debug' }, { write: (line: string) => said.push(line) })
  server = await startTestServer({ dist, log })
  token = await server.seed((seed) => seed.session(seed.person(seed.organisation('Aarhus'), { name: 'Mette' })))
})
afterAll(async () => {
  await server.stop()
  rmSync(dist, { recursive: true })
})

const send = (body: RequestInit['body'], headers: Record<string, string> = ours, method = 'POST') =>
  fetch(`${server.url}/graphql`, { method, body: body ?? null, headers, duplex: 'half' } as RequestInit)

/** What an answer may never hold: data, places in the code, or what the database said. */
const isBare = async (response: Response) => {
  const text = await response.text()
  expect(text).not.toMatch(/"data":\{|\.ts:|node_modules|select |syntax/i)
  return [response.status, (JSON.parse(text) as { errors?: unknown[] }).errors?.length ?? 0]
}

describe('only our own pages ask', () => {
  test.each([
    ['without the header', json],
    ['with another value of it', { ...json, 'x-lederkreds': '2' }],
    ['from another origin', { ...ours, origin: 'https://evil.example' }],
    ['from our host at another port', { ...ours, origin: 'http://127.0.0.1:81' }],
    ['from our host over https', { ...ours, origin: 'https://127.0.0.1' }],
    ['from nowhere', { ...ours, origin: 'null' }],
    ['from an origin that only begins like ours', { ...ours, origin: 'http://127.0.0.1.evil.example' }],
  ])('%s: 403', async (_why, headers) => {
    expect(await isBare(await send(viewer, { ...headers, cookie: `lederkreds-session=${token}` }))).toEqual([403, 1])
  })

  test('from our own origin, and from a program without one, it is answered', async () => {
    for (const headers of [ours, { ...ours, origin: 'http://127.0.0.1' }])
      expect(await (await send(viewer, headers)).json()).toEqual({ data: { viewer: null } })
  })

  test('nothing is allowed to another site', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const response of [await send(null, asked, 'OPTIONS'), await send(viewer, { ...ours, ...asked })])
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('only one operation as JSON', () => {
  const stream = () => new Blob([`{"query":"${'x'.repeat(300_000)}"}`]).stream()
  test.each<[string, RequestInit['body'], Record<string, string>, number]>([
    ['a form', 'query={viewer{id}}', { ...ours, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', viewer, { ...ours, 'content-type': 'text/plain' }, 415],
    ['half of it', '{"query":', ours, 400],
    ['nothing', '', ours, 400],
    ['null', 'null', ours, 400],
    ['a number', '5', ours, 400],
    ['a batch', `[${viewer},${viewer}]`, ours, 400],
    ['a poisoned prototype', '{"__proto__":{"query":"{viewer{id}}"}}', ours, 400],
    ['257 KiB', `{"query":"${'x'.repeat(257 * 1024)}"}`, ours, 413],
    ['300 kB that do not say how much they are', stream(), ours, 413],
    ['no query', '{}', ours, 400],
    ['a query that is none', '{"query":{}}', ours, 400],
    ['a query in no language', '{"query":"viewer"}', ours, 400],
    ['an unclosed query', '{"query":"{ viewer { id }"}', ours, 400],
    ['two operations and no name', '{"query":"query A { viewer { id } } query B { viewer { id } }"}', ours, 400],
    ['a name that is none of them', '{"query":"query A { viewer { id } }","operationName":"B"}', ours, 400],
    [
      'a subscription',
      '{"query":"subscription { networkEvents(networkId: \\"x\\", afterSeq: 0) { seq } }"}',
      ours,
      400,
    ],
  ])('%s', async (_what, body, headers, status) => {
    expect(await isBare(await send(body, headers))).toEqual([status, 1])
  })

  test.each([
    { variables: 5 },
    { variables: [] },
    { variables: 'x' },
    { extensions: 5 },
    { extensions: null },
    { extensions: { persistedQuery: 5 } },
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    { operationName: 5 },
    { operationName: {} },
  ])('what stands beside the query may be wrong: %o', async (beside) => {
    for (const query of ['{ viewer { id } }', 'mutation { endOtherSessions }']) {
      const response = await server.post(`lederkreds-session=${token}`, { query, ...beside })
      expect([200, 400]).toContain(response.status)
      expect(await response.text()).not.toContain('INTERNAL')
    }
  })

  test('a mutation of somebody signed in needs a number of its own', async () => {
    for (const requestId of [undefined, null, '', 'x', 5, {}, '00000000-0000-0000-0000-00000000000g']) {
      const answer = await server.post(`lederkreds-session=${token}`, {
        query: 'mutation { endOtherSessions }',
        extensions: { requestId },
      })
      expect(await isBare(answer), String(requestId)).toEqual([400, 1])
    }
  })

  test('GET asks for nothing', async () => {
    for (const path of ['/graphql?query={viewer{id}}', '/graphql']) {
      const response = await fetch(`${server.url}${path}`, { headers: ours })
      expect([response.status, await response.json()]).toEqual([404, { message: 'Not found.' }])
    }
  })
})

describe('behind the stored operations nobody asks for too much', () => {
  const nested = (depth: number) => {
    const around = 'network { nextMeeting { '.repeat(depth)
    return `{ viewerMeetings(first: 1) { edges { node { ${around} id ${'} } '.repeat(depth)} } } } }`
  }
  const names = (count: number, one: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${one}`).join(' ')
  const meetings = (size: number, inner: string) =>
    `meetings(first: ${size}, when: past) { edges { node { ${inner} } } }`
  const page = (size: number) =>
    `{ networks(first: ${size}) { edges { node { ${meetings(size, 'attendances { id rsvp attended }')} } } } }`

  test.each([
    ['deeper than any page', nested(Math.ceil(maxCost.depth / 2))],
    ['wider', `{ viewer { ${names(maxCost.breadth, 'name')} } }`],
    ['more side by side', `{ ${names(21, 'viewer { id }')} }`],
    ['more side by side through fragments', `{ ...A ...A ...A } fragment A on Query { ${names(7, 'viewer { id }')} }`],
    ['all of everything', page(100)],
    ['a page of 101', '{ networks(first: 101) { edges { cursor } } }'],
    ['a page of 101 from behind', '{ networks(last: 101) { edges { cursor } } }'],
    ['a page of none and less', '{ networks(first: -1) { edges { cursor } } }'],
    ['more words than any page', `{ viewer { ${'id '.repeat(4_000)} } }`],
    ['longer than any page', `{ viewer { id } } # ${'x'.repeat(64_000)}`],
    ['a circle', '{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }'],
  ])('%s', async (_what, query) => {
    const response = await server.post(`lederkreds-session=${token}`, { query })
    expect(await response.json()).toEqual({
      ...(response.status === 200 && { data: expect.toSatisfy((data) => data === undefined || isEmpty(data)) }),
      errors: expect.arrayContaining([
        expect.objectContaining({ extensions: { code: expect.stringMatching(/^BAD_|^GRAPHQL_VALIDATION_FAILED$/) } }),
      ]),
    })
  })

  test('what pages ask for is answered', async () => {
    for (const query of [
      nested(3),
      page(10),
      `{ ${names(20, 'viewer { id }')} }`,
      '{ networks(first: 100) { edges { cursor } } }',
    ])
      expect((await server.ask(token, query)).errors, query).toBeUndefined()
  })
})

const isEmpty = (data: object | null) => data === null || Object.values(data).every((value) => value === null)

describe('nobody learns the schema here', () => {
  test.each(['{ __schema { types { name } } }', '{ __type(name: "Viewer") { name } }'])('%s', async (query) => {
    const { data, errors } = await server.ask(token, query)
    expect(data).toBeFalsy()
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' })
  })

  test('a mistyped name is not put right', async () => {
    for (const query of ['{ viewr { id } }', '{ viewer { nam } }', '{ people(serch: "x") { __typename } }']) {
      const { errors } = await server.ask(token, query)
      expect(errors?.[0]?.message).not.toMatch(/[Dd]id you mean|"viewer"|"name"|"search"/)
    }
  })
})

describe('every answer carries its headers', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  }
  const headersOf = (response: Response) => Object.fromEntries(response.headers)

  test('answers of the API may show and load nothing, and are kept by nobody', async () => {
    const answers = [
      await send(viewer),
      await send('5'),
      await send(viewer, json),
      await send('{'),
      await fetch(`${server.url}/nothing.txt`),
      await fetch(`${server.url}/healthz`),
    ]
    for (const response of answers)
      expect(headersOf(response)).toMatchObject({
        ...always,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      })
    expect(headersOf(answers[0] as Response)).toMatchObject({ 'cache-control': 'no-store' })
    expect(answers.some(({ headers }) => headers.has('x-powered-by') || headers.has('server'))).toBe(false)
  })

  test('the page runs only our own code, and gets a nonce of its own each time', async () => {
    const load = async (path: string) => {
      const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })
      const [, nonce = ''] = /nonce="([^"]{24})"/.exec(await response.text()) ?? []
      expect(headersOf(response)).toMatchObject({ ...always, 'cache-control': 'no-store' })
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
      return { nonce, policy: policy.replace(nonce, '…').split('; ') }
    }
    const [first, second] = [await load('/'), await load('/networks/x')]
    expect(first.nonce).not.toBe(second.nonce)
    expect(first.policy).toEqual(second.policy)
    expect(first.policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
      ]),
    )
    expect(first.policy.join()).not.toMatch(/unsafe|\*|https?:/)
  })

  test('names the files of its route, and of no other', async () => {
    const filesOf = async (path: string) => {
      const page = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })
      return [...(await page.text()).matchAll(/rel="(\w+)" crossorigin href="([^"]+)"/g)].map(([, ...file]) =>
        file.join(' '),
      )
    }
    expect(await filesOf('/rooms/7?day=1')).toEqual(['modulepreload /assets/room.js', 'stylesheet /assets/room.css'])
    expect(await filesOf('/rooms/new')).toEqual(['modulepreload /assets/new-room.js'])
    for (const path of ['/', '/rooms', '/rooms/7/chairs', '/%E0%A4%A']) expect(await filesOf(path), path).toEqual([])
  })

  test('the list of stored operations is not a page', async () => {
    for (const path of [
      '/operations.json',
      '/routes.json',
      '/index.html',
      '/%6fperations.json',
      '/assets/../operations.json',
    ])
      expect((await fetch(`${server.url}${path}`)).status, path).toBe(404)
  })
})

describe('cookies', () => {
  test.each([
    ['http://localhost:4000', '', ''],
    ['https://netvaerk.example.dk', '__Host-', ' Secure;'],
  ])('of %s', async (PUBLIC_URL, prefix, secure) => {
    const fresh = await startTestServer({ settings: { PUBLIC_URL } })
    try {
      await fresh.api.door.step('offer_set_up', tokenHash('link'))
      const input = { organisationName: 'Aarhus', name: 'Mette', email: 'mette@example.dk', locale: 'da' }
      const query = 'mutation ($input: SetUpInput!) { setUp(token: "link", input: $input) { __typename } }'
      const signedIn = await fresh.post('', { query, variables: { input } })
      expect(signedIn.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          new RegExp(
            `^${prefix}lederkreds-session=[\\w-]{43}; Max-Age=28800; Path=/; HttpOnly;${secure} SameSite=Lax$`,
          ),
        ),
      ])
      expect(signedIn.headers.get('strict-transport-security')).toBe(
        secure ? 'max-age=63072000; includeSubDomains' : null,
      )
      const asked = await fresh.post('', { query: 'mutation { askCode(email: "x@example.dk") { __typename } }' })
      expect(asked.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          new RegExp(
            `^${prefix}lederkreds-browser=[\\w-]{43}; Max-Age=34560000; Path=/; HttpOnly;${secure} SameSite=Lax$`,
          ),
        ),
      ])
      const [cookie = ''] = signedIn.headers.getSetCookie()[0]?.split(';') ?? []
      const named = async (pair: string) =>
        ((await (await fresh.post(pair, { query: '{ viewer { name } }' })).json()) as { data: unknown }).data
      expect(await named(cookie)).toEqual({ viewer: { name: 'Mette' } })
      expect(await named(cookie.replace('__Host-', prefix ? '' : '__Host-'))).toEqual({
        viewer: prefix ? null : { name: 'Mette' },
      })
    } finally {
      await fresh.stop()
    }
  })

  test('what is no token is nobody', async () => {
    for (const wrong of [
      '',
      'x',
      'x'.repeat(43),
      `${token}x`,
      `${token}=`,
      '../../',
      "'; DROP TABLE session; --",
      '%00',
    ])
      expect(await (await server.post(`lederkreds-session=${wrong}`, { query: '{ viewer { id } }' })).json()).toEqual({
        data: { viewer: null },
      })
  })

  test('a visitor who only looks gets none', async () => {
    const visitor = openVisitor(server)
    await visitor.ask('{ viewer { id } }')
    expect(visitor.cookies.size).toBe(0)
  })
})

describe('when something is broken', () => {
  const asOwner = async (work: (owner: pg.Client) => Promise<unknown>, name?: string) => {
    const url = new URL(server.database.ownerUrl)
    if (name) url.pathname = name
    const owner = new pg.Client(url.href)
    await owner.connect()
    await work(owner).finally(() => owner.end())
  }

  test('the caller gets a number under which the operator finds it, and nothing else', async () => {
    await asOwner((owner) => owner.query('ALTER TABLE passkey RENAME TO passkey_away'))
    try {
      said.length = 0
      const { data, errors } = await server.ask(token, '{ viewer { passkeys { name } } }')
      expect(data).toEqual({ viewer: null })
      const [error] = errors ?? []
      expect(error).toEqual({
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL', correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      })
      expect(said.join('')).toContain(String(error?.extensions?.correlationId))
    } finally {
      await asOwner((owner) => owner.query('ALTER TABLE passkey_away RENAME TO passkey'))
    }
  })

  test('without its database it says so, lives on, and comes back by itself', async () => {
    const name = new URL(server.database.apiUrl).pathname.slice(1)
    const status = async (path: string) => (await fetch(`${server.url}${path}`)).status
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])
    await asOwner(async (owner) => {
      await owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
      await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    }, 'postgres')
    try {
      expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503])
      const response = await server.post('', { query: '{ viewer { id } }' })
      expect(await isBare(response)).toEqual([500, 1])
    } finally {
      await asOwner((owner) => owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`), 'postgres')
    }
    await expect.poll(() => status('/readyz')).toBe(200)
    expect((await server.ask(token, '{ viewer { id } }')).errors).toBeUndefined()
  })
})

test('metrics are on a port of their own, without a name or a word of anybody', async () => {
  const metrics = openMetrics()
  const app = await serveMetrics(metrics, '127.0.0.1', 0)
  try {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404)
    metrics.operations.inc({ kind: '/graphql', outcome: '200' })
    const address = app.server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const response = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect(await response.text()).toContain('lederkreds_operations_total{kind="/graphql",outcome="200"} 1')
    expect((await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST' })).status).toBe(404)
  } finally {
    await app.close()
  }
})
