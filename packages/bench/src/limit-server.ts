import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { barePage } from './bare-page.ts'
import { pageStatement } from './page-statement.ts'

/**
 * The limit, a program of its own: node:http and pg, one statement prepared by name, in the same read-only transaction
 * as the same role under the same row policies as the product. It knows one operation and no errors.
 */
const pipeline = process.env.PIPELINED === 'true'
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8, pipeline } as pg.PoolConfig)

async function answer(session: string, network: string): Promise<string> {
  const client = await pool.connect()
  const ask = () => client.query({ name: 'page', text: pageStatement, values: [network] })
  const begin = `BEGIN READ ONLY; SELECT set_config('app.session', '${session}', true)`
  try {
    if (pipeline) {
      const [, { rows }] = await Promise.all([client.query(begin), ask(), client.query('COMMIT')])
      return rows[0].answer
    }
    await client.query(begin)
    const { rows } = await ask()
    await client.query('COMMIT')
    return rows[0].answer
  } finally {
    client.release()
  }
}

async function bodyOf(request: IncomingMessage) {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return JSON.parse(Buffer.concat(pieces).toString()) as { variables: { id: string } }
}

const server = createServer(async (request, response) => {
  if (request.method !== 'POST') return response.writeHead(200, { 'content-type': 'text/html' }).end(barePage)
  const [, token = ''] = /lederkreds-session=([\w-]{43})/.exec(request.headers.cookie ?? '') ?? []
  const { variables } = await bodyOf(request)
  const session = createHash('sha256').update(token).digest('hex')
  const text = await answer(session, variables.id.slice('Network_'.length))
  return response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
})

server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
