import { Refusal } from '@lederkreds/domain/errors'
import { NotAnonymous, pooledToken, sealedAnswer } from '@lederkreds/domain/feedback/pooled'
import { parse } from '@lederkreds/domain/text'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { Api } from '../api.ts'
import { mayAsk } from '../graphql.http.ts'
import { openCommonLimit } from '../limits.ts'
import { handIn, lookAfter, withdraw } from './pooled.store.ts'

/** An answer of 16 KiB and its key in base64url, with a token beside them. */
const bodyLimit = 32 * 1024

/**
 * Where pooled answers are handed in. Whoever asks is told from nobody: a cookie is refused unread, no session is looked
 * for, none of it is logged or counted, and the limit is one for all. What fails fails without a word in the log, too.
 */
export function servePooledAnswers(app: FastifyInstance, { door, settings }: Pick<Api, 'door' | 'settings'>) {
  const unnamed = { door, secret: settings.SECRET }
  const wait = openCommonLimit(settings.REQUESTS_PER_MINUTE * 10)
  const unheard: RouteShorthandOptions = {
    bodyLimit,
    config: { isUnheard: true },
    errorHandler: (fault, _request, reply) => refuse(reply, fault),
  }
  const serve = (path: string, work: (body: Body) => Promise<object | null>) =>
    app.post(path, unheard, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (!mayAsk(request, settings.PUBLIC_URL)) return reply.code(403).send({ refusal: 'Foreign' })
      if (tellsWhoAsks(request)) throw new NotAnonymous()
      const seconds = wait()
      if (seconds > 0) return reply.code(429).header('retry-after', seconds).send({ refusal: 'TooMany' })
      const answer = await work(readBody(request.body))
      return answer ? reply.send(answer) : reply.code(204).send()
    })

  serve('/feedback/pooled', async (body) => {
    const isBlank = body.envelope === undefined && body.wrappedKey === undefined
    await handIn(unnamed, parse(pooledToken, body), isBlank ? null : parse(sealedAnswer, body))
    return null
  })
  serve('/feedback/pooled/look', async (body) => ({ state: await lookAfter(unnamed, parse(pooledToken, body)) }))
  serve('/feedback/pooled/withdraw', async (body) => {
    await withdraw(unnamed, parse(pooledToken, body))
    return null
  })
}

type Body = Record<string, unknown>

const tellsWhoAsks = ({ headers }: FastifyRequest) =>
  headers.cookie !== undefined || headers.authorization !== undefined

/** Bytes come as base64url; what is no such text is left as it is, for the schema to refuse. */
function readBody(body: unknown): Body {
  const given = typeof body === 'object' && body !== null ? body : {}
  const readBytes = ([name, value]: [string, unknown]) => {
    if (name === 'cycleId' || typeof value !== 'string') return [name, value]
    const bytes = Buffer.from(value, 'base64url')
    return [name, bytes.toString('base64url') === value ? new Uint8Array(bytes) : value]
  }
  return Object.fromEntries(Object.entries(given).map(readBytes))
}

function refuse(reply: FastifyReply, fault: Error & { statusCode?: number }) {
  if (fault instanceof Refusal) return reply.code(409).send({ refusal: fault.code })
  const isUnread = fault.statusCode !== undefined && fault.statusCode < 500
  return reply.code(isUnread ? 400 : 503).send({ refusal: isUnread ? 'InvalidInput' : 'Unavailable' })
}
