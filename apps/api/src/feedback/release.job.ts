import { fewestPooled } from '@lederkreds/domain/feedback/promise'
import type pg from 'pg'
import { shuffleStaged } from './pooled.store.ts'

/**
 * Ends every cycle whose deadline is over, or in which everybody has answered or will not: all its answers come to its
 * receiver at once, or are all destroyed. It runs by the clock and never because somebody has answered, so that nobody
 * reads from it when that was. Each cycle is a transaction of its own: one that fails is undone and keeps no other waiting.
 */
export const release = (pool: pg.Pool, secret: string) => async () => {
  const client = await pool.connect()
  const faults: unknown[] = []
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM app.due_feedback() AS id')
    for (const { id } of rows) await endCycle(client, secret, id).catch((fault) => faults.push(fault))
  } finally {
    client.release()
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some cycles could not be ended')
}

async function endCycle(client: pg.PoolClient, secret: string, cycleId: string): Promise<void> {
  await client.query('BEGIN')
  try {
    const outcome = await outcomeOf(client, secret, cycleId)
    if (outcome) await client.query('SELECT app.close_feedback($1, $2)', [cycleId, outcome])
    await client.query('COMMIT')
  } catch (fault) {
    await client.query('ROLLBACK')
    throw fault
  }
}

/** How a cycle ends, with its answers where they belong; null when another worker, or its receiver, has ended it. */
async function outcomeOf(client: pg.PoolClient, secret: string, cycleId: string) {
  const { rows } = await client.query<{ promise: string | null; networkId: string }>(
    'SELECT app.hold_feedback(id) AS promise, network_id AS "networkId" FROM feedback_cycle WHERE id = $1',
    [cycleId],
  )
  const [cycle] = rows
  if (!cycle?.promise) return null
  if (cycle.promise === 'unasked') return 'cancelled'
  if (cycle.promise === 'signed') return 'released'
  const count = await shuffleStaged(client, secret, { cycleId, networkId: cycle.networkId })
  return count < fewestPooled ? 'tooFew' : 'released'
}
