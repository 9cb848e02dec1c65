import { createPublicKey, randomBytes, randomUUID } from 'node:crypto'
import {
  askForToken,
  type PooledCircle,
  pooledBody,
  pooledCircle,
  postPooled,
  sealPooled,
  tokenOf,
} from '@lederkreds/testing/pooled-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isToken } from './issuer.store.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const circle = (options: Parameters<typeof pooledCircle>[1] = {}) => server.seed((seed) => pooledCircle(seed, options))
const giverOf = ({ givers }: PooledCircle, at = 0): SeededPerson => givers[at] ?? expect.unreachable()
const tokenFor = async (asked: PooledCircle, at = 0) => tokenOf(await server.as(giverOf(asked, at)), asked)
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const hand = (body: unknown, path: '' | '/look' | '/withdraw' = '', headers: Record<string, string> = {}) =>
  postPooled(server.url, path, body, headers)
const said = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) })
const staged = async ({ cycle }: PooledCircle) =>
  Number(
    (await server.look<{ count: string }>('SELECT count(*) FROM feedback_staged WHERE cycle_id = $1', [cycle.id]))[0]
      ?.count,
  )
const end = ({ cycle }: PooledCircle, change: string) =>
  server.look(`UPDATE feedback_cycle SET ${change} WHERE id = $1`, [cycle.id])

describe('a token', () => {
  test('is given to a giver once, blindly, and answers once', async () => {
    const asked = await circle()
    const token = await tokenFor(asked)
    const body = pooledBody(asked, token, await sealPooled(asked, 'Du lyttede'))
    expect(await said(await hand(body, '/look'))).toEqual({ status: 200, state: 'unused' })
    expect((await hand(body)).status).toBe(204)
    expect(await said(await hand(body, '/look'))).toEqual({ status: 200, state: 'answered' })
    for (const again of [body, pooledBody(asked, token), pooledBody(asked, token, await sealPooled(asked, 'Nej'))])
      expect(await said(await hand(again))).toEqual({ status: 409, refusal: 'AlreadyAnswered' })
    expect(await staged(asked)).toBe(1)
  })

  test('is signed again for the same message, and for no other', async () => {
    const asked = await circle()
    const ask = await server.as(giverOf(asked))
    const input = (blinded: Uint8Array) => ({
      input: { cycleId: `FeedbackCycle_${asked.cycle.id}`, blinded: text(blinded) },
    })
    type Told = { feedbackToken: { __typename: string; signature?: string } }
    const { blinded } = await tokenOf(ask, asked)
    const again = (await ask<Told>(askForToken, input(blinded))).data?.feedbackToken
    expect((await ask<Told>(askForToken, input(blinded))).data?.feedbackToken).toEqual(again)
    expect(again?.__typename).toBe('FeedbackToken')
    const other = Uint8Array.from(randomBytes(256))
    other[0] = 0
    expect((await ask<Told>(askForToken, input(other))).data?.feedbackToken).toEqual({ __typename: 'TokenGiven' })
    await expect(tokenOf(ask, asked)).rejects.toThrow('TokenGiven')
  })

  test('is given to nobody but givers, in time', async () => {
    const asked = await circle()
    const [other, late, cancelled, unasked] = [await circle(), await circle(), await circle(), await circle()]
    await end(late, `deadline = now() - interval '1 second'`)
    await end(cancelled, `state = 'cancelled'`)
    await end(unasked, 'ask_id = NULL')
    for (const person of [asked.receiver, giverOf(other)])
      await expect(tokenOf(await server.as(person), asked)).rejects.toThrow('FeedbackClosed')
    for (const closed of [late, cancelled, unasked]) await expect(tokenFor(closed)).rejects.toThrow('FeedbackClosed')
    const nobody = { ...asked, cycle: { ...asked.cycle, id: randomUUID() } }
    await expect(tokenOf(await server.as(giverOf(asked)), nobody)).rejects.toThrow('FeedbackClosed')
    await expect(tokenOf((query, variables) => server.ask(null, query, variables), asked)).rejects.toThrow(
      'Sign in first.',
    )
    const given = await server.look(
      'SELECT 1 FROM feedback_invitation WHERE blinded_hash IS NOT NULL AND cycle_id = ANY ($1::uuid[])',
      [[asked, other, late, cancelled, unasked].map(({ cycle }) => cycle.id)],
    )
    expect(given).toEqual([])
  })

  test('is not made of what no key can sign', async () => {
    const asked = await circle()
    const ask = await server.as(giverOf(asked))
    for (const blinded of [Buffer.alloc(256, 255), Buffer.alloc(255, 1), Buffer.alloc(257, 1), Buffer.alloc(0)]) {
      const input = { cycleId: `FeedbackCycle_${asked.cycle.id}`, blinded: text(blinded) }
      const { data } = await ask<{ feedbackToken: object }>(askForToken, { input })
      expect(data?.feedbackToken).toEqual({ __typename: 'InvalidInput' })
    }
    await tokenOf(ask, asked)
  })

  test('is not made by a stolen database: its keys open with SECRET alone', async () => {
    const asked = await circle({ secret: 'another secret that is long enough for this' })
    await expect(tokenFor(asked)).rejects.toThrow('FeedbackClosed')
    const [issuer] = await server.look<{ private_key: Buffer }>(
      'SELECT private_key FROM feedback_issuer WHERE cycle_id = $1',
      [asked.cycle.id],
    )
    const modulus = createPublicKey({ key: Buffer.from(asked.issuerKey), format: 'der', type: 'spki' }).export({
      format: 'jwk',
    }).n
    expect(issuer?.private_key.includes(Buffer.from(modulus ?? '', 'base64url'))).toBe(false)
  })
})

describe('is refused without a trace', () => {
  test('a token of another cycle, a changed one, one that nobody signed', async () => {
    const [asked, other] = [await circle(), await circle()]
    const [token, foreign] = [await tokenFor(asked), await tokenFor(other)]
    const answer = await sealPooled(asked, 'x')
    const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1)
    const bad = [
      { message: foreign.message, signature: foreign.signature },
      { message: token.message, signature: foreign.signature },
      { message: foreign.message, signature: token.signature },
      { message: new Uint8Array(randomBytes(32)), signature: new Uint8Array(randomBytes(256)) },
      { message: new Uint8Array(32), signature: new Uint8Array(256) },
      { message: token.message, signature: new Uint8Array(256) },
      ...[0, 15, 31].map((at) => ({ ...token, message: flipped(token.message, at) })),
      ...[0, 100, 255].map((at) => ({ ...token, signature: flipped(token.signature, at) })),
    ]
    for (const each of bad)
      for (const path of ['', '/look', '/withdraw'] as const)
        expect(await said(await hand(pooledBody(asked, each, answer), path))).toEqual({
          status: 409,
          refusal: 'TokenInvalid',
        })
    expect([await staged(asked), await staged(other)]).toEqual([0, 0])
    expect((await hand(pooledBody(asked, token, answer))).status).toBe(204)
  })

  test('a token of another cycle, even where both cycles had one key', async () => {
    const [asked, other] = [await circle(), await circle()]
    const token = await tokenFor(asked)
    await server.look('UPDATE feedback_issuer SET public_key = $2 WHERE cycle_id = $1', [
      other.cycle.id,
      Buffer.from(asked.issuerKey),
    ])
    const body = pooledBody(other, token, await sealPooled(other, 'x'))
    expect(await said(await hand(body))).toEqual({ status: 409, refusal: 'TokenInvalid' })
  })

  test('ten thousand guesses', async () => {
    const asked = await circle()
    const answer = await sealPooled(asked, 'x')
    const token = await tokenFor(asked)
    const guess = () => {
      const [message, signature] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(256))]
      signature[0] = 0
      return { message, signature }
    }
    const asTold = new Set<string>()
    for (let sent = 0; sent < 1000; sent += 20)
      await Promise.all(
        Array.from({ length: 20 }, async () =>
          asTold.add(JSON.stringify(await said(await hand(pooledBody(asked, guess(), answer))))),
        ),
      )
    expect([...asTold]).toEqual(['{"status":409,"refusal":"TokenInvalid"}'])
    const guesses = Array.from({ length: 9000 }, guess)
    const cycleId = asked.cycle.id
    expect(guesses.filter((each) => isToken(asked.issuerKey, { cycleId, ...each }))).toEqual([])
    expect(isToken(asked.issuerKey, { cycleId, ...token })).toBe(true)
    expect(await staged(asked)).toBe(0)
    expect((await hand(pooledBody(asked, token, answer))).status).toBe(204)
  })

  test('what comes too late, or to what is no cycle: both are told the same', async () => {
    const [late, cancelled, gone] = [await circle(), await circle(), await circle()]
    const bodies: unknown[] = []
    for (const asked of [late, cancelled, gone])
      bodies.push(pooledBody(asked, await tokenFor(asked), await sealPooled(asked, 'x')))
    await end(late, `deadline = now()`)
    await end(cancelled, `state = 'cancelled'`)
    await server.look('DELETE FROM feedback_issuer WHERE cycle_id = $1', [gone.cycle.id])
    bodies.push({ ...(bodies[0] as object), cycleId: randomUUID() })
    for (const body of bodies) {
      for (const path of ['', '/withdraw'] as const)
        expect(await said(await hand(body, path))).toEqual({ status: 409, refusal: 'FeedbackClosed' })
      expect(await said(await hand(body, '/look'))).toEqual({ status: 200, state: 'closed' })
    }
    for (const asked of [late, cancelled, gone]) expect(await staged(asked)).toBe(0)
  })

  test('an answer of another length or kind, a half one, and what is no request', async () => {
    const asked = await circle()
    const token = await tokenFor(asked)
    const answer = await sealPooled(asked, 'x')
    const body = pooledBody(asked, token, answer)
    const { envelope: _, ...half } = body
    const wrong = [
      half,
      { ...body, envelope: text(answer.envelope.slice(1)) },
      { ...body, envelope: text(Buffer.concat([answer.envelope, Buffer.alloc(1)])) },
      { ...body, envelope: text(answer.envelope.with(3, 2)) },
      { ...body, envelope: `${body.envelope}=` },
      { ...body, wrappedKey: text(answer.wrappedKey.slice(1)) },
      { ...body, wrappedKey: text(answer.wrappedKey.with(3, 1)) },
      { ...body, envelope: null },
      { ...body, message: 5 },
      { ...body, cycleId: 'x' },
      {},
      [],
      'x',
      null,
    ]
    for (const each of wrong) {
      const { status, refusal } = (await said(await hand(each))) as { status: number; refusal?: string }
      expect([400, 409]).toContain(status)
      expect(refusal).toBe('InvalidInput')
    }
    const broken = await fetch(`${server.url}/feedback/pooled`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lederkreds': '1' },
      body: '{"cycleId',
    })
    expect(await said(broken)).toEqual({ status: 400, refusal: 'InvalidInput' })
    expect(await said(await hand({ ...body, more: 'x'.repeat(40_000) }))).toEqual({
      status: 400,
      refusal: 'InvalidInput',
    })
    expect(await staged(asked)).toBe(0)
  })

  test('whatever says who asks, and what does not come from the app', async () => {
    const asked = await circle()
    const giver = await server.as(giverOf(asked))
    const body = pooledBody(asked, await tokenOf(giver, asked), await sealPooled(asked, 'x'))
    for (const headers of [{ cookie: `lederkreds-session=${giver.token}` }, { authorization: 'Basic eDp4' }])
      expect(await said(await hand(body, '', headers))).toEqual({ status: 409, refusal: 'NotAnonymous' })
    expect((await hand(body, '', { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await hand(body, '', { 'x-lederkreds': '0' })).status).toBe(403)
    expect(await staged(asked)).toBe(0)
  })
})

describe('what was handed in', () => {
  test('can be taken back, and nothing of it stays; the token is spent', async () => {
    const asked = await circle()
    const token = await tokenFor(asked)
    const body = pooledBody(asked, token, await sealPooled(asked, 'x'))
    expect((await hand(body, '/withdraw')).status).toBe(204)
    expect(await said(await hand(body, '/look'))).toEqual({ status: 200, state: 'unused' })
    await hand(body)
    for (const _ of [1, 2]) {
      expect((await hand(body, '/withdraw')).status).toBe(204)
      expect(await said(await hand(body, '/look'))).toEqual({ status: 200, state: 'withdrawn' })
    }
    expect(await said(await hand(body))).toEqual({ status: 409, refusal: 'AlreadyAnswered' })
    const rows = await server.look('SELECT sealed, withdrawn FROM feedback_staged WHERE cycle_id = $1', [
      asked.cycle.id,
    ])
    expect(rows).toEqual([{ sealed: null, withdrawn: true }])
  })

  test('may be a blank, which says no and cannot be taken back', async () => {
    const asked = await circle()
    const body = pooledBody(asked, await tokenFor(asked))
    expect((await hand(body)).status).toBe(204)
    expect((await hand(body, '/withdraw')).status).toBe(204)
    expect(await said(await hand(body, '/look'))).toEqual({ status: 200, state: 'blank' })
  })

  test('waits with no author, no time, no order, in one length, under a layer of its own', async () => {
    const asked = await circle()
    const answers = [await sealPooled(asked, 'k'), await sealPooled(asked, 'lang '.repeat(390))]
    for (const [at, answer] of answers.entries())
      expect((await hand(pooledBody(asked, await tokenFor(asked, at), answer))).status).toBe(204)
    const rows = await server.look<{ sealed: Buffer; token_hash: Buffer }>(
      'SELECT * FROM feedback_staged WHERE cycle_id = $1',
      [asked.cycle.id],
    )
    expect(rows.map((row) => Object.keys(row).sort())).toEqual(
      Array.from({ length: 2 }, () => ['cycle_id', 'sealed', 'token_hash', 'withdrawn']),
    )
    expect(rows.map(({ sealed }) => sealed.length)).toEqual([16_565, 16_565])
    for (const { sealed } of rows)
      for (const { envelope, wrappedKey } of answers) {
        expect(sealed.includes(envelope.subarray(100, 116))).toBe(false)
        expect(sealed.includes(wrappedKey.subarray(50, 66))).toBe(false)
      }
  })

  test('is answered alike whether it is an answer, a blank or a withdrawal: status, headers, length', async () => {
    const asked = await circle()
    const [one, other] = [await tokenFor(asked, 0), await tokenFor(asked, 1)]
    const responses = [
      await hand(pooledBody(asked, one, await sealPooled(asked, 'x'))),
      await hand(pooledBody(asked, other)),
      await hand(pooledBody(asked, one), '/withdraw'),
    ]
    const seen = await Promise.all(
      responses.map(async (response) => {
        const headers = [...response.headers].filter(([name]) => name !== 'date')
        return JSON.stringify([response.status, headers, await response.text()])
      }),
    )
    expect(new Set(seen).size).toBe(1)
    expect(seen[0]).not.toContain('cookie')
  })
})
