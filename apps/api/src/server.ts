import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Api } from './api.ts'
import { closeApi } from './api.ts'
import { mask, startApollo } from './apollo.ts'
import { servePooledAnswers } from './feedback/pooled.http.ts'
import { serveGraphql } from './graphql.http.ts'
import { serveSubscriptions } from './graphql.ws.ts'
import { serveReminderLink } from './journal/reminder.http.ts'
import type { Metrics } from './metrics.ts'
import { secureHeaders, servePages } from './page.http.ts'
import { serveExport } from './participation/participation.http.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** No line in the log and no count in the metrics tells that it was asked. */
    isUnheard?: boolean
  }
}

type Options = {
  readonly api: Api
  readonly schema: GraphQLSchema
  readonly metrics: Metrics
  /** The built web app's folder. */
  readonly dist: string
  /** Further routes, such as those of the demo. */
  readonly routes?: ((app: FastifyInstance) => Promise<void>)[]
  /** Told to the page as meta tags. */
  readonly meta?: Record<string, string>
}

export type Server = { readonly app: FastifyInstance; readonly address: string; drain(): Promise<void> }

const unknownFault = { message: '' }

/** Starts one API process. `drain` answers what is under way, refuses what is new, and closes everything. */
export async function startServer({ api, schema, metrics, dist, routes = [], meta = {} }: Options): Promise<Server> {
  const { settings, log } = api
  const app = Fastify({
    trustProxy: 'loopback, uniquelocal',
    bodyLimit: 256 * 1024,
    forceCloseConnections: 'idle',
    logger: false,
  })
  await app.register(cookie)
  secureHeaders(app, settings.PUBLIC_URL.startsWith('https:'))

  let draining = false
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const ready = !draining && (await api.database.isMigrated().catch(() => false))
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.isUnheard) return
    const route = request.routeOptions.url ?? 'other'
    metrics.seconds.observe({ kind: route }, reply.elapsedTime / 1000)
    metrics.operations.inc({ kind: route, outcome: String(reply.statusCode) })
    log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  const maskFault = mask(log)
  app.setErrorHandler((fault: Error & { statusCode?: number }, _request, reply) => {
    const isUnread = fault.statusCode !== undefined && fault.statusCode < 500
    const unread = { message: 'This request cannot be read.', extensions: { code: 'BAD_REQUEST' } }
    const error = isUnread ? unread : maskFault(fault instanceof GraphQLError ? fault.toJSON() : unknownFault, fault)
    const isOurs = error.extensions?.code === 'INTERNAL'
    return reply.code(isUnread ? (fault.statusCode ?? 400) : isOurs ? 500 : 400).send({ errors: [error] })
  })
  app.removeContentTypeParser('text/plain')

  const apollo = await startApollo(schema, log)
  serveGraphql(app, api, apollo)
  serveExport(app, api)
  await serveReminderLink(app, api)
  servePooledAnswers(app, api)
  for (const route of routes) await app.register(route)
  await servePages(app, dist, meta)
  const address = await app.listen({ host: settings.HOST, port: settings.PORT })
  const closeSockets = serveSubscriptions(app.server, api, schema)

  return {
    app,
    address,
    drain: async () => {
      draining = true
      // A connection whose answer was under way is idle only after it, and would then wait for another request.
      const hangUp = setInterval(() => app.server.closeIdleConnections(), 100)
      await Promise.all([closeSockets(), app.close()])
      clearInterval(hangUp)
      await apollo.stop()
      await closeApi(api)
    },
  }
}
