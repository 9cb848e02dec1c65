import { type Asker, askers, buildWorld, type World } from '@lederkreds/testing/access-world'
import { follow as followEvents } from '@lederkreds/testing/follower'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subscriptions } from '../access-expectations.ts'

type Seen = { seq: number; kind: string }

const subscription = `subscription ($id: ID!, $after: Int!) { networkEvents(networkId: $id, afterSeq: $after) { seq kind } }`

/** Follows a network as a browser does; keeps what it is told. */
function follow(server: TestServer, token: string | null, id: string, after = 0) {
  const follower = followEvents<Seen>(server, token, subscription, { id, after })
  const until = (seq: number) =>
    expect.poll(follower.last, { timeout: 15_000 }).toSatisfy((at) => Array.isArray(at) || Number(at) >= seq)
  return { ...follower, until }
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

async function withOwner<T>(server: TestServer, work: (owner: pg.Client) => Promise<T>) {
  const owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
  return work(owner).finally(() => owner.end())
}

/** Something happens, without anybody of the API's doing. */
const happens = (server: TestServer, networkId: string, kind = 'networkChanged') =>
  withOwner(server, (owner) =>
    owner.query(
      `WITH next AS (UPDATE event_counter SET seq = seq + 1 WHERE network_id = $1 RETURNING seq), told AS (
         INSERT INTO event (network_id, seq, kind) SELECT $1, seq, $2 FROM next)
       SELECT pg_notify('network_event', $1::text)`,
      [networkId, kind],
    ),
  )

describe('one network, two instances of the API', () => {
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

  const networkOf = (count: number) =>
    here.seed((seed) => {
      const organisation = seed.organisation('Aarhus')
      const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
      const members = upTo(count).map((number) => seed.person(organisation, { name: `Leder ${number}` }))
      const network = seed.network(organisation, { name: 'Nord', consultant, members })
      const meeting = seed.meeting(network, { startsAt: new Date(Date.now() + 86_400_000) })
      return { network, id: `Network_${network.id}`, meeting, tokens: members.map((member) => seed.session(member)) }
    })

  test('what was missed is told first, and then what comes, whichever instance it comes through', async () => {
    const { network, id, tokens } = await networkOf(1)
    for (const _ of upTo(3)) await happens(here, network.id)
    const [all, some, none] = [0, 2, 3].map((after) => follow(there, tokens[0] ?? '', id, after))
    await all?.until(3)
    await happens(here, network.id)
    for (const follower of [all, some, none]) await follower?.until(4)
    expect([all, some, none].map((follower) => follower?.seqs())).toEqual([upTo(4), upTo(4, 3), [4]])
    await Promise.all([all, some, none].map((follower) => follower?.stop()))
  })

  test('more than a page of missed events comes whole', async () => {
    const { network, id, tokens } = await networkOf(1)
    await withOwner(here, async (owner) => {
      await owner.query(
        `INSERT INTO event (network_id, seq, kind) SELECT $1, n, 'networkChanged' FROM generate_series(250, 1, -1) n`,
        [network.id],
      )
      await owner.query('UPDATE event_counter SET seq = 250 WHERE network_id = $1', [network.id])
    })
    const begun = performance.now()
    const follower = follow(here, tokens[0] ?? '', id)
    await follower.until(250)
    expect(follower.seqs()).toEqual(upTo(250))
    expect(performance.now() - begun).toBeLessThan(8_000)
    await follower.stop()
  })

  test('200 changes at once reach everybody in their order, each once, none left out', {
    timeout: 40_000,
  }, async () => {
    const { id, meeting, tokens } = await networkOf(8)
    const early = [here, there].map((server, index) => follow(server, tokens[index] ?? '', id))
    const answer = `mutation ($id: ID!, $rsvp: Rsvp) { answerMeeting(id: $id, rsvp: $rsvp) { __typename } }`
    const late: ReturnType<typeof follow>[] = []
    const answerOften = async (token: string, index: number) => {
      for (const turn of upTo(25)) {
        const server = (index + turn) % 2 ? here : there
        const rsvp = turn % 2 ? 'coming' : 'regrets'
        const { data } = await server.ask(token, answer, { id: `Meeting_${meeting.id}`, rsvp })
        expect(data).toEqual({ answerMeeting: { __typename: 'Meeting' } })
        // Somebody comes in at every moment, from where she left.
        if (index === 0 && turn % 5 === 1) late.push(follow(here, token, id, early[0]?.seqs().at(-1) ?? 0))
      }
    }
    await Promise.all(tokens.map(answerOften))
    const followers = [...early, ...late]
    for (const follower of followers) await follower.until(200)
    for (const { seqs } of early) expect(seqs()).toEqual(upTo(200))
    for (const { seqs } of late) expect(seqs()).toEqual(upTo(200, seqs()[0]))
    expect(late).toHaveLength(5)
    await Promise.all(followers.map(({ stop }) => stop()))
  })

  test('a notification that is lost delays and loses nothing', async () => {
    const { network, id, tokens } = await networkOf(1)
    const follower = follow(here, tokens[0] ?? '', id)
    await happens(here, network.id)
    await follower.until(1)
    await withOwner(here, (owner) =>
      owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'lederkreds listen' AND datname = current_database()`,
      ),
    )
    await happens(here, network.id)
    await follower.until(2)
    await new Promise((resolve) => setTimeout(resolve, 700))
    const begun = performance.now()
    await happens(here, network.id)
    await follower.until(3)
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(follower.seqs()).toEqual([1, 2, 3])
    await follower.stop()
  })

  test('whoever leaves, or has not accepted the new ground rules, hears nothing more', async () => {
    const { network, id, tokens } = await networkOf(3)
    const [leaver = '', stayer = '', undecided = ''] = tokens
    const followers = [leaver, stayer, undecided].map((token) => follow(here, token, id))
    await happens(here, network.id)
    for (const follower of followers) await follower.until(1)
    await here.ask(leaver, 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }', { id })
    await withOwner(here, (owner) =>
      owner.query(
        `WITH rules AS (INSERT INTO ground_rules (network_id, version, text, created_by_id)
           SELECT network_id, 2, text, created_by_id FROM ground_rules WHERE network_id = $1),
         accepted AS (INSERT INTO ground_rules_acceptance (network_id, version, person_id)
           SELECT $1, 2, person_id FROM session s JOIN session_token t ON t.session_id = s.id
           WHERE t.token_hash = sha256($2::bytea))
         UPDATE network SET ground_rules_version = 2 WHERE id = $1`,
        [network.id, Buffer.from(stayer)],
      ),
    )
    await happens(here, network.id)
    await followers[1]?.until(3)
    await expect.poll(() => followers.map(({ codes }) => codes)).toEqual([['NOT_FOUND'], [], ['NOT_FOUND']])
    expect(followers.map(({ seqs }) => Math.max(...seqs()) >= 3)).toEqual([false, true, false])
    await Promise.all(followers.map(({ stop }) => stop()))
  })

  test.each([
    ['an id of another type', (id: string) => ({ id: id.replace('Network', 'Meeting'), after: 0 }), 'BAD_USER_INPUT'],
    ['a malformed id', () => ({ id: 'Network_1', after: 0 }), 'NOT_FOUND'],
    ['an unknown id', () => ({ id: `Network_${crypto.randomUUID()}`, after: 0 }), 'NOT_FOUND'],
    ['half a number', (id: string) => ({ id, after: 0.5 }), 'BAD_USER_INPUT'],
    ['a number too large', (id: string) => ({ id, after: 2 ** 31 }), 'BAD_USER_INPUT'],
  ])('%s is refused', async (_what, variables, code) => {
    const { id, tokens } = await networkOf(1)
    const { id: asked, after } = variables(id)
    const follower = follow(here, tokens[0] ?? '', asked, after)
    await expect.poll(() => follower.codes).toEqual([code])
    await follower.stop()
  })

  test('a number from before the beginning tells everything, one from after the end waits', async () => {
    const { network, id, tokens } = await networkOf(1)
    const [before, beyond] = [-1, 2 ** 31 - 1].map((after) => follow(here, tokens[0] ?? '', id, after))
    await happens(here, network.id)
    await before?.until(1)
    expect([before?.seqs(), beyond?.seqs(), beyond?.codes]).toEqual([[1], [], []])
    await Promise.all([before?.stop(), beyond?.stop()])
  })
})

describe.each([
  { name: 'as built', codeWall: true, policies: true },
  { name: 'row policies alone', codeWall: false, policies: true },
  { name: 'code alone', codeWall: true, policies: false },
])('events reach those inside and nobody else: $name', ({ codeWall, policies }) => {
  let server: TestServer
  let world: World
  beforeAll(async () => {
    server = await startTestServer({ codeWall })
    if (!policies) await withOwner(server, withoutPolicies)
    world = await server.seed((seed) => buildWorld(seed))
  })
  afterAll(() => server.stop())

  test('what was and what comes', async () => {
    const { network, tokens } = world
    await happens(server, network.id)
    const followers = new Map(askers.map((asker) => [asker, follow(server, tokens[asker], `Network_${network.id}`)]))
    const inside = subscriptions.networkEvents?.sees.split(' ') as Asker[]
    await Promise.all(inside.map((asker) => followers.get(asker)?.until(1)))
    await happens(server, network.id)
    await Promise.all(inside.map((asker) => followers.get(asker)?.until(2)))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const told = Object.fromEntries([...followers].map(([asker, { seqs }]) => [asker, seqs()]))
    expect(told).toEqual(Object.fromEntries(askers.map((asker) => [asker, inside.includes(asker) ? [1, 2] : []])))
    expect(followers.get('nobody')?.codes).toEqual([4403])
    if (codeWall) expect(followers.get('former')?.codes).toEqual(['NOT_FOUND'])
    await Promise.all([...followers.values()].map(({ stop }) => stop()))
  })
})

const membersOnly = ['turnsChanged', 'tiesChanged', 'stepPlanned', 'feedbackCancelled', 'feedbackReleased']

describe.each([
  { name: 'as built', codeWall: true, policies: true },
  { name: 'row policies alone', codeWall: false, policies: true },
  { name: 'code alone', codeWall: true, policies: false },
])('what concerns the members alone is told to them alone: $name', ({ codeWall, policies }) => {
  let server: TestServer
  let world: World
  beforeAll(async () => {
    server = await startTestServer({ codeWall })
    if (!policies) await withOwner(server, withoutPolicies)
    world = await server.seed((seed) => buildWorld(seed))
  })
  afterAll(() => server.stop())

  test('what was and what comes; whoever is told less follows all the same', async () => {
    const { network, tokens } = world
    const id = `Network_${network.id}`
    const all = ['networkChanged', ...membersOnly, 'roundBegun', ...membersOnly]
    const newest = async (asker: Asker) => {
      const { data } = await server.ask<{ network: { eventSeq: number } }>(
        tokens[asker],
        'query ($id: ID!) { network(id: $id) { eventSeq } }',
        { id },
      )
      return data?.network.eventSeq
    }
    for (const kind of all) await happens(server, network.id, kind)
    expect([await newest('member'), await newest('consultant')]).toEqual([12, 7])
    const [member, consultant, late] = [
      follow(server, tokens.member, id),
      follow(server, tokens.consultant, id),
      follow(server, tokens.consultant, id, 7),
    ]
    await member.until(12)
    await consultant.until(7)
    for (const kind of all) await happens(server, network.id, kind)
    await happens(server, network.id)
    for (const follower of [member, consultant, late]) await follower.until(25)
    const told = ({ events }: typeof member) => events.map(({ seq, kind }) => `${seq} ${kind}`)
    expect(told(member)).toEqual([...all, ...all, 'networkChanged'].map((kind, at) => `${at + 1} ${kind}`))
    const comes = ['13 networkChanged', '19 roundBegun', '25 networkChanged']
    expect(told(consultant)).toEqual(['1 networkChanged', '7 roundBegun', ...comes])
    expect(told(late)).toEqual(comes)
    await Promise.all([member, consultant, late].map(({ stop }) => stop()))
  })

  test('a hundred that she is not told of lie in the way of nothing', async () => {
    const { networks, people, tokens } = world
    await withOwner(server, async (owner) => {
      await owner.query(
        `INSERT INTO event (network_id, seq, kind) SELECT $1, n, CASE WHEN n % 125 = 0 THEN 'networkChanged' ELSE 'tiesChanged' END
         FROM generate_series(1, 250) n`,
        [networks.quiet],
      )
      await owner.query('UPDATE event_counter SET seq = 250 WHERE network_id = $1', [networks.quiet])
      await owner.query(
        `INSERT INTO network_consultant (network_id, person_id, access_until) VALUES ($1, $2, '2199-12-31')
         ON CONFLICT DO NOTHING`,
        [networks.quiet, people.consultant.id],
      )
    })
    const follower = follow(server, tokens.consultant, `Network_${networks.quiet}`)
    await follower.until(250)
    expect(follower.seqs()).toEqual([125, 250])
    await follower.stop()
  })
})

async function withoutPolicies(owner: pg.Client) {
  await owner.query(`DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND rowsecurity LOOP
      EXECUTE format('ALTER TABLE public.%I DISABLE ROW LEVEL SECURITY', name);
    END LOOP; END $$`)
}
