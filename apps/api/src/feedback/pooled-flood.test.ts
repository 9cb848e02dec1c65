import { randomBytes, randomUUID } from 'node:crypto'
import { pooledBody, pooledCircle, postPooled, sealPooled, tokenOf } from '@lederkreds/testing/pooled-circle'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Twenty failures a minute of the clock for everybody together, or up to four more. */
const perMinute = 2
const most = 24
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ settings: { REQUESTS_PER_MINUTE: perMinute } })
})
afterAll(() => server.stop())

test('whoever comes without a token, however often, keeps nobody with one from answering', async () => {
  const asked = await server.seed((seed) => pooledCircle(seed))
  const [first, second] = asked.givers
  const token = await tokenOf(await server.as(first ?? expect.unreachable()), asked)
  const other = await tokenOf(await server.as(second ?? expect.unreachable()), asked)
  const answer = await sealPooled(asked, 'Du lyttede')
  const [body, theirs] = [pooledBody(asked, token, answer), pooledBody(asked, other, answer)]
  const hand = async (sent: unknown, path: '' | '/look' | '/withdraw' = '') => {
    const response = await postPooled(server.url, path, sent)
    return [response.status, response.headers.get('retry-after') !== null, await response.text()]
  }
  const forged = { message: new Uint8Array(randomBytes(32)), signature: new Uint8Array(256).fill(1) }
  const junk = [
    () => hand({}),
    () => hand({ ...body, envelope: 'x' }),
    () => hand(pooledBody(asked, forged, answer)),
    () => hand(pooledBody(asked, forged), '/withdraw'),
    () => hand({ ...body, cycleId: randomUUID() }),
    () => hand({ ...body, cycleId: randomUUID() }, '/look'),
  ]
  const told = await Promise.all(Array.from({ length: 60 }, (_, at) => junk[at % junk.length]?.()))
  // A new minute may have begun meanwhile.
  expect(told.filter((each) => each?.[0] === 429).length).toBeGreaterThanOrEqual(60 - 2 * most)
  const usedUp = [429, true, '{"refusal":"TooMany"}']
  const isUsedUp = (each: () => Promise<unknown>) => expect.poll(each, { interval: 10 }).toEqual(usedUp)
  await isUsedUp(() => hand({}))

  expect(await hand(body, '/look')).toEqual([200, false, '{"state":"unused"}'])
  expect(await hand(body)).toEqual([204, false, ''])
  expect(await hand(body)).toEqual([409, false, '{"refusal":"AlreadyAnswered"}'])
  expect(await hand(body, '/look')).toEqual([200, false, '{"state":"answered"}'])
  expect(await hand(body, '/withdraw')).toEqual([204, false, ''])
  for (const each of junk) await isUsedUp(each)
  expect(await hand(theirs)).toEqual([204, false, ''])
})
