import { join } from 'node:path'
import { openApi } from '@lederkreds/api/api'
import { readSettings } from '@lederkreds/api/env'
import { openMetrics } from '@lederkreds/api/metrics'
import { storedOperations } from '@lederkreds/api/operations'
import { schema } from '@lederkreds/api/schema'
import { startServer } from '@lederkreds/api/server'
import { startWorker } from '@lederkreds/api/worker'
import pino from 'pino'
import { chosenPort, layGround, onInterrupt } from './demo-ground.ts'
import { serveDemo, serveMails } from './demo-routes.ts'
import { root } from './prepare.ts'

const dist = join(root, 'apps/web/dist')

/** Starts the whole product with invented people, everything under .data/, and stops it all on Ctrl-C. */
export async function startDemo() {
  const port = await chosenPort('PORT', 4000)
  const ground = await layGround(`http://localhost:${port}`, port)
  const { data, ownerUrl, mailbox, environment } = ground
  const settings = { ...readSettings('api', environment), ...readSettings('worker', environment) }
  const log = pino({ level: settings.LOG_LEVEL, base: null })
  const api = await openApi(settings, log, storedOperations(join(dist, 'operations.json')))
  const server = await startServer({
    api,
    schema,
    metrics: openMetrics(),
    dist,
    routes: [serveDemo(ownerUrl, settings), serveMails(mailbox)],
    meta: { demo: 'on' },
  })
  const worker = await startWorker(settings, log)
  console.log(
    `\nLederkreds is open: ${settings.PUBLIC_URL}\nMails that it sends: ${settings.PUBLIC_URL}/demo/mails\nCtrl-C stops it; what you did is kept in ${data}.\n`,
  )
  onInterrupt(async () => {
    await server.drain()
    await worker.stop()
    await ground.stop()
  })
}
