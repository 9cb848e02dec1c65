import pg from 'pg'

/** Looks at a database as its owner, past every policy. */
export const lookAs =
  (ownerUrl: string) =>
  async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => {
    const client = new pg.Client(ownerUrl)
    await client.connect()
    try {
      return (await client.query<Found>(text, values)).rows
    } finally {
      await client.end()
    }
  }
