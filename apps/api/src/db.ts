import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { CopyRows } from './copy-rows.ts'
import { type Prisma, PrismaClient } from './generated/prisma/client.ts'
import { migrationStatus } from './migrate.ts'

/** What is known of the caller at the start of an operation. */
export type Viewer = {
  readonly sessionId: string
  readonly personId: string
  readonly organisationId: string
  readonly isAdmin: boolean
  readonly isConsultant: boolean
  readonly locale: 'da' | 'en'
  readonly steppedUpAt: Date | null
  readonly lastUsedAt: Date
}

/** Where the caller stands in one network. */
export type Standing = {
  readonly member: boolean
  readonly convenor: boolean
  readonly accepted: boolean
  readonly consultant: boolean
}

export type Asker = { readonly viewer: Viewer | null; readonly standing: ReadonlyMap<string, Standing> }

export type Db = Prisma.TransactionClient

/** A reading transaction in which everything stays as it was at its first look. */
export type Moment = {
  rows<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** The same by a second connection that sees the same moment, while the first is busy with a long query. */
  beside<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>
  /** Streams what `COPY (…) TO STDOUT` answers; the query waits while nobody reads. */
  copy(...what: ConstructorParameters<typeof CopyRows>): CopyRows
}

type Asking = { readonly session: string | null; readonly mode: string; asker: Asker; refused: boolean }

/** Everything stays as it was at the first look. */
const oneMoment = 'ISOLATION LEVEL REPEATABLE READ READ ONLY'

const nobody: Asker = { viewer: null, standing: new Map() }
const asking = new AsyncLocalStorage<Asking>()

/** Notes that the current operation answered a refusal: what it wrote is undone. */
export function undoThisOperation() {
  const scope = asking.getStore()
  if (scope) scope.refused = true
}

// The second statement resolves the caller's standing from the tables themselves, apart from the functions behind the
// row policies, so that a fault in one wall is not a fault in the other.
const prepare = `
  PREPARE viewer_card AS SELECT * FROM app.viewer_card();
  PREPARE standing AS
    WITH me AS MATERIALIZED (SELECT app.viewer() AS id)
    SELECT m.network_id, true AS member, m.is_convenor AS convenor, false AS consultant, EXISTS (
      SELECT FROM network n
      JOIN ground_rules_acceptance a ON a.network_id = n.id AND a.version = n.ground_rules_version
      WHERE n.id = m.network_id AND a.person_id = m.person_id) AS accepted
    FROM me JOIN membership m ON m.person_id = me.id WHERE m.left_at IS NULL
    UNION ALL
    SELECT c.network_id, false, false, true, false FROM me JOIN network_consultant c ON c.person_id = me.id
    JOIN person_role r ON r.person_id = c.person_id AND r.role = 'consultant'
    WHERE c.access_until >= (now() AT TIME ZONE 'Europe/Copenhagen')::date`

/**
 * A connection on which a transaction begins as the caller: one round trip opens it, names the session and answers who
 * that is. The session is named by the SHA-256 of its token, never by a person's id.
 */
class AskingClient extends pg.Client {
  readonly #prepared: Promise<unknown>

  constructor(config?: pg.ClientConfig) {
    super(config)
    this.#prepared = new Promise((resolve) => this.once('connect', resolve)).then(() => super.query(prepare))
    this.#prepared.catch(() => {})
  }

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query end in this one signature.
  override query(...args: any[]): any {
    const scope = asking.getStore()
    const [first] = args
    const text: unknown = typeof first === 'string' ? first : first?.text
    if (!scope || text !== 'BEGIN') return super.query(...(args as [string]))
    return this.#begin(scope)
  }

  async #begin(scope: Asking) {
    await this.#prepared
    const results = (await super.query(
      `BEGIN ${scope.mode};
       SELECT set_config('app.session', '${scope.session ?? ''}', true);
       EXECUTE viewer_card; EXECUTE standing`,
    )) as unknown as pg.QueryResult<never>[]
    scope.asker = readAsker(results[2]?.rows[0], results[3]?.rows ?? [])
    return results[0]
  }
}

type CardRow = {
  session_id: string
  person_id: string
  organisation_id: string
  is_admin: boolean
  is_consultant: boolean
  locale: 'da' | 'en'
  stepped_up_at: Date | null
  last_used_at: Date
}

type StandingRow = Standing & { network_id: string }

function readAsker(card: CardRow | undefined, rows: StandingRow[]): Asker {
  if (!card) return nobody
  const standing = new Map<string, Standing>()
  for (const { network_id, member, convenor, accepted, consultant } of rows) {
    const known = standing.get(network_id)
    standing.set(network_id, {
      member: member || (known?.member ?? false),
      convenor: convenor || (known?.convenor ?? false),
      accepted: accepted || (known?.accepted ?? false),
      consultant: consultant || (known?.consultant ?? false),
    })
  }
  return {
    viewer: {
      sessionId: card.session_id,
      personId: card.person_id,
      organisationId: card.organisation_id,
      isAdmin: card.is_admin,
      isConsultant: card.is_consultant,
      locale: card.locale,
      steppedUpAt: card.stepped_up_at,
      lastUsedAt: card.last_used_at,
    },
    standing,
  }
}

/** The name under which a session's token is known to the database: hex of its SHA-256. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** Thrown inside an operation to undo everything it wrote while still answering its caller. */
export class RollBack extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('rolled back')
    this.answer = answer
  }
}

const statementName = ({ sql }: { sql: string }) => createHash('sha1').update(sql).digest('base64url')

/** The API's door to PostgreSQL: every operation is one transaction, as the caller. */
export class Database {
  readonly #pool: pg.Pool
  readonly #prisma: PrismaClient
  readonly #names = new Map<string, string>()

  constructor(url: string, connections = 8) {
    this.#pool = new pg.Pool({ connectionString: url, max: connections, Client: AskingClient })
    this.#pool.on('error', () => {})
    const statementNameGenerator = (query: { sql: string }) => this.#name(query)
    this.#prisma = new PrismaClient({ adapter: new PrismaPg(this.#pool, { statementNameGenerator }) })
  }

  #name(query: { sql: string }) {
    const name = this.#names.get(query.sql) ?? statementName(query)
    this.#names.set(query.sql, name)
    return name
  }

  /**
   * Runs `work` in one transaction as the session with this token hash (64 hex digits) and answers after COMMIT. One that
   * only reads sees one moment: an event that its lists do not show yet is not counted in its `eventSeq` either.
   * What throws rolls back; {@link RollBack} rolls back and answers all the same.
   */
  async operation<T>(
    session: string | null,
    readOnly: boolean,
    work: (db: Db, asker: Asker) => Promise<T>,
  ): Promise<T> {
    const scope: Asking = { session: named(session), mode: readOnly ? oneMoment : '', asker: nobody, refused: false }
    try {
      return await asking.run(scope, () =>
        this.#prisma.$transaction(
          async (db) => {
            const answer = await work(db, scope.asker)
            if (scope.refused) throw new RollBack(answer)
            return answer
          },
          { maxWait: 10_000, timeout: 30_000 },
        ),
      )
    } catch (fault) {
      if (fault instanceof RollBack) return fault.answer as T
      throw fault
    }
  }

  /** The same for reading more than memory should hold. What throws ends the query, however far it has come. */
  async readOneMoment<T>(session: string | null, work: (moment: Moment, asker: Asker) => Promise<T>): Promise<T> {
    const scope: Asking = { session: named(session), mode: oneMoment, asker: nobody, refused: false }
    const client = await this.#pool.connect()
    // A connection that breaks while it is ours tells so by an event too, which nobody else hears.
    const heard = () => {}
    client.on('error', heard)
    let copying = false
    const moment: Moment = {
      rows: async (text, values = []) => (await client.query(text, values)).rows,
      beside: async (text) => {
        const [shared] = await moment.rows<{ id: string }>('SELECT pg_export_snapshot() AS id')
        return this.#readBeside(scope, shared?.id ?? '', text)
      },
      copy: (...what) => {
        copying = true
        return client
          .query(new CopyRows(...what))
          .on('end', () => (copying = false))
          .on('error', () => {})
      },
    }
    let broken: Error | undefined
    try {
      await asking.run(scope, () => client.query('BEGIN'))
      const answer = await work(moment, scope.asker)
      await client.query('COMMIT')
      return answer
    } catch (fault) {
      if (copying) broken = await this.#breakOff(client)
      else await client.query('ROLLBACK').catch((error: Error) => (broken = error))
      throw fault
    } finally {
      if (!broken) client.off('error', heard)
      client.release(broken)
    }
  }

  async #readBeside<Row extends pg.QueryResultRow>(scope: Asking, snapshot: string, text: string): Promise<Row[]> {
    const client = await this.#pool.connect()
    try {
      // The snapshot has to be taken over before anything is read, so the session is named a second time, after it.
      await client.query(`BEGIN ${scope.mode}; SET TRANSACTION SNAPSHOT ${client.escapeLiteral(snapshot)}`)
      await client.query(`SELECT set_config('app.session', $1, true)`, [scope.session ?? ''])
      return (await client.query<Row>(text)).rows
    } finally {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (error: Error) => client.release(error),
      )
    }
  }

  /** A query that nobody reads any longer is cancelled where it works, and cut off where it waits for its reader. */
  async #breakOff(client: pg.PoolClient): Promise<Error> {
    const { processID, connection } = client as unknown as { processID: number; connection: { stream: Socket } }
    await this.#pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => {})
    connection.stream.destroy()
    return new Error('broken off')
  }

  /** Whether the database answers and is of this version. */
  async isMigrated() {
    return (await migrationStatus(this.#pool)).upToDate
  }

  async close() {
    await this.#prisma.$disconnect()
    await this.#pool.end()
  }
}

function named(session: string | null) {
  if (session !== null && !/^[0-9a-f]{64}$/.test(session)) throw new Error('a session is named by 64 hex digits')
  return session
}
