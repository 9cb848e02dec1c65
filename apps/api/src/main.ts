import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { openApi } from './api.ts'
import { newToken } from './cookies.ts'
import { readSettings, WrongSetting } from './env.ts'
import { openMetrics, serveMetrics } from './metrics.ts'
import { migrate } from './migrate.ts'
import { storedOperations } from './operations.ts'
import { schema } from './schema.ts'
import { tokenHash } from './secrets.ts'
import { startServer } from './server.ts'
import { startFault } from './start-fault.ts'
import { startWorker } from './worker.ts'

const dist = fileURLToPath(new URL('../../web/dist/', import.meta.url))
const manifests = ['operations.json', 'operations.previous.json']
  .map((name) => dist + name)
  .filter((path) => existsSync(path))

const openLog = ({ LOG_LEVEL }: { LOG_LEVEL: string }) => pino({ level: LOG_LEVEL, base: null })

/** Brings the database to this version, as its owner. The passwords of the runtime's roles become those of their URLs. */
async function runMigrate() {
  const settings = readSettings('migrate', process.env)
  await migrate(settings.DATABASE_OWNER_URL, {
    apiUrl: settings.DATABASE_URL,
    doorUrl: settings.DATABASE_DOOR_URL,
    workerUrl: settings.DATABASE_WORKER_URL,
    log: (line) => console.log(line),
  })
}

async function runApi() {
  const settings = readSettings('api', process.env)
  const log = openLog(settings)
  const metrics = openMetrics()
  const api = await openApi(settings, log, storedOperations(...manifests))
  const link = newToken()
  const [offer] = await api.door.step<{ offer_set_up: boolean }>('offer_set_up', tokenHash(link))
  if (offer?.offer_set_up)
    console.log(
      `Nobody is here yet. Open this link once to set the organisation up: ${settings.PUBLIC_URL}/set-up#${link}`,
    )
  const server = await startServer({ api, schema, metrics, dist })
  const operator = await serveMetrics(metrics, settings.HOST, settings.METRICS_PORT)
  log.info({ address: server.address }, 'api started')
  onStop(async () => {
    await server.drain()
    await operator.close()
  })
}

async function runWorker() {
  const settings = readSettings('worker', process.env)
  const worker = await startWorker(settings, openLog(settings))
  onStop(() => worker.stop())
}

function onStop(stop: () => Promise<void>) {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), 25_000).unref()
      void stop().then(() => process.exit(0))
    })
}

const commands: Record<string, () => Promise<void>> = { api: runApi, worker: runWorker, migrate: runMigrate }

const command = commands[process.argv[2] ?? '']
try {
  if (!command) throw new WrongSetting('Say what to run: node apps/api/src/main.ts api, worker or migrate.')
  await command()
} catch (fault) {
  console.error(startFault(fault) ?? fault)
  process.exit(1)
}
