import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffSchema, prismaFolder, readDatamodel } from './schema-engine.ts'

/** What the last migration was written from: the datamodel beside the fingerprints of the policy files. */
const datamodelSnapshot = 'datamodel.snapshot'
const policySnapshot = 'policies.json'

/**
 * Writes the next migration folder: the SQL that leads from the datamodel of the last one to the `*.prisma` files of
 * now, then the whole text of every policy file that changed, in the order of their names, which is why those must be
 * re-runnable. Answers the folder's name, or undefined if nothing changed.
 */
export async function writeMigration(name: string, folder = prismaFolder, now = new Date()) {
  const { tables, policies } = await changes(folder)
  const parts = [tables, ...policies.map(({ path, content }) => `-- ${path}\n${content}`)]
  const sql = parts.map((part) => part.trim()).filter(Boolean)
  if (sql.length === 0) return undefined

  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const title = [stamp, ...(name.toLowerCase().match(/[a-z0-9]+/g) ?? [])].join('_')
  mkdirSync(join(folder, 'migrations', title), { recursive: true })
  writeFileSync(join(folder, 'migrations', title, 'migration.sql'), `${sql.join('\n\n')}\n`)
  record(folder)
  return title
}

/** The files that have changed since the last migration was written: to be empty before a commit. */
export async function unwritten(folder = prismaFolder) {
  const { tables, policies } = await changes(folder)
  return [...(tables ? ['*.prisma'] : []), ...policies.map(({ path }) => path)]
}

/** Notes the files of now as those the last migration was written from. For a migration finished by hand. */
export function record(folder = prismaFolder) {
  const migrations = join(folder, 'migrations')
  const datamodel = readDatamodel(folder).map(({ content }) => content.trim())
  writeFileSync(join(migrations, datamodelSnapshot), `${datamodel.join('\n\n')}\n`)
  const prints = Object.fromEntries(readPolicies(folder).map(({ path, print }) => [path, print]))
  writeFileSync(join(migrations, policySnapshot), `${JSON.stringify(prints, null, 2)}\n`)
  writeFileSync(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
}

async function changes(folder: string) {
  const before = read(join(folder, 'migrations', datamodelSnapshot))
  const known = JSON.parse(read(join(folder, 'migrations', policySnapshot)) || '{}')
  const from = before ? [{ path: datamodelSnapshot, content: before }] : 'empty'
  const tables = await diffSchema(from, readDatamodel(folder))
  const policies = readPolicies(folder).filter(({ path, print }) => known[path] !== print)
  return { tables: tables.replace(/--.*/g, '').trim() ? tables : '', policies }
}

function readPolicies(folder: string) {
  const policies = join(folder, 'policies')
  if (!existsSync(policies)) return []
  const names = readdirSync(policies).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const content = readFileSync(join(policies, name), 'utf8')
    const print = createHash('sha256').update(content).digest('hex').slice(0, 16)
    return { path: `policies/${name}`, content, print }
  })
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

if (import.meta.main) {
  const [name] = process.argv.slice(2)
  if (!name)
    throw new Error('Say what the migration does: node apps/api/src/write-migration.ts "add the season", or --record')
  if (name === '--record') record()
  else {
    const title = await writeMigration(name)
    console.log(
      title
        ? `Wrote prisma/migrations/${title}: read it before you commit it.`
        : 'Nothing has changed since the last migration.',
    )
  }
}
