import { readFileSync } from 'node:fs'
import { follow } from '@lederkreds/testing/follower'
import { pooledBody, pooledCircle, postPooled, sealPooled, tokenOf } from '@lederkreds/testing/pooled-circle'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { buildSchema, type GraphQLField, getNamedType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { release } from './release.job.ts'

/*
 * Before a pooled cycle is released, nothing tells anybody but whoever holds a token that something was handed in: no
 * answer to any question, no event, no count, and no time that a question takes, since none of them goes where answers
 * wait. Two things were found that do, and are no secret then: a cycle in which every token was spent is released within
 * the minute, and its receiver waits to call it off for as long as a hand-in is being written.
 */

let server: TestServer
let rowsAlone: TestServer
let pool: pg.Pool
beforeAll(async () => {
  server = await startTestServer()
  rowsAlone = await startTestServer({ database: server.database, codeWall: false })
  pool = new pg.Pool({ connectionString: server.database.workerUrl })
})
afterAll(async () => {
  await pool.end()
  await rowsAlone.stop()
  await server.stop()
})

/** Six are asked; around them everybody who might want to know. */
async function world() {
  const made = await server.seed(async (seed) => {
    const asked = await pooledCircle(seed, { givers: 6 })
    const { networkId } = asked.cycle
    const person = (name: string, roles: ('admin' | 'consultant')[] = []) =>
      seed.person(asked.receiver.organisationId, { name, roles })
    const [bystander, admin, stranger] = [person('Bodil'), person('Rut', ['admin']), person('Gry')]
    const inside = { network_id: networkId, person_id: bystander.id }
    seed.add('membership', { id: seed.id(), ...inside, is_convenor: false, left_at: null })
    seed.add('ground_rules_acceptance', { ...inside, version: 1 })
    return { asked, networkId, bystander, admin, stranger }
  })
  const { asked, networkId, bystander, admin, stranger } = made
  const [facilitates] = await server.look<{ id: string }>(
    'SELECT person_id AS id FROM network_consultant WHERE network_id = $1',
    [networkId],
  )
  const consultant = { ...bystander, id: facilitates?.id ?? '' }
  const people = { receiver: asked.receiver, bystander, consultant, admin, stranger, giver: asked.givers[0] }
  const tokens: string[] = []
  for (const one of Object.values(people)) if (one) tokens.push((await server.as(one)).token)
  const bodies: object[] = []
  for (const [at, giver] of asked.givers.entries()) {
    const token = await tokenOf(await server.as(giver), asked)
    bodies.push(pooledBody(asked, token, at === 4 ? undefined : await sealPooled(asked, `Svar ${at}`)))
  }
  return { asked, networkId, tokens, bodies }
}
type World = Awaited<ReturnType<typeof world>>

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

/** Her own sessions tell when she asked last. */
const isOwnTime = ({ name }: GraphQLField<unknown, unknown>) => name === 'sessions'

/** Everything below a type that can be asked without a word, so many steps down. */
function all(name: string, steps: number): string {
  const type = schema.getType(name)
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).filter((field) => !isOwnTime(field) && needsNothing(field))
  return fields
    .map((field) => {
      const below = getNamedType(field.type)
      if (isInterfaceType(below) || isUnionType(below)) return `${field.name} { __typename }`
      if (!isObjectType(below)) return field.name
      return steps === 0 ? `${field.name} { __typename }` : `${field.name} { ${all(below.name, steps - 1)} }`
    })
    .join(' ')
}
const needsNothing = ({ args }: GraphQLField<unknown, unknown>) =>
  args.every((arg) => arg.defaultValue !== undefined || !arg.type.toString().endsWith('!'))

/** Every question that may have to do with a cycle: all root fields, its network and itself, two steps down. */
function questions({ networkId, asked }: World): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(needsNothing)
  const pages = roots.map(({ name, type }) => {
    const below = getNamedType(type)
    return isObjectType(below) ? `{ ${name} { ${all(below.name, below.name.endsWith('Connection') ? 2 : 1)} } }` : ''
  })
  return [
    ...pages.filter((page) => page !== ''),
    `{ network(id: "Network_${networkId}") { ${all('Network', 1)} } }`,
    `{ feedbackCycle(id: "FeedbackCycle_${asked.cycle.id}") { ${all('FeedbackCycle', 1)} } }`,
    `{ participationFigures(year: ${new Date().getFullYear()}) { ${all('ParticipationFigures', 2)} } }`,
  ]
}

/** What each of them is told by each question, whichever wall stands, as it comes over the line. */
async function told(world: World): Promise<string[]> {
  const answers: string[] = []
  for (const at of [server, rowsAlone])
    for (const token of world.tokens)
      for (const question of questions(world)) answers.push(JSON.stringify(await at.ask(token, question)))
  return answers.map((answer) => answer.replaceAll(/"correlationId":"[^"]+"/g, ''))
}

const hand = (body: unknown, path: '' | '/withdraw' = '') => postPooled(server.url, path, body)
const five = async ({ bodies }: World) => {
  for (const body of bodies.slice(0, 5)) expect((await hand(body)).status).toBe(204)
  expect((await hand(bodies[0], '/withdraw')).status).toBe(204)
}

async function withOwner<Told>(work: (owner: pg.Client) => Promise<Told>): Promise<Told> {
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  return work(owner).finally(() => owner.end())
}

test('no answer to any question changes, nor any figure, when all but one have handed something in', {
  timeout: 60_000,
}, async () => {
  const made = await world()
  const figures = () => server.look('SELECT * FROM app.participation WHERE network_id = $1', [made.networkId])
  const before = [await told(made), await figures()]
  expect(before[0]?.some((answer) => JSON.stringify(answer).includes(made.asked.cycle.id))).toBe(true)
  await five(made)
  await release(pool, server.settings.SECRET)()
  expect([await told(made), await figures()]).toEqual(before)
})

test('no event comes to anybody, and nobody is woken', { timeout: 60_000 }, async () => {
  const made = await world()
  const subscription = `subscription ($id: ID!) { networkEvents(networkId: $id, afterSeq: 0) { seq kind network { eventSeq } } }`
  const id = `Network_${made.networkId}`
  const followers = made.tokens.map((token) =>
    follow<{ seq: number; kind: string }>(server, token, subscription, { id }),
  )
  await withOwner(async (listener) => {
    const woken: string[] = []
    listener.on('notification', ({ channel, payload }) => woken.push(`${channel} ${payload}`))
    await listener.query('LISTEN network_event; LISTEN round_event; LISTEN session_ended')
    await five(made)
    await release(pool, server.settings.SECRET)()
    await listener.query('SELECT 1')
    expect(woken).toEqual([])
    // What comes after it is the first that anybody hears of.
    await withOwner((owner) => owner.query(`SELECT app.write_event($1, 'networkChanged', NULL)`, [made.networkId]))
    await expect.poll(() => woken).toEqual([`network_event ${made.networkId}`])
  })
  const [receiver, bystander, consultant, , , giver] = followers
  for (const inside of [receiver, bystander, consultant, giver]) {
    await expect.poll(() => inside?.seqs(), { timeout: 15_000 }).toEqual([1])
    expect(inside?.events[0]?.kind).toBe('networkChanged')
  }
  for (const { stop } of followers) await stop()
})

test('no question takes longer for it: none of them goes where answers wait, or waits for one that comes', {
  timeout: 60_000,
}, async () => {
  const made = await world()
  const before = await told(made)
  await withOwner(async (owner) => {
    await owner.query('BEGIN; LOCK TABLE feedback_staged IN ACCESS EXCLUSIVE MODE')
    expect(await told(made)).toEqual(before)
    // Whoever does go there waits: so a question that did would have.
    const late = hand(made.bodies[0])
    const waiting = `SELECT FROM pg_locks WHERE relation = 'feedback_staged'::regclass AND NOT granted`
    await expect.poll(async () => (await owner.query(waiting)).rowCount).toBeGreaterThan(0)
    await owner.query('COMMIT')
    expect((await late).status).toBe(204)
  })
  const door = new pg.Client(server.database.doorUrl)
  await door.connect()
  try {
    await door.query('BEGIN')
    const staged = Buffer.alloc(16_565)
    const { rows } = await door.query('SELECT app.stage_pooled_answer($1, $2, $3) AS is', [
      made.asked.cycle.id,
      Buffer.alloc(32, 7),
      staged,
    ])
    expect(rows).toEqual([{ is: 'kept' }])
    expect(await told(made)).toEqual(before)
    const giver = await server.as(made.asked.givers[5] ?? expect.unreachable())
    await expect(tokenOf(giver, made.asked)).rejects.toThrow('TokenGiven')
    await door.query('ROLLBACK')
  } finally {
    await door.end()
  }
})
