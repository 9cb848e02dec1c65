import { readFileSync } from 'node:fs'
import { readGroundRules } from '@lederkreds/domain/networks/ground-rules'
import { type Asker, buildWorld, type World } from '@lederkreds/testing/access-world'
import { type BadInput, badInputs, type Samples, spoiled } from '@lederkreds/testing/bad-input'
import { type Answer, startTestServer, type TestServer } from '@lederkreds/testing/server'
import { prepareTrial, Trial } from '@lederkreds/testing/trial'
import { openVisitor } from '@lederkreds/testing/visitor'
import {
  buildSchema,
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mutations, queries, types } from './access-expectations.ts'
import { tokenHash } from './secrets.ts'

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'))
const fieldsOf = (name: string) => {
  const type = schema.getType(name)
  return isObjectType(type) ? Object.values(type.getFields()) : []
}
const refusals = new Set(schema.getPossibleTypes(schema.getType('Refusal') as never).map(({ name }) => name))

/** Whose right call it is where the access matrix has nobody who may. */
const callers: Record<string, (world: World) => World['bystander'] | null> = {
  acceptInvitation: ({ bystander }) => bystander,
  addPasskey: ({ people }) => people.member,
  redeemCode: () => null,
  redeemNewEmail: ({ people }) => people.member,
  signInWithPasskey: () => null,
  setUp: () => null,
}
/** These have no right call without a device, a mail or an empty database; their own tests have one. */
const onlyRefused = ['addPasskey', 'redeemCode', 'redeemNewEmail', 'signInWithPasskey', 'setUp']
/** Of two days that do not fit together the later one is named. */
const pairs: Record<string, string> = { from: 'until' }
/** Answers alike whatever it is told, and keeps nothing of it. */
const keepsNothing = ['askCode', 'askNewEmail']

type Op = { isQuery: boolean; field: GraphQLField<unknown, unknown>; right: Record<string, unknown>; document: string }
type Data = Record<string, unknown>

let server: TestServer
let print: Awaited<ReturnType<typeof prepareTrial>>
let world: World
let elsewhere: World
let samples: Samples

const rootOf = (answer: { data?: Data | null } | null, name: string) => (answer?.data?.[name] ?? null) as Data | null
const isRefused = ({ data, errors }: Answer<Data>) =>
  errors !== undefined ||
  Object.values(data ?? {}).some((one) => refusals.has(String((one as Data | null)?.__typename)))

beforeAll(async () => {
  server = await startTestServer({
    openDatabase: (url) => new Trial(url, (answer) => isRefused(JSON.parse(answer))),
  })
  print = await prepareTrial(server.database.ownerUrl)
  ;[world, elsewhere] = await server.seed((seed) => [buildWorld(seed), buildWorld(seed, 'C'.repeat(43))])
  const {
    network,
    meetings,
    season,
    people,
    invitations,
    passkey,
    session,
    peerMembership,
    organisation,
    sealedItem,
    keyWraps,
    protocols,
    rounds,
    feedback,
  } = elsewhere
  const ids = {
    Network: network.id,
    Meeting: meetings.planned.id,
    Round: rounds.open,
    Season: season,
    Person: people.member.id,
    Invitation: invitations.open,
    Passkey: passkey,
    Session: session,
    Membership: peerMembership,
    Organisation: organisation,
    SealedItem: sealedItem,
    KeyWrap: keyWraps.passphrase,
    Protocol: protocols.own,
    ProtocolVersion: protocols.version,
    FeedbackCycle: feedback.open,
    FeedbackStep: feedback.step,
    FeedbackAnswer: feedback.answer,
  }
  const named = (what: string, make: (type: string, id: string) => string) =>
    Object.entries(ids).map(([type, id]) => [`${what} ${type}`, make(type, id)])
  samples = {
    inputs: {
      NewPersonInput: { name: 'Ny', email: 'endnu.en@example.dk', title: 'Leder', workplace: 'Skolen' },
      DraftMoveInput: { day: '2027-02-08', to: '2027-02-15' },
    },
    ids: Object.fromEntries([
      ...named('foreign', (type, id) => `${type}_${id}`),
      ...named('unknown', (type) => `${type}_0193a0f0-0000-7000-8000-000000000000`),
      ['no type', network.id],
      ['capitals', `Network_${world.network.id.toUpperCase()}`],
      ['more behind', `Network_${world.network.id}_1`],
      ['space behind', `Network_${world.network.id} `],
      ['no such type', `Query_${world.network.id}`],
      ['half an id', `Network_${world.network.id.slice(0, 20)}`],
    ]),
  }
})
afterAll(async () => {
  await print.close()
  await server.stop()
})

/** A right call of the access matrix, with its arguments as variables. */
function operation(kind: 'query' | 'mutation', source: string): Op {
  const [definition] = parse(`${kind} ${source}`).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(source)
  const call = definition.selectionSet.selections[0] as FieldNode
  const field = fieldsOf(kind === 'query' ? 'Query' : 'Mutation').find(({ name }) => name === call.name.value)
  if (!field) throw new Error(source)
  const right = argumentsOf(call)
  return { isQuery: kind === 'query', field, right, document: `${kind} ${declared(field)} { ${called(field)} }` }
}

const argumentsOf = (call: FieldNode | undefined) =>
  Object.fromEntries((call?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]))

type Field = Op['field']
const inBrackets = (parts: string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '')
const declared = ({ args }: Field) => inBrackets(args.map(({ name, type }) => `$${name}: ${type}`))

/** The field with all its arguments from variables, and what tells how it was met. */
function called({ name, args, type }: Field) {
  const result = getNamedType(type)
  const tells = isUnionType(result) && result.getTypes().some((one) => one.name === 'InvalidInput')
  const issues = tells ? '... on InvalidInput { issues { path problem } }' : ''
  const rows = result.name.endsWith('Connection') ? 'edges { node { __typename } } pageInfo { hasNextPage }' : ''
  const below = `{ __typename ${issues} ${rows} }`
  return `${name}${inBrackets(args.map((arg) => `${arg.name}: $${arg.name}`))} ${isLeafType(result) ? '' : below}`
}

async function ask(token: string | null, document: string, variables: unknown) {
  const response = await server.post(token ? `lederkreds-session=${token}` : '', {
    query: document,
    variables,
    extensions: { requestId: crypto.randomUUID() },
  })
  return {
    status: response.status,
    answer: (await response.json()) as Answer<Data> & { extensions?: { written: object[] } },
  }
}

/** All texts in a value, those in ground rules' sections too. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    yield value
    for (const section of readGroundRules(value)) yield* Object.values(section)
  } else if (value && typeof value === 'object') for (const inner of Object.values(value)) yield* textsIn(inner)
}

/** What is wrong with how one bad input was met, or null. */
function judge(
  { field, isQuery }: Op,
  bad: BadInput,
  { status, answer }: Awaited<ReturnType<typeof ask>>,
): string | null {
  const error = answer.errors?.[0]
  if (error) {
    const code = error.extensions?.code
    if (status === 413) return null
    return code === 'BAD_USER_INPUT' || code === 'NOT_FOUND' ? null : `${status} ${code}`
  }
  const root = rootOf(answer, field.name)
  const last = bad.path.findLast((key) => typeof key === 'string')
  if (root?.__typename === 'InvalidInput') {
    const paths = (root.issues as { path: string }[]).map(({ path }) => path)
    const isNamed = (path: string) =>
      path === '' ? bad.path.length === 1 : path.split('.').some((key) => key === last || key === pairs[String(last)])
    return paths.some(isNamed) ? null : `names ${paths}`
  }
  if (refusals.has(String(root?.__typename))) return null
  if (isOffThePage(bad)) return 'is taken'
  // A list leaves out without a word what is none of the caller's business.
  if (bad.isWrong) return root === null || (Array.isArray(root) && root.length === 0) ? null : 'is taken'
  if (typeof bad.value !== 'string' || isQuery || keepsNothing.includes(field.name)) return null
  const text = bad.value.trim()
  if (text === '') return isNonNullType(typeAt(field, bad.path)) ? 'is taken though nothing is there' : null
  const kept = new Set(textsIn(answer.extensions))
  return kept.has(text) || kept.has(text.toLowerCase()) ? null : 'is taken and not kept exactly'
}

/** A page of a list has from 0 to 100 items, and begins at one of its items. */
function isOffThePage({ path: [name], value }: BadInput): boolean {
  if (name === 'after' || name === 'before') return typeof value === 'string'
  return (name === 'first' || name === 'last') && typeof value === 'number' && (value < 0 || value > 100)
}

function typeAt({ args }: GraphQLField<unknown, unknown>, [first, ...rest]: BadInput['path']): unknown {
  let type: unknown = args.find(({ name }) => name === first)?.type
  for (const key of rest) {
    const named = getNamedType(type as never) as unknown as { getFields(): Record<string, { type: unknown }> }
    type = typeof key === 'number' ? type : named.getFields()[key]?.type
  }
  return type
}

const show = ({ path, what }: BadInput, fault: string) => `${path.join('.')}: ${what}: ${fault}`

const sampleFor = (path: BadInput['path']) =>
  path[0] === 'draft' && path[1] === 'moves' ? samples.inputs.DraftMoveInput : samples.inputs.NewPersonInput

/** Tries every bad input one after the other; answers what was met wrongly. */
async function tryAll(op: Op, token: string | null, document = op.document) {
  const wrong: string[] = []
  const rest = badInputs(op.field.args, op.right, samples)
  const tryRest = async () => {
    for (const bad of rest) {
      const variables = spoiled(op.right, bad.path, bad.value, sampleFor(bad.path))
      const fault = judge(op, bad, await ask(token, document, variables))
      if (fault) wrong.push(show(bad, fault))
    }
  }
  await Promise.all([tryRest(), tryRest(), tryRest(), tryRest()])
  return wrong
}

const tokenOf = async (person: World['bystander'] | null) => person && server.seed((seed) => seed.session(person))
const mutationNames = fieldsOf('Mutation').map(({ name }) => name)
test.each(mutationNames)('mutation %s', { timeout: 60_000 }, async (name) => {
  const expected = mutations[name]
  if (!expected) throw new Error(`The access matrix has no call of ${name}.`)
  const asker = (expected.does.split(' ')[0] || 'nobody') as Asker
  const op = operation('mutation', expected.ask(world, asker))
  const token = await tokenOf(callers[name]?.(world) ?? (asker === 'nobody' ? null : world.people[asker]))
  if (op.field.args.length === 0) return

  const before = await print.fingerprint()
  const right = await ask(token, op.document, op.right)
  if (!onlyRefused.includes(name)) expect(isRefused(right.answer), JSON.stringify(right.answer)).toBe(false)
  const wrong = await tryAll(op, token)
  expect(wrong).toEqual([])
  if (!keepsNothing.includes(name)) expect(await print.fingerprint()).toBe(before)
})

test.each(fieldsOf('Query').map(({ name }) => name))('query %s', { timeout: 60_000 }, async (name) => {
  const expected = queries[name]
  if (!expected) throw new Error(`The access matrix has no call of ${name}.`)
  const [asker = ''] = expected.sees.split(' ')
  const op = operation('query', expected.ask(world))
  const token = await tokenOf(world.people[asker as keyof World['people']] ?? world.people.member)
  expect((await ask(token, op.document, op.right)).answer.errors).toBeUndefined()
  expect(await tryAll(op, token)).toEqual([])
})

const inner = Object.keys(types).flatMap((type) =>
  fieldsOf(type)
    .filter(({ args }) => args.length > 0)
    .map((field) => ({ name: `${type}.${field.name}`, type, field })),
)
test.each(inner)('field $name', async ({ type, field }) => {
  const expected = types[type]
  const [reach = ''] = Object.values(expected?.reach(world) ?? {})
  const document = `query ${declared(field)} ${reach.replace('FIELDS', called(field))}`
  const [example] = parse(`{ x${expected?.args?.[field.name]} }`).definitions
  const call = example?.kind === Kind.OPERATION_DEFINITION && (example.selectionSet.selections[0] as FieldNode)
  const op = { isQuery: true, field, right: argumentsOf(call || undefined), document }
  const token = await tokenOf(world.people.consultant)
  expect((await ask(token, op.document, op.right)).answer.errors).toBeUndefined()
  expect(await tryAll(op, token)).toEqual([])
})

const people = 'query ($after: String) { people(first: 2, after: $after) { edges { node { id } } } }'
const cursorOf = (text: string) => Buffer.from(`GPC:${text}`).toString('base64')

test('a page begins at a row of the list; any other place is refused, and nobody is told which rows there are', async () => {
  const token = await tokenOf(world.people.admin)
  for (const wrong of ['N:5', 'S:', 'S:x', 'I:12', 'D:0', 'Z:', 'T:["S:x"]', 'J:[1]', 'O:{"id":1}'])
    expect((await ask(token, people, { after: cursorOf(wrong) })).answer.errors?.[0]?.extensions, wrong).toEqual({
      code: 'BAD_USER_INPUT',
    })
  const beyond = async (id: string) => (await ask(token, people, { after: cursorOf(`S:${id}`) })).answer
  const unknown = await beyond(crypto.randomUUID())
  expect(unknown.errors).toBeUndefined()
  expect(await beyond(elsewhere.people.member.id)).toEqual(unknown)
})

test('foreign and unknown ids are answered alike', async () => {
  const token = await tokenOf(world.people.consultant)
  for (const [name, { ask: call }] of Object.entries(mutations)) {
    const op = operation('mutation', call(elsewhere, 'consultant'))
    const named = Object.entries(op.right).filter(([key]) => /id$/i.test(key) && key !== 'codeId')
    if (named.length === 0) continue
    const unknown = named.map(([key, id]) => [key, String(id).replace(/_.*/, `_${crypto.randomUUID()}`)])
    const foreign = await ask(token, op.document, op.right)
    expect(foreign.answer, name).toEqual(
      (await ask(token, op.document, { ...op.right, ...Object.fromEntries(unknown) })).answer,
    )
    expect(foreign.answer.errors?.[0]?.extensions, name).toEqual({ code: 'NOT_FOUND' })
  }
})

test('the first set-up keeps its texts exactly', async () => {
  const fresh = await startTestServer()
  try {
    const link = 'D'.repeat(43)
    await fresh.api.door.step('offer_set_up', tokenHash(link))
    const texts = { organisationName: '  Región Örnsköldsvik 👩‍👩‍👧‍👦 שָׁלוֹם ', name: '=1+1 <b>Møller</b> e\u0301' }
    const input = { ...texts, email: 'Ny.Admin@Example.dk', locale: 'en' }
    const setUp = operation('mutation', mutations.setUp?.ask(world, 'nobody') ?? '')
    const visitor = openVisitor(fresh)
    expect(await visitor.ask(setUp.document, { token: link, input })).toEqual({
      data: { setUp: { __typename: 'SetUpDone' } },
    })
    expect(await visitor.ask('{ viewer { name email organisation { name } } }')).toEqual({
      data: {
        viewer: {
          name: texts.name,
          email: 'ny.admin@example.dk',
          organisation: { name: texts.organisationName.trim() },
        },
      },
    })
  } finally {
    await fresh.stop()
  }
})

test('the export refuses what it cannot understand', async () => {
  const cookie = `lederkreds-session=${await tokenOf(world.people.admin)}`
  const days = ['', 'x', '2026-02-30', '0001-01-01', '9999-12-31', '2026-01-01T00:00:00Z', '2026-01-01\0']
  const wrong: [string, string[]][] = [
    ['from', days],
    ['until', days],
    ['dialect', ['', 'word', '__proto__', 'constructor', 'excel\0']],
    [
      'network',
      ['', 'x', world.network.id.slice(1), `${world.network.id}'`, elsewhere.network.id, crypto.randomUUID()],
    ],
  ]
  const status = async (query: string) =>
    (await fetch(`${server.url}/participation/export?${query}`, { headers: { 'x-lederkreds': '1', cookie } })).status
  expect(await status('dialect=plain')).toBe(200)
  const before = await print.fingerprint()
  for (const [name, values] of wrong)
    for (const value of values)
      expect([400, 404], `${name}=${value}`).toContain(await status(`${name}=${encodeURIComponent(value)}`))
  for (const query of [
    'from=2026-01-01&from=2026-01-02',
    'from[]=2026-01-01',
    'form=2026-01-01',
    'from=2026-02-01&until=2026-01-01',
    'from=%ff',
  ])
    expect(await status(query), query).toBe(400)
  expect(await print.fingerprint()).toBe(before)
})
