// What is sealed is sealed as in a browser: its package names the types of a worker.
/// <reference lib="webworker" />
import { randomUUID } from 'node:crypto'
import { makeIssuer } from '@lederkreds/api/feedback/issuer.store'
import { makeAccountKey, openAccountKey } from '@lederkreds/sealing/account-key'
import { blindToken, finishToken, type Token } from '@lederkreds/sealing/blind-token'
import { type Bytes, fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { type IdentityKeys, makeIdentity } from '@lederkreds/sealing/identity'
import { openItem, sealItem } from '@lederkreds/sealing/item'
import type { Seed, SeededCycle, SeededPerson } from './seed.ts'
import { type Answer, testSecret } from './server.ts'

/** A pooled cycle as asking leaves it, with what its givers and its receiver hold in their browsers. */
export interface PooledCircle {
  readonly cycle: SeededCycle
  readonly givers: readonly SeededPerson[]
  readonly receiver: SeededPerson
  /** SPKI. */
  readonly issuerKey: Bytes
  readonly reader: IdentityKeys
}

/** A network whose first member asks as many others as told, in a pool. */
export async function pooledCircle(
  seed: Seed,
  { givers: count = 6, deadline, secret = testSecret }: { givers?: number; deadline?: Date; secret?: string } = {},
): Promise<PooledCircle> {
  const organisation = seed.organisation('Aarhus')
  const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const receiver = seed.person(organisation, { name: 'Ada' })
  const givers = Array.from({ length: count }, (_, at) => seed.person(organisation, { name: `Giver ${at + 1}` }))
  const network = seed.network(organisation, { name: 'Nord', consultant, members: [receiver, ...givers] })
  const promise = { promise: 'pooled', form: 'free' } as const
  const cycle = seed.feedbackCycle(network, { receiver, givers, ...promise, ...(deadline && { deadline }) })
  const { publicKey, privateKey } = await makeIssuer(secret, cycle.id)
  seed.add('feedback_issuer', {
    cycle_id: cycle.id,
    public_key: Buffer.from(publicKey),
    private_key: Buffer.from(privateKey),
  })
  return { cycle, givers, receiver, issuerKey: publicKey, reader: await makeReader(receiver) }
}

/** Keys to seal to, and to open with. */
export async function makeReader({ id: personId }: Pick<SeededPerson, 'id'>): Promise<IdentityKeys> {
  const account = await openAccountKey(makeAccountKey())
  return (await makeIdentity({ personId, account })).keys
}

type Ask = <Data>(query: string, variables: object) => Promise<Answer<Data>>
type Given = { feedbackToken: { __typename: string; signature?: string } }

export const askForToken = `mutation ($input: FeedbackTokenInput!) {
  feedbackToken(input: $input) { __typename ... on FeedbackToken { signature } } }`

/** The token of a giver, as her browser gets it: `ask` asks as her. */
export async function tokenOf(ask: Ask, { cycle, issuerKey }: PooledCircle): Promise<Token & { blinded: Bytes }> {
  const pending = await blindToken(cycle.id, issuerKey)
  const input = { cycleId: `FeedbackCycle_${cycle.id}`, blinded: toBase64url(pending.blinded) }
  const { data, errors } = await ask<Given>(askForToken, { input })
  const signature = data?.feedbackToken.signature
  if (!signature) throw new Error(`no token: ${data?.feedbackToken.__typename ?? errors?.[0]?.message}`)
  const token = await finishToken(cycle.id, issuerKey, pending, fromBase64url(signature))
  return { ...token, blinded: pending.blinded }
}

/** The same for all answers of a cycle. */
const aboutOf = ({ id: itemId, networkId }: SeededCycle) =>
  ({ kind: 'feedbackAnswer', itemId, version: 1, authorId: null, networkId }) as const
const fixedClass = 3

/** An answer as a giver's browser seals it to the receiver, with nothing of the giver in it. */
export async function sealPooled({ cycle, reader }: PooledCircle, text: string) {
  const document = { type: 'feedbackAnswer', format: 1, cycleId: cycle.id, form: 'free', answerId: randomUUID() }
  const { envelope, keys } = await sealItem({
    document: { ...document, fields: { text } },
    about: aboutOf(cycle),
    self: null,
    author: null,
    recipients: [reader.entry],
    fixedClass,
  })
  const wrappedKey = keys[0]?.wrapped
  if (!wrappedKey) throw new Error('sealed to nobody')
  return { envelope, wrappedKey }
}

/** What the receiver reads. */
export async function openPooled(
  { cycle, reader }: PooledCircle,
  { envelope, wrappedKey: wrapped }: { envelope: Bytes; wrappedKey: Bytes },
): Promise<string> {
  const opened = await openItem({
    ...{ envelope, wrapped, about: aboutOf(cycle), authorEntries: null, fixedClass },
    reader: { identity: reader },
  })
  return (opened.document as { fields: { text: string } }).fields.text
}

type Sealed = Awaited<ReturnType<typeof sealPooled>>

/** What is sent with a token, and an answer where there is one. */
export const pooledBody = ({ cycle }: Pick<PooledCircle, 'cycle'>, token: Token, answer?: Sealed) => ({
  cycleId: cycle.id,
  message: toBase64url(token.message),
  signature: toBase64url(token.signature),
  ...(answer && { envelope: toBase64url(answer.envelope), wrappedKey: toBase64url(answer.wrappedKey) }),
})

/** Asks without a name. */
export const postPooled = (
  url: string,
  path: '' | '/look' | '/withdraw',
  body: unknown,
  headers: Record<string, string> = {},
) =>
  fetch(`${url}/feedback/pooled${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lederkreds': '1', ...headers },
    body: JSON.stringify(body),
  })
