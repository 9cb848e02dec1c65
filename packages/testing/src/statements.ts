import pg from 'pg'

export type Statement = { text: string; values: unknown[] }

/** What this process says to PostgreSQL while `work` runs, in its order: a server in it that answers, for instance. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pg.Client.prototype
  const statements: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | Partial<Statement>, unknown[]?]
    const [text, values] = typeof first === 'string' ? [first, second] : [first.text, first.values ?? second]
    if (text) statements.push({ text, values: Array.isArray(values) ? values : [] })
    return (query as (...all: unknown[]) => unknown).apply(this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}
