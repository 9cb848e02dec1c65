import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema, isAbstractType, Kind, parse, visit } from 'graphql'

const conditional = new Set<string>([Kind.FRAGMENT_DEFINITION, Kind.INLINE_FRAGMENT])
const file = join(import.meta.dirname, '../api/schema.graphql')

/** Which types stand behind each interface and union: what the cache needs to match `... on Refusal`. */
export async function possibleTypes(): Promise<Record<string, string[]>> {
  const schema = buildSchema(await readFile(file, 'utf8'))
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType)
  return Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]))
}

/** Those of them that documents name: the cache looks up no other. */
export async function possibleTypesIn(documents: string[]): Promise<Record<string, string[]>> {
  const named = new Set<string>()
  for (const document of documents)
    visit(parse(document), {
      NamedType({ name }, _key, parent) {
        const isCondition = parent && 'kind' in parent && conditional.has(parent.kind)
        if (isCondition) named.add(name.value)
      },
    })
  return Object.fromEntries(Object.entries(await possibleTypes()).filter(([name]) => named.has(name)))
}
