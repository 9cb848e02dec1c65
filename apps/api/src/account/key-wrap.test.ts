import { randomUUID } from 'node:crypto'
import type { KeyWrap } from '@lederkreds/domain/account/key-wrap'
import { itemInput, keysInput, type MadeKeys, makeKeys, wrapInput, wrapOf } from '@lederkreds/testing/sealed-bytes'
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

const told = `__typename ... on Viewer { keyWraps { id version } } ... on KeyWrap { id kind passkeyId version }
  ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } }`
const making = `mutation ($input: KeysInput!) { makeKeys(input: $input) { ${told.replace('... on KeyWrap { id kind passkeyId version }', '')} } }`
const anew = making.replace('makeKeys', 'startKeysAnew')
const adding = `mutation ($input: KeyWrapInput!) { addKeyWrap(input: $input) { __typename ... on KeyWrap { id kind passkeyId version } ... on InvalidInput { issues { path problem } } } }`
const replacing = `mutation ($id: ID!, $newId: ID, $version: Int!, $wrapped: Bytes!) {
  replaceKeyWrap(id: $id, newId: $newId, version: $version, wrapped: $wrapped) {
    __typename ... on KeyWrap { id kind version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } } } }`
const removing = 'mutation ($id: ID!) { removeKeyWrap(id: $id) { __typename ... on Viewer { keyWraps { id } } } }'
const removingPasskey = 'mutation ($id: ID!) { removePasskey(id: $id) { __typename } }'
const own = `{ viewer { keyWraps { id kind passkeyId wrapped version }
  identity { number secret entry { number hpkePublicKey signingPublicKey previousHash signature endorsement } } } }`
const saving = 'mutation ($input: SaveSealedItemInput!) { saveSealedItem(input: $input) { __typename } }'

type Answer = { __typename: string; [field: string]: unknown }
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const idOf = ({ id }: KeyWrap) => `KeyWrap_${id}`
const code = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code

/** Somebody with a passkey, her keys already with the API or still with her alone, signed in twice. */
async function mette({ withKeys = true, steppedUp = true } = {}) {
  const { person, keys, passkey, tokens } = await server.seed((seed) => {
    const person = seed.person(seed.organisation('Aarhus'), { name: 'Mette' })
    const passkey = seed.id()
    const row = { id: passkey, person_id: person.id, credential_id: passkey, public_key: Buffer.from([1]) }
    seed.add('passkey', { ...row, transports: [], name: 'Min telefon' })
    const keys = makeKeys(person)
    if (withKeys) seed.keys(person, keys)
    return { person, keys, passkey, tokens: [1, 2].map(() => seed.session(person, { steppedUp })) }
  })
  const ask = <Data = Record<string, Answer>>(query: string, variables: object = {}, requestId?: string, device = 0) =>
    server.ask<Data>(tokens[device] ?? null, query, variables, requestId)
  /** What a mutation answers. */
  const does = async (query: string, variables: object) => Object.values((await ask(query, variables)).data ?? {})[0]
  const wraps = async () =>
    (await ask<{ viewer: { keyWraps: { id: string }[] } }>(own)).data?.viewer.keyWraps.map(({ id }) => id) ?? []
  return { person, keys, passkey, ask, does, wraps }
}
const count = async (table: string, personId: string) =>
  (await owner.query(`SELECT count(*)::int AS count FROM ${table} WHERE person_id = $1`, [personId])).rows[0].count

describe('making keys', () => {
  test('keeps them, and gives them back byte for byte to their owner', async () => {
    const { keys, ask, does } = await mette({ withKeys: false })
    const input = keysInput(keys)
    expect(await does(making, { input })).toEqual({
      __typename: 'Viewer',
      keyWraps: expect.arrayContaining(input.wraps.map(({ id }) => ({ id, version: 1 }))),
    })
    const viewer = (await ask<{ viewer: object }>(own)).data?.viewer
    expect(viewer).toEqual({
      keyWraps: expect.arrayContaining(input.wraps.map((wrap) => ({ ...wrap, version: 1 }))),
      identity: { number: 1, secret: input.secret, entry: input.identity },
    })
  })

  test('sent again changes nothing, with the same request id and with another; other keys are refused', async () => {
    const { person, keys, ask, does } = await mette({ withKeys: false })
    const [input, requestId] = [keysInput(keys), randomUUID()]
    const first = await ask(making, { input }, requestId)
    expect(await ask(making, { input }, requestId)).toEqual(first)
    expect(await ask(making, { input })).toEqual(first)
    expect(await does(making, { input: keysInput(makeKeys(person)) })).toEqual({ __typename: 'KeysExist' })
    expect(await count('key_wrap', person.id)).toBe(2)
  })

  test('on two devices at once makes one pair of keys', async () => {
    const { person, ask } = await mette({ withKeys: false })
    const answers = await Promise.all(
      [0, 1, 0, 1].map((device) => ask(making, { input: keysInput(makeKeys(person)) }, undefined, device)),
    )
    expect(answers.map(({ data }) => data?.makeKeys?.__typename).toSorted()).toEqual([
      'KeysExist',
      'KeysExist',
      'KeysExist',
      'Viewer',
    ])
    expect(await count('key_wrap', person.id)).toBe(2)
    expect(await count('identity', person.id)).toBe(1)
  })

  test('with one wrap, or none that is a recovery code, makes nothing', async () => {
    const { person, keys, does } = await mette({ withKeys: false })
    const passphrase = wrapOf('passphrase')
    for (const wraps of [[], [wrapOf('recoveryCode')], [passphrase, wrapOf('passphrase')]])
      expect(await does(making, { input: keysInput({ ...keys, wraps }) })).toMatchObject({
        __typename: 'InvalidInput',
        issues: [{ path: 'wraps', problem: 'tooFew' }, ...(wraps.length > 1 ? [{ path: 'wraps.1.kind' }] : [])],
      })
    expect(await count('key_wrap', person.id)).toBe(0)
  })

  test("binds a passkey's wrap to a passkey of her own", async () => {
    const { keys, passkey, does } = await mette({ withKeys: false })
    const foreign = (await mette()).passkey
    const withPasskey = (id: string) => keysInput({ ...keys, wraps: [wrapOf('recoveryCode'), wrapOf('passkey', id)] })
    for (const id of [foreign, randomUUID()])
      expect(await does(making, { input: withPasskey(id) })).toEqual({
        __typename: 'InvalidInput',
        issues: [{ path: 'wraps.1.passkeyId', problem: 'unknown' }],
      })
    expect(await does(making, { input: withPasskey(passkey) })).toMatchObject({ __typename: 'Viewer' })
  })

  test('asks for a recent sign-in, and for one at all', async () => {
    const { keys, ask } = await mette({ withKeys: false, steppedUp: false })
    const [wrap] = keys.wraps as [KeyWrap]
    const calls: [string, object][] = [
      [making, { input: keysInput(keys) }],
      [anew, { input: keysInput(keys) }],
      [adding, { input: wrapInput(wrap) }],
      [replacing, { id: idOf(wrap), version: 1, wrapped: text(wrap.wrapped) }],
      [removing, { id: idOf(wrap) }],
    ]
    for (const [query, variables] of calls) {
      expect(code(await ask(query, variables))).toBe('STEP_UP_NEEDED')
      expect(code(await server.ask(null, query, variables))).toBe('UNAUTHENTICATED')
    }
  })
})

describe('starting anew', () => {
  const next = (person: { id: string }, keys: MadeKeys): MadeKeys => {
    const made = makeKeys(person, keys)
    return { ...made, identity: { ...made.identity, endorsement: null } }
  }

  test('erases what nobody can open any longer and keeps the chain of public keys', async () => {
    const { person, keys, ask, does } = await mette()
    expect(await does(saving, { input: itemInput(person) })).toEqual({ __typename: 'SavedItem' })
    const [input, requestId] = [keysInput(next(person, keys)), randomUUID()]
    const first = await ask(anew, { input }, requestId)
    expect(first.data?.startKeysAnew).toMatchObject({ __typename: 'Viewer' })
    const left = async () =>
      (await owner.query('SELECT count(*)::int AS count FROM sealed_key WHERE owner_id = $1', [person.id])).rows[0]
        .count
    expect(await left()).toBe(0)
    expect([await count('identity', person.id), await count('identity_secret', person.id)]).toEqual([2, 1])
    const after = await ask<{ viewer: object }>(own)
    expect(after.data?.viewer).toMatchObject({ identity: { number: 2, entry: input.identity } })

    await does(saving, { input: itemInput(person) })
    expect(await ask(anew, { input }, requestId)).toEqual(first)
    expect(await ask(anew, { input })).toEqual(first)
    expect(await left()).toBe(1)
  })

  test('on two devices at once happens once; the other is told', async () => {
    const { person, keys, ask } = await mette()
    const answers = await Promise.all(
      [0, 1].map((device) => ask(anew, { input: keysInput(next(person, keys)) }, undefined, device)),
    )
    expect(answers.map(({ data }) => data?.startKeysAnew?.__typename).toSorted()).toEqual(['Stale', 'Viewer'])
    const [stale] = answers.filter(({ data }) => data?.startKeysAnew?.__typename === 'Stale')
    expect(stale?.data?.startKeysAnew).toEqual({ __typename: 'Stale', yours: 1, theirs: 2 })
    expect(await count('key_wrap', person.id)).toBe(2)
  })

  test('takes up again after everything was erased', async () => {
    const { person, keys, ask, does } = await mette()
    await ask('mutation { eraseSealed { items } }')
    expect((await ask<{ viewer: object }>(own)).data?.viewer).toEqual({ keyWraps: [], identity: null })
    expect(await does(making, { input: keysInput(makeKeys(person)) })).toEqual({
      __typename: 'Stale',
      yours: 0,
      theirs: 1,
    })
    expect(await does(making, { input: keysInput(makeKeys(person, keys)) })).toMatchObject({ __typename: 'Viewer' })
  })
})

describe('one wrap', () => {
  test('is added for a passkey, once', async () => {
    const { passkey, does, wraps } = await mette()
    const wrap = wrapOf('passkey', passkey)
    const input = wrapInput(wrap)
    const kept = { __typename: 'KeyWrap', id: idOf(wrap), kind: 'passkey', passkeyId: `Passkey_${passkey}`, version: 1 }
    expect(await does(adding, { input })).toEqual(kept)
    expect(await does(adding, { input })).toEqual(kept)
    expect(await wraps()).toHaveLength(3)
    const duplicate = (path: string) => ({ __typename: 'InvalidInput', issues: [{ path, problem: 'duplicate' }] })
    expect(await does(adding, { input: wrapInput(wrapOf('passkey', passkey)) })).toEqual(duplicate('passkeyId'))
    expect(await does(adding, { input: wrapInput(wrapOf('passphrase')) })).toEqual(duplicate('kind'))
    expect(await does(removingPasskey, { id: `Passkey_${passkey}` })).toEqual({ __typename: 'Viewer' })
    expect(await wraps()).toHaveLength(2)
  })

  test("is not added before there are keys, under somebody else's id, or for somebody else's passkey", async () => {
    const without = await mette({ withKeys: false })
    expect(await without.does(adding, { input: wrapInput(wrapOf('passphrase')) })).toEqual({
      __typename: 'KeysMissing',
    })
    const [{ passkey, ask, does }, other] = [await mette(), await mette()]
    const taken = { ...wrapOf('passkey', passkey), id: other.keys.wraps[0]?.id ?? '' }
    expect(code(await ask(adding, { input: wrapInput(taken) }))).toBe('NOT_FOUND')
    expect(await does(adding, { input: wrapInput(wrapOf('passkey', other.passkey)) })).toEqual({
      __typename: 'InvalidInput',
      issues: [{ path: 'passkeyId', problem: 'unknown' }],
    })
  })

  test('is replaced, under its id or a new one; who does not know the last version is told both', async () => {
    const { keys, does, wraps } = await mette()
    const [passphrase, recovery] = keys.wraps as [KeyWrap, KeyWrap]
    const wrapped = text(wrapOf('passphrase').wrapped)
    const change = { id: idOf(passphrase), version: 1, wrapped }
    const kept = { __typename: 'KeyWrap', id: idOf(passphrase), kind: 'passphrase', version: 2 }
    expect(await does(replacing, change)).toEqual(kept)
    expect(await does(replacing, change)).toEqual(kept)
    expect(await does(replacing, { ...change, wrapped: text(wrapOf('passphrase').wrapped) })).toEqual({
      __typename: 'Stale',
      yours: 1,
      theirs: 2,
    })
    expect(await does(replacing, { ...change, version: 2, wrapped: text(wrapOf('recoveryCode').wrapped) })).toEqual({
      __typename: 'InvalidInput',
      issues: [{ path: 'wrapped', problem: 'invalid' }],
    })
    const again = {
      ...change,
      version: 2,
      newId: `KeyWrap_${randomUUID()}`,
      wrapped: text(wrapOf('passphrase').wrapped),
    }
    expect(await does(replacing, again)).toEqual({ ...kept, id: again.newId, version: 3 })
    expect(await does(replacing, again)).toEqual({ ...kept, id: again.newId, version: 3 })
    expect((await wraps()).toSorted()).toEqual([again.newId, idOf(recovery)].toSorted())
  })

  test('is replaced by one of two devices at once', async () => {
    const { keys, ask } = await mette()
    const [passphrase] = keys.wraps as [KeyWrap]
    const answers = await Promise.all(
      [0, 1].map((device) =>
        ask(
          replacing,
          { id: idOf(passphrase), version: 1, wrapped: text(wrapOf('passphrase').wrapped) },
          undefined,
          device,
        ),
      ),
    )
    expect(answers.map(({ data }) => data?.replaceKeyWrap?.__typename).toSorted()).toEqual(['KeyWrap', 'Stale'])
  })

  test('is removed while enough remain, and no two devices remove one too many', async () => {
    const { keys, passkey, ask, does, wraps } = await mette()
    const [passphrase, recovery] = keys.wraps as [KeyWrap, KeyWrap]
    expect(await does(removing, { id: idOf(passphrase) })).toEqual({ __typename: 'TooFewWraps' })
    const added = wrapOf('passkey', passkey)
    await does(adding, { input: wrapInput(added) })
    expect(await does(removing, { id: idOf(recovery) })).toEqual({ __typename: 'TooFewWraps' })
    const answers = await Promise.all(
      [passphrase, added].map((wrap, device) => ask(removing, { id: idOf(wrap) }, undefined, device)),
    )
    expect(answers.map(({ data }) => data?.removeKeyWrap?.__typename).toSorted()).toEqual(['TooFewWraps', 'Viewer'])
    expect(await wraps()).toHaveLength(2)
  })

  test('goes with its passkey only while enough remain, and no two devices take one too many', async () => {
    const { person, keys, passkey, ask, does, wraps } = await mette()
    const [passphrase] = keys.wraps as [KeyWrap]
    const added = wrapOf('passkey', passkey)
    await does(adding, { input: wrapInput(added) })
    const answers = await Promise.all([
      ask(removing, { id: idOf(passphrase) }),
      ask(removingPasskey, { id: `Passkey_${passkey}` }, undefined, 1),
    ])
    const told = answers.flatMap(({ data }) => Object.values(data ?? {})).map(({ __typename }) => __typename)
    expect(told.toSorted()).toEqual(['TooFewWraps', 'Viewer'])
    expect(await wraps()).toHaveLength(2)
    if (told[0] === 'Viewer') {
      expect(await does(removingPasskey, { id: `Passkey_${passkey}` })).toEqual({ __typename: 'TooFewWraps' })
      expect(await wraps()).toContain(idOf(added))
      expect(await count('passkey', person.id)).toBe(1)
    }
  })

  test('the database alone lets no passkey take the last but one away, nor anything else', async () => {
    const { person, passkey, does, keys } = await mette()
    await does(adding, { input: wrapInput(wrapOf('passkey', passkey)) })
    await does(removing, { id: idOf(keys.wraps[0] as KeyWrap) })
    const taking = ['DELETE FROM passkey WHERE person_id = $1', 'DELETE FROM key_wrap WHERE person_id = $1']
    for (const sql of taking) await expect(owner.query(sql, [person.id])).rejects.toThrow('TooFewWraps')
    expect([await count('passkey', person.id), await count('key_wrap', person.id)]).toEqual([1, 2])
    await owner.query('DELETE FROM person WHERE id = $1', [person.id])
    expect(await count('key_wrap', person.id)).toBe(0)
  })

  test("is nobody else's to replace or remove; unknown and foreign look the same", async () => {
    const [{ keys, wraps }, thief] = [await mette(), await mette()]
    const [passphrase] = keys.wraps as [KeyWrap]
    for (const id of [idOf(passphrase), `KeyWrap_${randomUUID()}`]) {
      const wrapped = text(wrapOf('passphrase').wrapped)
      expect(code(await thief.ask(replacing, { id, version: 1, wrapped }))).toBe('NOT_FOUND')
      expect(code(await thief.ask(removing, { id }))).toBe('NOT_FOUND')
    }
    const own = thief.keys.wraps[0] as KeyWrap
    const onto = { id: idOf(own), newId: idOf(passphrase), version: 1, wrapped: text(wrapOf('passphrase').wrapped) }
    expect(code(await thief.ask(replacing, onto))).toBe('NOT_FOUND')
    expect(await wraps()).toHaveLength(2)
    expect(await thief.wraps()).toHaveLength(2)
  })
})
