import { dayAhead } from '@lederkreds/testing/day'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const draftFields = `
  template locale name purpose place link methods facilitatedMeetings
  moves { day to }
  people { name email title workplace managementLevel }
  groundRules { key heading text }
  rhythm { from until everyWeeks weekday startTime minutes }`

const createNetwork = `mutation ($template: String! = "home") {
  createNetwork(template: $template, locale: "da") { __typename ... on Network { id version state name draft { ${draftFields} } } }
}`
const saveDraft = `mutation ($id: ID!, $version: Int!, $draft: NetworkDraftInput!) {
  saveDraft(id: $id, version: $version, draft: $draft) {
    __typename
    ... on Network { version name draft { ${draftFields} } }
    ... on Stale { yours theirs }
    ... on InvalidInput { issues { path problem } }
  }
}`
const startNetwork = `mutation ($id: ID!, $version: Int!, $until: String!) {
  startNetwork(id: $id, version: $version, accessUntil: $until) {
    __typename
    ... on Network {
      state name purpose methods endsOn draft { name } groundRules { version sections { key } }
      invitations { email name state } consultants { accessUntil person { name } }
    }
    ... on DraftIncomplete { missing }
    ... on AdviceForbids { rules }
    ... on ReportingLine { report { name } manager { name } }
    ... on InvalidInput { issues { path problem } }
  }
}`

type Draft = { people: object[]; methods: string[]; rhythm: { until: string } } & Record<string, unknown>
type Kept = { id: string; version: number; draft: Draft }

const town = (seed: Seed) => {
  const organisation = seed.organisation('Sønderby')
  const kim = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const ada = seed.person(organisation, { name: 'Ada', level: 3 })
  const ben = seed.person(organisation, { name: 'Ben', level: 3 })
  const bo = seed.person(organisation, { name: 'Bo', level: 2 })
  const eva = seed.person(organisation, { name: 'Eva', level: 3, manager: bo })
  return { kim, ada, ben, bo, eva, other: seed.person(organisation, { name: 'Lis', roles: ['consultant'] }) }
}

const invitee = ({ name, email }: Pick<SeededPerson, 'name' | 'email'>) => ({ name, email })
const soon = dayAhead(90)

async function drafting(change: (draft: Draft) => Draft, person: SeededPerson) {
  const as = await server.as(person)
  const made = (await as<{ createNetwork: Kept }>(createNetwork)).data?.createNetwork as Kept
  const draft = change(made.draft)
  const saved = await as<{ saveDraft: Kept }>(saveDraft, { id: made.id, version: made.version, draft })
  return { as, id: made.id, version: saved.data?.saveDraft.version ?? 0, draft, saved }
}

test('a draft from a template lacks nothing but its people, is kept, and becomes a network with its invitations', async () => {
  const { kim, ada, ben } = await server.seed(town)
  const people = [ada, ben].map(invitee)
  const { as, id, version, saved, draft } = await drafting(
    (draft) => ({ ...draft, name: 'Skolelederne 🌿 Nord', people }),
    kim,
  )
  expect(saved.data?.saveDraft).toMatchObject({ version: 2, name: 'Skolelederne 🌿 Nord', draft: { people } })
  const started = await as<{ startNetwork: object }>(startNetwork, { id, version, until: soon })
  expect(started.data?.startNetwork).toMatchObject({
    __typename: 'Network',
    state: 'inviting',
    name: 'Skolelederne 🌿 Nord',
    methods: draft.methods,
    endsOn: draft.rhythm.until,
    draft: null,
    groundRules: { version: 1, sections: expect.arrayContaining([{ key: 'confidentiality' }, { key: 'breach' }]) },
    invitations: people.map((person) => ({ ...person, state: 'queued' })),
    consultants: [{ accessUntil: soon, person: { name: 'Kim' } }],
  })
  expect((await as(startNetwork, { id, version: 3, until: soon })).data?.startNetwork).toMatchObject({
    __typename: 'NotADraft',
  })
})

test('nobody but its writer knows of a draft', async () => {
  const { kim, ada, other } = await server.seed(town)
  const { id, version, draft } = await drafting((draft) => draft, kim)
  for (const person of [ada, other]) {
    const as = await server.as(person)
    expect((await as(`query ($id: ID!) { network(id: $id) { name } }`, { id })).data).toEqual({ network: null })
    for (const [mutation, more] of [
      [saveDraft, { draft }],
      [startNetwork, { until: soon }],
    ] as const)
      expect(await as(mutation, { id, version, ...more })).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      })
    expect(await as('mutation ($id: ID!) { discardDraft(id: $id) }', { id })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    })
  }
  expect(await (await server.as(ada))(createNetwork)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
})

test('two windows on one draft: the slower one hears of it and overwrites nothing', async () => {
  const { kim } = await server.seed(town)
  const { as, id, draft } = await drafting((draft) => ({ ...draft, name: 'First' }), kim)
  expect((await as(saveDraft, { id, version: 1, draft })).data?.saveDraft).toEqual({
    __typename: 'Stale',
    yours: 1,
    theirs: 2,
  })
})

test('what cannot be kept is refused with its place, and the draft stays as it was', async () => {
  const { kim } = await server.seed(town)
  const twice = { name: 'Mette', email: 'mette@k.dk' }
  const bad = (draft: Draft) => ({
    ...draft,
    name: 'x\u0007',
    people: [twice, { ...twice, email: 'METTE@k.dk' }],
    methods: ['none'],
    link: 'http://x.dk',
  })
  const { as, id, saved } = await drafting(bad, kim)
  expect(saved.data?.saveDraft).toEqual({
    __typename: 'InvalidInput',
    issues: [
      { path: 'name', problem: 'controlCharacter' },
      { path: 'people', problem: 'duplicate' },
      { path: 'link', problem: 'notHttps' },
      { path: 'methods.0', problem: 'unknown' },
    ],
  })
  expect((await as(`query ($id: ID!) { network(id: $id) { version name } }`, { id })).data).toEqual({
    network: { version: 1, name: 'Hjemmenetværk' },
  })
})

test('a network does not start without people, with its own managers in it, or too large for its case methods', async () => {
  const { kim, ada, bo, eva } = await server.seed(town)
  const start = async (people: object[]) => {
    const { as, id, version } = await drafting((draft) => ({ ...draft, people }), kim)
    const { data } = await as<{ startNetwork: object }>(startNetwork, { id, version, until: soon })
    expect((await as(`query ($id: ID!) { network(id: $id) { state invitations { email } } }`, { id })).data).toEqual({
      network: { state: 'draft', invitations: [] },
    })
    return data?.startNetwork
  }
  expect(await start([])).toEqual({ __typename: 'DraftIncomplete', missing: ['members'] })
  expect(await start([ada, eva, bo].map(invitee))).toEqual({
    __typename: 'ReportingLine',
    report: { name: 'Eva' },
    manager: { name: 'Bo' },
  })
  const many = Array.from({ length: 13 }, (_, index) => ({ name: `Leder ${index}`, email: `leder${index}@k.dk` }))
  expect(await start(many)).toEqual({ __typename: 'AdviceForbids', rules: ['caseMethodsInLargeGroup'] })
})

test('the advice learns who manages whom in the consultant’s own organisation, and of nobody elsewhere', async () => {
  const { kim, bo, eva, ada } = await server.seed(town)
  const elsewhere = await server.seed((seed) =>
    seed.person(seed.organisation('Nabokommunen'), { name: 'Jens', level: 2 }),
  )
  const placements =
    'query ($emails: [String!]!) { placements(emails: $emails) { personId name managementLevel managers } }'
  const emails = [eva, elsewhere].map(({ email }) => email)
  expect((await (await server.as(kim))(placements, { emails })).data).toEqual({
    placements: [{ personId: eva.id, name: 'Eva', managementLevel: 3, managers: [bo.id] }],
  })
  expect(await (await server.as(ada))(placements, { emails })).toMatchObject({
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  })
})

test('a draft can be thrown away', async () => {
  const { kim } = await server.seed(town)
  const { as, id } = await drafting((draft) => draft, kim)
  expect((await as('mutation ($id: ID!) { discardDraft(id: $id) }', { id })).data).toEqual({ discardDraft: id })
  expect((await as('{ facilitatedNetworks { edges { node { name } } } }')).data).toEqual({
    facilitatedNetworks: { edges: [] },
  })
})
