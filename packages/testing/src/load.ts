import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Row, type Seed, tables } from './seed.ts'

/** Writes a seed's rows with COPY, in one transaction, as the database's owner. */
export async function load(ownerUrl: string, seed: Seed) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await write(client, seed)
  } finally {
    await client.end()
  }
}

/** The same on a connection that is there already, for seeds that are written piece by piece. */
export async function write(client: pg.Client, seed: Seed) {
  await client.query('BEGIN')
  for (const table of tables) await copyRows(client, table, seed.rows.get(table) ?? [])
  await client.query('COMMIT')
}

/** Rows of one table may leave columns out; those take their defaults, so rows are grouped by the columns they name. */
async function copyRows(client: pg.Client, table: string, rows: Row[]) {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const columns = Object.keys(row).join()
    const group = groups.get(columns)
    if (group) group.push(row)
    else groups.set(columns, [row])
  }
  for (const [columns, group] of groups) {
    const stream = client.query(copyFrom(`COPY "${table}" (${columns}) FROM STDIN`))
    for (const row of group) {
      const line = `${Object.values(row).map(field).join('\t')}\n`
      if (!stream.write(line)) await once(stream, 'drain')
    }
    stream.end()
    await once(stream, 'finish')
  }
}

/** A value in COPY's text format. */
function field(value: Row[string]): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (Array.isArray(value)) return escaped(`{${value.map((item) => JSON.stringify(item)).join()}}`)
  return typeof value === 'string' ? escaped(value) : String(value)
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
