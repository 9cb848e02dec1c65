import { unwritten } from '@lederkreds/api/write-migration'
import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneDatabase, emptyDatabase } from './database.ts'
import { schemaDrift } from './schema-drift.ts'

test('the migrated database and the datamodel agree, and a difference would be seen', async () => {
  const [migrated, empty, again] = [await cloneDatabase(), await emptyDatabase(), await emptyDatabase()]
  expect(await schemaDrift(migrated.ownerUrl, empty.ownerUrl)).toEqual([])

  const client = new pg.Client(migrated.ownerUrl)
  await client.connect()
  await client.query('ALTER TABLE person ADD nickname text; ALTER TABLE person ALTER name DROP NOT NULL')
  await client.end()
  expect(await schemaDrift(migrated.ownerUrl, again.ownerUrl)).toEqual([
    'only in *.prisma: column person.name text not null',
    'only in the migrations: column person.name text',
    'only in the migrations: column person.nickname text',
  ])
  for (const database of [migrated, empty, again]) await database.drop()
})

test('every change of the datamodel and of the policies is in a migration', async () => {
  expect(await unwritten()).toEqual([])
})
