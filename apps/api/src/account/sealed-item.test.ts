import { randomUUID } from 'node:crypto'
import { dayAhead } from '@lederkreds/testing/day'
import { envelopeOf, itemInput, itemKey, makeKeys } from '@lederkreds/testing/sealed-bytes'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let owner: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await server.stop()
})

const saving = `mutation ($input: SaveSealedItemInput!) { saveSealedItem(input: $input) { __typename
  ... on SavedItem { id version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } } } }`
const read = `query ($ids: [ID!]!) { sealedItems(ids: $ids) {
  id kind version ownerId networkId createdOn expiresOn envelope wrappedKey } }`
const remove = 'mutation ($id: ID!) { deleteSealedItem(id: $id) }'
const erase = 'mutation { eraseSealed { items keys wraps } }'
const heads = '{ viewer { sealedHeads(kind: journal) { id version sizeClass createdOn expiresOn } } }'

type Saved = { saveSealedItem: { __typename: string; id?: string; version?: number } }
type Read = { sealedItems: { version: number; envelope: string; wrappedKey: string }[] }

/** Somebody with keys, and two devices on which she is signed in. */
async function mette({ withKeys = true, steppedUp = true } = {}) {
  const { person, tokens } = await server.seed((seed) => {
    const person = seed.person(seed.organisation('Aarhus'), { name: 'Mette' })
    if (withKeys) seed.keys(person, makeKeys(person))
    return { person, tokens: [seed.session(person, { steppedUp }), seed.session(person, { steppedUp })] }
  })
  const ask = <Data>(query: string, variables: object = {}, requestId?: string, device = 0) =>
    server.ask<Data>(tokens[device] ?? null, query, variables, requestId)
  return { person, ask, save: async (input: object) => (await ask<Saved>(saving, { input })).data?.saveSealedItem }
}
const rows = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows
const countOf = async (table: string, { id }: SeededPerson) =>
  (await rows(`SELECT count(*)::int AS count FROM ${table} WHERE owner_id = $1`, id))[0].count
const code = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code

describe('saving', () => {
  test('what is saved is read back byte for byte, by its owner alone', async () => {
    const { person, ask, save } = await mette()
    const input = itemInput(person, { envelope: envelopeOf(4), expiresOn: '2199-12-31' })
    expect(await save(input)).toEqual({ __typename: 'SavedItem', id: input.id, version: 1 })
    const createdOn = dayAhead(0)
    const head = { id: input.id, version: 1, createdOn, expiresOn: '2199-12-31' }
    const whole = {
      ...head,
      kind: 'journal',
      ownerId: `Person_${person.id}`,
      networkId: null,
      envelope: input.envelope,
      wrappedKey: input.keys[0]?.wrapped,
    }
    expect(await ask(read, { ids: [input.id, `SealedItem_${randomUUID()}`] })).toEqual({
      data: { sealedItems: [whole] },
    })
    expect(await ask(heads)).toEqual({ data: { viewer: { sealedHeads: [{ ...head, sizeClass: 4 }] } } })

    const stranger = await mette()
    expect(await stranger.ask(read, { ids: [input.id] })).toEqual({ data: { sealedItems: [] } })
    expect(await stranger.ask(heads)).toEqual({ data: { viewer: { sealedHeads: [] } } })
  })

  test('the next version replaces the one before, with its key; any other is stale and tells both', async () => {
    const { person, ask, save } = await mette()
    const first = itemInput(person)
    const id = first.id.replace('SealedItem_', '')
    await save(first)
    const second = itemInput(person, { id, version: 2, envelope: envelopeOf(1) })
    expect(await save(second)).toMatchObject({ __typename: 'SavedItem', version: 2 })
    const readBack = async () => (await ask<Read>(read, { ids: [first.id] })).data?.sealedItems
    const now = [{ version: 2, envelope: second.envelope, wrappedKey: second.keys[0]?.wrapped }]
    expect(await readBack()).toMatchObject(now)
    for (const version of [1, 2, 4, 40])
      expect(await save(itemInput(person, { id, version }))).toEqual({ __typename: 'Stale', yours: version, theirs: 2 })
    expect(await readBack()).toMatchObject(now)
    expect(await rows('SELECT FROM sealed_key WHERE item_id = $1', id)).toHaveLength(1)
  })

  test('of two devices that save the same next version at once exactly one wins, and its key fits', async () => {
    const { person, ask, save } = await mette()
    const first = itemInput(person)
    await save(first)
    const id = first.id.replace('SealedItem_', '')
    for (const version of [2, 3, 4, 5, 6]) {
      const inputs = [1, 2, 3, 4].map(() => itemInput(person, { id, version }))
      const answers = await Promise.all(
        inputs.map((input, index) => ask<Saved>(saving, { input }, undefined, index % 2)),
      )
      const names = answers.map(({ data }) => data?.saveSealedItem.__typename)
      expect(names.toSorted()).toEqual(['SavedItem', 'Stale', 'Stale', 'Stale'])
      const won = inputs[names.indexOf('SavedItem')]
      expect((await ask<Read>(read, { ids: [first.id] })).data?.sealedItems).toMatchObject([
        { version, envelope: won?.envelope, wrappedKey: won?.keys[0]?.wrapped },
      ])
    }
  })

  test('a retry after a lost answer changes nothing, with the same request id and with another', async () => {
    const { person, ask } = await mette()
    const input = itemInput(person)
    const requestId = randomUUID()
    const first = await ask<Saved>(saving, { input }, requestId)
    expect(first.data?.saveSealedItem).toMatchObject({ __typename: 'SavedItem', version: 1 })
    const xmin = () => rows('SELECT xmin FROM sealed_item WHERE owner_id = $1', person.id)
    const before = await xmin()
    expect(await ask(saving, { input }, requestId)).toEqual(first)
    expect(await ask(saving, { input })).toEqual(first)
    expect(await Promise.all([1, 2, 3].map((device) => ask(saving, { input }, undefined, device % 2)))).toEqual([
      first,
      first,
      first,
    ])
    expect(await xmin()).toEqual(before)
    const other = { ...input, envelope: Buffer.from(envelopeOf()).toString('base64url') }
    expect((await ask<Saved>(saving, { input: other })).data?.saveSealedItem).toMatchObject({ __typename: 'Stale' })
  })

  test("somebody else's item is as good as not there", async () => {
    const { person, save } = await mette()
    const hers = itemInput(person)
    await save(hers)
    const id = hers.id.replace('SealedItem_', '')
    const thief = await mette()
    const taken = itemInput(thief.person, { id, version: 2 })
    expect(await thief.save(taken)).toEqual({ __typename: 'Stale', yours: 2, theirs: 0 })
    expect(await thief.save({ ...taken, id: `SealedItem_${randomUUID()}` })).toEqual({
      __typename: 'Stale',
      yours: 2,
      theirs: 0,
    })
    expect(code(await thief.ask(saving, { input: { ...taken, version: 1 } }))).toBe('NOT_FOUND')
    expect(code(await thief.ask(remove, { id: hers.id }))).toBe('NOT_FOUND')
    expect(code(await thief.ask(remove, { id: `SealedItem_${randomUUID()}` }))).toBe('NOT_FOUND')
    expect(await countOf('sealed_item', person)).toBe(1)
    expect(await countOf('sealed_key', person)).toBe(1)
    expect(code(await server.ask(null, saving, { input: hers }))).toBe('UNAUTHENTICATED')
  })

  test('it is sealed to its owner and to nobody else', async () => {
    const { person, save } = await mette()
    const other = (await mette()).person
    const input = itemInput(person)
    const key = (to: SeededPerson) => ({ recipientId: `Person_${to.id}`, wrapped: input.keys[0]?.wrapped })
    for (const keys of [[key(other)], [key(person), key(other)]])
      expect(await save({ ...input, keys })).toEqual({ __typename: 'NotARecipient' })
    expect(await save({ ...input, networkId: `Network_${randomUUID()}` })).toEqual({
      __typename: 'InvalidInput',
      issues: [{ path: 'networkId', problem: 'invalid' }],
    })
    expect(await countOf('sealed_item', person)).toBe(0)
  })

  test('what is longer than the largest envelope, or no envelope, is not kept', async () => {
    const { person, save } = await mette()
    const input = (envelope: Uint8Array) => itemInput(person, { envelope })
    expect(await save(input(new Uint8Array(65_569)))).toEqual({ __typename: 'TooLarge' })
    for (const envelope of [envelopeOf(0).subarray(1), envelopeOf(0).with(3, 1), envelopeOf(2).with(0, 0)])
      expect(await save(input(envelope))).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: 'envelope' }] })
    expect(await countOf('sealed_item', person)).toBe(0)
  })

  test('of memories there is one, also when two devices begin one at once', async () => {
    const { person, ask } = await mette()
    const answers = await Promise.all(
      [0, 1].map((device) => ask<Saved>(saving, { input: itemInput(person, { kind: 'memory' }) }, undefined, device)),
    )
    expect(answers.map(({ data }) => data?.saveSealedItem.__typename).toSorted()).toEqual(['SavedItem', 'Stale'])
    expect(await countOf('sealed_item', person)).toBe(1)
    expect(await countOf('sealed_key', person)).toBe(1)
  })
})

describe('without keys nothing is sealed', () => {
  const lacking: [string, string][] = [
    ['keys', ''],
    [
      'a second wrap',
      `WITH secret AS (DELETE FROM identity_secret WHERE person_id = $1)
       DELETE FROM key_wrap WHERE person_id = $1 AND kind = 'passphrase'`,
    ],
    ['a recovery code', `UPDATE key_wrap SET kind = 'passkey' WHERE person_id = $1 AND kind = 'recoveryCode'`],
    ['an identity', 'DELETE FROM identity WHERE person_id = $1'],
  ]
  test.each(lacking)('for want of %s', async (what, sql) => {
    const { person, save } = await mette({ withKeys: what !== 'keys' })
    if (sql) await owner.query(sql, [person.id])
    expect(await save(itemInput(person))).toEqual({ __typename: 'KeysMissing' })
    expect(await countOf('sealed_item', person)).toBe(0)
  })

  test.each(lacking)('the database holds to it alone: for want of %s', async (what, sql) => {
    const bare = await startTestServer({ database: server.database, codeWall: false })
    try {
      const { person, ask } = await mette({ withKeys: what !== 'keys' })
      const token = await server.seed((seed) => seed.session(person))
      const input = itemInput(person)
      if (sql) await owner.query(sql, [person.id])
      expect(code(await bare.ask(token, saving, { input }))).toBe('INTERNAL')
      expect(await countOf('sealed_item', person)).toBe(0)
      await owner.query('DELETE FROM identity WHERE person_id = $1', [person.id])
      await owner.query('DELETE FROM key_wrap WHERE person_id = $1', [person.id])
      await server.seed((seed) => seed.keys(person, makeKeys(person)))
      expect((await bare.ask<Saved>(token, saving, { input })).data?.saveSealedItem.__typename).toBe('SavedItem')
      expect((await ask<Read>(read, { ids: [input.id] })).data?.sealedItems).toHaveLength(1)
    } finally {
      await bare.stop()
    }
  })
})

describe('deleting', () => {
  test('leaves no row and no bytes, in the replies that are kept neither', async () => {
    const { person, ask, save } = await mette()
    const [gone, stays] = [itemInput(person, { envelope: envelopeOf(2) }), itemInput(person)]
    await save(gone)
    await save(stays)
    expect(await ask(remove, { id: gone.id })).toEqual({ data: { deleteSealedItem: true } })
    expect(code(await ask(remove, { id: gone.id }))).toBe('NOT_FOUND')
    expect(await ask(read, { ids: [gone.id] })).toEqual({ data: { sealedItems: [] } })
    expect([await countOf('sealed_item', person), await countOf('sealed_key', person)]).toEqual([1, 1])
    const tables = await rows(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'graphile_worker')`)
    const traces = [gone.envelope, gone.keys[0]?.wrapped].flatMap((text) => [
      String(text),
      Buffer.from(String(text), 'base64url').toString('hex'),
    ])
    for (const { name } of tables)
      for (const trace of traces)
        expect(await rows(`SELECT FROM ${name} r WHERE position($1 IN r::text) > 0`, trace), name).toEqual([])
    const kept = Buffer.from(String(stays.keys[0]?.wrapped), 'base64url').toString('hex')
    expect(await rows('SELECT FROM sealed_key r WHERE position($1 IN r::text) > 0', kept)).toHaveLength(1)
  })

  test('keys go before what they open', async () => {
    const { person, ask, save } = await mette()
    await owner.query(`CREATE TABLE gone (name text, at serial);
      GRANT INSERT ON gone TO PUBLIC; GRANT USAGE ON SEQUENCE gone_at_seq TO PUBLIC;
      CREATE FUNCTION note_gone() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO gone (name) VALUES (TG_TABLE_NAME); RETURN OLD; END $$;
      CREATE TRIGGER noted BEFORE DELETE ON sealed_key FOR EACH ROW EXECUTE FUNCTION note_gone();
      CREATE TRIGGER noted BEFORE DELETE ON sealed_item FOR EACH ROW EXECUTE FUNCTION note_gone();
      CREATE TRIGGER noted BEFORE DELETE ON key_wrap FOR EACH ROW EXECUTE FUNCTION note_gone()`)
    try {
      const input = itemInput(person)
      await save(input)
      await ask(remove, { id: input.id })
      await save(itemInput(person))
      await ask(erase)
      expect((await rows('SELECT name FROM gone ORDER BY at')).map(({ name }) => name)).toEqual([
        'sealed_key',
        'sealed_item',
        'sealed_key',
        'sealed_item',
        'key_wrap',
        'key_wrap',
      ])
    } finally {
      await owner.query('DROP FUNCTION note_gone CASCADE; DROP TABLE gone')
    }
  })

  test('erasing takes everything of hers and nothing of anybody else; public identities stay', async () => {
    const { person, ask, save } = await mette()
    const other = await mette()
    await other.save(itemInput(other.person))
    for (const kind of ['journal', 'caseNote', 'memory']) await save(itemInput(person, { kind }))
    expect(await ask(erase)).toEqual({ data: { eraseSealed: { items: 3, keys: 3, wraps: 2 } } })
    expect(await ask(erase)).toEqual({ data: { eraseSealed: { items: 0, keys: 0, wraps: 0 } } })
    expect([await countOf('sealed_item', person), await countOf('sealed_key', person)]).toEqual([0, 0])
    expect(await rows('SELECT FROM identity_secret WHERE person_id = $1', person.id)).toEqual([])
    expect(await rows('SELECT FROM identity WHERE person_id = $1', person.id)).toHaveLength(1)
    expect(await save(itemInput(person))).toEqual({ __typename: 'KeysMissing' })
    expect(await countOf('sealed_item', other.person)).toBe(1)
    const late = await mette({ steppedUp: false })
    expect(code(await late.ask(erase))).toBe('STEP_UP_NEEDED')
  })

  test('what is saved while everything is erased does not outlive it', async () => {
    const { person, ask } = await mette()
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        ...[1, 2, 3].map((device) => ask(saving, { input: itemInput(person) }, undefined, device % 2)),
        ask(erase),
        ask(saving, { input: itemInput(person) }),
      ])
      expect([await countOf('sealed_item', person), await countOf('sealed_key', person)]).toEqual([0, 0])
      await owner.query('DELETE FROM identity WHERE person_id = $1', [person.id])
      await server.seed((seed) => seed.keys(person, makeKeys(person)))
    }
  })
})

test('no reply of a mutation carries what is sealed', async () => {
  const { ask } = await mette()
  const sealed = ['keyWraps { wrapped }', 'identity { secret }']
  for (const field of sealed) {
    expect((await ask(`{ viewer { ${field} } }`)).errors).toBeUndefined()
    const mutation = `mutation { choosePreferences(locale: da, theme: dark) { ${field} } }`
    expect(code(await ask(mutation))).toBe('BAD_USER_INPUT')
  }
})

test('heads of a thousand items come at once; of items fifty at most', async () => {
  const { person, ask } = await mette()
  await server.seed((seed) => {
    for (let index = 0; index < 1000; index++)
      seed.sealedItem(person, { id: randomUUID(), envelope: envelopeOf(), wrapped: itemKey() })
  })
  const found = (await ask<{ viewer: { sealedHeads: { id: string }[] } }>(heads)).data?.viewer.sealedHeads ?? []
  expect(found).toHaveLength(1000)
  const ids = found.map(({ id }) => id)
  expect((await ask<Read>(read, { ids: ids.slice(0, 50) })).data?.sealedItems).toHaveLength(50)
  expect(code(await ask(read, { ids: ids.slice(0, 51) }))).toBe('BAD_USER_INPUT')
})
