import { Authenticator } from '@lederkreds/testing/authenticator'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { openVisitor, type Visitor } from '@lederkreds/testing/visitor'
import { afterAll, beforeAll, expect, test } from 'vitest'

const origin = 'http://localhost:4321'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ settings: { PUBLIC_URL: origin } })
})
afterAll(() => server.stop())

type Question = { options: string }
const askNewPasskey = 'mutation { askNewPasskey { __typename ... on PasskeyQuestion { options } } }'
const addPasskey =
  'mutation ($answer: String!, $name: String!) { addPasskey(answer: $answer, name: $name) { __typename ... on Passkey { id name } } }'
const askPasskey = 'mutation { askPasskey { options } }'
const signIn =
  'mutation ($answer: String!) { signInWithPasskey(answer: $answer) { __typename ... on SignedIn { personId } } }'

/** A browser in which Mette is signed in. */
async function metteAt(options: { steppedUp?: boolean } = {}) {
  const { mette, token } = await server.seed((seed) => {
    const mette = seed.person(seed.organisation('Aarhus'), { name: 'Mette' })
    return { mette, token: seed.session(mette, options) }
  })
  const browser = openVisitor(server)
  browser.cookies.set('lederkreds-session', token)
  return { mette, browser }
}
const newOptions = async ({ ask }: Visitor) =>
  (await ask<{ askNewPasskey: Question }>(askNewPasskey)).data?.askNewPasskey.options ?? ''
const options = async ({ ask }: Visitor) =>
  (await ask<{ askPasskey: Question }>(askPasskey)).data?.askPasskey.options ?? ''
const add = async ({ ask }: Visitor, answer: string, name = 'Min telefon') =>
  (await ask<{ addPasskey: { __typename: string; id: string } }>(addPasskey, { answer, name })).data?.addPasskey
const enter = async ({ ask }: Visitor, answer: string) =>
  (await ask<{ signInWithPasskey: object }>(signIn, { answer })).data?.signInWithPasskey
const refused = { __typename: 'PasskeyRefused' }

async function metteWithPasskey() {
  const { mette, browser } = await metteAt()
  const device = new Authenticator(origin)
  const passkey = await add(browser, device.create(await newOptions(browser)))
  return { mette, browser, device, passkey }
}

test('a passkey signs its person in from a browser that has never been here, without an address', async () => {
  const { mette, device, passkey } = await metteWithPasskey()
  expect(passkey).toMatchObject({ __typename: 'Passkey', name: 'Min telefon' })
  const visitor = openVisitor(server)
  const asked = await options(visitor)
  expect(JSON.parse(asked)).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  expect(JSON.parse(asked).allowCredentials ?? []).toEqual([])
  expect(await enter(visitor, device.get(asked))).toEqual({ __typename: 'SignedIn', personId: `Person_${mette.id}` })
  expect(await visitor.ask('{ viewer { name passkeys { name } } }')).toEqual({
    data: { viewer: { name: 'Mette', passkeys: [{ name: 'Min telefon' }] } },
  })
})

test('a challenge is answered once, by the browser that it was given to', async () => {
  const { device } = await metteWithPasskey()
  const [visitor, thief] = [openVisitor(server), openVisitor(server)]
  await options(thief)
  // Passkeys that are kept in several devices do not count their uses: the challenge alone makes an answer worth nothing.
  const answer = device.get(await options(visitor), { uses: 0 })
  expect(await enter(thief, answer)).toEqual(refused)
  expect(await enter(visitor, answer)).toMatchObject({ __typename: 'SignedIn' })
  await visitor.ask('mutation { signOut }')
  expect(await enter(visitor, answer)).toEqual(refused)
})

test('another page, another device, a copied device and nonsense are refused alike', async () => {
  const { device } = await metteWithPasskey()
  const visitor = openVisitor(server)
  const stranger = new Authenticator(origin)
  stranger.create(await newOptions((await metteAt()).browser))
  expect(await enter(visitor, stranger.get(await options(visitor)))).toEqual(refused)
  expect(await enter(visitor, device.get(await options(visitor), { origin: 'http://localhost:9999' }))).toEqual(refused)
  expect(await enter(visitor, device.get(await options(visitor), { uses: 7 }))).toMatchObject({
    __typename: 'SignedIn',
  })
  await visitor.ask('mutation { signOut }')
  expect(await enter(visitor, device.get(await options(visitor), { uses: 7 }))).toEqual(refused)
  for (const answer of [
    '',
    '{}',
    'null',
    '[]',
    '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"e30"}}',
    'x'.repeat(30_000),
  ])
    expect(await enter(visitor, answer)).toEqual(refused)
})

test('whoever is signed in confirms only as herself', async () => {
  const { mette, browser, device } = await metteWithPasskey()
  const other = await metteAt()
  expect(await enter(other.browser, device.get(await options(other.browser)))).toEqual(refused)
  expect(await enter(browser, device.get(await options(browser)))).toEqual({
    __typename: 'SignedIn',
    personId: `Person_${mette.id}`,
  })
})

test('making one asks for a recent sign-in and for an answer to this challenge', async () => {
  const stale = await metteAt({ steppedUp: false })
  expect((await stale.browser.ask(askNewPasskey)).errors?.[0]?.extensions?.code).toBe('STEP_UP_NEEDED')
  const { browser } = await metteAt()
  const device = new Authenticator(origin)
  const answer = device.create(await newOptions(browser))
  expect(await add(browser, device.create(await newOptions(browser), 'http://evil.example'))).toEqual(refused)
  expect(
    await add(
      browser,
      device.create(
        await options(openVisitor(server)).then((text) =>
          JSON.stringify({ ...JSON.parse(text), rp: { id: 'localhost' }, user: { id: 'x' } }),
        ),
      ),
    ),
  ).toEqual(refused)
  expect((await stale.browser.ask(addPasskey, { answer, name: 'x' })).errors?.[0]?.extensions?.code).toBe(
    'STEP_UP_NEEDED',
  )
  expect(await add(browser, answer)).toMatchObject({ __typename: 'Passkey' })
  expect(await add(browser, answer)).toEqual(refused)
})

test('passkeys are renamed and removed by their owner only', async () => {
  const { browser, device, passkey } = await metteWithPasskey()
  const { browser: thief } = await metteAt()
  const rename = `mutation ($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { __typename ... on Passkey { name } } }`
  const remove = 'mutation ($id: ID!) { removePasskey(id: $id) { __typename } }'
  const id = passkey?.id
  expect((await thief.ask(rename, { id, name: 'Mine' })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
  expect((await thief.ask(remove, { id })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND')
  expect(await browser.ask(rename, { id, name: ' Arbejdsmobil ' })).toEqual({
    data: { renamePasskey: { __typename: 'Passkey', name: 'Arbejdsmobil' } },
  })
  expect(await browser.ask(rename, { id, name: ' ' })).toMatchObject({
    data: { renamePasskey: { __typename: 'InvalidInput' } },
  })
  expect(await browser.ask(remove, { id })).toEqual({ data: { removePasskey: { __typename: 'Viewer' } } })
  const visitor = openVisitor(server)
  expect(await enter(visitor, device.get(await options(visitor)))).toEqual(refused)
})
