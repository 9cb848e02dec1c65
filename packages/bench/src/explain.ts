import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storedOperations } from '@lederkreds/api/operations'
import { startTestServer } from '@lederkreds/testing/server'
import { type Statement, statementsOf } from '@lederkreds/testing/statements'
import type pg from 'pg'
import { ask, manifest, pageRequest } from './ask.ts'
import { type Bed, folder, withClient } from './bed.ts'

/** Writes the plan of every statement that one answer of the page takes; answers how many there are. */
export async function explainPage(bed: Bed): Promise<{ file: string; statements: number }> {
  const [asker] = bed.askers
  if (!asker) throw new Error('Nobody is signed in.')
  const statements = await capture(bed, pageRequest()(asker))
  const plans = await withClient(bed.apiUrl, async (client) => {
    const plans: string[] = []
    for (const [index, statement] of statements.entries()) {
      plans.push(`-- ${index + 1}\n${statement.text}\n\n${await planOf(client, asker.session, statement)}`)
    }
    return plans
  })
  writeFileSync(join(folder, 'explain.txt'), `${plans.join('\n\n\n')}\n`)
  return { file: 'explain.txt', statements: statements.length }
}

/** What a server in this process asks the database for one answer, once it has prepared itself by another. */
async function capture(bed: Bed, request: Parameters<typeof ask>[1]): Promise<Statement[]> {
  const database = { ...bed, drop: async () => {} }
  const server = await startTestServer({ database, operations: storedOperations(manifest) })
  try {
    await ask(server.url, request)
    return await statementsOf(() => ask(server.url, request))
  } finally {
    await server.stop()
  }
}

/** The plan that a statement gets once it is prepared for good, in a transaction of the caller's. */
async function planOf(client: pg.Client, session: string, { text, values }: Statement): Promise<string> {
  if (!/^\s*SELECT/i.test(text)) return '(no plan: not one SELECT)'
  await client.query(`BEGIN READ ONLY; SELECT set_config('app.session', '${session}', true);
    SET LOCAL plan_cache_mode = force_generic_plan`)
  try {
    await client.query(`PREPARE asked AS ${text}`)
    const given = values.map((value) => (value === null ? 'NULL' : client.escapeLiteral(String(value)))).join(', ')
    const execute = `EXPLAIN (ANALYZE, BUFFERS) EXECUTE asked${given && `(${given})`}`
    await client.query(execute)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(execute)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.query('ROLLBACK')
    await client.query('DEALLOCATE ALL')
  }
}
