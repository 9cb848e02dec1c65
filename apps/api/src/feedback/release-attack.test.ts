import { constants, createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { tokenContext } from '@lederkreds/domain/feedback/pooled'
import { cloneDatabase, type TestDatabase } from '@lederkreds/testing/database'
import { load } from '@lederkreds/testing/load'
import { lookAs } from '@lederkreds/testing/look'
import { makeReader, type PooledCircle, sealPooled } from '@lederkreds/testing/pooled-circle'
import {
  attackByLikeness,
  attackByLog,
  attackByOrders,
  boundOf,
  type Case,
  keyOf,
  placesIn,
  type Released,
  type Theft,
} from '@lederkreds/testing/release-guesses'
import { Seed } from '@lederkreds/testing/seed'
import { testSecret } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Door } from '../door.ts'
import { layOver, takeOff } from '../secret-layer.ts'
import { handIn, type Release, shuffleStaged } from './pooled.store.ts'
import { release } from './release.job.ts'

/*
 * An attacker who has everything but SECRET and the receiver's keys, and who has watched every giver: the whole database
 * before and after a release, with where each row lies and which transaction wrote it, the write-ahead log, and in which
 * order the givers answered. She guesses for each released answer who gave it, by every order that rows, bytes and log
 * can be put in. With 8 givers chance alone is right once in eight times; how often she may be right here is the bound
 * that chance stays within 999,999 of 1,000,000 times.
 */

const giverCount = 8
let database: TestDatabase
let door: Door
let worker: pg.Pool
beforeAll(async () => {
  database = await cloneDatabase()
  door = new Door(database.doorUrl)
  worker = new pg.Pool({ connectionString: database.workerUrl })
})
afterAll(async () => {
  await Promise.all([door.close(), worker.end()])
  await database.drop()
})

/** Draws that are the same in each run. */
function drawer(seed: number) {
  let state = seed
  return (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
const inSomeOrder = <Thing>(things: readonly Thing[], below: (limit: number) => number) =>
  things
    .map((thing) => [below(2 ** 31), thing] as const)
    .sort(([one], [other]) => one - other)
    .map(([, thing]) => thing)

/** A build with a fault: how it releases, and whether what waits has a layer of its own. */
interface Build {
  readonly release?: Release
  readonly isLayered: boolean
}
const asBuilt: Build = { isLayered: true }

/** Cycles that are answered in a known order and released by the worker as ever; then everything is stolen. */
async function steal(cycles: number, seedNumber: number, { release: faulty, isLayered }: Build): Promise<Theft> {
  const below = drawer(seedNumber)
  const look = lookAs(database.ownerUrl)
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
  const seed = new Seed()
  const organisation = seed.organisation('Aarhus')
  const consultant = seed.person(organisation, { name: 'Kim', roles: ['consultant'] })
  const receiver = seed.person(organisation, { name: 'Ada' })
  const givers = Array.from({ length: giverCount }, (_, at) => seed.person(organisation, { name: `Giver ${at}` }))
  const network = seed.network(organisation, { name: 'Nord', consultant, members: [receiver, ...givers] })
  const reader = await makeReader(receiver)
  const circles = Array.from({ length: cycles }, (): PooledCircle => {
    const cycle = seed.feedbackCycle(network, { receiver, givers, promise: 'pooled', form: 'free' })
    seed.add('feedback_issuer', {
      cycle_id: cycle.id,
      public_key: publicKey.export({ type: 'spki', format: 'der' }),
      private_key: Buffer.from(layOver(testSecret, 'feedback issuer', cycle.id, pkcs8)),
    })
    return { cycle, givers, receiver, issuerKey: new Uint8Array(), reader }
  })
  await load(database.ownerUrl, seed)

  const worlds = circles.map((circle) => ({
    circle,
    authors: inSomeOrder(circle.givers, below).map(({ id }) => id),
    truth: new Map<string, string>(),
  }))
  const from = await logPosition()
  const give = async ({ circle, authors, truth }: (typeof worlds)[number], turn: number) => {
    const author = authors[turn] ?? ''
    await look('UPDATE feedback_invitation SET blinded_hash = $3 WHERE cycle_id = $1 AND giver_id = $2', [
      circle.cycle.id,
      author,
      randomBytes(32),
    ])
    const message = new Uint8Array(randomBytes(32))
    const signed = Buffer.concat([message, tokenContext(circle.cycle.id)])
    const padding = constants.RSA_PKCS1_PSS_PADDING
    const signature = new Uint8Array(sign('sha384', signed, { key: privateKey, padding, saltLength: 48 }))
    const answer = await sealPooled(circle, `${randomUUID()} `.repeat(1 + below(50)))
    truth.set(keyOf(answer.envelope), author)
    const token = { cycleId: circle.cycle.id, message, signature }
    if (isLayered) return handIn({ door, secret: testSecret }, token, answer)
    const bare = Buffer.concat([Buffer.alloc(28), answer.wrappedKey, answer.envelope])
    await door.step('stage_pooled_answer', circle.cycle.id, createHash('sha256').update(message).digest(), bare)
  }
  for (let turn = 0; turn < giverCount; turn++)
    for (let first = 0; first < worlds.length; first += 3)
      await Promise.all(
        inSomeOrder(worlds, drawer(turn))
          .slice(first, first + 3)
          .map((world) => give(world, turn)),
      )

  const ids = circles.map(({ cycle }) => cycle.id)
  const before = await look<{ cycle_id: string; xmin: string; ctid: string; token_hash: Buffer; sealed: Buffer }>(
    'SELECT cycle_id, xmin::text, ctid::text, token_hash, sealed FROM feedback_staged WHERE cycle_id = ANY ($1)',
    [ids],
  )
  const blinded = await look<{ cycle_id: string; giver_id: string; blinded_hash: Buffer }>(
    'SELECT cycle_id, giver_id, blinded_hash FROM feedback_invitation WHERE cycle_id = ANY ($1)',
    [ids],
  )
  const between = await logPosition()
  if (faulty) for (const { cycle } of circles) await releaseWith(faulty, { cycleId: cycle.id, networkId: network.id })
  else await release(worker, testSecret)()
  const until = await logPosition()
  const after = await look<Row>(
    `SELECT cycle_id, id, ctid::text, pg_column_toast_chunk_id(envelope)::text AS chunk, envelope, wrapped_key
     FROM feedback_answer WHERE cycle_id = ANY ($1)`,
    [ids],
  )
  const cases = worlds.map(({ circle: { cycle }, authors, truth }): Case => {
    const isOfIt = (row: { cycle_id: string }) => row.cycle_id === cycle.id
    const waiting = before.filter(isOfIt).map((row) => ({
      xmin: Number(row.xmin),
      place: placeOf(row.ctid),
      tokenHash: row.token_hash,
      sealed: row.sealed,
    }))
    return {
      authors,
      blinded: new Map(blinded.filter(isOfIt).map((row) => [row.giver_id, row.blinded_hash])),
      waiting: waiting.sort((one, other) => one.xmin - other.xmin),
      released: after.filter(isOfIt).map(readRow),
      truth,
    }
  })
  return { cases, logBefore: await readLog(from, between), logOfRelease: await readLog(between, until) }
}

/** The worker's transaction with another release in it. */
async function releaseWith(faulty: Release, cycle: { readonly cycleId: string; readonly networkId: string }) {
  const client = await worker.connect()
  await client.query('BEGIN')
  await client.query('SELECT app.hold_feedback($1)', [cycle.cycleId])
  await shuffleStaged(client, testSecret, cycle, faulty)
  await client.query(`SELECT app.close_feedback($1, 'released')`, [cycle.cycleId])
  await client.query('COMMIT')
  client.release()
}

interface Row {
  readonly cycle_id: string
  readonly id: string
  readonly ctid: string
  readonly chunk: string
  readonly envelope: Buffer
  readonly wrapped_key: Buffer
}
const readRow = ({ id, ctid, chunk, envelope, wrapped_key }: Row): Released => ({
  id,
  place: placeOf(ctid),
  chunk: Number(chunk),
  envelope,
  wrappedKey: wrapped_key,
})
const placeOf = (ctid: string): number => {
  const [page = 0, line = 0] = (ctid.match(/\d+/g) ?? []).map(Number)
  return page * 1000 + line
}

/** Where the write-ahead log stands, in bytes since its beginning. */
async function logPosition(): Promise<number> {
  const [at] = await lookAs(database.ownerUrl)<{ at: string }>(
    `SELECT (pg_current_wal_insert_lsn() - '0/0')::text AS at, pg_switch_wal()`,
  )
  return Number(at?.at)
}

/** That part of the write-ahead log, out of the server's own files. */
async function readLog(from: number, until: number): Promise<Buffer> {
  const parts: Buffer[] = []
  const look = lookAs(database.ownerUrl)
  const [setting] = await look<{ size: string }>(
    `SELECT setting AS size FROM pg_settings WHERE name = 'wal_segment_size'`,
  )
  const size = Number(setting?.size)
  for (let at = from; at < until; ) {
    const length = Math.min(size - (at % size), until - at)
    const [part] = await look<{ bytes: Buffer }>(
      `SELECT pg_read_binary_file('pg_wal/' || pg_walfile_name('0/0'::pg_lsn + $1::numeric), $2, $3) AS bytes`,
      [at + 1, at % size, length],
    )
    parts.push(part?.bytes ?? Buffer.alloc(0))
    at += length
  }
  return Buffer.concat(parts)
}

describe('whoever has stolen everything but SECRET, and watched every giver', () => {
  let theft: Theft
  beforeAll(async () => {
    theft = await steal(200, 20_261_125, asBuilt)
  }, 180_000)

  test('has all there is: every answer, every waiting row, and the log of all of them', () => {
    expect(theft.cases.map(({ released, waiting }) => [released.length, waiting.length])).toEqual(
      theft.cases.map(() => [giverCount, giverCount]),
    )
    const all = theft.cases.flatMap(({ released }) => released)
    expect(placesIn(theft.logOfRelease, all).filter((at) => at < 0)).toEqual([])
    expect(new Set(all.map(({ envelope, wrappedKey }) => `${envelope.length} ${wrappedKey.length}`))).toEqual(
      new Set(['16416 121']),
    )
  })

  test('is right no more often than chance, whatever order she lays beside whatever other', () => {
    const [least, most] = boundOf(theft)
    const right = attackByOrders(theft)
    expect(Object.keys(right)).toHaveLength(42)
    expect(Object.entries(right).filter(([, count]) => count < least || count > most)).toEqual([])
  })

  test('finds no byte of an answer in the log from before its release, nor a likeness to what waited', () => {
    expect(attackByLog(theft)).toEqual({ found: 0, right: 0 })
    const [least, most] = boundOf(theft)
    const right = attackByLikeness(theft)
    expect(right).toBeGreaterThan(least)
    expect(right).toBeLessThan(most)
  })
})

describe('the same attacks find what a build with a fault gives away', () => {
  const uncover: Release['uncover'] = (waiting, secret, cycleId) =>
    takeOff(secret, 'feedback staging', cycleId, waiting)

  test('without the shuffle: rows, long values and log keep the order in which what waited lay', async () => {
    const theft = await steal(30, 1, { isLayered: true, release: { uncover, order: (answers) => [...answers] } })
    const right = attackByOrders(theft)
    const most = giverCount * theft.cases.length
    for (const how of ['as their rows lie', 'as their long values were numbered', 'as the log of the release has them'])
      expect(right[`${how}, as what waited lay`]).toBe(most)
  }, 60_000)

  test('without a layer of its own: the log from before the release has every answer, in turn', async () => {
    const bare: Release = {
      uncover: (waiting) => waiting.subarray(28),
      order: (answers) => inSomeOrder(answers, drawer(3)),
    }
    const theft = await steal(30, 3, { isLayered: false, release: bare })
    const all = giverCount * theft.cases.length
    expect(attackByLog(theft)).toEqual({ found: all, right: all })
    expect(attackByLikeness(theft)).toBe(all)
  }, 60_000)
})
