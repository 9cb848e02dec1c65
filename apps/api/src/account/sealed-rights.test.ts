import { randomUUID } from 'node:crypto'
import { envelopeOf, itemKey, makeKeys } from '@lederkreds/testing/sealed-bytes'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
let owner: pg.Client
let api: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  owner = new pg.Client(server.database.ownerUrl)
  api = new pg.Client(server.database.apiUrl)
  await Promise.all([owner.connect(), api.connect()])
})
afterAll(async () => {
  await Promise.all([owner.end(), api.end()])
  await server.stop()
})

const network = () =>
  server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
    const [mette, ida, frida, ulla] = [person('Mette'), person('Ida'), person('Frida'), person('Ulla')]
    const [kim, ada, sven] = [person('Kim', ['consultant']), person('Ada', ['admin']), person('Sven')]
    const made = seed.network(organisation, {
      name: 'Nord',
      consultant: kim,
      members: [mette, ida],
      former: [frida],
      undecided: [ulla],
    })
    for (const one of [mette, ida]) seed.keys(one, makeKeys(one))
    const item = seed.sealedItem(mette, { id: randomUUID(), envelope: envelopeOf(), wrapped: itemKey() })
    return { id: made.id, item, mette, ida, frida, ulla, kim, ada, sven }
  })

/** Runs statements as the API's role in somebody's session, with none of the API's code, and takes them back. */
async function as<T>(person: SeededPerson, work: () => Promise<T>): Promise<T> {
  const token = await server.seed((seed) => seed.session(person))
  await api.query('BEGIN')
  try {
    await api.query(`SELECT set_config('app.session', $1, true)`, [hashToken(token)])
    return await work()
  } finally {
    await api.query('ROLLBACK')
  }
}
const countOf = async (table: string) => (await api.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count

test('the gate and the worker have no right to a column that holds something sealed, nor the door to any', async () => {
  const { rows } = await owner.query(`
    SELECT format('%s %s %s.%s', r.rolname, p.privilege, c.relname, a.attname) AS right
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE')) p (privilege)
    JOIN pg_roles r ON r.rolname IN ('lederkreds_gate', 'lederkreds_worker', 'lederkreds_door')
    WHERE c.relname IN ('key_wrap', 'identity', 'identity_secret', 'sealed_item', 'sealed_key')
      AND c.relnamespace = 'public'::regnamespace AND has_column_privilege(r.oid, c.oid, a.attnum, p.privilege)
    ORDER BY 1`)
  expect(rows.map(({ right }) => right)).toEqual([
    'lederkreds_gate SELECT identity.hash',
    'lederkreds_gate SELECT identity.number',
    'lederkreds_gate SELECT identity.person_id',
    'lederkreds_gate SELECT identity_secret.person_id',
    'lederkreds_gate SELECT key_wrap.kind',
    'lederkreds_gate SELECT key_wrap.person_id',
    'lederkreds_gate SELECT sealed_item.cycle_id',
    'lederkreds_gate SELECT sealed_item.expires_on',
    'lederkreds_gate SELECT sealed_item.id',
    'lederkreds_gate SELECT sealed_item.kind',
    'lederkreds_gate SELECT sealed_item.network_id',
    'lederkreds_gate SELECT sealed_item.owner_id',
    'lederkreds_gate SELECT sealed_item.round_id',
    'lederkreds_gate SELECT sealed_key.item_id',
    'lederkreds_gate SELECT sealed_key.owner_id',
    'lederkreds_gate SELECT sealed_key.recipient_id',
    'lederkreds_worker SELECT sealed_item.expires_on',
    'lederkreds_worker SELECT sealed_item.id',
    'lederkreds_worker SELECT sealed_item.kind',
    'lederkreds_worker SELECT sealed_item.network_id',
    'lederkreds_worker SELECT sealed_key.item_id',
  ])
})

test('no role but the owner changes or removes a public identity', async () => {
  const { rows } = await owner.query(`
    SELECT rolname, privilege FROM pg_roles CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege)
    WHERE rolname LIKE 'lederkreds\\_%' AND (has_table_privilege(oid, 'identity', privilege)
      OR privilege = 'UPDATE' AND has_any_column_privilege(oid, 'identity', privilege))`)
  expect(rows).toEqual([])
  const { mette } = await network()
  for (const sql of [`UPDATE identity SET created_on = '2020-01-01'`, 'DELETE FROM identity', 'TRUNCATE identity'])
    await as(mette, () => expect(api.query(sql)).rejects.toThrow('permission denied'))
})

test('the row policies alone: only its owner sees a row of it', async () => {
  const { mette, ida, frida, ulla, kim, ada, sven } = await network()
  const sealed = ['sealed_item', 'sealed_key', 'key_wrap', 'identity_secret']
  const seen = (person: SeededPerson) =>
    as(person, async () => {
      const counts: number[] = []
      for (const table of sealed) counts.push(await countOf(table))
      return counts
    })
  expect(await seen(mette)).toEqual([1, 1, 2, 1])
  expect(await seen(ida)).toEqual([0, 0, 2, 1])
  for (const outsider of [frida, ulla, kim, ada, sven]) expect(await seen(outsider)).toEqual([0, 0, 0, 0])
  const identities = (person: SeededPerson) => as(person, () => countOf('identity'))
  expect([await identities(mette), await identities(ida), await identities(kim)]).toEqual([2, 2, 2])
  expect([await identities(frida), await identities(ulla), await identities(ada)]).toEqual([0, 0, 0])
  expect([await countOf('sealed_item'), await countOf('identity')]).toEqual([0, 0])
})

test('the row policies alone: nobody writes, replaces or removes what is another person’s', async () => {
  const { mette, ida, item } = await network()
  await as(ida, async () => {
    const touched = async (sql: string, ...values: unknown[]) => (await api.query(sql, values)).rowCount
    expect(await touched('UPDATE sealed_item SET version = 2, envelope = $1', envelopeOf())).toBe(0)
    expect(await touched('DELETE FROM sealed_key')).toBe(0)
    expect(await touched('DELETE FROM sealed_item')).toBe(0)
    expect(await touched('DELETE FROM key_wrap WHERE person_id = $1', mette.id)).toBe(0)
    expect(await touched('DELETE FROM identity_secret WHERE person_id = $1', mette.id)).toBe(0)
  })
  const writes: [string, unknown[]][] = [
    [insertItem, [randomUUID(), mette.id, null, 1, envelopeOf()]],
    [
      'INSERT INTO key_wrap (id, person_id, kind, wrapped) VALUES ($1, $2, $3, $4)',
      [randomUUID(), mette.id, 'passphrase', itemKey()],
    ],
    [insertKey, [item, mette.id, mette.id, itemKey()]],
  ]
  for (const [sql, values] of writes)
    await as(ida, () => expect(api.query(sql, values)).rejects.toThrow('row-level security'))
  for (const [key, reason] of [
    [[item, ida.id, ida.id, itemKey()], 'foreign key'],
    [[item, ida.id, mette.id, itemKey()], 'NotARecipient'],
  ] as const)
    await as(ida, () => expect(api.query(insertKey, [...key])).rejects.toThrow(reason))
})

const insertItem = `INSERT INTO sealed_item (id, kind, owner_id, network_id, version, size_class, envelope)
  VALUES ($1, 'journal', $2, $3, $4, 0, $5)`
const insertKey = 'INSERT INTO sealed_key (item_id, recipient_id, owner_id, wrapped) VALUES ($1, $2, $3, $4)'

describe('the database holds to the form of what is sealed', () => {
  test('of an item', async () => {
    const { mette, id: networkId } = await network()
    const wrong: [string, unknown[]][] = [
      ['UnknownFormat', [randomUUID(), mette.id, null, 1, envelopeOf(1)]],
      ['UnknownFormat', [randomUUID(), mette.id, null, 1, envelopeOf(0).with(0, 0)]],
      ['UnknownFormat', [randomUUID(), mette.id, null, 1, envelopeOf(0).subarray(0, 287)]],
      ['KeptToSelf', [randomUUID(), mette.id, networkId, 1, envelopeOf()]],
      ['row-level security', [randomUUID(), mette.id, null, 2, envelopeOf()]],
    ]
    for (const [reason, values] of wrong)
      await as(mette, () => expect(api.query(insertItem, values)).rejects.toThrow(reason))
    await as(mette, async () => {
      await expect(api.query('UPDATE sealed_item SET version = 3')).rejects.toThrow('Stale')
    })
  })

  test('of an entry of the directory', async () => {
    const { mette } = await network()
    const insert = `INSERT INTO identity (person_id, number, hpke_public_key, signing_public_key, previous_hash, signature, hash)
      SELECT person_id, $1::int, hpke_public_key, signing_public_key, CASE WHEN $2 THEN hash ELSE $3::bytea END, signature, hash
      FROM identity WHERE person_id = app.viewer()`
    for (const [number, follows, before] of [
      [1, false, null],
      [3, true, null],
      [2, false, null],
      [2, false, itemKey().subarray(0, 32)],
    ])
      await as(mette, () => expect(api.query(insert, [number, follows, before])).rejects.toThrow('BrokenChain'))
    expect(await as(mette, async () => (await api.query(insert, [2, true, null])).rowCount)).toBe(1)
  })
})

test('what belongs to a network is sealed only to those who are inside it now', async () => {
  const { id: networkId, mette, ida, frida, ulla, kim, sven } = await network()
  // The check for rounds is put aside, the one for recipients is what is tried.
  await owner.query('ALTER TABLE sealed_item DISABLE TRIGGER item_is_sealed')
  try {
    const seal = (to: SeededPerson) =>
      as(mette, async () => {
        const item = randomUUID()
        await api.query(insertItem, [item, mette.id, networkId, 1, envelopeOf()])
        await api.query(insertKey, [item, mette.id, mette.id, itemKey()])
        await api.query(insertKey, [item, to.id, mette.id, itemKey()])
        return 'sealed'
      })
    expect(await seal(ida)).toBe('sealed')
    for (const outsider of [frida, ulla, kim, sven]) await expect(seal(outsider)).rejects.toThrow('NotARecipient')
    await as(sven, () =>
      expect(api.query(insertItem, [randomUUID(), sven.id, networkId, 1, envelopeOf()])).rejects.toThrow('row-level'),
    )
    // Somebody who was there then and has left opens it no more, and keeps no key.
    const item = randomUUID()
    await owner.query(insertItem, [item, mette.id, networkId, 1, envelopeOf()])
    for (const to of [mette, ida]) await owner.query(insertKey, [item, to.id, mette.id, itemKey()])
    await owner.query('UPDATE membership SET left_at = now() WHERE person_id = $1', [ida.id])
    expect(await as(ida, async () => [await countOf('sealed_item'), await countOf('sealed_key')])).toEqual([0, 0])
    expect((await owner.query('SELECT FROM sealed_key WHERE recipient_id = $1', [ida.id])).rowCount).toBe(0)
    // Were the key still there, it would open nothing.
    await owner.query('ALTER TABLE sealed_key DISABLE TRIGGER key_is_for_somebody_inside')
    await owner.query(insertKey, [item, ida.id, mette.id, itemKey()])
    expect(await as(ida, async () => [await countOf('sealed_item'), await countOf('sealed_key')])).toEqual([0, 0])
    expect(await as(kim, () => countOf('sealed_item'))).toBe(0)
    await as(ida, async () => {
      expect((await api.query(`UPDATE sealed_item SET version = 2`)).rowCount).toBe(0)
      expect((await api.query(`DELETE FROM sealed_item`)).rowCount).toBe(0)
    })
  } finally {
    await owner.query('ALTER TABLE sealed_item ENABLE TRIGGER item_is_sealed')
    await owner.query('ALTER TABLE sealed_key ENABLE TRIGGER key_is_for_somebody_inside')
  }
})
