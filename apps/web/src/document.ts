import { type DefinitionNode, type DocumentNode, Kind } from 'graphql'

/** What gql makes in a release, where the documents were parsed by the build: each fragment once, whoever brings it. */
export function documentOf(own: readonly DefinitionNode[], parts: readonly DocumentNode[]): DocumentNode {
  const definitions = new Map<string, DefinitionNode>()
  for (const definition of [...own, ...parts.flatMap((part) => part.definitions)]) {
    const name = 'name' in definition ? definition.name?.value : ''
    definitions.set(`${definition.kind} ${name}`, definition)
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions.values()] }
}
