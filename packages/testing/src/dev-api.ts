import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '@lederkreds/api/api'
import { readSettings } from '@lederkreds/api/env'
import { openMetrics } from '@lederkreds/api/metrics'
import { migrate } from '@lederkreds/api/migrate'
import { anyOperation } from '@lederkreds/api/operations'
import { contract } from '@lederkreds/api/print-schema'
import { schema } from '@lederkreds/api/schema'
import { startServer } from '@lederkreds/api/server'
import { startWorker } from '@lederkreds/api/worker'
import pino from 'pino'
import { serveDemo } from './demo-routes.ts'
import { serveGraphiql } from './graphiql.http.ts'
import { root } from './prepare.ts'

/** API and worker as `dev` runs them, started anew for every change: migrated, any document answered, schema printed. */
const file = join(root, 'apps/api/schema.graphql')
if (readFileSync(file, 'utf8') !== contract()) writeFileSync(file, contract())

const { DATABASE_OWNER_URL: ownerUrl = '', MAILS_URL = '' } = process.env
const settings = { ...readSettings('api', process.env), ...readSettings('worker', process.env) }
const { DATABASE_URL: apiUrl, DATABASE_DOOR_URL: doorUrl, DATABASE_WORKER_URL: workerUrl } = settings
await migrate(ownerUrl, { apiUrl, doorUrl, workerUrl, log: (line) => console.log(line) })

const log = pino({ level: settings.LOG_LEVEL, base: null })
const api = await openApi(settings, log, anyOperation())
const server = await startServer({
  api,
  schema,
  metrics: openMetrics(),
  dist: '',
  routes: [
    serveDemo(ownerUrl, settings),
    serveGraphiql(schema),
    async (app) => void app.get('/demo/mails', (_request, reply) => reply.redirect(MAILS_URL)),
  ],
})
const worker = await startWorker(settings, log)

process.once('SIGTERM', async () => {
  await server.drain()
  await worker.stop()
  process.exit(0)
})
