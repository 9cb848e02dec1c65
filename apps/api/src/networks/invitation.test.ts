import { type Mailbox, openMailbox } from '@lederkreds/testing/mailbox'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker, type Worker } from '../worker.ts'

let server: TestServer
let mailbox: Mailbox
let worker: Worker
const work = () => startWorker(server.settings, pino({ level: 'silent' }))

beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startTestServer({ smtpUrl: mailbox.url })
  worker = await work()
})
afterAll(async () => {
  await worker.stop()
  await server.stop()
  await mailbox.stop()
})

/** Brings about, as the database's owner, what time or another feature would. */
async function sql(text: string, values: unknown[]) {
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  await owner.query(text, values).finally(() => owner.end())
}

const invite = `mutation ($id: ID!, $people: [NewPersonInput!]!, $locale: Locale! = da) {
  invite(networkId: $id, people: $people, locale: $locale) {
    __typename
    ... on Network { invitations { id email state problem } }
    ... on AlreadyMember { email } ... on AlreadyInvited { email } ... on NetworkFull { max }
    ... on ReportingLine { report { name } manager { name } }
    ... on InvalidInput { issues { path problem } }
  }
}`
const look = `query ($token: String!) { invitation(token: $token) {
  state inviter organisation networkName purpose name addressHint hasAccount isForViewer
} }`
const accept = `mutation ($token: String!) { acceptInvitation(token: $token) {
  __typename ... on Joined { networkId pendingGroundRules { networkName invitedBy version isChange sections { key } } }
} }`
const resend = 'mutation ($id: ID!) { resendInvitation(id: $id) { __typename ... on Invitation { state } } }'
const revoke = 'mutation ($id: ID!) { revokeInvitation(id: $id) { __typename ... on Invitation { state } } }'
const states = `query ($id: ID!) { network(id: $id) { invitations { email state problem sentAt } } }`

const town = (seed: Seed) => {
  const organisation = seed.organisation('Sønderby Kommune')
  const kim = seed.person(organisation, { name: 'Kim Bach', roles: ['consultant'] })
  const ada = seed.person(organisation, { name: 'Ada Holm' })
  const eva = seed.person(organisation, { name: 'Eva Toft', manager: ada })
  const ben = seed.person(organisation, { name: 'Ben Friis' })
  const network = seed.network(organisation, {
    name: 'Hemmelige Lederkreds',
    purpose: 'At holde til det',
    consultant: kim,
    members: [ada],
  })
  return { organisation, kim, ada, ben, eva, network, id: `Network_${network.id}` }
}

type Invited = { invite: { __typename: string; invitations: { id: string; email: string; state: string }[] } }
const invitee = ({ name, email }: Pick<SeededPerson, 'name' | 'email'>) => ({ name, email })
const tokenIn = (text: string) => /\/invitation#([\w-]{43})/.exec(text)?.[1] ?? ''

/** Invites one person and answers the token in the letter that reached her. */
async function invited(person: Pick<SeededPerson, 'name' | 'email'>, kim: SeededPerson, id: string) {
  const as = await server.as(kim)
  const { data } = await as<Invited>(invite, { id, people: [invitee(person)] })
  const letter = await mailbox.letterTo(person.email, { subject: 'inviteret' })
  const invitation = data?.invite.invitations.find(({ email }) => email === person.email)
  return { as, letter, token: tokenIn(letter.text), invitationId: invitation?.id ?? '' }
}

async function eventually<T>(get: () => Promise<T>, fits: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await get()
    if (fits(value) || tries === 100) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('an invited leader gets a personal letter that tells nothing of the network, and joins with its link', async () => {
  const { kim, ben, id } = await server.seed(town)
  const { letter, token, as } = await invited(ben, kim, id)
  expect(letter.subject).toBe('Du er inviteret til et ledernetværk')
  expect(letter.parsed.text).toContain('Kim Bach fra Sønderby Kommune')
  expect(letter.html).toContain(`#${token}"`)
  for (const secret of ['Hemmelige', 'At holde til det', 'Ada Holm'])
    expect(letter.source + letter.text + letter.html).not.toContain(secret)
  type Sent = { network: { invitations: { state: string }[] } }
  const sent = await eventually(
    () => as<Sent>(states, { id }),
    ({ data }) => data?.network.invitations[0]?.state === 'sent',
  )
  expect(sent.data).toMatchObject({
    network: { invitations: [{ email: ben.email, state: 'sent', problem: null, sentAt: expect.any(String) }] },
  })

  const benAsks = await server.as(ben)
  expect((await benAsks(look, { token })).data).toMatchObject({
    invitation: {
      state: 'open',
      inviter: 'Kim Bach',
      networkName: 'Hemmelige Lederkreds',
      hasAccount: true,
      isForViewer: true,
      addressHint: expect.stringMatching(/^p…@/),
    },
  })
  expect((await benAsks(accept, { token })).data).toEqual({
    acceptInvitation: {
      __typename: 'Joined',
      networkId: id,
      pendingGroundRules: {
        networkName: 'Hemmelige Lederkreds',
        invitedBy: 'Kim Bach',
        version: 1,
        isChange: false,
        sections: expect.any(Array),
      },
    },
  })
  expect((await benAsks('query ($id: ID!) { network(id: $id) { name } }', { id })).data).toEqual({ network: null })
  expect(
    (
      await as(
        `query ($id: ID!) { network(id: $id) { members { person { name } hasAccepted } invitations { state } } }`,
        { id },
      )
    ).data,
  ).toEqual({
    network: {
      members: [
        { person: { name: 'Ada Holm' }, hasAccepted: true },
        { person: { name: 'Ben Friis' }, hasAccepted: false },
      ],
      invitations: [{ state: 'accepted' }],
    },
  })
})

test('a scanner that opens the link ten times, and asks what it shows, uses nothing up', async () => {
  const { kim, ben, id } = await server.seed(town)
  const { letter, token } = await invited(ben, kim, id)
  const link = /http\S+#[\w-]+/.exec(letter.text)?.[0] ?? ''
  for (let times = 0; times < 10; times++) {
    await fetch(server.url + new URL(link).pathname)
    expect((await server.ask(null, look, { token })).data).toMatchObject({
      invitation: { state: 'open', isForViewer: null },
    })
  }
  expect((await (await server.as(ben))(accept, { token })).data).toMatchObject({
    acceptInvitation: { __typename: 'Joined' },
  })
})

test('the link opens nothing for anybody else', async () => {
  const { kim, ben, eva, id } = await server.seed(town)
  const { token } = await invited(ben, kim, id)
  for (const person of [eva, kim])
    expect((await (await server.as(person))(accept, { token })).data).toEqual({
      acceptInvitation: { __typename: 'InvitationForSomeoneElse' },
    })
  expect(await server.ask(null, accept, { token })).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  })
  const guess = Buffer.alloc(32, 7).toString('base64url')
  expect((await server.ask(null, look, { token: guess })).data).toEqual({ invitation: null })
  expect(await (await server.as(ben))(accept, { token: guess })).toMatchObject({
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  })
  expect((await (await server.as(ben))(accept, { token })).data).toMatchObject({
    acceptInvitation: { __typename: 'Joined' },
  })
})

test('a used, revoked, expired or replaced link opens nothing, and tells no more than who sent it', async () => {
  const { kim, ben, id, network } = await server.seed(town)
  const { token, invitationId, as, letter } = await invited(ben, kim, id)
  const benAsks = await server.as(ben)
  const dead = async (token: string, state: string, refusal: string) => {
    expect((await server.ask(null, look, { token })).data).toEqual({
      invitation: {
        state,
        inviter: 'Kim Bach',
        organisation: 'Sønderby Kommune',
        networkName: null,
        purpose: null,
        name: null,
        addressHint: null,
        hasAccount: false,
        isForViewer: null,
      },
    })
    expect((await benAsks(accept, { token })).data).toEqual({ acceptInvitation: { __typename: refusal } })
  }
  expect((await as(revoke, { id: invitationId })).data).toEqual({
    revokeInvitation: { __typename: 'Invitation', state: 'revoked' },
  })
  await dead(token, 'revoked', 'InvitationRevoked')

  expect((await as(resend, { id: invitationId })).data).toEqual({
    resendInvitation: { __typename: 'Invitation', state: 'queued' },
  })
  const second = tokenIn((await mailbox.letterTo(ben.email, { after: letter })).text)
  expect(second).not.toBe(token)
  expect((await server.ask(null, look, { token })).data).toEqual({ invitation: null })
  expect(await benAsks(accept, { token })).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })

  await sql(`UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE network_id = $1`, [network.id])
  await dead(second, 'expired', 'InvitationExpired')
  await sql(`UPDATE invitation SET expires_at = now() + interval '1 minute' WHERE network_id = $1`, [network.id])
  expect((await benAsks(accept, { token: second })).data).toMatchObject({ acceptInvitation: { __typename: 'Joined' } })
  expect((await benAsks(accept, { token: second })).data).toMatchObject({ acceptInvitation: { __typename: 'Joined' } })
  await benAsks('mutation ($id: ID!) { leaveNetwork(networkId: $id) { name } }', { id })
  await dead(second, 'used', 'InvitationUsed')
  expect((await as(resend, { id: invitationId })).data).toEqual({ resendInvitation: { __typename: 'InvitationUsed' } })
})

test('who has left can be invited again, and comes back by the new link only', async () => {
  const { kim, ben, id } = await server.seed(town)
  const { token, letter, as } = await invited(ben, kim, id)
  const benAsks = await server.as(ben)
  await benAsks(accept, { token })
  await benAsks('mutation ($id: ID!) { leaveNetwork(networkId: $id) { name } }', { id })
  const { data } = await as<Invited>(invite, { id, people: [invitee(ben)] })
  expect(data?.invite).toMatchObject({ invitations: [{ email: ben.email, state: 'queued' }] })
  const again = tokenIn((await mailbox.letterTo(ben.email, { after: letter })).text)
  expect(await benAsks(accept, { token })).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  expect((await benAsks(accept, { token: again })).data).toMatchObject({ acceptInvitation: { __typename: 'Joined' } })
})

test('nobody joins a network that has ended', async () => {
  const { kim, ben, id } = await server.seed(town)
  const { token, as } = await invited(ben, kim, id)
  await as('mutation ($id: ID!) { closeNetwork(id: $id, version: 1) { __typename } }', { id })
  const { data } = await (await server.as(ben))(accept, { token })
  expect(data).toEqual({ acceptInvitation: { __typename: 'NetworkClosed' } })
})

test('texts of every script are kept exactly, and what is no text is refused', async () => {
  const { kim, id } = await server.seed(town)
  const as = await server.as(kim)
  const odd = { name: '🌿 مرحبا Ødegård', email: 'odd@k.dk', title: 'a\u200fb', workplace: '  ' }
  const attempt = async (people: object[]) => (await as<Invited>(invite, { id, people })).data?.invite
  expect(await attempt([odd])).toMatchObject({ __typename: 'Network' })
  const { data } = await as('query ($id: ID!) { network(id: $id) { invitations { name } } }', { id })
  expect(data).toEqual({ network: { invitations: [{ name: odd.name }] } })
  const bad = [{ name: 'x'.repeat(121) }, { email: 'a\u0000@k.dk' }, { managementLevel: 9 }, { name: '\u0007' }]
  for (const people of [[], ...bad.map((part) => [{ ...odd, ...part }])])
    expect(await attempt(people)).toMatchObject({ __typename: 'InvalidInput' })
  for (const token of ['', '\u0000', 'x'.repeat(5000)])
    expect((await server.ask(null, look, { token })).data).toEqual({ invitation: null })
})

test('nobody is invited twice, beside their own manager, or by anybody but the consultant', async () => {
  const { kim, ada, ben, eva, id } = await server.seed(town)
  const as = await server.as(kim)
  const people = [{ name: 'Ny', email: 'ny@k.dk' }]
  const attempt = async (more: object[]) =>
    (await as<Invited>(invite, { id, people: [...people, ...more] })).data?.invite
  expect(await attempt([invitee(ada)])).toEqual({ __typename: 'AlreadyMember', email: ada.email })
  expect(await attempt([invitee(eva)])).toEqual({
    __typename: 'ReportingLine',
    report: { name: 'Eva Toft' },
    manager: { name: 'Ada Holm' },
  })
  expect(await attempt([{ name: '', email: 'nobody' }])).toMatchObject({
    __typename: 'InvalidInput',
    issues: [{ path: 'people.1.name' }, { path: 'people.1.email' }],
  })
  expect(await attempt(Array.from({ length: 19 }, (_, n) => ({ name: `N${n}`, email: `n${n}@k.dk` })))).toMatchObject({
    __typename: 'NetworkFull',
    max: 20,
  })
  expect((await as(states, { id })).data).toEqual({ network: { invitations: [] } })
  expect(await attempt([])).toMatchObject({ __typename: 'Network' })
  expect(await attempt([])).toEqual({ __typename: 'AlreadyInvited', email: 'ny@k.dk' })
  for (const person of [ada, ben]) {
    const asks = await server.as(person)
    expect(await asks(invite, { id, people: [{ name: 'Gry', email: 'gry@k.dk' }] })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    })
    const { data } = await as<{ network: { invitations: { id: string }[] } }>(
      'query ($id: ID!) { network(id: $id) { invitations { id } } }',
      { id },
    )
    for (const mutation of [resend, revoke])
      expect(await asks(mutation, { id: data?.network.invitations[0]?.id })).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      })
  }
  expect((await (await server.as(ada))(states, { id })).data).toEqual({ network: { invitations: [] } })
})

test('the hard rules are asked again when the invitation is accepted', async () => {
  const { kim, ada, ben, id } = await server.seed(town)
  const { token } = await invited(ben, kim, id)
  const benAsks = await server.as(ben)
  for (const [manager, report] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    await sql('UPDATE "position" SET manager_id = $1 WHERE person_id = $2', [manager.id, report.id])
    expect((await benAsks(accept, { token })).data).toEqual({ acceptInvitation: { __typename: 'ReportingLine' } })
    await sql('UPDATE "position" SET manager_id = NULL WHERE person_id = $1', [report.id])
  }
  expect((await benAsks(accept, { token })).data).toMatchObject({ acceptInvitation: { __typename: 'Joined' } })
})

test("the consultant reads the mail server's own words when it refuses a letter", async () => {
  const { kim, id } = await server.seed(town)
  mailbox.treat('gone@k.dk', 'refuse')
  const as = await server.as(kim)
  await as(invite, { id, people: [{ name: 'Væk', email: 'gone@k.dk' }] })
  type States = { network: { invitations: { state: string; problem: string }[] } }
  const { data } = await eventually(
    () => as<States>(states, { id }),
    ({ data }) => data?.network.invitations[0]?.state === 'failed',
  )
  expect(data?.network.invitations[0]).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/^550 .*No such person/),
  })
})

test('a letter that the mail server puts off is tried again, also by the next worker', async () => {
  const { kim, id } = await server.seed(town)
  mailbox.treat('later@k.dk', 'defer')
  const as = await server.as(kim)
  await as(invite, { id, people: [{ name: 'Senere', email: 'later@k.dk' }] })
  type States = { network: { invitations: { state: string; problem: string | null }[] } }
  const first = await eventually(
    () => as<States>(states, { id }),
    ({ data }) => Boolean(data?.network.invitations[0]?.problem),
  )
  expect(first.data?.network.invitations[0]).toMatchObject({ state: 'queued', problem: expect.stringMatching(/^451 /) })
  await worker.stop()
  mailbox.treat('later@k.dk', 'accept')
  worker = await work()
  const letter = await mailbox.letterTo('later@k.dk', { within: 15_000 })
  expect((await server.ask(null, look, { token: tokenIn(letter.text) })).data).toMatchObject({
    invitation: { state: 'open', hasAccount: false },
  })
})
