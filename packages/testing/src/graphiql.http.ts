import { randomUUID } from 'node:crypto'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { FastifyInstance } from 'fastify'
import { type GraphQLSchema, graphql } from 'graphql'

type Body = { query?: string; operationName?: string; variables?: object }

const policy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors 'none'"

/** GET /graphiql, in `dev` only: asks the API as whoever is signed in in this browser, and the schema about itself. */
export const serveGraphiql = (schema: GraphQLSchema) => async (app: FastifyInstance) => {
  const page = renderGraphiQL({ title: 'Lederkreds', endpoint: '/graphiql/ask' })
  app.get('/graphiql', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page),
  )

  app.post('/graphiql/ask', async ({ body, headers }, reply) => {
    const { origin, host, cookie = '' } = headers
    if (origin !== `http://${host}`) return reply.code(403).send({ errors: [{ message: 'Ask from the page itself.' }] })
    const { query = '', operationName, variables } = body as Body
    if (operationName === 'IntrospectionQuery') return graphql({ schema, source: query })
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { cookie, 'x-lederkreds': '1' },
      payload: { query, operationName, variables, extensions: { requestId: randomUUID() } },
    })
    const cookies = answer.headers['set-cookie']
    if (cookies) reply.header('set-cookie', cookies)
    return reply.code(answer.statusCode).type('application/json; charset=utf-8').send(answer.payload)
  })
}
