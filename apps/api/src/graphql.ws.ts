import type { Server } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  validate,
} from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Api } from './api.ts'
import { mask } from './apollo.ts'
import type { Context, Socket } from './context.ts'
import { sessionOf } from './cookies.ts'

type Held = { session: string; sessionId: string; close(): void; looks: AbortController }

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
        api.database.operation(held.session, true, (db, asker) =>
          work({ ...base, ...asker, db, now: new Date(), socket }),
        ),
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
        const viewer = session && (await api.database.operation(session, true, async (_db, asker) => asker.viewer))
        if (!session || !viewer) return false
        const held: Held = {
          session,
          sessionId: viewer.sessionId,
          close: () => extra.socket.close(sessionEnded, 'The session has ended'),
          looks: new AbortController(),
        }
        extra.held = held
        sockets.add(held)
        return true
      },
      onClose: ({ extra }) => {
        extra.held?.looks.abort()
        if (extra.held) sockets.delete(extra.held)
      },
      onSubscribe: ({ extra }, _id, payload) => {
        const { held } = extra
        if (!held) return [new GraphQLError('Sign in first.')]
        try {
          const { document, kind } = api.operations(payload)
          if (kind !== 'subscription') throw new GraphQLError('Only subscriptions go over the WebSocket.')
          const faults = validate(schema, document)
          if (faults.length > 0) return [new GraphQLError('This is not an operation of this API.')]
          return {
            schema,
            document,
            variableValues: payload.variables ?? {},
            operationName: payload.operationName ?? null,
            contextValue: contextFor(held),
          }
        } catch (fault) {
          return [fault instanceof GraphQLError ? fault : new GraphQLError('This is not a GraphQL operation.')]
        }
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
    const tokens = [...new Set([...sockets].map(({ session }) => session))].map((session) =>
      Buffer.from(session, 'hex'),
    )
    try {
      const living = new Set(
        (await api.door.step<{ token: Buffer }>('live_tokens', tokens)).map(({ token }) => token.toString('hex')),
      )
      drop(({ session }) => !living.has(session))
    } catch (fault) {
      api.log.warn({ kind: (fault as Error).name }, 'sessions could not be checked')
    }
  }, 4_000)

  return async () => {
    clearInterval(check)
    stopHearing()
    for (const client of wss.clients) client.close(1001, 'Restarting')
    await new Promise((resolve) => wss.close(resolve))
  }
}

/** Executes each event in a transaction of its own, so that what it tells is what its viewer may see at that moment. */
async function* follow(stream: AsyncIterable<unknown>, args: ExecutionArgs): AsyncGenerator<ExecutionResult> {
  const { socket } = args.contextValue as Context
  if (!socket) throw new Error('a subscription needs a socket')
  for await (const rootValue of stream)
    yield await socket.look(async (contextValue) => execute({ ...args, rootValue, contextValue }))
}

const noBrowser = { hash: Buffer.alloc(0), device: '', signIn: () => {} }

const parseCookies = (header: string | undefined) => fastifyCookie.parse(header ?? '')
