import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffSchema, prismaFolder, readDatamodel } from './schema-engine.ts'

/** What the last migration was written from: the datamodel beside the fingerprints of the policy files. */
const datamodelSnapshot = 'datamodel.prisma'
const policySnapshot = 'policies.json'

/**
 * Writes the next migration folder: the SQL that leads from the datamodel of the last one to the `*.prisma` files of
 * now, then the whole text of every policy file that changed, which is why those must be re-runnable. Answers the
 * folder's name, or undefined if nothing changed.
 */
export async function writeMigration(name: string, folder = prismaFolder, now = new Date()) {
  const migrations = join(folder, 'migrations')
  mkdirSync(migrations, { recursive: true })
  const datamodel = readDatamodel(folder)
  const before = read(join(migrations, datamodelSnapshot))
  const tables = await diffSchema(before ? [{ path: datamodelSnapshot, content: before }] : 'empty', datamodel)
  const policies = readPolicies(folder)
  const known = JSON.parse(read(join(migrations, policySnapshot)) || '{}')
  const changed = policies.filter(({ path, print }) => known[path] !== print)
  const sql = [isEmpty(tables) ? '' : tables, ...changed.map(({ path, content }) => `-- ${path}\n${content}`)]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')
  if (!sql) return undefined

  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const title = [stamp, ...(name.toLowerCase().match(/[a-z0-9]+/g) ?? [])].join('_')
  mkdirSync(join(migrations, title))
  writeFileSync(join(migrations, title, 'migration.sql'), `${sql}\n`)
  writeFileSync(join(migrations, datamodelSnapshot), datamodel.map(({ content }) => content.trim()).join('\n\n').concat('\n'))
  writeFileSync(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
  const prints = Object.fromEntries(policies.map(({ path, print }) => [path, print]))
  writeFileSync(join(migrations, policySnapshot), `${JSON.stringify(prints, null, 2)}\n`)
  return title
}

/** Which policy files, and whether the datamodel, have changed since the last migration was written. */
export async function unwritten(folder = prismaFolder) {
  const migrations = join(folder, 'migrations')
  const known = JSON.parse(read(join(migrations, policySnapshot)) || '{}')
  const policies = readPolicies(folder).filter(({ path, print }) => known[path] !== print)
  const before = read(join(migrations, datamodelSnapshot))
  const tables = await diffSchema(before ? [{ path: datamodelSnapshot, content: before }] : 'empty', readDatamodel(folder))
  return [...(isEmpty(tables) ? [] : ['*.prisma']), ...policies.map(({ path }) => path)]
}

const isEmpty = (sql: string) => !sql.replace(/--.*/g, '').trim()

function readPolicies(folder: string) {
  const policies = join(folder, 'policies')
  if (!existsSync(policies)) return []
  return readdirSync(policies)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const content = readFileSync(join(policies, name), 'utf8')
      return { path: `policies/${name}`, content, print: createHash('sha256').update(content).digest('hex').slice(0, 16) }
    })
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

if (import.meta.main) {
  const name = process.argv[2]
  if (!name) throw new Error('Say what the migration does: node apps/api/src/write-migration.ts "add the season"')
  const title = await writeMigration(name)
  console.log(title ? `Wrote prisma/migrations/${title}: read it before you commit it.` : 'Nothing has changed since the last migration.')
}
