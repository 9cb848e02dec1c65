import { createHash, generateKeyPairSync } from 'node:crypto'
import { canonicalEntry, type IdentityEntry } from '@lederkreds/domain/account/identity'
import { keysInput, type MadeKeys, makeKeys, signedBy } from '@lederkreds/testing/sealed-bytes'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

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

const anew = `mutation ($input: KeysInput!) { startKeysAnew(input: $input) { __typename
  ... on InvalidInput { issues { path problem } } ... on Stale { yours theirs } } }`
const directory = `query ($id: ID!, $after: Int) { node(id: $id) { ... on Person {
  identities(afterNumber: $after) { number hpkePublicKey signingPublicKey previousHash signature endorsement createdOn } } } }`

type Directory = { node: { identities: object[] } | null }
type Anew = { startKeysAnew: { __typename: string; issues?: object[] } }

async function mette() {
  const { person, token } = await server.seed((seed) => {
    const person = seed.person(seed.organisation('Aarhus'), { name: 'Mette' })
    return { person, token: seed.session(person) }
  })
  const send = async (keys: MadeKeys) =>
    (await server.ask<Anew>(token, anew, { input: keysInput(keys) })).data?.startKeysAnew
  return { person, token, send }
}
const changed = (keys: MadeKeys, change: Partial<IdentityEntry>): MadeKeys => ({
  ...keys,
  identity: { ...keys.identity, ...change },
})
const wrong = (field: string) => ({
  __typename: 'InvalidInput',
  issues: [{ path: `identity.${field}`, problem: 'invalid' }],
})
const made = { __typename: 'Viewer' }

test('an entry carries the signature of its own key over its own bytes, and of the key before if it says so', async () => {
  const { person, send } = await mette()
  const other = (await mette()).person
  const first = makeKeys(person)
  const { identity } = first
  const flipped = (bytes: Uint8Array<ArrayBuffer>) => bytes.with(40, (bytes[40] ?? 0) ^ 1)
  expect(await send(changed(first, { signature: flipped(identity.signature) }))).toEqual(wrong('signature'))
  expect(await send(makeKeys(other))).toEqual(wrong('signature'))
  expect(await send(changed(first, { hpkePublicKey: flipped(identity.hpkePublicKey) }))).toEqual(wrong('hpkePublicKey'))
  const otherPoint = makeKeys(person).identity.hpkePublicKey
  expect(await send(changed(first, { hpkePublicKey: otherPoint }))).toEqual(wrong('signature'))
  expect(await send(changed(first, { signingPublicKey: flipped(identity.signingPublicKey) }))).toEqual(
    wrong('signingPublicKey'),
  )
  expect(await send(first)).toEqual(made)

  const second = makeKeys(person, first)
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const forged = signedBy(stranger, canonicalEntry(person.id, second.identity))
  expect(await send(changed(second, { endorsement: forged }))).toEqual(wrong('endorsement'))
  expect(await send(second)).toEqual(made)
  const third = makeKeys(person, second)
  expect(await send(changed(third, { endorsement: null }))).toEqual(made)
})

test('an entry follows the last one', async () => {
  const { person, send } = await mette()
  const first = makeKeys(person)
  await send(first)
  expect(await send(makeKeys(person))).toEqual({ __typename: 'Stale', yours: 0, theirs: 1 })
  expect(await send(makeKeys(person, makeKeys(person, first)))).toEqual({ __typename: 'Stale', yours: 2, theirs: 1 })
  expect(await send(makeKeys(person, makeKeys(person)))).toEqual(wrong('previousHash'))
  const { rows } = await owner.query('SELECT hash FROM identity WHERE person_id = $1', [person.id])
  const hash = createHash('sha256').update(canonicalEntry(person.id, first.identity)).digest()
  expect(rows).toEqual([{ hash }])
})

test('those who meet her see her chain, from a number on; nobody else does', async () => {
  const people = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
    const [mette, ida, former] = [person('Mette'), person('Ida'), person('Frida')]
    const [kim, admin, stranger] = [person('Kim', ['consultant']), person('Ada', ['admin']), person('Sven')]
    seed.network(organisation, { name: 'Nord', consultant: kim, members: [mette, ida], former: [former] })
    const keys = makeKeys(mette)
    seed.keys(mette, keys)
    seed.keys(mette, { ...makeKeys(mette, keys), wraps: [] })
    return { mette, ida, kim, former, admin, stranger }
  })
  const seen = async (asker: keyof typeof people, after?: number) => {
    const ask = await server.as(people[asker])
    const { data } = await ask<Directory>(directory, { id: `Person_${people.mette.id}`, after })
    return data?.node?.identities.length ?? 0
  }
  expect([await seen('mette'), await seen('ida'), await seen('kim')]).toEqual([2, 2, 2])
  expect([await seen('ida', 1), await seen('ida', 2)]).toEqual([1, 0])
  expect([await seen('former'), await seen('admin'), await seen('stranger')]).toEqual([0, 0, 0])
})

test('several people’s chains are asked for at once; whoever meets none of them is told of nobody', async () => {
  const people = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const person = (name: string) => seed.person(organisation, { name })
    const [mette, ida, signe, stranger] = [person('Mette'), person('Ida'), person('Signe'), person('Sven')]
    const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    seed.network(organisation, { name: 'Nord', consultant, members: [mette, ida, signe] })
    const keys = makeKeys(mette)
    for (const each of [ida, stranger]) seed.keys(each, makeKeys(each))
    seed.keys(mette, keys)
    seed.keys(mette, { ...makeKeys(mette, keys), wraps: [] })
    return { mette, ida, signe, stranger }
  })
  const several = 'query ($ids: [ID!]!) { identities(personIds: $ids) { personId number } }'
  type Several = { identities: { personId: string; number: number }[] }
  const { mette, ida, signe, stranger } = people
  const all = [stranger, signe, mette, ida].map(({ id }) => `Person_${id}`)
  const told = async (asker: keyof typeof people, ids = all) => {
    const ask = await server.as(people[asker])
    const { data, errors } = await ask<Several>(several, { ids })
    return (
      errors?.[0]?.extensions?.code ?? data?.identities.map(({ personId, number }) => `${personId} ${number}`).sort()
    )
  }
  const theirs = [`Person_${mette.id} 1`, `Person_${mette.id} 2`, `Person_${ida.id} 1`].sort()
  expect(await told('signe')).toEqual(theirs)
  expect(await told('ida', [`Person_${mette.id}`])).toEqual(theirs.filter((each) => each.includes(mette.id)))
  expect(await told('stranger')).toEqual([`Person_${stranger.id} 1`])
  expect(await told('stranger', all.slice(1))).toEqual([])
  expect((await server.ask<Several>(null, several, { ids: all })).data?.identities).toEqual([])
  const fifty = Array.from({ length: 50 }, () => `Person_${crypto.randomUUID()}`)
  expect(await told('signe', fifty)).toEqual([])
  expect(await told('signe', [...fifty, `Person_${mette.id}`])).toBe('BAD_USER_INPUT')
})
