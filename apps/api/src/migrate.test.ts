import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase, type TestDatabase } from '@lederkreds/testing/database'
import { Logger, run } from 'graphile-worker'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, migrationStatus } from './migrate.ts'

let database: TestDatabase
let folder: string
let owner: pg.Pool

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  database = await emptyDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl })
})

afterEach(async () => {
  await owner.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

const apply = () => migrate(database.ownerUrl, { ...database, folder })

test('instances that start together apply each migration once', async () => {
  write('1_one', 'CREATE TABLE one (id int); SELECT pg_sleep(0.2); CREATE TABLE two (id int)')
  const applied = await Promise.all([apply(), apply(), apply()])
  expect(applied.flat()).toEqual(['1_one'])
  expect(await apply()).toEqual([])
})

test('a function body with semicolons arrives whole', async () => {
  write('1_body', "CREATE FUNCTION hi() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 'a;b'; END $$;")
  await apply()
  expect((await owner.query('SELECT hi()')).rows).toEqual([{ hi: 'a;b' }])
})

test('a faulty migration says where, leaves nothing behind and can be mended', async () => {
  write('1_wrong', 'CREATE TABLE half (id int);\nCREATE TABLE half (id int, whole nonsense);')
  await expect(apply()).rejects.toThrow(
    'Migration 1_wrong could not be applied: type "nonsense" does not exist (line 2)',
  )
  expect((await owner.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }])
  expect(await migrationStatus(owner, folder)).toEqual({ upToDate: false, missing: ['1_wrong'] })
  write('1_wrong', 'CREATE TABLE half (id int);')
  expect(await apply()).toEqual(['1_wrong'])
  expect(await apply()).toEqual([])
})

test('a migration edited after it was applied is refused', async () => {
  write('1_one', 'CREATE TABLE one (id int)')
  await apply()
  write('1_one', 'CREATE TABLE one (id bigint)')
  await expect(apply()).rejects.toThrow('Migration 1_one was changed after it had been applied')
})

test('a runtime address of another role is refused', async () => {
  await expect(migrate(database.ownerUrl, { ...database, apiUrl: database.ownerUrl, folder })).rejects.toThrow(
    'lederkreds_api',
  )
})

test('the worker runs jobs as the owner of its queue, and of nothing else', async () => {
  await apply()
  const pool = new pg.Pool({ connectionString: database.workerUrl })
  for (const event of ['error', 'connect'] as const) pool.on(event, () => {})
  await pool.query(`SELECT graphile_worker.add_job('greet', '{"to": "Ada"}')`)
  const { promise, resolve } = Promise.withResolvers()
  const worker = await run({
    pgPool: pool,
    taskList: { greet: resolve },
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  })
  expect(await promise).toEqual({ to: 'Ada' })
  await worker.stop()
  await expect(pool.query('CREATE SCHEMA mine')).rejects.toThrow('permission denied')
  await pool.end()
})
