import type { Logger } from 'pino'
import { Database } from './db.ts'
import { Door } from './door.ts'
import type { ApiSettings } from './env.ts'
import { Live } from './live.ts'
import type { Operations } from './operations.ts'

/** What one API process holds: nothing that another instance would need. */
export type Api = {
  readonly settings: ApiSettings
  readonly database: Database
  readonly door: Door
  readonly live: Live
  readonly log: Logger
  readonly operations: Operations
  readonly codeWall: boolean
}

export async function openApi(
  settings: ApiSettings,
  log: Logger,
  operations: Operations,
  { codeWall = true } = {},
): Promise<Api> {
  const live = new Live(settings.DATABASE_URL)
  await live.start()
  return {
    settings,
    database: new Database(settings.DATABASE_URL),
    door: new Door(settings.DATABASE_DOOR_URL),
    live,
    log,
    operations,
    codeWall,
  }
}

export async function closeApi({ database, door, live }: Api) {
  await live.close()
  await Promise.all([database.close(), door.close()])
}
