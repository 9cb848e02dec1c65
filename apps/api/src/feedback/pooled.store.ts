import { randomInt, randomUUID } from 'node:crypto'
import { AlreadyAnswered, FeedbackClosed } from '@lederkreds/domain/feedback/cycle'
import {
  type PooledToken,
  type SealedAnswer,
  shuffled,
  TokenInvalid,
  type TokenState,
} from '@lederkreds/domain/feedback/pooled'
import { fewestPooled } from '@lederkreds/domain/feedback/promise'
import type pg from 'pg'
import type { Door } from '../door.ts'
import { layOver, takeOff } from '../secret-layer.ts'
import { hashOfToken, isToken } from './issuer.store.ts'

/** Everything that is known of whoever hands in an answer: that this door was asked. */
export type Unnamed = { readonly door: Pick<Door, 'step'>; readonly secret: string }

/**
 * Takes an answer in until its cycle is released; null says no. The token is spent with it. Throws {@link TokenInvalid},
 * {@link AlreadyAnswered} or {@link FeedbackClosed}.
 */
export async function handIn(
  { door, secret }: Unnamed,
  token: PooledToken,
  answer: SealedAnswer | null,
): Promise<void> {
  if (!(await mustBeToken(door, token))) throw new FeedbackClosed()
  const sealed = answer && layOver(secret, 'feedback staging', token.cycleId, inOne(answer))
  const [staged] = await door.step<{ stage_pooled_answer: 'kept' | 'spent' | 'closed' }>(
    'stage_pooled_answer',
    token.cycleId,
    hashOfToken(token),
    sealed && Buffer.from(sealed),
  )
  if (staged?.stage_pooled_answer === 'spent') throw new AlreadyAnswered()
  if (staged?.stage_pooled_answer !== 'kept') throw new FeedbackClosed()
}

/** What became of a token. Throws {@link TokenInvalid}. */
export async function lookAfter({ door }: Unnamed, token: PooledToken): Promise<TokenState> {
  if (!(await mustBeToken(door, token))) return 'closed'
  const [found] = await door.step<{ look_at_pooled_answer: TokenState }>(
    'look_at_pooled_answer',
    token.cycleId,
    hashOfToken(token),
  )
  return found?.look_at_pooled_answer ?? 'closed'
}

/** Destroys what was handed in with a token, if anything was. Throws {@link TokenInvalid} or {@link FeedbackClosed}. */
export async function withdraw({ door }: Unnamed, token: PooledToken): Promise<void> {
  if (!(await mustBeToken(door, token))) throw new FeedbackClosed()
  const [taken] = await door.step<{ withdraw_pooled_answer: boolean }>(
    'withdraw_pooled_answer',
    token.cycleId,
    hashOfToken(token),
  )
  if (!taken?.withdraw_pooled_answer) throw new FeedbackClosed()
}

/** False where the cycle takes nothing in, or is none: whoever asks is told no difference. */
async function mustBeToken(door: Unnamed['door'], token: PooledToken): Promise<boolean> {
  const [issuer] = await door.step<{ pooled_issuer: Buffer | null }>('pooled_issuer', token.cycleId)
  if (!issuer?.pooled_issuer) return false
  if (!isToken(issuer.pooled_issuer, token)) throw new TokenInvalid()
  return true
}

const wrappedKeyLength = 121
const inOne = ({ envelope, wrappedKey }: SealedAnswer) => Buffer.concat([wrappedKey, envelope])

/** How waiting answers become released ones; anything but {@link release} is for the tests that attack it. */
export interface Release {
  /** What was handed in, out of what waited; null for what cannot be told any more. */
  uncover(waiting: Uint8Array, secret: string, cycleId: string): Uint8Array | null
  order(answers: readonly Uint8Array[]): Uint8Array[]
}

const release: Release = {
  uncover: (waiting, secret, cycleId) => takeOff(secret, 'feedback staging', cycleId, waiting),
  order: (answers) => shuffled(answers, randomInt),
}

/**
 * In the worker's transaction that ends a pooled cycle: moves its answers from where they waited to its receiver, all in
 * one statement, in random order, under new random ids, with nothing left beside them. Answers how many there were; with
 * fewer than five nothing is written, and all are destroyed. What was taken in under another SECRET counts as none.
 */
export async function shuffleStaged(
  client: Pick<pg.ClientBase, 'query'>,
  secret: string,
  { cycleId, networkId }: { cycleId: string; networkId: string },
  { uncover, order }: Release = release,
): Promise<number> {
  const { rows } = await client.query<{ sealed: Buffer | null }>(
    'DELETE FROM feedback_staged WHERE cycle_id = $1 RETURNING sealed',
    [cycleId],
  )
  const answers = rows.flatMap(({ sealed }) => (sealed && uncover(sealed, secret, cycleId)) ?? [])
  if (answers.length < fewestPooled) return answers.length
  const mixed = order(answers)
  await client.query(
    `INSERT INTO feedback_answer (id, cycle_id, network_id, wrapped_key, envelope)
     SELECT id, $1, $2, wrapped_key, envelope FROM unnest($3::uuid[], $4::bytea[], $5::bytea[]) AS answer(id, wrapped_key, envelope)`,
    [
      cycleId,
      networkId,
      mixed.map(() => randomUUID()),
      mixed.map((answer) => Buffer.from(answer.subarray(0, wrappedKeyLength))),
      mixed.map((answer) => Buffer.from(answer.subarray(wrappedKeyLength))),
    ],
  )
  return answers.length
}
