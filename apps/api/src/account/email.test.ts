import { type Mailbox, openMailbox } from '@lederkreds/testing/mailbox'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer, testSecret } from '@lederkreds/testing/server'
import { openVisitor, type Visitor } from '@lederkreds/testing/visitor'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sixDigits } from '../secrets.ts'
import { startWorker, type Worker } from '../worker.ts'

let server: TestServer
let mailbox: Mailbox
let worker: Worker
let owner: pg.Client
beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startTestServer({ smtpUrl: mailbox.url })
  worker = await startWorker(server.settings, pino({ level: 'silent' }))
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await worker.stop()
  await server.stop()
  await mailbox.stop()
})

const askNewEmail = `mutation ($email: String!) {
  askNewEmail(email: $email) { __typename ... on CodeAsked { codeId } ... on TooManyCodes { retryAfterSeconds } }
}`
const redeemNewEmail = `mutation ($codeId: ID!, $code: String!) {
  redeemNewEmail(codeId: $codeId, code: $code) { __typename ... on Viewer { email version } ... on CodeWrong { guessesLeft } }
}`
const correctEmail = `mutation ($personId: ID!, $email: String!, $version: Int!) {
  correctEmail(personId: $personId, email: $email, version: $version) {
    __typename ... on Person { email version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } }
  }
}`
const correctProfile = `mutation ($personId: ID!, $input: EditProfileInput!, $version: Int!) {
  correctProfile(personId: $personId, input: $input, version: $version) {
    __typename ... on Person { name title workplace version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } }
  }
}`
const log = '{ auditEntries(first: 5) { edges { node { act actorName } } } }'

async function town() {
  const people = await server.seed((seed) => {
    const organisation = seed.organisation('Sønderby')
    const person = (name: string, ...roles: 'admin'[]) => seed.person(organisation, { name, roles })
    return { admin: person('Astrid Lund', 'admin'), ada: person('Ada Holm'), ben: person('Ben Friis') }
  })
  return { ...people, asAdmin: await server.as(people.admin) }
}
const gid = ({ id }: { id: string }) => `Person_${id}`
const codeOf = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code
const freshAddress = () => `ny.${crypto.randomUUID()}@example.dk`

/** A browser that a person is signed in with. */
async function browserOf(person: SeededPerson, { steppedUp = true } = {}) {
  const visitor = openVisitor(server)
  visitor.cookies.set('lederkreds-session', await server.seed((seed) => seed.session(person, { steppedUp })))
  return visitor
}
async function asked({ ask }: Visitor, email: string): Promise<string> {
  const { data } = await ask<{ askNewEmail: { codeId: string } }>(askNewEmail, { email })
  return data?.askNewEmail.codeId ?? ''
}
const redeem = async ({ ask }: Visitor, codeId: string, code = sixDigits(testSecret, codeId)) =>
  (await ask<{ redeemNewEmail: object }>(redeemNewEmail, { codeId, code })).data?.redeemNewEmail
const emailOf = async ({ id }: SeededPerson) =>
  (await owner.query('SELECT email FROM account WHERE person_id = $1', [id])).rows[0]?.email

test('a new address is proved by the code that goes to it; the old one is told, and signs in no longer', async () => {
  const { ada } = await town()
  const phone = await browserOf(ada)
  const wanted = freshAddress()
  const codeId = await asked(phone, ` ${wanted.toUpperCase()} `)
  const letter = await mailbox.letterTo(wanted)
  expect(letter.subject).toContain(sixDigits(testSecret, codeId))
  expect(letter.text).toContain('vil bruge denne mailadresse')
  expect(await emailOf(ada)).toBe(ada.email)

  expect(await redeem(phone, codeId)).toEqual({ __typename: 'Viewer', email: wanted, version: 2 })
  const notice = await mailbox.letterTo(ada.email)
  expect(notice.subject).toBe('Din mailadresse på 127.0.0.1 er ændret')
  expect(notice.source).not.toContain(wanted)
  expect(await redeem(phone, codeId)).toEqual({ __typename: 'CodeExpired' })

  const askCode = 'mutation ($email: String!) { askCode(email: $email) { ... on CodeAsked { codeId } } }'
  const signIn = 'mutation ($codeId: ID!, $code: String!) { redeemCode(codeId: $codeId, code: $code) { __typename } }'
  const enter = async (email: string) => {
    const visitor = openVisitor(server)
    const { data } = await visitor.ask<{ askCode: { codeId: string } }>(askCode, { email })
    const id = data?.askCode.codeId ?? ''
    const answer = await visitor.ask<{ redeemCode: object }>(signIn, { codeId: id, code: sixDigits(testSecret, id) })
    return answer.data?.redeemCode
  }
  expect(await enter(ada.email)).toEqual({ __typename: 'CodeWrong' })
  expect(await enter(wanted)).toEqual({ __typename: 'SignedIn' })
})

test('free and taken addresses are answered alike, until the code proves who reads the mail', async () => {
  const { ada, ben } = await town()
  const { admin: foreigner } = await town()
  const trace = async (email: string) => {
    const phone = await browserOf(ada)
    const codeId = await asked(phone, email)
    const { rows } = await owner.query(
      `SELECT c.guesses, c.person_id, c.invitation_id, l.kind, (SELECT count(*)::int FROM letter WHERE sign_in_code_id = c.id) AS letters
       FROM sign_in_code c JOIN letter l ON l.sign_in_code_id = c.id WHERE c.id = $1`,
      [codeId],
    )
    await mailbox.letterTo(email)
    return { rows, wrong: await redeem(phone, codeId, wrongCode(codeId)), right: await redeem(phone, codeId) }
  }
  const { right: taken, ...alike } = await trace(ben.email)
  const { right: elsewhere, ...likewise } = await trace(foreigner.email)
  const { right: free, ...same } = await trace(freshAddress())
  expect(alike).toEqual(same)
  expect(likewise).toEqual(same)
  expect(same.rows).toHaveLength(1)
  expect([taken, elsewhere]).toEqual([{ __typename: 'AddressTaken' }, { __typename: 'AddressTaken' }])
  expect(free).toMatchObject({ __typename: 'Viewer' })
})

test('the code is for her, in her browser, after a recent sign-in; it signs nobody in', async () => {
  const { ada, ben } = await town()
  const [phone, laptop, other] = [await browserOf(ada), await browserOf(ada), await browserOf(ben)]
  const codeId = await asked(phone, freshAddress())
  expect(await redeem(laptop, codeId)).toEqual({ __typename: 'CodeExpired' })
  for (const [name, value] of phone.cookies) if (name !== 'lederkreds-session') other.cookies.set(name, value)
  expect(await redeem(other, codeId)).toEqual({ __typename: 'CodeExpired' })
  const signIn = 'mutation ($codeId: ID!, $code: String!) { redeemCode(codeId: $codeId, code: $code) { __typename } }'
  expect((await phone.ask(signIn, { codeId, code: sixDigits(testSecret, codeId) })).data).toEqual({
    redeemCode: { __typename: 'CodeWrong' },
  })
  for (const guessesLeft of [3, 2, 1, 0])
    expect(await redeem(phone, codeId, wrongCode(codeId))).toEqual({ __typename: 'CodeWrong', guessesLeft })
  expect(await redeem(phone, codeId)).toEqual({ __typename: 'CodeExpired' })

  const stale = await browserOf(ada, { steppedUp: false })
  expect(codeOf(await stale.ask(askNewEmail, { email: freshAddress() }))).toBe('STEP_UP_NEEDED')
  expect(codeOf(await stale.ask(redeemNewEmail, { codeId, code: '123456' }))).toBe('STEP_UP_NEEDED')
  expect(codeOf(await openVisitor(server).ask(askNewEmail, { email: freshAddress() }))).toBe('UNAUTHENTICATED')
})

test('an open invitation goes with her to the new address', async () => {
  const { ada } = await town()
  const id = await server.seed((seed) => {
    const organisation = seed.organisation('Aarhus')
    const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
    const network = seed.network(organisation, { name: 'Nord', consultant, members: [] })
    const invitation = seed.id()
    seed.add('invitation', {
      id: invitation,
      network_id: network.id,
      email: ada.email,
      invited_by_id: consultant.id,
      token_hash: Buffer.from(invitation),
      expires_at: new Date(Date.now() + 86_400_000),
    })
    return invitation
  })
  const phone = await browserOf(ada)
  const wanted = freshAddress()
  await redeem(phone, await asked(phone, wanted))
  expect((await owner.query('SELECT email FROM invitation WHERE id = $1', [id])).rows).toEqual([{ email: wanted }])
})

test('an administrator corrects what a person is called and her address; she reads so, and her old address is told', async () => {
  const { ada, asAdmin } = await town()
  const input = { name: 'Ada Holm-Dam', title: 'Skoleleder', workplace: 'Nordskolen' }
  expect((await asAdmin(correctProfile, { personId: gid(ada), input, version: 1 })).data).toEqual({
    correctProfile: { __typename: 'Person', ...input, version: 2 },
  })
  const email = freshAddress()
  expect((await asAdmin(correctEmail, { personId: gid(ada), email, version: 2 })).data).toEqual({
    correctEmail: { __typename: 'Person', email, version: 3 },
  })
  expect((await mailbox.letterTo(ada.email)).subject).toBe('Din mailadresse på 127.0.0.1 er ændret')
  const node = (act: string) => ({ node: { act, actorName: 'Astrid Lund' } })
  expect((await (await server.as(ada))(log)).data).toEqual({
    auditEntries: { edges: [node('changedEmail'), node('changedProfile')] },
  })
})

test('a correction on top of something newer, of a taken address or of nothing sensible changes nothing', async () => {
  const { ada, ben, admin, asAdmin } = await town()
  const { admin: foreigner } = await town()
  const correct = async (email: string, version = 1, person = ada) =>
    (await asAdmin<{ correctEmail: object }>(correctEmail, { personId: gid(person), email, version })).data
      ?.correctEmail
  expect(await correct(freshAddress(), 7)).toEqual({ __typename: 'Stale', yours: 7, theirs: 1 })
  for (const taken of [ben.email, foreigner.email]) expect(await correct(taken)).toEqual({ __typename: 'AddressTaken' })
  expect(await correct(freshAddress(), 1, admin)).toEqual({ __typename: 'OwnEmail' })
  expect(await correct('x')).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: 'email' }] })
  const input = { name: '', title: 'Leder' }
  expect((await asAdmin(correctProfile, { personId: gid(ada), input, version: 1 })).data).toMatchObject({
    correctProfile: { __typename: 'InvalidInput', issues: [{ path: 'name', problem: 'empty' }] },
  })
  expect(
    (await asAdmin(correctProfile, { personId: gid(ada), input: { name: 'Ada' }, version: 2 })).data,
  ).toMatchObject({ correctProfile: { __typename: 'Stale', theirs: 1 } })
  expect(await emailOf(ada)).toBe(ada.email)
  expect((await (await server.as(ada))(log)).data).toEqual({ auditEntries: { edges: [] } })
})

test('nobody but an administrator of her organisation corrects anybody, and the address only after a recent sign-in', async () => {
  const { ada, ben, admin } = await town()
  const elsewhere = await town()
  const variables = { personId: gid(ada), email: freshAddress(), version: 1 }
  for (const ask of [await server.as(ben), await server.as(ada), elsewhere.asAdmin]) {
    expect(codeOf(await ask(correctEmail, variables))).toBe('NOT_FOUND')
    const profile = { personId: gid(ada), input: { name: 'Ada' }, version: 1 }
    expect(codeOf(await ask(correctProfile, profile))).toBe('NOT_FOUND')
  }
  const stale = await browserOf(admin, { steppedUp: false })
  expect(codeOf(await stale.ask(correctEmail, variables))).toBe('STEP_UP_NEEDED')
  expect(await emailOf(ada)).toBe(ada.email)
})

const wrongCode = (codeId: string) => String((Number(sixDigits(testSecret, codeId)) + 1) % 1_000_000).padStart(6, '0')
