import { createHash } from 'node:crypto'
import {
  type PooledCircle,
  pooledBody,
  pooledCircle,
  postPooled,
  sealPooled,
  tokenOf,
} from '@lederkreds/testing/pooled-circle'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

const said: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => said.push(line) })
const spoken = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
  vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.map(String).join(' '))),
)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ log })
})
beforeEach(() => void said.splice(0))
afterAll(async () => {
  await server.stop()
  for (const spy of spoken) spy.mockRestore()
})

/** Rows of all tables as COPY writes them, the queue's and the system's counters left out. */
async function everything(): Promise<Map<string, string>> {
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class
       WHERE relkind IN ('r', 'm') AND relnamespace::regnamespace::text !~ '^pg_|^information_schema$' ORDER BY 1`,
    )
    const found = new Map<string, string>()
    for (const { name } of rows) {
      const { rows: lines } = await owner.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t ORDER BY 1`)
      found.set(name, lines.map(({ line }) => line).join('\n'))
    }
    return found
  } finally {
    await owner.end()
  }
}

const changed = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name)

/** The product's own figures; those of the process move by themselves. */
const figures = async () =>
  (await server.metrics.registry.metrics()).split('\n').filter((line) => /^lederkreds_/.test(line))

const hand = (body: unknown, path: '' | '/look' | '/withdraw' = '') => postPooled(server.url, path, body)

/** Six givers who have signed in, opened the ask, and hold their tokens; what each of them hands in. */
async function opened(): Promise<{ asked: PooledCircle; bodies: object[]; blinded: Uint8Array[] }> {
  const asked = await server.seed((seed) => pooledCircle(seed, { givers: 6 }))
  const bodies: object[] = []
  const blinded: Uint8Array[] = []
  for (const [at, giver] of asked.givers.entries()) {
    const token = await tokenOf(await server.as(giver), asked)
    bodies.push(pooledBody(asked, token, at === 5 ? undefined : await sealPooled(asked, `Svar nummer ${at}`)))
    blinded.push(token.blinded)
  }
  await server.look(`UPDATE session SET last_used_at = now() - interval '10 minutes'`)
  return { asked, bodies, blinded }
}

test('handing in, looking after it and taking it back leave one row, and nothing anywhere else', async () => {
  const { bodies } = await opened()
  const [before, counted] = [await everything(), await figures()]
  expect(before.get('mutation_reply')).not.toBe('')
  said.splice(0)
  for (const body of bodies.slice(0, 3)) {
    expect((await hand(body)).status).toBe(204)
    expect((await hand(body, '/look')).status).toBe(200)
  }
  expect((await hand(bodies[5])).status).toBe(204)
  expect((await hand(bodies[0], '/withdraw')).status).toBe(204)
  expect((await hand(bodies[0])).status).toBe(409)
  expect((await hand({ cycleId: 'x' })).status).toBe(409)
  expect((await fetch(`${server.url}/feedback/pooled`, { method: 'POST', body: '{' })).status).toBeGreaterThan(399)

  const after = await everything()
  expect(changed(before, after)).toEqual(['feedback_staged'])
  expect(after.get('feedback_staged')?.split('\n')).toHaveLength(4)
  expect(said).toEqual([])
  expect(await figures()).toEqual(counted)
  await fetch(`${server.url}/healthz`)
  expect(said).not.toEqual([])
  expect(await figures()).not.toEqual(counted)
})

test('also when it fails, nothing is said of it', async () => {
  const { bodies } = await opened()
  const counted = await figures()
  said.splice(0)
  await server.look('ALTER TABLE feedback_staged RENAME TO elsewhere')
  try {
    const response = await hand(bodies[0])
    expect([response.status, await response.json()]).toEqual([503, { refusal: 'Unavailable' }])
  } finally {
    await server.look('ALTER TABLE elsewhere RENAME TO feedback_staged')
  }
  expect(said).toEqual([])
  expect(await figures()).toEqual(counted)
  expect((await hand(bodies[0])).status).toBe(204)
})

test('nothing that was kept when a token was given is found again when it is spent', async () => {
  const { bodies, blinded } = await opened()
  const given = [...(await everything())].map(([, rows]) => rows).join('\n')
  for (const body of bodies) await hand(body)
  const spent = [...(await everything())].map(([, rows]) => rows).join('\n')
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  for (const bytes of blinded) expect(given).toContain(hex(createHash('sha256').update(bytes).digest()))
  for (const body of bodies as { message: string; signature: string }[]) {
    const message = Buffer.from(body.message, 'base64url')
    const signature = Buffer.from(body.signature, 'base64url')
    const hash = createHash('sha256').update(message).digest()
    for (const rows of [given, spent])
      for (const bytes of [message, signature])
        for (const spelled of [hex(bytes), hex(bytes.subarray(8, 24)), bytes.toString('base64url')])
          expect(rows.includes(spelled)).toBe(false)
    expect(given.includes(hex(hash))).toBe(false)
    expect(spent.includes(hex(hash))).toBe(true)
  }
})

test('the role of the ordinary API sees neither rows nor statements of it', async () => {
  const { bodies } = await opened()
  await hand(bodies[0])
  const api = new pg.Client(server.database.apiUrl)
  await api.connect()
  try {
    await expect(api.query('SELECT * FROM feedback_staged')).rejects.toThrow('permission denied')
    await expect(api.query('SELECT blinded_hash FROM feedback_invitation')).rejects.toThrow('permission denied')
    await expect(api.query('SELECT private_key FROM feedback_issuer')).rejects.toThrow('permission denied')
    for (const step of ['pooled_issuer($1)', 'look_at_pooled_answer($1, NULL)', 'stage_pooled_answer($1, NULL, NULL)'])
      await expect(api.query(`SELECT app.${step}`, ['0193a0f0-0000-7000-8000-000000000000'])).rejects.toThrow(
        'permission denied',
      )
    const { rows } = await api.query<{ query: string }>(
      `SELECT query FROM pg_stat_activity WHERE usename <> current_user AND query <> '<insufficient privilege>' AND query <> ''`,
    )
    expect(rows).toEqual([])
  } finally {
    await api.end()
  }
})

test('the door that takes answers in reads none of them', async () => {
  const door = new pg.Client(server.database.doorUrl)
  await door.connect()
  try {
    for (const table of ['feedback_staged', 'feedback_answer', 'feedback_issuer', 'feedback_invitation'])
      await expect(door.query(`SELECT * FROM public.${table}`)).rejects.toThrow('permission denied')
  } finally {
    await door.end()
  }
})
