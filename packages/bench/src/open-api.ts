import { openApi } from '@lederkreds/api/api'
import { readSettings } from '@lederkreds/api/env'
import { openMetrics } from '@lederkreds/api/metrics'
import { anyOperation } from '@lederkreds/api/operations'
import { schema } from '@lederkreds/api/schema'
import { startServer } from '@lederkreds/api/server'
import pino from 'pino'

/** The API with production's settings, but that it answers any document. */
const settings = readSettings('api', process.env)
const api = await openApi(settings, pino({ level: settings.LOG_LEVEL, base: null }), anyOperation())
const server = await startServer({ api, schema, metrics: openMetrics(), dist: '' })
process.once('SIGTERM', async () => {
  await server.drain()
  process.exit(0)
})
