import { diffSchema, readDatamodel } from '@lederkreds/api/schema-engine'
import pg from 'pg'

/** One line for everything that a datamodel can say about a database; checks and policies are beyond it. */
const catalogue = `
  SELECT format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN ' not null' END, ' default ' || pg_get_expr(d.adbin, d.adrelid)) AS fact
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace = 'public'::regnamespace
    AND c.relname <> '_prisma_migrations'
  UNION ALL
  SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE contype IN ('p', 'f', 'u') AND connamespace = 'public'::regnamespace
    AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
  UNION ALL
  SELECT format('index %s', pg_get_indexdef(indexrelid))
  FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
  WHERE relnamespace = 'public'::regnamespace AND indrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
  UNION ALL
  SELECT format('enum %s (%s)', typname, (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
  FROM pg_type t WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace`

/**
 * How a migrated database differs from the `*.prisma` files, by building those in an empty database and comparing the
 * two catalogues. Indexes that only the migrations have are allowed: the datamodel cannot say all of them.
 */
export async function schemaDrift(migratedUrl: string, emptyUrl: string) {
  const meant = await facts(emptyUrl, await diffSchema('empty', readDatamodel()))
  const found = await facts(migratedUrl)
  const missing = [...meant.difference(found)].map((fact) => `only in *.prisma: ${fact}`)
  const extra = [...found.difference(meant)].filter((fact) => !fact.startsWith('index '))
  return [...missing, ...extra.map((fact) => `only in the migrations: ${fact}`)].sort()
}

async function facts(url: string, first = '') {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(first)
    const { rows } = await client.query<{ fact: string }>(catalogue)
    return new Set(rows.map(({ fact }) => fact))
  } finally {
    await client.end()
  }
}
