import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const mette = async () =>
  server.as(await server.seed((seed) => seed.person(seed.organisation('Aarhus'), { name: 'Mette' })))

const editProfile = `mutation ($input: EditProfileInput!, $version: Int!) {
  editProfile(input: $input, version: $version) {
    __typename ... on Viewer { name title workplace version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } }
  }
}`

test('a profile keeps what is written, sign by sign', async () => {
  const ask = await mette()
  const input = { name: 'Mette 👩🏽‍🏫 Østergård', title: 'מנהלת בית ספר', workplace: ' Nordre Skole ' }
  const kept = { ...input, workplace: 'Nordre Skole', version: 2 }
  expect(await ask(editProfile, { input, version: 1 })).toEqual({
    data: { editProfile: { __typename: 'Viewer', ...kept } },
  })
  expect(await ask('{ viewer { name title workplace version } }')).toEqual({ data: { viewer: kept } })
})

test('whoever saves on top of something newer is told so, and changes nothing', async () => {
  const ask = await mette()
  await ask(editProfile, { input: { name: 'First' }, version: 1 })
  expect(await ask(editProfile, { input: { name: 'Second' }, version: 1 })).toEqual({
    data: { editProfile: { __typename: 'Stale', yours: 1, theirs: 2 } },
  })
  expect(await ask('{ viewer { name } }')).toEqual({ data: { viewer: { name: 'First' } } })
})

test('a profile that cannot be kept is refused at each place', async () => {
  const ask = await mette()
  const input = { name: '', title: 'x'.repeat(121), workplace: 'a\u0007b' }
  const issues = [
    { path: 'name', problem: 'empty' },
    { path: 'title', problem: 'tooLong' },
    { path: 'workplace', problem: 'controlCharacter' },
  ]
  expect(await ask(editProfile, { input, version: 1 })).toEqual({
    data: { editProfile: { __typename: 'InvalidInput', issues } },
  })
})

test('language and theme are kept, the newest choice counts; nobody else may choose', async () => {
  const ask = await mette()
  const choose =
    'mutation ($locale: Locale!, $theme: Theme!) { choosePreferences(locale: $locale, theme: $theme) { locale theme } }'
  await ask(choose, { locale: 'en', theme: 'dark' })
  await ask(choose, { locale: 'en', theme: 'light' })
  expect(await ask('{ viewer { locale theme } }')).toEqual({ data: { viewer: { locale: 'en', theme: 'light' } } })
  expect((await ask(choose, { locale: 'de', theme: 'light' })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  expect((await server.ask(null, choose, { locale: 'en', theme: 'dark' })).errors?.[0]?.extensions?.code).toBe(
    'UNAUTHENTICATED',
  )
})

test("a colleague's address, place and roles are nobody's business but the administrator's", async () => {
  const { admin, ada, ben } = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const admin = seed.person(organisation, { name: 'Ann', roles: ['admin', 'consultant'] })
    const [ada, ben] = [
      seed.person(organisation, { name: 'Ada', manager: admin, level: 3, roles: ['consultant'] }),
      seed.person(organisation, { name: 'Ben' }),
    ]
    seed.network(organisation, { name: 'Nord', consultant: admin, members: [ada, ben] })
    return { admin, ada, ben }
  })
  const query = `{ node(id: "Person_${ada.id}") { ... on Person { name email roles viewerCanAdminister position { managementLevel manager { name } } } } }`
  expect(await (await server.as(ben))(query)).toEqual({
    data: { node: { name: 'Ada', email: null, roles: [], viewerCanAdminister: false, position: null } },
  })
  expect(await (await server.as(admin))(query)).toEqual({
    data: {
      node: {
        name: 'Ada',
        email: ada.email,
        roles: ['consultant'],
        viewerCanAdminister: true,
        position: { managementLevel: 3, manager: { name: 'Ann' } },
      },
    },
  })
  const stranger = await server.seed((seed) =>
    seed.person(seed.organisation('Vejle'), { name: 'Eva', roles: ['admin'] }),
  )
  expect(await (await server.as(stranger))(query)).toMatchObject({
    data: { node: null },
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  })
})
