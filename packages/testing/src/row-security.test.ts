import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let owner: pg.Pool

beforeAll(async () => {
  database = await cloneDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl })
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

const names = async (sql: string) => (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name)

test('every table has row-level security, for its owner too, and a policy', async () => {
  const tables = `FROM pg_class WHERE relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
    AND relnamespace IN ('public'::regnamespace, 'app'::regnamespace)`
  expect(await names(`SELECT relname AS name ${tables}`)).toContain('network')
  const open = `NOT relrowsecurity OR NOT relforcerowsecurity OR NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)`
  expect(await names(`SELECT relname AS name ${tables} AND (${open})`)).toEqual([])
})

test('a view shows what its reader may see, or is a wall of its own', async () => {
  const views = `FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace IN ('public'::regnamespace, 'app'::regnamespace)`
  const walled = "coalesce(reloptions && '{security_invoker=true,security_invoker=on,security_barrier=true}', false)"
  expect(await names(`SELECT relname AS name ${views} AND NOT ${walled}`)).toEqual([])
})

test('a function that runs with the rights of its owner looks for names in a fixed path', async () => {
  const definers = `FROM pg_proc WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'app'::regnamespace)`
  expect(await names(`SELECT proname AS name ${definers}`)).toContain('enqueue')
  const fixed = "EXISTS (SELECT FROM unnest(proconfig) AS setting WHERE setting LIKE 'search_path=pg_catalog%')"
  expect(await names(`SELECT oid::regprocedure::text AS name ${definers} AND NOT ${fixed}`)).toEqual([])
})

test('nothing is open to everyone', async () => {
  const callable = `SELECT oid::regprocedure::text AS name FROM pg_proc
    WHERE pronamespace = 'app'::regnamespace AND prosecdef AND has_function_privilege('public', oid, 'EXECUTE')`
  expect(await names(callable)).toEqual([])
  const readable = `SELECT relname AS name FROM pg_class
    WHERE relkind IN ('r', 'p', 'v') AND relnamespace = 'public'::regnamespace AND has_table_privilege('public', oid, 'SELECT')`
  expect(await names(readable)).toEqual([])
})
