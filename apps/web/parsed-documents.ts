import { parse } from 'graphql'
import type { Plugin } from 'vite'

interface Node {
  type: string
  start: number
  end: number
  tag?: Node & { name?: string }
  quasi?: { quasis: { value: { cooked: string } }[]; expressions: Node[] }
}

/**
 * Parses every gql document while building, so that pages carry no GraphQL parser (8 kB compressed) and spend no time
 * in one. What is interpolated, other components' fragments, is joined to it when the page loads.
 */
export function parsedDocuments(): Plugin {
  return {
    name: 'parsed-documents',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!code.includes('gql`') || id.includes('node_modules')) return
      let parsed = code
      for (const { start, end, quasi } of taggedWithGql(this.parse(code)).toReversed()) {
        const text = quasi?.quasis.map(({ value }) => value.cooked).join('\n') ?? ''
        const fragments = quasi?.expressions.map((part) => code.slice(part.start, part.end)) ?? []
        const { definitions } = parse(text, { noLocation: true })
        const lines = '\n'.repeat(code.slice(start, end).split('\n').length - 1)
        const call = `documentOf(${JSON.stringify(definitions)}, [${fragments.join(', ')}]${lines})`
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
