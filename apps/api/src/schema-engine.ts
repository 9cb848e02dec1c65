import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

/** The folder with the `*.prisma` files, `migrations/` and `policies/`. */
export const prismaFolder = fileURLToPath(new URL('../../../prisma/', import.meta.url))

/** The one function used here; TypeScript knows WebAssembly only together with the browser's types. */
type Instantiate = (
  bytes: Uint8Array,
  imports: object,
) => Promise<{ instance: { exports: Record<string, () => void> } }>
const { WebAssembly } = globalThis as unknown as { WebAssembly: { instantiate: Instantiate } }

type Datamodel = { path: string; content: string }[]

const filters = { externalTables: [], externalEnums: [] }

let ready: Promise<void> | undefined
let queue: Promise<unknown> = Promise.resolve()

/** Prisma's own schema engine as WebAssembly: its binary comes from a host that may be out of reach. */
async function load() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': wasm })
  wasm.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
}

/** Lends an engine; one at a time in this process, because its memory must not be entered twice. */
async function withEngine<T>(
  database: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: wasm.SchemaEngine) => Promise<T>,
) {
  const turn = queue.then(async () => {
    ready ??= load()
    await ready
    const bound = bindMigrationAwareSqlAdapterFactory(database)
    const engine = await wasm.SchemaEngine.new({ datamodels: undefined }, () => {}, bound)
    return use(engine).finally(() => engine.free())
  })
  queue = turn.catch(() => {})
  return turn
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks function bodies. Sent whole, it is also one implicit
 * transaction: a migration happens entirely or not at all.
 */
function onDatabase(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const connected = await factory.connect()
      connected.executeScript = async (script) => {
        await pool.query(script).catch((fault) => {
          throw fault instanceof pg.DatabaseError ? new DriverAdapterError(describe(fault, script)) : fault
        })
      }
      return connected
    },
  }
}

/** The engine asks after the schema `public` before anything else, even where it only compares two texts. */
function onNothing(): SqlMigrationAwareDriverAdapterFactory {
  const nothing: SqlDriverAdapter = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error('There is no database here')),
    dispose: async () => {},
  }
  const connect = async () => nothing
  return { provider: nothing.provider, adapterName: nothing.adapterName, connect, connectToShadowDb: connect }
}

function describe(fault: pg.DatabaseError, script: string) {
  const line = fault.position ? ` (line ${script.slice(0, Number(fault.position)).split('\n').length})` : ''
  return {
    kind: 'postgres' as const,
    code: fault.code ?? '',
    severity: fault.severity ?? 'ERROR',
    message: `${fault.message}${line}`,
    detail: fault.detail,
    column: fault.column,
    hint: fault.hint,
  }
}

/** The names of the migration folders, oldest first. */
export const migrationNames = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()

function migrationList(folder: string): wasm.MigrationList {
  const lock = join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/**
 * Applies what is missing and answers the names. A migration that an earlier start left half-way is tried again, since
 * its transaction was rolled back; one that was edited after it had been applied is refused.
 */
export async function applyMigrations(url: string, folder: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    return await withEngine(onDatabase(pool), async (engine) => {
      const migrationsList = migrationList(folder)
      const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters })
      const edited = found.editedMigrationNames.find((name) => !found.failedMigrationNames.includes(name))
      if (edited)
        throw new Error(`Migration ${edited} was changed after it had been applied: write a new migration instead.`)
      for (const migrationName of found.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters }).catch(inOneLine)
      return appliedMigrationNames
    })
  } finally {
    await pool.end()
  }
}

/** The engine's message is a trace of its own source; two lines of it matter. */
function inOneLine(fault: Error): never {
  const name = fault.message.match(/migration_name="(.*?)"/)?.[1]
  const reason = fault.message.match(/ERROR: (.*)/)?.[1]
  if (!name || !reason) throw fault
  throw new Error(`Migration ${name} could not be applied: ${reason.replaceAll('\\"', '"')}`, { cause: fault })
}

/** The `*.prisma` files of a folder. */
export const readDatamodel = (folder = prismaFolder): Datamodel =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }))

/** The SQL that leads from one datamodel to another, or from an empty database. Needs no database. */
export const diffSchema = (from: Datamodel | 'empty', to: Datamodel) =>
  withEngine(onNothing(), async (engine) => {
    const start = from === 'empty' ? ({ tag: 'empty' } as const) : ({ tag: 'schemaDatamodel', files: from } as const)
    const { stdout } = await engine.diff({
      from: start,
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      exitCode: null,
      filters,
    })
    return stdout ?? ''
  })
