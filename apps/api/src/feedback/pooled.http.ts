import { Refusal } from '@lederkreds/domain/errors'
import { AlreadyAnswered } from '@lederkreds/domain/feedback/cycle'
import { NotAnonymous, pooledToken, sealedAnswer, type TokenState } from '@lederkreds/domain/feedback/pooled'
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
 * for, none of it is logged or counted. What fails fails without a word in the log, too, and is counted for everybody
 * together, after it was looked at: who holds a token gets through, however many others come with none.
 */
export function servePooledAnswers(app: FastifyInstance, { door, settings }: Pick<Api, 'door' | 'settings'>) {
  const unnamed = { door, secret: settings.SECRET }
  const wait = openCommonLimit(settings.REQUESTS_PER_MINUTE * 10)
  const isRefused = (reply: FastifyReply) => {
    const seconds = wait()
    if (seconds > 0) reply.code(429).header('retry-after', seconds).send({ refusal: 'TooMany' })
    return seconds > 0
  }
  const unheard: RouteShorthandOptions = {
    bodyLimit,
    config: { isUnheard: true },
    errorHandler: (fault, _request, reply) => {
      // Whoever has answered has shown a token, and what fails here is nobody's fault who asks.
      const isCounted = statusOf(fault) < 500 && !(fault instanceof AlreadyAnswered)
      if (!isCounted || !isRefused(reply)) refuse(reply, fault)
    },
  }
  const serve = (path: string, work: (body: Body) => Promise<{ state: TokenState } | null>) =>
    app.post(path, unheard, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (!mayAsk(request, settings.PUBLIC_URL)) return reply.code(403).send({ refusal: 'Foreign' })
      if (tellsWhoAsks(request)) throw new NotAnonymous()
      const answer = await work(readBody(request.body))
      // Of what is closed it is not known whether a token was shown.
      if (answer?.state === 'closed' && isRefused(reply)) return reply
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

type Fault = Error & { statusCode?: number }

function statusOf(fault: Fault): 409 | 400 | 503 {
  if (fault instanceof Refusal) return 409
  return fault.statusCode !== undefined && fault.statusCode < 500 ? 400 : 503
}

function refuse(reply: FastifyReply, fault: Fault) {
  if (fault instanceof Refusal) return reply.code(409).send({ refusal: fault.code })
  const status = statusOf(fault)
  return reply.code(status).send({ refusal: status === 400 ? 'InvalidInput' : 'Unavailable' })
}
