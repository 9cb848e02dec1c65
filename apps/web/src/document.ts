import { type DefinitionNode, type DocumentNode, Kind } from 'graphql'

/** Operation name → id in a release: of the pages and parts that are loaded, so that no page carries those of all others. */
export const ids = new Map<string, string>()

/** What gql makes in a release, where the documents were parsed by the build: each fragment once, whoever brings it. */
export function documentOf(
  own: readonly DefinitionNode[],
  parts: readonly DocumentNode[],
  ...operations: readonly [name: string, id: string][]
): DocumentNode {
  for (const [name, id] of operations) ids.set(name, id)
  const definitions = new Map<string, DefinitionNode>()
  for (const definition of [...own, ...parts.flatMap((part) => part.definitions)]) {
    const name = 'name' in definition ? definition.name?.value : ''
    definitions.set(`${definition.kind} ${name}`, definition)
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions.values()] }
}
