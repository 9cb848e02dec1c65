import type { Server } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import { createComplexityRule } from '@pothos/plugin-complexity'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  validate,
} from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Api } from './api.ts'
import { mask } from './apollo.ts'
import { type Context, isWhole, type Socket } from './context.ts'
import { sessionOf } from './cookies.ts'
import { maxCost, tooCostly } from './cost.ts'
import { badRequest, unauthenticated } from './errors.ts'

type Held = { session: string; sessionId: string; close(): void; looks: AbortController }

/** What was followed broke off by our fault: the browser comes back and follows it again. */
const tryAgain = 1013

/** A person has some tabs open, and each of them follows some networks. */
const socketsPerSession = 30
const subscriptionsPerSocket = 60

/** How long a browser may take to say goodbye when the process ends. */
const farewell = 2_000

const limits = { maxComplexity: maxCost.complexity, maxBreadth: maxCost.breadth, maxDepth: maxCost.depth }

/** Not 4403: a browser that has signed in again comes back with its new session; one that has not is refused then. */
const sessionEnded = 4410

/** Subscriptions over WebSocket at /graphql: the same stored operations, the same session, each event read as its viewer. */
export function serveSubscriptions(server: Server, api: Api, schema: GraphQLSchema) {
  const sockets = new Set<Held>()
  const wss = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: 64 * 1024,
    handleProtocols: (offered) => (offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false),
  })
  const formatError = mask(api.log)

  const contextFor = (held: Held): Context => {
    const base = { ...api, browser: noBrowser, viewer: null, standing: new Map() }
    const socket: Socket = {
      live: api.live,
      signal: held.looks.signal,
      look: (work) =>
        api.database.operation(held.session, true, async (db, asker) => {
          if (asker.viewer) return work({ ...base, ...asker, db, now: new Date(), socket })
          held.close()
          throw unauthenticated()
        }),
    }
    return { ...base, db: undefined as never, now: new Date(), socket }
  }

  useServer<
    Record<string, unknown>,
    { socket: import('ws').WebSocket; request: import('node:http').IncomingMessage; held?: Held }
  >(
    {
      onConnect: async ({ extra }) => {
        const { headers } = extra.request
        if (headers.origin !== undefined && headers.origin !== api.settings.PUBLIC_URL) return false
        const session = sessionOf({ cookies: parseCookies(headers.cookie) }, api.settings)
        if (!session || [...sockets].filter((held) => held.session === session).length >= socketsPerSession)
          return false
        const viewer = await api.database.operation(session, true, async (_db, asker) => asker.viewer)
        if (!viewer || extra.socket.readyState !== extra.socket.OPEN) return false
        const held: Held = {
          session,
          sessionId: viewer.sessionId,
          close: () => extra.socket.close(sessionEnded, 'The session has ended'),
          looks: new AbortController(),
        }
        extra.held = held
        sockets.add(held)
        // The library tells of a socket's end only when all that it followed has ended, which is what this brings about.
        extra.socket.once('close', () => {
          held.looks.abort()
          sockets.delete(held)
        })
        return true
      },
      onSubscribe: ({ extra, subscriptions }, _id, payload) => {
        const { held } = extra
        if (!held) return [unauthenticated()]
        try {
          if (Object.keys(subscriptions).length > subscriptionsPerSocket) throw tooCostly()
          const { document, kind } = api.operations(payload)
          if (kind !== 'subscription') throw badRequest('Only subscriptions go over the WebSocket.')
          const variableValues = payload.variables ?? {}
          const affordable = createComplexityRule({ context: {}, variableValues, ...limits })
          if (validate(schema, document, [...specifiedRules, affordable]).length > 0)
            throw badRequest('This is not an operation of this API.')
          return {
            schema,
            document,
            variableValues,
            operationName: payload.operationName ?? null,
            contextValue: contextFor(held),
          }
        } catch (fault) {
          return [fault instanceof GraphQLError ? fault : new GraphQLError('', { originalError: fault as Error })]
        }
      },
      onError: ({ extra }, _id, _payload, errors) => {
        if (extra.held?.looks.signal.aborted) return errors.map(() => unheard)
        const told = errors.map((error) => formatError(error.toJSON(), error))
        if (told.some(({ extensions }) => extensions?.code === 'INTERNAL'))
          extra.socket.close(tryAgain, 'Try again later')
        return told
      },
      subscribe: async (args) => {
        const stream = await createSourceEventStream(args as ExecutionArgs)
        if (!(Symbol.asyncIterator in stream)) return stream
        return follow(stream, args as ExecutionArgs)
      },
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors
          ? ({
              data: result.data ?? null,
              errors: result.errors.map((error) => formatError(error.toJSON(), error)),
            } as FormattedExecutionResult)
          : undefined,
    },
    wss,
  )

  const drop = (gone: (held: Held) => boolean) => {
    for (const held of sockets) if (gone(held)) held.close()
  }
  const stopHearing = api.live.onSessionEnded((sessionId) => drop((held) => held.sessionId === sessionId))
  const check = setInterval(async () => {
    if (sockets.size === 0) return
    // Whoever comes in while this is asked was not asked for.
    const asked = new Set([...sockets].map(({ session }) => session))
    const tokens = [...asked].map((session) => Buffer.from(session, 'hex'))
    try {
      const living = new Set(
        (await api.door.step<{ token: Buffer }>('live_tokens', tokens)).map(({ token }) => token.toString('hex')),
      )
      drop(({ session }) => asked.has(session) && !living.has(session))
    } catch (fault) {
      api.log.warn({ kind: (fault as Error).name }, 'sessions could not be checked')
    }
  }, 4_000)

  return async () => {
    clearInterval(check)
    stopHearing()
    for (const client of wss.clients) client.close(1001, 'Restarting')
    const impatience = setTimeout(() => {
      for (const client of wss.clients) client.terminate()
    }, farewell)
    await new Promise((resolve) => wss.close(resolve))
    clearTimeout(impatience)
  }
}

/**
 * Executes each event in a transaction of its own, so that what it tells is what its viewer may see at that moment; what was
 * read whole in such a transaction is told as it is.
 */
async function* follow(stream: AsyncIterable<unknown>, args: ExecutionArgs): AsyncGenerator<ExecutionResult> {
  const { socket } = args.contextValue as Context
  if (!socket) throw new Error('a subscription needs a socket')
  for await (const rootValue of stream)
    yield await (isWhole(rootValue)
      ? execute({ ...args, rootValue })
      : socket.look(async (contextValue) => execute({ ...args, rootValue, contextValue })))
}

/** Whoever asked has gone: what breaks off then is no fault. */
const unheard = { message: '' }

const noBrowser = { hash: Buffer.alloc(0), device: '', signIn: () => {} }

const parseCookies = (header: string | undefined) => fastifyCookie.parse(header ?? '')
