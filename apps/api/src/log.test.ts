import { openMailbox } from '@lederkreds/testing/mailbox'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { openVisitor } from '@lederkreds/testing/visitor'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { sixDigits } from './secrets.ts'
import { startWorker } from './worker.ts'

const said: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => said.push(line) })
const spoken = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
  vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.map(String).join(' '))),
)

/** Everything here that a person would not want to find in a log. */
const secrets = {
  name: 'Hemmelig Hansen',
  newName: 'Fortrolig Frederiksen\n    at Fortrolig (Vej:1:2)',
  email: 'hemmelig@privat-postkasse.dk',
  invited: 'indbudt@privat-postkasse.dk',
  title: 'Diskret Direktør',
  place: 'Det tavse mødelokale',
  purpose: 'Vi taler om Jens\n    at Sorgenfri:1:2\n    at det svære',
  search: 'Jens Ulykke',
}

let server: TestServer
let worker: Awaited<ReturnType<typeof startWorker>>
const mailbox = await openMailbox()
beforeAll(async () => {
  server = await startTestServer({ log, smtpUrl: mailbox.url })
  worker = await startWorker(server.settings, log)
})
afterAll(async () => {
  await worker.stop()
  await server.stop()
  await mailbox.stop()
  for (const spy of spoken) spy.mockRestore()
})

test('what people do leaves no name, address, word, code or token in the log', { timeout: 60_000 }, async () => {
  const { name, newName, email, invited, title, place, purpose, search } = secrets
  const { network, token, kim } = await server.seed((seed) => {
    const organisation = seed.organisation('Stilhedens Kommune')
    const kim = seed.person(organisation, { name: 'Kim Tavs', email, roles: ['consultant', 'admin'] })
    const network = seed.network(organisation, { name: 'Det Lukkede Rum', consultant: kim, members: [], purpose })
    return { network, kim, token: seed.session(kim) }
  })
  const ask = (query: string, variables: object = {}) => server.ask<Record<string, unknown>>(token, query, variables)
  const id = `Network_${network.id}`

  const profile =
    'mutation ($name: String!, $title: String) { editProfile(version: 1, input: { name: $name, title: $title }) { __typename } }'
  await ask(profile, { name, title })
  await ask(profile, { name: newName, title: 5 })
  await ask(profile, { name: newName, title })
  await ask('query ($search: String) { people(first: 5, search: $search) { edges { node { name } } } }', { search })
  const invite =
    'mutation ($id: ID!, $people: [NewPersonInput!]!) { invite(networkId: $id, locale: da, people: $people) { __typename } }'
  expect((await ask(invite, { id, people: [{ name, email: invited }] })).data).toMatchObject({
    invite: { __typename: 'Network' },
  })
  const edit = `mutation ($id: ID!, $purpose: String!) { editNetwork(id: $id, version: 1, input: { name: "${place}", purpose: $purpose, methods: [], endsOn: "2030-01-01" }) { __typename } }`
  await ask(edit, { id, purpose })
  await fetch(`${server.url}/participation/export?dialect=plain&from=${encodeURIComponent(search)}`, {
    headers: { 'x-lederkreds': '1', cookie: `lederkreds-session=${token}` },
  })

  const visitor = openVisitor(server)
  const asked = await visitor.ask<{ askCode: { codeId: string } }>(
    'mutation ($email: String!) { askCode(email: $email) { ... on CodeAsked { codeId } } }',
    { email },
  )
  const code = sixDigits(server.settings.SECRET, asked.data?.askCode.codeId ?? '')
  await mailbox.letterTo(email)
  const letter = await mailbox.letterTo(invited)
  const link = /invitation[^\s"]*#([\w-]{43})/.exec(letter.text)?.[1] ?? ''
  const redeem = 'mutation ($id: ID!, $code: String!) { redeemCode(codeId: $id, code: $code) { __typename } }'
  await visitor.ask(redeem, { id: asked.data?.askCode.codeId, code })
  await visitor.ask('query ($token: String!) { invitation(token: $token) { state } }', { token: link })

  // Whatever goes wrong, goes wrong quietly: in the database, in the page's address, in the request, on the socket.
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  await owner.query(`
    CREATE FUNCTION public.shout() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% of ${name}', NEW USING DETAIL = NEW::text, HINT = NEW::text; END $$;
    CREATE TRIGGER shout BEFORE UPDATE ON network FOR EACH ROW EXECUTE FUNCTION public.shout();
    CREATE TRIGGER shout BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION public.shout();
    CREATE TRIGGER shout BEFORE UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION public.shout()`)
  const failed = [
    await ask(edit.replace('version: 1', 'version: 2'), { id, purpose }),
    await ask(profile.replace('1', '2'), { name, title }),
  ]
  expect(failed.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(['INTERNAL', 'INTERNAL'])
  const late = openVisitor(server)
  await late.ask('mutation ($email: String!) { askCode(email: $email) { __typename } }', { email })
  await owner.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
  await server.post(`lederkreds-session=${token}`, `{"${name}": ${email}`)
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lederkreds': '1' },
    body: `{"${name}": ${email}`,
  })
  await fetch(`${server.url}/invitation/${link}?mail=${email}&name=${encodeURIComponent(name)}`)
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/graphql?name=${encodeURIComponent(name)}`,
    'graphql-transport-ws',
    {
      headers: { cookie: `lederkreds-session=${token}` },
    },
  )
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.once('open', () => socket.send('{"type":"connection_init"}'))
  socket.once('message', () => socket.send(`{"type":"${name}","payload":"${email}"}`))
  await closed
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await owner.end()

  const logged = said.join('\n')
  for (const expected of ['"an operation failed"', '"answered"', '"kind":"queue"']) expect(logged).toContain(expected)
  const sought = [
    ...Object.values(secrets).flatMap((text) => text.split(/\n\s*/)),
    ...[name, title, place].flatMap((text) => text.split(' ')),
    ...[
      token,
      code,
      link,
      server.settings.SECRET,
      email.split('@')[1] ?? '',
      visitor.cookies.get('lederkreds-browser') ?? '',
    ],
    ...['Det Lukkede Rum', 'Stilhedens', 'Kim Tavs', kim.id, network.id],
  ]
  for (const secret of sought) expect(secret.length).toBeGreaterThan(2)
  expect(sought.filter((secret) => logged.includes(secret) || logged.includes(encodeURIComponent(secret)))).toEqual([])
})
