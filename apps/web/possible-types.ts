import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema, isAbstractType } from 'graphql'

const file = join(import.meta.dirname, '../api/schema.graphql')

/** Which types stand behind each interface and union: what the cache needs to match `... on Refusal`. */
export async function possibleTypes(): Promise<Record<string, string[]>> {
  const schema = buildSchema(await readFile(file, 'utf8'))
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType)
  return Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]))
}
