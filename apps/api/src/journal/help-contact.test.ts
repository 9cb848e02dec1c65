import { randomUUID } from 'node:crypto'
import { defaultHelpContacts } from '@lederkreds/domain/journal/help-contact'
import type { Seed } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

type Contacts = { version: number; isDefault: boolean; viewerCanEdit: boolean; da: object[]; en: object[] }
const fields = `version isDefault viewerCanEdit
  da: contacts(locale: da) { label text phone url } en: contacts(locale: en) { label text phone url }`
const read = `{ viewer { helpContacts { ${fields} } } }`
const edit = `mutation ($version: Int!, $lists: HelpContactListsInput!) { editHelpContacts(version: $version, lists: $lists) {
  __typename ... on HelpContactList { ${fields} } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } }
} }`
const reset = `mutation ($version: Int!) { resetHelpContacts(version: $version) {
  __typename ... on HelpContactList { ${fields} } ... on Stale { yours theirs }
} }`

const doctor = { label: 'Lægehuset', text: 'Hverdage 8-16', phone: '70 20 12 01', url: 'https://laege.example/' }
const friend = { label: 'A colleague', text: null, phone: null, url: null }
const lists = { da: [doctor], en: [friend, doctor] }
const defaults = { version: 0, isDefault: true, viewerCanEdit: false, ...defaultHelpContacts }

const organisation = async () => {
  const people = await server.seed((seed: Seed) => {
    const id = seed.organisation('Sønderby')
    return {
      admin: seed.person(id, { name: 'Astrid', roles: ['admin'] }),
      leader: seed.person(id, { name: 'Mette' }),
      consultant: seed.person(id, { name: 'Kim', roles: ['consultant'] }),
    }
  })
  const [admin, leader, consultant] = await Promise.all([people.admin, people.leader, people.consultant].map(server.as))
  if (!admin || !leader || !consultant) throw new Error('Nobody is signed in.')
  return { admin, leader, consultant }
}
const seen = async (ask: Awaited<ReturnType<typeof server.as>>) =>
  (await ask<{ viewer: { helpContacts: Contacts } }>(read)).data?.viewer.helpContacts

test('everybody has somebody to talk to before an administrator has written anything', async () => {
  const { leader, admin } = await organisation()
  expect(await seen(leader)).toEqual(defaults)
  expect(await seen(admin)).toEqual({ ...defaults, viewerCanEdit: true })
})

test('what an administrator writes is read by everybody in her organisation, and by nobody elsewhere', async () => {
  const [here, elsewhere] = [await organisation(), await organisation()]
  const written = { version: 1, isDefault: false, ...lists }
  expect(await here.admin(edit, { version: 0, lists })).toEqual({
    data: { editHelpContacts: { __typename: 'HelpContactList', ...written, viewerCanEdit: true } },
  })
  expect(await seen(here.leader)).toEqual({ ...written, viewerCanEdit: false })
  expect(await seen(here.consultant)).toEqual({ ...written, viewerCanEdit: false })
  expect(await seen(elsewhere.leader)).toEqual(defaults)
})

test('nobody but an administrator writes or resets it', async () => {
  const { leader, consultant } = await organisation()
  for (const ask of [leader, consultant])
    for (const [mutation, variables] of [
      [edit, { version: 0, lists }],
      [reset, { version: 0 }],
    ] as const)
      expect((await ask(mutation, variables)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
  expect(await seen(leader)).toEqual(defaults)
})

const log = '{ auditEntries { edges { node { act actorName networkNames person { name } } } } }'
type Log = { auditEntries: { edges: { node: { act: string; actorName: string } }[] } }
const logOf = async (ask: Awaited<ReturnType<typeof server.as>>) =>
  (await ask<Log>(log)).data?.auditEntries.edges.map(({ node }) => node)

test('everybody in the organisation reads in the log who wrote and who reset it, and nobody elsewhere', async () => {
  const [here, elsewhere] = [await organisation(), await organisation()]
  await here.admin(edit, { version: 0, lists })
  await here.admin(edit, { version: 0, lists: { da: [friend], en: [friend] } })
  await here.leader(edit, { version: 1, lists })
  await here.admin(reset, { version: 1 })
  const entry = { actorName: 'Astrid', networkNames: [], person: null }
  const both = [
    { ...entry, act: 'resetHelpContacts' },
    { ...entry, act: 'changedHelpContacts' },
  ]
  for (const ask of [here.admin, here.leader, here.consultant]) expect(await logOf(ask)).toEqual(both)
  for (const ask of [elsewhere.admin, elsewhere.leader]) expect(await logOf(ask)).toEqual([])
})

test('sent again it is written in the log once', async () => {
  const { admin, leader } = await organisation()
  const requestId = randomUUID()
  for (const _ of [1, 2]) await admin(edit, { version: 0, lists }, requestId)
  expect(await logOf(leader)).toHaveLength(1)
})

test('the row policies alone show the log of it to nobody elsewhere', async () => {
  const open = await startTestServer({ codeWall: false })
  try {
    const people = await open.seed((seed) => {
      const [here, elsewhere] = [seed.organisation('Sønderby'), seed.organisation('Odense')]
      const admin = seed.person(here, { name: 'Astrid', roles: ['admin'] })
      return { admin, leader: seed.person(here, { name: 'Mette' }), stranger: seed.person(elsewhere, { name: 'Ida' }) }
    })
    await (await open.as(people.admin))(edit, { version: 0, lists })
    expect(await logOf(await open.as(people.leader))).toHaveLength(1)
    expect(await logOf(await open.as(people.stranger))).toEqual([])
  } finally {
    await open.stop()
  }
})

test('whoever saves on top of something newer is told so, also when both began from nothing', async () => {
  const { admin } = await organisation()
  await admin(edit, { version: 0, lists })
  const stale = { __typename: 'Stale', yours: 0, theirs: 1 }
  expect(await admin(edit, { version: 0, lists: { da: [friend], en: [friend] } })).toEqual({
    data: { editHelpContacts: stale },
  })
  expect(await admin(reset, { version: 0 })).toEqual({ data: { resetHelpContacts: stale } })
  expect(await seen(admin)).toMatchObject(lists)
})

test('a reset brings the first list back, and its version is never used again', async () => {
  const { admin, leader } = await organisation()
  await admin(edit, { version: 0, lists })
  await admin(reset, { version: 1 })
  expect(await seen(leader)).toEqual({ ...defaults, version: 2 })
  expect(await admin(edit, { version: 1, lists })).toEqual({
    data: { editHelpContacts: { __typename: 'Stale', yours: 1, theirs: 2 } },
  })
  expect(await admin(edit, { version: 2, lists })).toMatchObject({
    data: { editHelpContacts: { version: 3, ...lists } },
  })
})

test('a list that cannot be kept is refused at each place', async () => {
  const { admin } = await organisation()
  const wrong = { da: [], en: [{ ...doctor, label: '', phone: 'ring', url: 'http://laege.example/' }] }
  expect(await admin(edit, { version: 0, lists: wrong })).toEqual({
    data: {
      editHelpContacts: {
        __typename: 'InvalidInput',
        issues: [
          { path: 'lists.da', problem: 'tooFew' },
          { path: 'lists.en.0.label', problem: 'empty' },
          { path: 'lists.en.0.phone', problem: 'invalid' },
          { path: 'lists.en.0.url', problem: 'notHttps' },
        ],
      },
    },
  })
})
