import { dayAhead } from '@lederkreds/testing/day'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const town = (seed: Seed) => {
  const organisation = seed.organisation('Sønderby')
  const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const lis = seed.person(organisation, { name: 'Lis', roles: ['consultant'] })
  const [ada, ben, eva, ole] = ['Ada', 'Ben', 'Eva', 'Ole'].map((name) => seed.person(organisation, { name })) as [
    SeededPerson,
    SeededPerson,
    SeededPerson,
    SeededPerson,
  ]
  const network = seed.network(organisation, { name: 'Nord', consultant: kim, members: [ada, ben], undecided: [eva] })
  return { organisation, kim, lis, ada, ben, eva, ole, network, id: `Network_${network.id}` }
}

const members = `query ($id: ID!) { network(id: $id) {
  version members { id isConvenor person { name } } formerMembers { person { name } } consultants { accessUntil person { name } }
} }`
const pass = `mutation ($id: ID!) { passConvenor(membershipId: $id) {
  __typename ... on Network { members { isConvenor person { name } } }
} }`
const remove = 'mutation ($id: ID!) { removeMember(membershipId: $id) { members { person { name } } } }'
const leave = 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { name } }'
const agree = `mutation ($id: ID!, $person: ID!, $until: String!) { agreeAccess(networkId: $id, personId: $person, accessUntil: $until) {
  __typename ... on Network { consultants { accessUntil person { name } } } ... on InvalidInput { issues { path problem } }
} }`
const editNetwork = `mutation ($id: ID!, $version: Int!, $input: EditNetworkInput!) { editNetwork(id: $id, version: $version, input: $input) {
  __typename ... on Network { name purpose methods endsOn version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } }
} }`
const close =
  'mutation ($id: ID!, $version: Int!) { closeNetwork(id: $id, version: $version) { __typename ... on Network { state } } }'
const notFound = { errors: [{ extensions: { code: 'NOT_FOUND' } }] }

type Members = { network: { version: number; members: { id: string; person: { name: string } }[] } }

async function memberships(person: SeededPerson, id: string): Promise<Record<string, string>> {
  const { data } = await (await server.as(person))<Members>(members, { id })
  return Object.fromEntries((data?.network.members ?? []).map((member) => [member.person.name, member.id]))
}

/** Runs as the API's own role under somebody's session, around every rule of the code. */
async function around(token: string, statement: string, values: unknown[]) {
  const client = new pg.Client(server.database.apiUrl)
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.session', encode(sha256($1), 'hex'), true)`, [token])
    return (await client.query(statement, values)).rowCount
  } finally {
    await client.end()
  }
}

test('the convenor passes her role on; there is one at a time, and she must have accepted the rules', async () => {
  const { ada, kim, id } = await server.seed(town)
  const who = await memberships(ada, id)
  const adaAsks = await server.as(ada)
  expect((await adaAsks(pass, { id: who.Eva })).data).toEqual({ passConvenor: { __typename: 'ConvenorMustBeMember' } })
  expect((await adaAsks(pass, { id: who.Ben })).data).toMatchObject({
    passConvenor: {
      members: [
        { isConvenor: false, person: { name: 'Ada' } },
        { isConvenor: true, person: { name: 'Ben' } },
        { isConvenor: false },
      ],
    },
  })
  expect(await adaAsks(pass, { id: who.Ada })).toMatchObject(notFound)
  expect((await (await server.as(kim))(pass, { id: who.Ada })).data).toMatchObject({
    passConvenor: { __typename: 'Network' },
  })
})

test('nobody makes herself convenor, lets herself in again, or keeps a second one, not even around the code', async () => {
  const { ada, ben, eva, kim, ole, network, id } = await server.seed(town)
  const who = await memberships(kim, id)
  for (const person of [ben, eva, ole])
    expect(await (await server.as(person))(pass, { id: who.Ben })).toMatchObject(notFound)
  const claim = 'UPDATE membership SET is_convenor = true WHERE network_id = $1 AND person_id = $2'
  await expect(around((await server.as(ben)).token, claim, [network.id, ben.id])).rejects.toThrow('row-level security')
  await expect(around((await server.as(ada)).token, claim, [network.id, ben.id])).rejects.toThrow(
    'membership_one_convenor',
  )
  await (await server.as(ben))(leave, { id })
  await expect(
    around(
      (await server.as(ben)).token,
      'UPDATE membership SET left_at = NULL WHERE network_id = $1 AND person_id = $2',
      [network.id, ben.id],
    ),
  ).rejects.toThrow('row-level security')
})

test('a member leaves at any time, before or after accepting, and sees nothing from then on', async () => {
  const { ada, ben, eva, kim, ole, id } = await server.seed(town)
  for (const person of [ben, eva]) {
    const as = await server.as(person)
    expect((await as(leave, { id })).data).toEqual({ leaveNetwork: { name: person.name } })
    expect((await as(members, { id })).data).toEqual({ network: null })
    expect((await as('{ viewer { pendingGroundRules { version } } }')).data).toEqual({
      viewer: { pendingGroundRules: [] },
    })
    expect(await as(leave, { id })).toMatchObject(notFound)
  }
  expect((await (await server.as(ada))(members, { id })).data).toMatchObject({
    network: {
      members: [{ person: { name: 'Ada' } }],
      formerMembers: [{ person: { name: 'Ben' } }, { person: { name: 'Eva' } }],
    },
  })
  for (const person of [kim, ole]) expect(await (await server.as(person))(leave, { id })).toMatchObject(notFound)
})

test('the consultant takes out a member who can no longer be there; nobody else can', async () => {
  const { ada, ben, kim, ole, id } = await server.seed(town)
  const who = await memberships(kim, id)
  for (const person of [ada, ole])
    expect(await (await server.as(person))(remove, { id: who.Ben })).toMatchObject(notFound)
  expect((await (await server.as(kim))(remove, { id: who.Ben })).data).toEqual({
    removeMember: { members: [{ person: { name: 'Ada' } }, { person: { name: 'Eva' } }] },
  })
  expect((await (await server.as(ben))(members, { id })).data).toEqual({ network: null })
})

test("when somebody changes job, the consultant hears that two members have become each other's manager and report", async () => {
  const { ada, ben, kim, id } = await server.seed(town)
  const pairs = 'query ($id: ID!) { network(id: $id) { reportingPairs { report manager } } }'
  expect((await (await server.as(kim))(pairs, { id })).data).toEqual({ network: { reportingPairs: [] } })
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  await owner
    .query('UPDATE "position" SET manager_id = $1 WHERE person_id = $2', [ada.id, ben.id])
    .finally(() => owner.end())
  expect((await (await server.as(kim))(pairs, { id })).data).toEqual({
    network: { reportingPairs: [{ report: 'Ben', manager: 'Ada' }] },
  })
  expect((await (await server.as(ada))(pairs, { id })).data).toEqual({ network: { reportingPairs: [] } })
})

test("a consultant's access ends with the agreed day by itself", async () => {
  const yesterday = dayAhead(-1)
  const { kim, ada, id } = await server.seed((seed) => {
    const organisation = seed.organisation('Sønderby')
    const [kim, ada] = [
      seed.person(organisation, { name: 'Kim', roles: ['consultant'] }),
      seed.person(organisation, { name: 'Ada' }),
    ]
    const network = seed.network(organisation, {
      name: 'Nord',
      consultant: kim,
      members: [ada],
      accessUntil: yesterday,
    })
    return { kim, ada, id: `Network_${network.id}` }
  })
  const kimAsks = await server.as(kim)
  expect((await kimAsks(members, { id })).data).toEqual({ network: null })
  expect((await kimAsks('{ facilitatedNetworks { edges { node { name } } } }')).data).toEqual({
    facilitatedNetworks: { edges: [] },
  })
  const later = dayAhead(30)
  expect(await kimAsks(agree, { id, person: `Person_${kim.id}`, until: later })).toMatchObject(notFound)
  expect((await (await server.as(ada))(members, { id })).data).toMatchObject({ network: { consultants: [] } })
  expect((await (await server.as(ada))(agree, { id, person: `Person_${kim.id}`, until: later })).data).toMatchObject({
    agreeAccess: { consultants: [{ accessUntil: later, person: { name: 'Kim' } }] },
  })
  expect((await kimAsks(members, { id })).data).toMatchObject({ network: { members: [{}] } })
})

test('a consultant brings in a colleague and ends sooner, and does not prolong her own access', async () => {
  const { kim, lis, ben, ole, id } = await server.seed(town)
  const kimAsks = await server.as(kim)
  const until = dayAhead(60)
  expect((await kimAsks(agree, { id, person: `Person_${lis.id}`, until })).data).toMatchObject({
    agreeAccess: { __typename: 'Network' },
  })
  expect((await (await server.as(lis))(members, { id })).data).toMatchObject({ network: { members: [{}, {}, {}] } })
  expect((await kimAsks(agree, { id, person: `Person_${kim.id}`, until })).data).toMatchObject({
    agreeAccess: { __typename: 'Network' },
  })
  const later = dayAhead(90)
  expect((await kimAsks(agree, { id, person: `Person_${kim.id}`, until: later })).data).toEqual({
    agreeAccess: { __typename: 'AccessNotYours' },
  })
  expect((await kimAsks(agree, { id, person: `Person_${kim.id}`, until: '2020-01-01' })).data).toEqual({
    agreeAccess: { __typename: 'InvalidInput', issues: [{ path: 'accessUntil', problem: 'tooEarly' }] },
  })
  expect(await kimAsks(agree, { id, person: `Person_${ole.id}`, until })).toMatchObject(notFound)
  for (const person of [ben, ole])
    expect(await (await server.as(person))(agree, { id, person: `Person_${lis.id}`, until })).toMatchObject(notFound)
})

test('the consultant changes name, purpose and methods, unless somebody has been faster; nobody else does', async () => {
  const { kim, ada, ole, id } = await server.seed(town)
  const input = { name: 'Nord 🌿', purpose: 'مرحبا\nLinje to', methods: ['troika'], endsOn: '2027-06-01' }
  const as = await server.as(kim)
  expect((await as(editNetwork, { id, version: 1, input })).data).toEqual({
    editNetwork: { __typename: 'Network', ...input, version: 2 },
  })
  expect((await as(editNetwork, { id, version: 1, input })).data).toEqual({
    editNetwork: { __typename: 'Stale', yours: 1, theirs: 2 },
  })
  const bad = { name: ' ', purpose: 'x'.repeat(1001), methods: ['x'], endsOn: '2027-13-01' }
  expect((await as(editNetwork, { id, version: 2, input: bad })).data).toMatchObject({
    editNetwork: {
      issues: [
        { path: 'name', problem: 'empty' },
        { path: 'purpose', problem: 'tooLong' },
        { path: 'methods.0', problem: 'unknown' },
        { path: 'endsOn', problem: 'notADate' },
      ],
    },
  })
  for (const person of [ada, ole])
    expect(await (await server.as(person))(editNetwork, { id, version: 2, input })).toMatchObject(notFound)
})

test('whoever keeps the network chooses its methods one by one; nobody else does', async () => {
  const { kim, ada, ben, ole, id } = await server.seed(town)
  const choose = `mutation ($id: ID!, $method: String!, $isChosen: Boolean!) {
    chooseMethod(id: $id, method: $method, isChosen: $isChosen) {
      __typename ... on Network { methods version viewerCanChooseMethods } ... on InvalidInput { issues { path problem } } } }`
  const [convenor, consultant] = [await server.as(ada), await server.as(kim)]
  const answer = (methods: string[], version: number) => ({
    data: { chooseMethod: { __typename: 'Network', methods, version, viewerCanChooseMethods: true } },
  })
  const troika = { id, method: 'troika', isChosen: true }
  expect(await convenor(choose, troika)).toEqual(answer(['kollegial-sparring-8-trin', 'troika'], 2))
  expect(await convenor(choose, troika)).toEqual(answer(['kollegial-sparring-8-trin', 'troika'], 2))
  const out = { id, method: 'kollegial-sparring-8-trin', isChosen: false }
  expect(await consultant(choose, out)).toEqual(answer(['troika'], 3))
  expect(await convenor(choose, { ...troika, method: 'chat' })).toEqual({
    data: { chooseMethod: { __typename: 'InvalidInput', issues: [{ path: 'method', problem: 'unknown' }] } },
  })
  for (const person of [ben, ole]) expect(await (await server.as(person))(choose, troika)).toMatchObject(notFound)
  await consultant(close, { id, version: 3 })
  expect(await convenor(choose, troika)).toMatchObject(notFound)
})

test('of two who choose at once, both are heard', async () => {
  const { kim, ada, id } = await server.seed(town)
  const choose = (method: string) =>
    `mutation { chooseMethod(id: "${id}", method: "${method}", isChosen: true) { __typename } }`
  const [convenor, consultant] = [await server.as(ada), await server.as(kim)]
  await Promise.all([convenor(choose('troika')), consultant(choose('balint'))])
  const { data } = await convenor<{ network: { methods: string[] } }>(
    'query ($id: ID!) { network(id: $id) { methods } }',
    { id },
  )
  expect(data?.network.methods).toEqual(['kollegial-sparring-8-trin', 'troika', 'balint'])
})

test('a closed network is read, never changed', async () => {
  const { kim, ada, ben, id } = await server.seed(town)
  for (const person of [ada, ben])
    expect(await (await server.as(person))(close, { id, version: 1 })).toMatchObject(notFound)
  const who = await memberships(ada, id)
  const as = await server.as(kim)
  expect((await as(close, { id, version: 1 })).data).toEqual({
    closeNetwork: { __typename: 'Network', state: 'closed' },
  })
  expect(await as(close, { id, version: 2 })).toMatchObject(notFound)
  expect(await as(remove, { id: who.Ben })).toMatchObject(notFound)
  expect(await (await server.as(ada))(pass, { id: who.Ben })).toMatchObject(notFound)
  expect((await (await server.as(ada))(members, { id })).data).toMatchObject({ network: { members: [{}, {}, {}] } })
})
