import Fastify from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What the operator watches; names of operations and codes only. */
export function openMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    operations: new Counter({
      name: 'lederkreds_operations_total',
      help: 'GraphQL operations answered',
      labelNames: ['kind', 'outcome'],
      registers: [registry],
    }),
    seconds: new Histogram({
      name: 'lederkreds_operation_seconds',
      help: 'Time to answer an operation',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers: [registry],
    }),
  }
}

export type Metrics = ReturnType<typeof openMetrics>

/** GET /metrics, on a port of its own that is not published. */
export async function serveMetrics({ registry }: Metrics, host: string, port: number) {
  const app = Fastify()
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  await app.listen({ host, port })
  return app
}
