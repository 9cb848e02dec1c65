import { readFileSync } from 'node:fs'
import { type Asker, askers, buildWorld, type World } from '@lederkreds/testing/access-world'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answers, mutations, queries, subscriptions, types } from './access-expectations.ts'

// Some four thousand operations: minutes on a machine that is busy with something else.
vi.setConfig({ testTimeout: 180_000 })

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'))

/** Carries nothing of its own: pages of a list, and refusals, which tell the caller of her own request. */
const isPlumbing = (name: string) => {
  const type = schema.getType(name)
  const isRefusal = isObjectType(type) && type.getInterfaces().some((one) => one.name === 'Refusal')
  return (
    isRefusal || /^(PageInfo|InputIssue|.*Connection|.*ConnectionEdge|Query|Mutation|Subscription|__.*)$/.test(name)
  )
}

const fieldsOf = (name: string) => {
  const type = schema.getType(name)
  return isObjectType(type) ? Object.values(type.getFields()) : []
}

/** What to ask below a field so that an answer proves that somebody saw something. */
function below(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return ''
  if (isObjectType(type) && type.name.endsWith('Connection')) return '{ edges { node { __typename } } }'
  if (isObjectType(type) || isInterfaceType(type) || isUnionType(type)) return '{ __typename }'
  throw new Error(`${field.name}: a kind of field that this test does not know`)
}

type Json = unknown
const isFilled = (value: Json): boolean => {
  if (value === null || value === undefined) return false
  if (Array.isArray(value)) return value.some(isFilled)
  return typeof value === 'object' && 'edges' in value ? isFilled((value as { edges: Json }).edges) : true
}

/** The values under an alias, anywhere in an answer. */
function* under(alias: string, value: Json): Generator<Json> {
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    if (key === alias) yield inner
    else yield* under(alias, inner)
  }
}

const isAmong = (asker: Asker, ...lists: (string | undefined)[]) =>
  lists.some((list) => list?.split(' ').includes(asker))

describe('every field and root field has an expectation', () => {
  test('of types', () => {
    const names = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .map(({ name }) => name)
    const missing = names
      .filter((name) => !isPlumbing(name) && !(name in answers))
      .flatMap((name) =>
        fieldsOf(name)
          .filter((field) => !(field.name in (types[name]?.fields ?? {})))
          .map((field) => `${name}.${field.name}`),
      )
    expect(missing).toEqual([])
    const stale = Object.entries(types).flatMap(([name, { fields }]) =>
      Object.keys(fields)
        .filter((field) => !fieldsOf(name).some((known) => known.name === field))
        .map((field) => `${name}.${field}`),
    )
    expect(stale).toEqual([])
  })

  test('of queries, mutations and subscriptions', () => {
    const roots = { Query: queries, Mutation: mutations, Subscription: subscriptions }
    for (const [root, expectations] of Object.entries(roots))
      expect(Object.keys(expectations).toSorted(), root).toEqual(
        fieldsOf(root)
          .map(({ name }) => name)
          .toSorted(),
      )
    expect(Object.values(answers).filter((name) => !(name in mutations))).toEqual([])
  })
})

const walls = [
  { name: 'as built', codeWall: true, policies: true },
  { name: 'row policies alone', codeWall: false, policies: true },
  { name: 'code alone', codeWall: true, policies: false },
]

describe.each(walls)('$name', ({ codeWall, policies }) => {
  let server: TestServer
  let world: World

  beforeAll(async () => {
    server = await startTestServer({ codeWall, rehearse: true })
    if (!policies) await withoutPolicies(server.database.ownerUrl)
    world = await server.seed(buildWorld)
  })
  afterAll(() => server.stop())

  const ask = async (asker: Asker, query: string) => server.ask<Record<string, Json>>(world.tokens[asker], query)
  const isWrong = (got: boolean, asker: Asker, who = '', byPolicy?: { who: string }) =>
    got ? !isAmong(asker, who, codeWall ? '' : byPolicy?.who) : isAmong(asker, who)

  test.each(Object.keys(types))('%s', async (name) => {
    const expected = types[name]
    if (!expected) throw new Error(name)
    const wrong: string[] = []
    for (const [state, operation] of Object.entries(expected.reach(world))) {
      const cells = Object.entries(expected.fields).map(([field, who]) => ({
        field,
        who: typeof who === 'string' ? who : (who[state] ?? ''),
      }))
      for (const asker of askers) {
        const selection = (field: string) => {
          const definition = fieldsOf(name).find((one) => one.name === field)
          return definition ? `f_${field}: ${field}${expected.args?.[field] ?? ''} ${below(definition)}` : ''
        }
        const look = (fields: string[]) => ask(asker, operation.replace('FIELDS', fields.map(selection).join(' ')))
        const hasSeen = (data: Json, field: string) => [...under(`f_${field}`, data)].some(isFilled)
        const { data: whole, errors = [] } = await look(cells.map(({ field }) => field))
        // Where the object itself is refused no field was asked; else one refused field may have hidden the others.
        const isShut = errors.length > 0 && errors.every(({ path }) => path?.length === 1)
        for (const { field, who } of cells) {
          const seen = hasSeen(whole, field) || (!isShut && hasSeen((await look([field])).data, field))
          if (isWrong(seen, asker, who, who ? expected.byPolicy : undefined))
            wrong.push(`${asker} ${seen ? 'sees' : 'does not see'} ${name}.${field} (${state})`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(queries))('query %s', async (name) => {
    const wrong: string[] = []
    for (const asker of askers) {
      const { data } = await ask(asker, queries[name]?.ask(world) ?? '')
      const seen = isFilled(data?.[name])
      if (isWrong(seen, asker, queries[name]?.sees, queries[name]?.byPolicy))
        wrong.push(`${asker} ${seen ? 'sees' : 'does not see'} ${name}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(mutations))('mutation %s', async (name) => {
    const wrong: string[] = []
    // Signing out and the like go through the door and are not taken back: each mutation is tried with fresh sessions.
    const { nobody, ...somebody } = world.tokens
    world.tokens = await server.seed((seed) => ({
      nobody,
      ...(Object.fromEntries(
        Object.keys(somebody).map((asker) => [asker, seed.session(world.people[asker as keyof World['people']])]),
      ) as typeof somebody),
    }))
    for (const asker of askers) {
      const { data, errors } = await ask(asker, `mutation ${mutations[name]?.ask(world, asker)}`)
      const answer = data?.[name] as { __typename?: string } | null | undefined
      const isRefusal =
        answer?.__typename !== undefined && fieldsOf(answer.__typename).some((field) => field.name === 'code')
      // Without the code's wall a mutation may answer though the policies let it write nothing.
      const done =
        !errors &&
        isFilled(answer) &&
        !isRefusal &&
        (codeWall || (server.rehearsal?.lastWritten ?? 0) > 0 || isAmong(asker, mutations[name]?.does))
      if (isWrong(done, asker, mutations[name]?.does, mutations[name]?.byPolicy)) {
        wrong.push(
          `${asker} ${done ? 'does' : `does not do (${answer?.__typename ?? errors?.[0]?.extensions?.code})`} ${name}`,
        )
      }
    }
    expect(wrong).toEqual([])
  })
})

/** Takes the database's wall away: what is still refused then is refused by the code. */
async function withoutPolicies(ownerUrl: string) {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query(`DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND rowsecurity LOOP
      EXECUTE format('ALTER TABLE public.%I DISABLE ROW LEVEL SECURITY', name);
    END LOOP; END $$`)
  await owner.end()
}
