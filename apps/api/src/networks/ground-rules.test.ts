import { writeGroundRules } from '@lederkreds/domain/networks/ground-rules'
import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import { type Mailbox, openMailbox } from '@lederkreds/testing/mailbox'
import type { Seed } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker, type Worker } from '../worker.ts'

let server: TestServer
let mailbox: Mailbox
let worker: Worker
beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startTestServer({ smtpUrl: mailbox.url })
  worker = await startWorker(server.settings, pino({ level: 'silent' }))
})
afterAll(async () => {
  await worker.stop()
  await server.stop()
  await mailbox.stop()
})

const template = groundRulesTemplate.da
const town = (seed: Seed) => {
  const organisation = seed.organisation('Sønderby')
  const kim = seed.person(organisation, { name: 'Kim Bach', roles: ['consultant'] })
  const ada = seed.person(organisation, { name: 'Ada' })
  const ben = seed.person(organisation, { name: 'Ben' })
  const eva = seed.person(organisation, { name: 'Eva', locale: 'en' })
  const outsider = seed.person(organisation, { name: 'Ole', roles: ['admin'] })
  const network = seed.network(organisation, {
    name: 'Nord',
    consultant: kim,
    members: [ada, ben],
    undecided: [eva],
    groundRules: writeGroundRules(template),
  })
  return { kim, ada, ben, eva, outsider, id: `Network_${network.id}` }
}

const pending = `{ viewer { pendingGroundRules {
  networkId networkName invitedBy version isChange changedKeys sections { key } removed { key }
} } }`
const accept = `mutation ($id: ID!, $version: Int!) { acceptGroundRules(networkId: $id, version: $version) {
  __typename ... on Network { name groundRules { version } } ... on GroundRulesChanged { version }
} }`
const edit = `mutation ($id: ID!, $version: Int!, $sections: [GroundRulesSectionInput!]!) {
  editGroundRules(networkId: $id, version: $version, sections: $sections) {
    __typename
    ... on Network { groundRules { version sections { key heading text } } members { person { name } hasAccepted } }
    ... on GroundRulesChanged { version }
    ... on GroundRulesIncomplete { missing }
    ... on InvalidInput { issues { path problem } }
  }
}`
const see = `query ($id: ID!) { network(id: $id) { name members { person { name } } meetings(first: 1, when: upcoming) { edges { node { id } } } } }`

test('a member sees nothing of her network but its rules until she has said yes to them', async () => {
  const { eva, id } = await server.seed(town)
  const as = await server.as(eva)
  expect((await as(see, { id })).data).toEqual({ network: null })
  expect((await as('{ networks { edges { node { name } } } }')).data).toEqual({ networks: { edges: [] } })
  expect((await as<{ viewer: { pendingGroundRules: object[] } }>(pending)).data?.viewer.pendingGroundRules).toEqual([
    {
      networkId: id,
      networkName: 'Nord',
      invitedBy: 'Kim Bach',
      version: 1,
      isChange: false,
      changedKeys: [],
      removed: [],
      sections: template.map(({ key }) => ({ key })),
    },
  ])
  expect((await as(accept, { id, version: 1 })).data).toEqual({
    acceptGroundRules: { __typename: 'Network', name: 'Nord', groundRules: { version: 1 } },
  })
  expect((await as(see, { id })).data).toMatchObject({ network: { name: 'Nord', members: [{}, {}, {}] } })
  expect((await as(pending)).data).toEqual({ viewer: { pendingGroundRules: [] } })
})

test('a change shuts everybody but its writer out until they have read what is new, and says so by a neutral mail', async () => {
  const { ada, ben, eva, kim, id } = await server.seed(town)
  const [adaAsks, benAsks, kimAsks] = [await server.as(ada), await server.as(ben), await server.as(kim)]
  const sections = [
    ...template.filter(({ key }) => key !== 'breach'),
    { key: 'breach', heading: 'Brud', text: 'Vi taler om det.\n\n## Straks' },
    { key: 'own-1', heading: 'Kaffe 🌿', text: 'Vi bringer selv.' },
  ]
  const { data } = await adaAsks<{ editGroundRules: { groundRules: { sections: object[] } } }>(edit, {
    id,
    version: 1,
    sections,
  })
  expect(data?.editGroundRules).toMatchObject({
    groundRules: { version: 2, sections },
    members: [
      { person: { name: 'Ada' }, hasAccepted: true },
      { person: { name: 'Ben' }, hasAccepted: false },
      { person: { name: 'Eva' }, hasAccepted: false },
    ],
  })
  expect((await benAsks(see, { id })).data).toEqual({ network: null })
  expect((await kimAsks(see, { id })).data).toMatchObject({ network: { name: 'Nord' } })
  expect(
    (await benAsks<{ viewer: { pendingGroundRules: object[] } }>(pending)).data?.viewer.pendingGroundRules,
  ).toMatchObject([{ version: 2, isChange: true, changedKeys: ['breach', 'own-1'], removed: [] }])
  for (const [person, subject] of [
    [ben, 'Spillereglerne i dit netværk er ændret'],
    [eva, 'The ground rules of your network have changed'],
  ] as const) {
    const letter = await mailbox.letterTo(person.email)
    expect(letter.subject).toBe(subject)
    expect(letter.text).toContain(`/networks/${id}`)
    expect(letter.source + letter.text).not.toMatch(/Nord|Brud|Kaffe/)
  }
  expect(mailbox.lettersTo(ada.email)).toEqual([])
  expect((await benAsks(accept, { id, version: 1 })).data).toEqual({
    acceptGroundRules: { __typename: 'GroundRulesChanged', version: 2 },
  })
  expect((await benAsks(accept, { id, version: 2 })).data).toMatchObject({
    acceptGroundRules: { __typename: 'Network', groundRules: { version: 2 } },
  })
})

test('rules are refused that lack a fixed point, cannot be read, or were changed meanwhile', async () => {
  const { kim, id } = await server.seed(town)
  const as = await server.as(kim)
  const attempt = async (version: number, sections: object[]) =>
    (await as<{ editGroundRules: object }>(edit, { id, version, sections })).data?.editGroundRules
  expect(await attempt(1, template.slice(1))).toEqual({ __typename: 'GroundRulesIncomplete', missing: ['purpose'] })
  expect(await attempt(1, [])).toMatchObject({ __typename: 'GroundRulesIncomplete' })
  expect(
    await attempt(
      1,
      template.map((section) => ({ ...section, heading: '' })),
    ),
  ).toMatchObject({
    __typename: 'InvalidInput',
    issues: expect.arrayContaining([{ path: '0.heading', problem: 'empty' }]),
  })
  expect(await attempt(1, [...template, ...template])).toMatchObject({ __typename: 'InvalidInput' })
  expect(await attempt(1, [...template])).toMatchObject({ __typename: 'Network' })
  expect(await attempt(1, [...template])).toEqual({ __typename: 'GroundRulesChanged', version: 2 })
})

test('only the convenor and the consultant change the rules, and only members accept them', async () => {
  const { ben, eva, outsider, kim, id } = await server.seed(town)
  for (const person of [ben, eva, outsider])
    expect(await (await server.as(person))(edit, { id, version: 1, sections: template })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    })
  for (const person of [kim, outsider])
    expect(await (await server.as(person))(accept, { id, version: 1 })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    })
})
