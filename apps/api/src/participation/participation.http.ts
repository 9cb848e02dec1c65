import { finished } from 'node:stream/promises'
import { exportFileName, exportRequest } from '@lederkreds/domain/participation/export'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Api } from '../api.ts'
import { sessionOf } from '../cookies.ts'
import { openCodes } from '../errors.ts'
import { mayAsk } from '../graphql.http.ts'
import { exportParticipation } from './export.store.ts'

/** Each holds a connection for as long as its reader takes; the others of the pool are for everybody else. */
const atOnce = 2
/** A reader that takes nothing for so long has gone away. */
const patience = 60_000

/**
 * GET /participation/export: the file of participation, as a stream. `x-lederkreds-rows` tells how many rows will come,
 * the line of headings not counted; a stream that breaks ends without its last chunk, so that no browser takes it for whole.
 */
export function serveExport(app: FastifyInstance, api: Api) {
  let underWay = 0
  app.get('/participation/export', async (request, reply) => {
    if (!mayAsk(request, api.settings.PUBLIC_URL) || !isFromHere(request)) return refuse(reply, 403, 'FORBIDDEN')
    if (underWay >= atOnce) return refuse(reply.header('retry-after', '30'), 429, 'RATE_LIMITED')
    underWay += 1
    try {
      const asked = parse(exportRequest, request.query)
      await exportParticipation(api, sessionOf(request, api.settings), asked, async ({ rows, file }) => {
        reply.raw.setTimeout(patience, () => reply.raw.destroy())
        void reply
          .type('text/csv; charset=utf-8; header=present')
          .header('content-disposition', `attachment; filename="${exportFileName(asked)}"`)
          .header('cache-control', 'no-store')
          .header('x-lederkreds-rows', rows)
          .send(file)
        await finished(file)
      })
    } catch (fault) {
      if (reply.sent)
        api.log.warn({ kind: (fault as Error).name, code: (fault as { code?: string }).code }, 'an export broke off')
      else return refuseAs(reply, fault)
    } finally {
      underWay -= 1
    }
    return reply
  })
}

/** Browsers say where a request comes from; a page of another site has no business here, not even with a link. */
const isFromHere = ({ headers }: FastifyRequest) =>
  [undefined, 'same-origin'].includes(headers['sec-fetch-site'] as string | undefined)

const refuse = (reply: FastifyReply, status: number, code: string) =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message: 'No file.', extensions: { code } }] })

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, STEP_UP_NEEDED: 403, NOT_FOUND: 404 }

function refuseAs(reply: FastifyReply, fault: unknown) {
  if (fault instanceof InvalidInput) return refuse(reply, 400, 'BAD_USER_INPUT')
  const code = fault instanceof GraphQLError ? fault.extensions.code : undefined
  if (typeof code === 'string' && openCodes.has(code)) return refuse(reply, statuses[code] ?? 400, code)
  throw fault
}
