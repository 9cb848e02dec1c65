import { keptAfterClosing } from '@lederkreds/domain/networks/closing'
import type pg from 'pg'
import type { Logger } from 'pino'

const atATime = 1000
const today = "(now() AT TIME ZONE 'Europe/Copenhagen')::date"
/** An item is over with its own last day, or with its network's. One after the other, so that each has its index. */
const ends = [
  `expires_on < ${today}`,
  `network_id = ANY (ARRAY(SELECT id FROM network WHERE state = 'closed' AND closed_on + ${keptAfterClosing} < ${today}))`,
]

/**
 * Deletes every item whose last day is over, keys first, and keeps a report of how many there were of each kind. What
 * members sealed for each other has its last day with their network, some time after it has closed.
 */
export const expire = (pool: pg.Pool, log: Pick<Logger, 'info'>) => async () => {
  const client = await pool.connect()
  try {
    for (const isOver of ends) while (await expireSome(client, log, isOver));
  } finally {
    client.release()
  }
}

/**
 * One piece in one transaction; answers whether there was any. What its owner saves or deletes at this very moment
 * undoes the piece, so that no item is left without its key: the queue tries it again.
 */
async function expireSome(client: pg.PoolClient, log: Pick<Logger, 'info'>, isOver: string): Promise<boolean> {
  await client.query('BEGIN')
  try {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM sealed_item WHERE ${isOver} LIMIT ${atATime}`)
    const ids = rows.map(({ id }) => id)
    await client.query('DELETE FROM sealed_key WHERE item_id = ANY ($1::uuid[])', [ids])
    const { rows: report } = await client.query<{ kind: string; removed: number }>(
      `WITH gone AS (DELETE FROM sealed_item WHERE id = ANY ($1::uuid[]) RETURNING kind)
       INSERT INTO expiry_run (kind, removed) SELECT kind, count(*) FROM gone GROUP BY kind RETURNING kind, removed`,
      [ids],
    )
    const removed = report.reduce((sum, row) => sum + row.removed, 0)
    if (removed !== ids.length) throw new Error('items were changed while they expired')
    await client.query('COMMIT')
    for (const row of report) log.info(row, 'expired items were deleted')
    return ids.length > 0
  } catch (fault) {
    await client.query('ROLLBACK')
    throw fault
  }
}
