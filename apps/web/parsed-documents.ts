import { Kind, parse } from 'graphql'
import type { Plugin } from 'vite'
import type { StoredOperation } from './stored-operations.ts'

interface Node {
  type: string
  start: number
  end: number
  tag?: Node & { name?: string }
  quasi?: { quasis: { value: { cooked: string } }[]; expressions: Node[] }
}

/**
 * Parses every gql document while building, so that pages carry no GraphQL parser (8 kB compressed) and spend no time
 * in one. What is interpolated, other components' fragments, is joined to it when the page loads. Each operation brings the
 * id under which the API knows it.
 */
export function parsedDocuments(stored: () => Promise<StoredOperation[]>): Plugin {
  return {
    name: 'parsed-documents',
    apply: 'build',
    enforce: 'post',
    async transform(code, id) {
      if (!code.includes('gql`') || id.includes('node_modules')) return
      const ids = new Map((await stored()).map((operation) => [operation.name, operation.id]))
      let parsed = code
      for (const { start, end, quasi } of taggedWithGql(this.parse(code)).toReversed()) {
        const text = quasi?.quasis.map(({ value }) => value.cooked).join('\n') ?? ''
        const fragments = quasi?.expressions.map((part) => code.slice(part.start, part.end)) ?? []
        const { definitions } = parse(text, { noLocation: true })
        const operations = definitions.flatMap((definition) => {
          const name = definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? '') : ''
          return ids.has(name) ? [[name, ids.get(name)]] : []
        })
        const lines = '\n'.repeat(code.slice(start, end).split('\n').length - 1)
        const parts = [
          JSON.stringify(definitions),
          `[${fragments.join(', ')}]`,
          ...operations.map((one) => JSON.stringify(one)),
        ]
        const call = `documentOf(${parts.join(', ')}${lines})`
        parsed = parsed.slice(0, start) + call + parsed.slice(end)
      }
      return { code: `import { documentOf } from '/src/document.ts';${parsed}`, map: null }
    },
  }
}

/** In the order of the text. */
function taggedWithGql(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(taggedWithGql)
  if (typeof tree !== 'object' || tree === null) return []
  const node = tree as Node
  if (node.type === 'TaggedTemplateExpression' && node.tag?.name === 'gql') return [node]
  return Object.values(node).flatMap(taggedWithGql)
}
