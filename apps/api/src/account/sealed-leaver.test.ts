import { randomUUID } from 'node:crypto'
import { dayAhead } from '@lederkreds/testing/day'
import { envelopeOf, itemKey, makeKeys } from '@lederkreds/testing/sealed-bytes'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '../db.ts'

let server: TestServer
const clients: pg.Client[] = []
beforeAll(async () => {
  server = await startTestServer()
  for (const _ of [1, 2]) clients.push(new pg.Client(server.database.apiUrl))
  await Promise.all(clients.map((client) => client.connect()))
})
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()))
  await server.stop()
})

const circle = async (isGoing = false) => {
  const made = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const [mette, ida] = [seed.person(organisation, { name: 'Mette' }), seed.person(organisation, { name: 'Ida' })]
    const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const network = seed.network(organisation, { name: 'Nord', consultant: kim, members: [mette, ida] })
    for (const one of [mette, ida]) seed.keys(one, makeKeys(one))
    const round = seed.round(network, {
      method: 'triade-supervision',
      people: [mette, ida],
      ...(!isGoing && { endedAt: seed.now }),
      stays: 'group',
      staysUntil: dayAhead(30),
    })
    return { mette, ida, network: network.id, round: round.id }
  })
  const [saver, leaver] = clients as [pg.Client, pg.Client]
  const begin = async (client: pg.Client, person: SeededPerson) => {
    const token = await server.seed((seed) => seed.session(person))
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.session', $1, true)`, [hashToken(token)])
  }
  const beginSaver = () => begin(saver, made.mette)
  await Promise.all([beginSaver(), begin(leaver, made.ida)])
  const item = randomUUID()
  const sealItem = () =>
    saver.query(
      `INSERT INTO sealed_item (id, kind, owner_id, network_id, round_id, version, size_class, expires_on, envelope)
       VALUES ($1, 'roundNote', $2, $3, $4, 1, 0, $5, $6)`,
      [item, made.mette.id, made.network, made.round, dayAhead(7), envelopeOf()],
    )
  const sealKeys = () =>
    saver.query(
      `INSERT INTO sealed_key (item_id, recipient_id, owner_id, wrapped)
       SELECT $1, reader, $2, $4 FROM unnest($3::uuid[]) AS reader`,
      [item, made.mette.id, [made.mette.id, made.ida.id], itemKey()],
    )
  const leave = async () => {
    await leaver.query(`SELECT app.append_event($1, 'memberLeft', $2)`, [made.network, made.ida.id])
    await leaver.query('UPDATE membership SET left_at = now() WHERE network_id = $1 AND person_id = $2', [
      made.network,
      made.ida.id,
    ])
  }
  /** She comes back. Answers how many keys to what was sealed meanwhile are hers then. */
  const rejoin = async () => {
    await server.look('UPDATE membership SET left_at = NULL WHERE person_id = $1', [made.ida.id])
    return (await server.look('SELECT FROM sealed_key WHERE recipient_id = $1', [made.ida.id])).length
  }
  return { saver, leaver, beginSaver, sealItem, sealKeys, leave, rejoin }
}

/** Until what was begun is done, or waits for a lock. */
async function stopped(work: Promise<unknown>) {
  let isDone = false
  const note = () => {
    isDone = true
  }
  work.then(note, note)
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
  await expect.poll(async () => isDone || (await server.look(waiting)).length > 0).toBe(true)
}

test('whoever leaves in the middle of a save keeps no key of it: she leaves when it is saved', async () => {
  const { saver, leaver, sealItem, sealKeys, leave, rejoin } = await circle()
  await sealItem()
  await sealKeys()
  const left = leave().then(() => leaver.query('COMMIT'))
  await stopped(left)
  await saver.query('COMMIT')
  await left
  expect(await rejoin()).toBe(0)
})

test('nothing is sealed to somebody who is just leaving: the save waits, and is refused', async () => {
  const { saver, leaver, sealItem, sealKeys, leave, rejoin } = await circle()
  await leave()
  const saved = sealItem().then(sealKeys)
  const outcome = expect(saved).rejects.toThrow('NotARecipient')
  await stopped(saved)
  await leaver.query('COMMIT')
  await outcome
  await saver.query('ROLLBACK')
  expect(await rejoin()).toBe(0)
})

test('a key that is written by itself while she leaves is refused as well', async () => {
  const { saver, leaver, sealItem, sealKeys, leave, rejoin, beginSaver } = await circle()
  await sealItem()
  await saver.query('COMMIT')
  await beginSaver()
  await leave()
  const saved = sealKeys()
  const outcome = expect(saved).rejects.toThrow('NotARecipient')
  await stopped(saved)
  await leaver.query('COMMIT')
  await outcome
  await saver.query('ROLLBACK')
  expect(await rejoin()).toBe(0)
})

test('a save and a leaving that meet in the middle of a round both come through', async () => {
  const { saver, leaver, sealItem, sealKeys, leave, rejoin } = await circle(true)
  await sealItem()
  const left = leave().then(() => leaver.query('COMMIT'))
  await stopped(left)
  await sealKeys()
  await saver.query('COMMIT')
  await left
  expect(await rejoin()).toBe(0)
})
