import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Api } from './api.ts'
import type { Context } from './context.ts'
import { browserOf, sessionOf } from './cookies.ts'
import { RollBack, type Viewer } from './db.ts'
import { openLimits } from './limits.ts'
import type { Operation } from './operations.ts'
import { answerOnce } from './replies.ts'

type Body = {
  query?: string
  operationName?: string
  variables?: Record<string, unknown>
  extensions?: Record<string, unknown>
}

/** POST /graphql: one operation is one transaction, as the caller; the answer is sent after COMMIT. */
export function serveGraphql(app: FastifyInstance, api: Api, apollo: ApolloServer<Context>) {
  const wait = openLimits(api.settings.REQUESTS_PER_MINUTE)
  const keepAwake = awakening(api)
  app.post('/graphql', { bodyLimit: 256 * 1024 }, async (request, reply) => {
    if (!mayAsk(request, api.settings.PUBLIC_URL))
      return reply.code(403).send({ errors: [{ message: 'This request does not come from the app.' }] })
    const session = sessionOf(request, api.settings)
    const seconds = await wait({ address: request.ip, session })
    if (seconds > 0) return reply.code(429).header('retry-after', seconds).send(tooMany)
    const body = request.body as Body
    if (!body || typeof body !== 'object' || Array.isArray(body))
      return reply.code(400).send({ errors: [{ message: 'Send one operation as a JSON object.' }] })
    const operation = findOperation(api, body, reply)
    if (!operation) return reply
    if (operation.kind === 'subscription')
      return reply.code(400).send({ errors: [{ message: 'Subscriptions go over the WebSocket.' }] })

    const browser = browserOf(request, reply, api.settings)
    let viewer: Viewer | null = null
    const answer = await api.database.operation(session, operation.kind === 'query', async (db, asker) => {
      viewer = asker.viewer
      const context: Context = { ...asker, ...api, db, browser, now: new Date() }
      const ask = () => execute(apollo, operation, body, context)
      if (operation.kind === 'query') return ask()
      const asked = { requestId: body.extensions?.requestId, operation: operation.source, variables: body.variables }
      return answerOnce(context, asked, ask)
    })
    const left = browser.commit()
    if (left) await api.door.step('end_session', Buffer.from(left, 'hex'))
    else keepAwake(session, viewer)
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(answer)
  })
}

const tooMany = {
  errors: [{ message: 'That was a lot at once. Try again in a moment.', extensions: { code: 'RATE_LIMITED' } }],
}

/** Notes that a session is in use, at most once a minute and beside its answers, so that those that only read stay so. */
function awakening({ database, log }: Api) {
  const noting = new Set<string>()
  return (session: string | null, viewer: Viewer | null) => {
    if (!session || !viewer || Date.now() - viewer.lastUsedAt.getTime() < 60_000 || noting.has(session)) return
    noting.add(session)
    void database
      .operation(session, false, (db) => db.$executeRaw`SELECT app.touch_session()`)
      .catch((fault: Error) => log.warn({ kind: fault.name }, 'a session could not be kept awake'))
      .finally(() => noting.delete(session))
  }
}

async function execute(
  apollo: ApolloServer<Context>,
  { source }: Operation,
  { operationName, variables }: Body,
  context: Context,
): Promise<string> {
  const { body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: headers,
      search: '',
      body: { query: source, ...(operationName && { operationName }), ...(variables && { variables }) },
    },
    context: async () => context,
  })
  if (body.kind !== 'complete') throw new Error('answers are sent whole')
  if (body.string.includes('"errors"') && 'errors' in JSON.parse(body.string)) throw new RollBack(body.string)
  return body.string
}

const headers = new HeaderMap([
  ['content-type', 'application/json'],
  ['accept', 'application/json'],
])

function findOperation(api: Api, body: Body, reply: FastifyReply): Operation | null {
  try {
    return api.operations(body)
  } catch (fault) {
    reply.code(400).send({ errors: [{ message: (fault as Error).message, extensions: { code: 'BAD_REQUEST' } }] })
    return null
  }
}

/** Only our own pages ask: a header that a form cannot send, and the Origin that browsers vouch for. */
export function mayAsk({ headers }: Pick<FastifyRequest, 'headers'>, publicUrl: string): boolean {
  const { origin } = headers
  return headers['x-lederkreds'] === '1' && (origin === undefined || origin === publicUrl)
}
