import { migrationStatus } from '@lederkreds/api/migrate'
import { migrationNames, prismaFolder } from '@lederkreds/api/schema-engine'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let owner: pg.Pool
let api: pg.Pool

beforeAll(async () => {
  database = await cloneDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl })
  api = new pg.Pool({ connectionString: database.apiUrl })
})

afterAll(async () => {
  await Promise.all([owner.end(), api.end()])
  await database.drop()
})

test('a clone has every migration, and the api can see that', async () => {
  expect(migrationNames(`${prismaFolder}migrations`)).not.toEqual([])
  expect(await migrationStatus(api)).toEqual({ upToDate: true, missing: [] })
})

test('two clones share nothing', async () => {
  const other = await cloneDatabase()
  await owner.query('CREATE TABLE only_here (id int)')
  const pool = new pg.Pool({ connectionString: other.ownerUrl })
  const { rows } = await pool.query("SELECT to_regclass('only_here') AS found")
  await pool.end()
  await other.drop()
  expect(rows).toEqual([{ found: null }])
})

test('the roles the program runs as own nothing and pass no wall', async () => {
  const { rows } = await owner.query(
    `SELECT rolname, rolcanlogin, rolinherit, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
     FROM pg_roles WHERE rolname IN ('lederkreds_api', 'lederkreds_worker') ORDER BY rolname`,
  )
  const weak = {
    rolcanlogin: true,
    rolinherit: false,
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
  }
  expect(rows).toEqual([
    { rolname: 'lederkreds_api', ...weak },
    { rolname: 'lederkreds_worker', ...weak },
  ])
  const { rows: owned } = await owner.query("SELECT relname FROM pg_class WHERE relowner = 'lederkreds_api'::regrole")
  expect(owned).toEqual([])
})

test('the api can neither make temporary tables nor reach into the queue', async () => {
  await expect(api.query('CREATE TEMP TABLE shadow (id int)')).rejects.toThrow('permission denied')
  await expect(api.query('SELECT * FROM graphile_worker.jobs')).rejects.toThrow('permission denied')
})
