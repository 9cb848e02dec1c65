import type pg from 'pg'

/** Takes away what has served its time: used codes, challenges, sessions long over, and replies that no retry can ask for any longer. */
export const sweep = (pool: pg.Pool) => async () => {
  await pool.query(`DELETE FROM sign_in_code WHERE created_at < now() - interval '1 day'`)
  await pool.query(`DELETE FROM passkey_challenge WHERE created_at < now() - interval '1 day'`)
  await pool.query(`DELETE FROM session WHERE expires_at < now() - interval '30 days'`)
  await pool.query(`DELETE FROM mutation_reply WHERE created_at < now() - interval '2 days'`)
}
