import { randomUUID } from 'node:crypto'
import { dayAhead } from '@lederkreds/testing/day'
import { envelopeOf, itemKey, makeKeys } from '@lederkreds/testing/sealed-bytes'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { expire } from './expiry.job.ts'

let server: TestServer
let owner: pg.Client
let worker: pg.Pool
beforeAll(async () => {
  server = await startTestServer()
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  worker = new pg.Pool({ connectionString: server.database.workerUrl })
})
afterAll(async () => {
  await worker.end()
  await owner.end()
  await server.stop()
})
beforeEach(() => owner.query('DELETE FROM sealed_item; DELETE FROM expiry_run'))

const [today, yesterday] = [dayAhead(0), dayAhead(-1)]

const seedItems = (days: (string | undefined)[]) =>
  server.seed((seed) => {
    const mette = seed.person(seed.organisation('Aarhus'), { name: 'Mette' })
    seed.keys(mette, makeKeys(mette))
    return days.map((expiresOn, index) =>
      seed.sealedItem(mette, {
        id: randomUUID(),
        kind: index % 2 ? 'caseNote' : 'journal',
        envelope: envelopeOf(),
        wrapped: itemKey(),
        ...(expiresOn && { expiresOn }),
      }),
    )
  })
const ids = async (sql: string) => (await owner.query<{ id: string }>(sql)).rows.map(({ id }) => id).toSorted()
const items = () => ids('SELECT id FROM sealed_item')
const keys = () => ids('SELECT item_id AS id FROM sealed_key')
const reports = async () => (await owner.query(`SELECT ran_on::text, kind, removed FROM expiry_run ORDER BY kind`)).rows
const log = { info: () => {} }

test('what has had its last day goes with its keys; the report says how many, and nothing else', async () => {
  const [, , , lastDay, later, forever] = await seedItems([
    yesterday,
    yesterday,
    '2020-01-01',
    today,
    '2199-12-31',
    undefined,
  ])
  await expire(worker, log)()
  const left = [lastDay, later, forever].toSorted()
  expect([await items(), await keys()]).toEqual([left, left])
  const report = [
    { ran_on: today, kind: 'journal', removed: 2 },
    { ran_on: today, kind: 'caseNote', removed: 1 },
  ]
  expect(await reports()).toEqual(report)
  await expire(worker, log)()
  expect(await reports()).toEqual(report)
})

test('an item that gets a later day at this moment keeps its key', async () => {
  const [id] = await seedItems([yesterday])
  await owner.query('BEGIN')
  await owner.query(`UPDATE sealed_item SET version = 2, expires_on = '2199-12-31' WHERE id = $1`, [id])
  const run = expire(worker, log)()
  const outcome = expect(run).rejects.toThrow('changed while they expired')
  await vi.waitFor(async () => {
    const { rows } = await owner.query(`SELECT FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()`)
    expect(rows).not.toEqual([])
  })
  await owner.query('COMMIT')
  await outcome
  expect([await items(), await keys()]).toEqual([[id], [id]])
  await expire(worker, log)()
  expect(await keys()).toEqual([id])
  expect(await reports()).toEqual([])
})

test('the worker sees and removes nothing that has not expired, and sees nothing of what is sealed', async () => {
  const [gone, stays] = await seedItems([yesterday, '2199-12-31'])
  const seen = async (sql: string) => (await worker.query(sql)).rows
  expect(await seen('SELECT id FROM sealed_item')).toEqual([{ id: gone }])
  expect(await seen('SELECT item_id FROM sealed_key')).toEqual([{ item_id: gone }])
  await worker.query('DELETE FROM sealed_key')
  await worker.query('DELETE FROM sealed_item')
  expect([await items(), await keys()]).toEqual([[stays], [stays]])
  for (const column of ['envelope', 'owner_id', 'version'])
    await expect(worker.query(`SELECT ${column} FROM sealed_item`)).rejects.toThrow('permission denied')
})

test('what members sealed for each other goes sixty days after their network has closed, what is hers alone stays', async () => {
  const closedOn = async (ago: number | null) => {
    const made = await server.seed((seed) => {
      const organisation = seed.organisation('Aarhus')
      const [mette, kim] = [seed.person(organisation, { name: 'Mette' }), seed.person(organisation, { name: 'Kim' })]
      seed.keys(mette, makeKeys(mette))
      const network = seed.network(organisation, { name: 'Nord', consultant: kim, members: [mette] })
      const round = seed.round(network, { method: 'reflekterende-team', people: [mette] })
      const sealed = { envelope: envelopeOf(), wrapped: itemKey() }
      const step = { ...sealed, kind: 'nextStep' as const, expiresOn: dayAhead(300) }
      const shared = seed.sealedItem(mette, {
        ...step,
        id: randomUUID(),
        round: { id: round.id, networkId: network.id },
      })
      return { networkId: network.id, shared, own: seed.sealedItem(mette, { ...step, id: randomUUID() }) }
    })
    if (ago !== null) {
      await owner.query(`UPDATE network SET state = 'closed' WHERE id = $1`, [made.networkId])
      await owner.query('UPDATE network SET closed_on = closed_on - $2::integer WHERE id = $1', [made.networkId, ago])
    }
    return made
  }
  const [over, lastDay, open] = [await closedOn(61), await closedOn(60), await closedOn(null)]
  const seen = (await worker.query<{ id: string }>('SELECT id FROM sealed_item')).rows.map(({ id }) => id)
  expect(seen).toEqual([over.shared])
  await expire(worker, log)()
  const left = [over.own, lastDay.shared, lastDay.own, open.shared, open.own].toSorted()
  expect([await items(), await keys()]).toEqual([left, left])
  expect(await reports()).toEqual([{ ran_on: today, kind: 'nextStep', removed: 1 }])
})
