import { isTimeToRemind, remindingHours } from '@lederkreds/domain/journal/reminder'
import type pg from 'pg'

const atATime = 1000

type Row = { person_id: string; hour: number; weekends: boolean; changed_at: Date; told_on: string | null }

/**
 * Queues a letter for everybody whose hour has come. The day is noted with the letter in one statement, so that neither a
 * second run nor another worker queues a second one, and a crash leaves both or none. Letters of yesterday are forgotten.
 */
export const remind =
  (pool: pg.Pool, clock = () => new Date()) =>
  async () => {
    await pool.query(`DELETE FROM letter WHERE kind = 'reminder' AND created_at < now() - interval '1 day'`)
    const now = clock()
    const { day, hours } = remindingHours(now)
    const { rows } = await pool.query<Row>(
      `SELECT r.person_id, r.hour, r.weekends, r.changed_at, r.told_on::text
       FROM reminder r JOIN "position" p USING (person_id)
       WHERE r.hour = ANY ($1::smallint[]) AND r.told_on IS DISTINCT FROM $2::date AND p.deactivated_at IS NULL`,
      [hours, day],
    )
    const due = rows
      .filter(({ hour, weekends, changed_at: changedAt, told_on: toldOn }) =>
        isTimeToRemind({ hour, weekends, changedAt, toldOn }, now),
      )
      .map(({ person_id }) => person_id)
    for (let first = 0; first < due.length; first += atATime)
      await pool.query(
        `WITH told AS (
           UPDATE reminder SET told_on = $2 WHERE person_id = ANY ($1::uuid[]) AND told_on IS DISTINCT FROM $2::date
           RETURNING person_id
         ), letters AS (INSERT INTO letter (kind, person_id) SELECT 'reminder', person_id FROM told RETURNING id)
         SELECT app.enqueue('sendLetter', json_build_object('letterId', id), 'letter:' || id) FROM letters`,
        [due.slice(first, first + atATime), day],
      )
  }
