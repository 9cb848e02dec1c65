import pg from 'pg'

/**
 * Calls the database's functions for what happens before there is a session. It connects as a role that may call
 * those functions and nothing else; each call is one whole step in a transaction of its own.
 */
export class Door {
  readonly #pool: pg.Pool

  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 3 })
    this.#pool.on('error', () => {})
  }

  /** The rows that `SELECT * FROM app.<step>(…)` answers. */
  async step<Row extends object>(
    step: Step,
    ...values: (string | Buffer | bigint | null | Buffer[])[]
  ): Promise<Row[]> {
    const places = values.map((_, index) => `$${index + 1}`).join(', ')
    const { rows } = await this.#pool.query<Row>({ name: step, text: `SELECT * FROM app.${step}(${places})`, values })
    return rows
  }

  close = () => this.#pool.end()
}

export type Step =
  | 'ask_code'
  | 'redeem_code'
  | 'redeem_new_email'
  | 'keep_challenge'
  | 'take_challenge'
  | 'find_passkey'
  | 'open_session_with_passkey'
  | 'end_session'
  | 'look_at_invitation'
  | 'offer_set_up'
  | 'set_up'
  | 'live_tokens'
  | 'stop_reminder'
  | 'pooled_issuer'
  | 'stage_pooled_answer'
  | 'look_at_pooled_answer'
  | 'withdraw_pooled_answer'
