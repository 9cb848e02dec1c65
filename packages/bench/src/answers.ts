import { constants, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { release } from '@lederkreds/api/feedback/release.job'
import { layOver } from '@lederkreds/api/secret-layer'
import { tokenContext } from '@lederkreds/domain/feedback/pooled'
import { load } from '@lederkreds/testing/load'
import { Seed, type SeededCycle } from '@lederkreds/testing/seed'
import pg from 'pg'
import { type Bed, withClient } from './bed.ts'

/** An answer that nobody can open, with a token of its own: what the server has to do with it is the same. */
export interface Ready {
  readonly cycleId: string
  readonly tokenHash: Buffer
  readonly waiting: Buffer
  readonly body: string
}

export interface AnswerBed {
  readonly network: string
  readonly cycles: readonly SeededCycle[]
}

const perCycle = 100
const secret = 'a secret for benchmarks that is long enough'
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** So many pooled cycles of a hundred givers, more than people ever ask; gone with {@link removeCycles}. */
export async function addCycles({ ownerUrl, large }: Bed, count: number): Promise<AnswerBed> {
  const seed = new Seed()
  const consultant = seed.person(large.organisation, { name: 'Kim' })
  const receiver = seed.person(large.organisation, { name: 'Ada' })
  const givers = Array.from({ length: perCycle }, (_, at) => seed.person(large.organisation, { name: `Leder ${at}` }))
  const network = seed.network(large.organisation, { name: 'Svar', consultant, members: [receiver, ...givers] })
  const cycles = Array.from({ length: count }, () => {
    const cycle = seed.feedbackCycle(network, { receiver, givers, promise: 'pooled', form: 'free' })
    seed.add('feedback_issuer', {
      cycle_id: cycle.id,
      public_key: pair.publicKey.export({ type: 'spki', format: 'der' }),
      private_key: randomBytes(1200),
    })
    return cycle
  })
  await load(ownerUrl, seed)
  return { network: network.id, cycles }
}

export const removeCycles = ({ ownerUrl }: Bed, { network }: AnswerBed) =>
  withClient(ownerUrl, async (client) => {
    await client.query('DELETE FROM network WHERE id = $1', [network])
    await client.query('VACUUM ANALYZE feedback_staged, feedback_answer')
  })

/** An answer for each giver of a cycle. */
export const answersTo = ({ id: cycleId }: SeededCycle): Ready[] =>
  Array.from({ length: perCycle }, () => {
    const message = randomBytes(32)
    const signed = Buffer.concat([message, tokenContext(cycleId)])
    const padding = constants.RSA_PKCS1_PSS_PADDING
    const signature = sign('sha384', signed, { key: pair.privateKey, padding, saltLength: 48 })
    const envelope = Buffer.concat([Uint8Array.of(0x4c, 0x49, 1, 3), randomBytes(16_412)])
    const wrappedKey = Buffer.concat([Uint8Array.of(0x4c, 0x4b, 1, 2), randomBytes(117)])
    const text = Object.entries({ message, signature, envelope, wrappedKey })
    return {
      cycleId,
      tokenHash: createHash('sha256').update(message).digest(),
      waiting: Buffer.from(layOver(secret, 'feedback staging', cycleId, Buffer.concat([wrappedKey, envelope]))),
      body: JSON.stringify({
        cycleId,
        ...Object.fromEntries(text.map(([name, bytes]) => [name, bytes.toString('base64url')])),
      }),
    }
  })

/** Milliseconds that the worker takes to release what waits in all cycles that are due. */
export async function releaseDue({ workerUrl }: Bed): Promise<number> {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 1 })
  try {
    await pool.query('SELECT 1')
    const start = performance.now()
    await release(pool, secret)()
    return performance.now() - start
  } finally {
    await pool.end()
  }
}
