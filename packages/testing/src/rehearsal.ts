import { type Asker, Database, type Db, RollBack } from '@lederkreds/api/db'

/** A database on which every operation runs whole, answers, and is then taken back. */
export class Rehearsal extends Database {
  /** How many rows the last operation would have written; notes of replies and numbers of events apart. */
  lastWritten = 0

  override operation<T>(
    session: string | null,
    _readOnly: boolean,
    work: (db: Db, asker: Asker) => Promise<T>,
  ): Promise<T> {
    return super.operation(session, false, async (db, asker) => {
      const before = await written(db)
      const answer = await work(db, asker)
      this.lastWritten = (await written(db)) - before
      throw new RollBack(answer)
    })
  }
}

/** PostgreSQL counts over the connection's life, so a difference tells what one transaction did. */
async function written(db: Db) {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int AS count FROM pg_stat_xact_user_tables
    WHERE schemaname = 'public' AND relname NOT IN ('mutation_reply', 'event', 'event_counter')`
  return row?.count ?? 0
}
