import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Asker, askers, buildWorld, type World } from '@lederkreds/testing/access-world'
import { follow as followEvents } from '@lederkreds/testing/follower'
import {
  beginRound,
  followRound,
  recordEvents,
  roundCircle,
  roundEvent,
  roundInput,
} from '@lederkreds/testing/round-circle'
import type { SeededPerson } from '@lederkreds/testing/seed'
import { type Answer, startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subscriptions } from '../access-expectations.ts'

type Seen = { seq: number; id: string; kind: string; by: string }

function follow(server: { url: string }, token: string | null, id: string, after = 0) {
  const follower = followEvents<Seen>(server, token, followRound, { id, after })
  const until = (seq: number) =>
    expect.poll(follower.last, { timeout: 15_000 }).toSatisfy((at) => Array.isArray(at) || Number(at) >= seq)
  return { ...follower, until }
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const minute = { kind: 'extended', phase: 'ramme', minutes: 1 } as const
const stop = (followers: Iterable<{ stop(): void | Promise<void> }>) =>
  Promise.all([...followers].map((follower) => follower.stop()))

describe('one round, two instances of the API', () => {
  let here: TestServer
  let there: TestServer
  beforeAll(async () => {
    here = await startTestServer()
    there = await startTestServer({ database: here.database })
  })
  afterAll(async () => {
    await there.stop()
    await here.stop()
  })

  /** Begun by Ben; answers everybody's token. */
  async function begun() {
    const made = await here.seed((seed) => {
      const circle = roundCircle(seed)
      const token = (person: SeededPerson) => seed.session(person)
      const { ada, ben, cai, dea, eva, ole, kim } = circle
      return {
        ...circle,
        tokens: {
          ada: token(ada),
          ben: token(ben),
          cai: token(cai),
          dea: token(dea),
          eva: token(eva),
          ole: token(ole),
          kim: token(kim),
        },
      }
    })
    const input = roundInput(made)
    await here.ask(made.tokens.ben, beginRound, { input })
    return { ...made, id: input.id }
  }

  const record = (server: TestServer, token: string, id: string, ...events: object[]) =>
    server.ask<{ recordRoundEvents: { __typename: string; ids: string[] } }>(token, recordEvents, { id, events })

  test('what was missed is told first, and then what comes, whichever instance it comes through', async () => {
    const { id, tokens } = await begun()
    await record(here, tokens.ben, id, roundEvent(1, { kind: 'started' }), roundEvent(2, minute), roundEvent(3, minute))
    const [all, some, none] = [0, 2, 3].map((after) => follow(there, tokens.ada, id, after))
    await all?.until(3)
    await record(here, tokens.cai, id, roundEvent(4, minute))
    for (const follower of [all, some, none]) await follower?.until(4)
    expect([all, some, none].map((follower) => follower?.seqs())).toEqual([upTo(4), upTo(4, 3), [4]])
    await stop([all, some, none].filter((follower) => follower !== undefined))
  })

  test('600 events of six people on two instances reach everybody in one order, each once, none left out', {
    timeout: 60_000,
  }, async () => {
    const { id, tokens } = await begun()
    const people = [tokens.ada, tokens.ben, tokens.cai, tokens.dea, tokens.eva]
    const early = people.map((token, index) => follow(index % 2 ? here : there, token, id))
    const late: { after: number; follower: ReturnType<typeof follow> }[] = []
    const sent = new Set<string>()
    const press = async (token: string, index: number) => {
      for (const turn of upTo(12)) {
        const events = upTo(10).map((step) =>
          roundEvent(turn * 10 + step, step % 2 ? { kind: 'paused', reason: 'timeOut' } : { kind: 'resumed' }),
        )
        const { data } = await record((index + turn) % 2 ? here : there, token, id, ...events)
        expect(data?.recordRoundEvents.__typename).toBe('RecordedEvents')
        for (const each of data?.recordRoundEvents.ids ?? []) sent.add(each)
        // Somebody comes in at every moment, from where she left.
        if (index > 0) continue
        const after = early[0]?.seqs().at(-1) ?? 0
        late.push({ after, follower: follow(here, token, id, after) })
      }
    }
    await Promise.all(people.map(press))
    const count = sent.size
    expect(count).toBeGreaterThan(300)
    for (const follower of early) await follower.until(count)
    for (const { after, follower } of late) if (after < count) await follower.until(count)
    const [first] = early
    for (const { events } of early) expect(events).toEqual(first?.events)
    expect(first?.seqs()).toEqual(upTo(count))
    expect(new Set(first?.events.map((event) => event.id))).toEqual(sent)
    for (const { after, follower } of late) expect(follower.events).toEqual(first?.events.slice(after))
    await stop([...early, ...late.map(({ follower }) => follower)])
  })

  test('more than a page of missed events comes whole', async () => {
    const { id, tokens } = await begun()
    const many = upTo(199).map((clock) =>
      roundEvent(clock + 1, clock % 2 ? { kind: 'paused', reason: 'pause' } : { kind: 'resumed' }),
    )
    await record(here, tokens.ben, id, roundEvent(1, { kind: 'started' }), ...many)
    await record(here, tokens.ben, id, roundEvent(201, minute), roundEvent(202, { kind: 'ended' }))
    const follower = follow(there, tokens.ada, id)
    await follower.until(202)
    expect(follower.seqs()).toEqual(upTo(202))
    await follower.stop()
  })

  test('whoever leaves the network hears nothing more, and the others hear that she left', async () => {
    const { id, tokens, network, cai } = await begun()
    const followers = [tokens.cai, tokens.ada].map((token) => follow(there, token, id))
    await record(here, tokens.ben, id, roundEvent(1, { kind: 'started' }))
    for (const follower of followers) await follower.until(1)
    await here.ask(tokens.cai, 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', {
      id: `Network_${network.id}`,
    })
    await expect.poll(() => followers[0]?.codes).toEqual(['NOT_FOUND'])
    await followers[1]?.until(2)
    expect(followers[1]?.events.at(-1)).toMatchObject({
      kind: 'left',
      by: `Person_${cai.id}`,
      detail: { personId: `Person_${cai.id}` },
    })
    expect(followers[0]?.seqs()).toEqual([1])
    await stop(followers)
  })

  test('whoever only watched and leaves is told nothing more either, within five seconds', {
    timeout: 20_000,
  }, async () => {
    const { id, tokens, network } = await begun()
    const follower = follow(there, tokens.eva, id)
    await record(here, tokens.ben, id, roundEvent(1, { kind: 'started' }))
    await follower.until(1)
    await here.ask(tokens.eva, 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', {
      id: `Network_${network.id}`,
    })
    await expect.poll(() => follower.codes, { timeout: 8_000 }).toEqual(['NOT_FOUND'])
    await follower.stop()
  })

  test.each([
    ['an id of another type', (id: string) => id.replace('Round', 'Network'), 'BAD_USER_INPUT'],
    ['a malformed id', () => 'Round_1', 'NOT_FOUND'],
    ['an unknown id', () => `Round_${crypto.randomUUID()}`, 'NOT_FOUND'],
  ])('%s is refused', async (_what, asked, code) => {
    const { id, tokens } = await begun()
    const follower = follow(here, tokens.ada, asked(id))
    await expect.poll(() => follower.codes).toEqual([code])
    await follower.stop()
  })
})

test('an API that is killed loses nothing that it answered, and keeps nothing by halves', {
  timeout: 90_000,
}, async () => {
  const server = await startTestServer()
  const program = `import { startTestServer } from '@lederkreds/testing/server'
    const server = await startTestServer({ database: JSON.parse(process.env.DATABASE) })
    console.log(server.url)`
  const start = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: new URL('../..', import.meta.url),
      env: { PATH: process.env.PATH, DATABASE: JSON.stringify(server.database) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [url] = await once(createInterface(child.stdout), 'line')
    return { child, url: String(url) }
  }
  try {
    const made = await server.seed(roundCircle)
    const input = roundInput(made)
    const { token } = await server.as(made.ben)
    await server.ask(token, beginRound, { input })
    const parcels = upTo(36).map((turn) =>
      upTo(3).map((step) =>
        roundEvent(turn * 3 + step, step % 2 ? { kind: 'paused', reason: 'pause' } : { kind: 'resumed' }),
      ),
    )
    const answered: string[] = []
    let [kills, at] = [0, 0]
    while (at < parcels.length) {
      const { child, url } = await start()
      const dies = once(child, 'exit')
      const hand = async (events: object[]): Promise<string[] | null> => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-lederkreds': '1', cookie: `lederkreds-session=${token}` },
          body: JSON.stringify({
            query: recordEvents,
            variables: { id: input.id, events },
            extensions: { requestId: crypto.randomUUID() },
          }),
        }).catch(() => null)
        const answer = (await response?.json().catch(() => null)) as Answer<{
          recordRoundEvents: { ids: string[] }
        }> | null
        return answer?.data?.recordRoundEvents.ids ?? null
      }
      for (;;) {
        const parcel = parcels[at]
        if (!parcel) break
        const ids = await hand(parcel)
        if (!ids) break
        answered.push(...ids)
        at += 1
        // It dies while it works: some milliseconds after an answer, at another moment of the next one each time.
        if (at === 12 * (kills + 1)) setTimeout(() => child.kill('SIGKILL'), 2 * kills)
      }
      kills += 1
      await dies
    }
    expect(kills).toBe(3)
    const there = await server.look<{ id: string; seq: number }>(
      'SELECT id, seq FROM round_event WHERE round_id = $1 ORDER BY seq',
      [input.id.slice(6)],
    )
    expect(there.map(({ seq }) => seq)).toEqual(upTo(there.length))
    expect(there.map(({ id }) => id)).toEqual(
      parcels
        .flat()
        .map(({ id }) => id)
        .filter((id) => answered.includes(id)),
    )
    expect(new Set(answered).size).toBe(there.length)
  } finally {
    await server.stop()
  }
})

describe.each([
  { name: 'as built', codeWall: true, policies: true },
  { name: 'row policies alone', codeWall: false, policies: true },
  { name: 'code alone', codeWall: true, policies: false },
])('events reach those in the network and nobody else: $name', ({ codeWall, policies }) => {
  let server: TestServer
  let world: World
  beforeAll(async () => {
    server = await startTestServer({ codeWall })
    if (!policies) await withoutPolicies(server.database.ownerUrl)
    world = await server.seed((seed) => buildWorld(seed))
  })
  afterAll(() => server.stop())

  test.each(['open', 'facilitated'] as const)('of the round that is %s', async (which) => {
    const id = `Round_${world.rounds[which]}`
    const count = which === 'open' ? 1 : 2
    const inside = subscriptions.roundEvents?.sees.split(' ') as Asker[]
    const seers = askers.filter(
      (asker) => inside.includes(asker) || (which === 'facilitated' && asker === 'consultant'),
    )
    const followers = new Map(askers.map((asker) => [asker, follow(server, world.tokens[asker], id)]))
    if (which === 'open') await server.ask(world.tokens.member, recordEvents, { id, events: [roundEvent(1, minute)] })
    await Promise.all(seers.map((asker) => followers.get(asker)?.until(count)))
    await Promise.all(
      askers
        .filter((asker) => !seers.includes(asker))
        .map((asker) => expect.poll(() => followers.get(asker)?.codes).toHaveLength(1)),
    )
    const told = Object.fromEntries([...followers].map(([asker, { seqs }]) => [asker, seqs()]))
    expect(told).toEqual(Object.fromEntries(askers.map((asker) => [asker, seers.includes(asker) ? upTo(count) : []])))
    expect(followers.get('nobody')?.codes).toEqual([4403])
    expect(followers.get('former')?.codes).toEqual(['NOT_FOUND'])
    await stop(followers.values())
  })
})

async function withoutPolicies(ownerUrl: string) {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query(`DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND rowsecurity LOOP
      EXECUTE format('ALTER TABLE public.%I DISABLE ROW LEVEL SECURITY', name);
    END LOOP; END $$`)
  await owner.end()
}
