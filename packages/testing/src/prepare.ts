import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A step before the start did not work; the message holds what its program said. */
export class PreparationFailed extends Error {
  override name = 'PreparationFailed'
}

/** Runs a program of a package to its end. Throws {@link PreparationFailed} with its output. */
function runIn(folder: string, file: string, args: string[], env: Record<string, string> = {}) {
  const cwd = join(root, folder)
  const bin = join(cwd, 'node_modules', '.bin')
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: [bin, dirname(process.execPath), process.env.PATH].join(delimiter) },
  })
  if (status !== 0)
    throw new PreparationFailed(`${[file, ...args].join(' ')} in ${folder} did not work:\n${stdout}${stderr}`)
}

const newest = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    if (entry.name === 'node_modules' || entry.name === 'generated' || entry.name === 'dist') return latest
    const path = join(folder, entry.name)
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }, 0)

const isOlder = (file: string, ...folders: string[]) =>
  !existsSync(join(root, file)) ||
  folders.some((folder) => newest(join(root, folder)) > statSync(join(root, file)).mtimeMs)

/** Makes the Prisma client from the datamodel, unless it is there and newer. Its engine is not needed, nor fetched. */
export function prepareClient() {
  const made = 'apps/api/src/generated/prisma/client.ts'
  if (isOlder(made, 'prisma'))
    runIn('apps/api', 'prisma', ['generate', '--schema', '../../prisma'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    })
}

/** Makes the types of the web's operations. */
export function prepareTypes() {
  runIn('apps/web', 'graphql-codegen', ['--config', 'codegen.config.ts'])
}

/** Builds the web app and the list of its operations, unless they are there and newer than everything they come from. */
export function prepareWeb() {
  if (
    !isOlder('apps/web/dist/operations.json', 'apps/web/src', 'packages/domain/src') &&
    !isOlder('apps/web/dist/operations.json', 'apps/web/public')
  )
    return
  runIn('apps/web', 'vite', ['build'])
}
