import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { gqlPluckFromCodeStringSync } from '@graphql-tools/graphql-tag-pluck'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql'
import { EMPTY } from 'rxjs'

/** One operation as it travels: `id` is the SHA-256 of `document` in hexadecimal. */
export interface StoredOperation {
  id: string
  name: string
  document: string
}

const root = import.meta.dirname

/**
 * Every operation of the app, with its fragments, printed as Apollo Client would send it.
 * Throws when two operations or two fragments share a name, or a fragment is missing.
 */
export async function storedOperations(): Promise<StoredOperation[]> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const operations = new Map<string, OperationDefinitionNode>()
  for await (const file of glob('src/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (path) => /\.test\.|generated/.test(path),
  })) {
    const code = await readFile(join(root, file), 'utf8')
    if (!code.includes('gql`')) continue
    for (const source of gqlPluckFromCodeStringSync(file, code)) {
      for (const definition of parse(source.body).definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) addOnce(fragments, definition.name.value, definition, file)
        else if (definition.kind === Kind.OPERATION_DEFINITION && definition.name)
          addOnce(operations, definition.name.value, definition, file)
        else throw new Error(`${file}: every operation needs a name`)
      }
    }
  }
  return [...operations.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, operation]) => {
      const document = print(asSent(withFragments(operation, fragments)))
      return { id: createHash('sha256').update(document).digest('hex'), name, document }
    })
}

function addOnce<Node>(known: Map<string, Node>, name: string, node: Node, file: string) {
  if (known.has(name)) throw new Error(`${file}: there is already a document called ${name}`)
  known.set(name, node)
}

function withFragments(
  operation: OperationDefinitionNode,
  fragments: Map<string, FragmentDefinitionNode>,
): DocumentNode {
  const needed = new Set<FragmentDefinitionNode>()
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment) throw new Error(`${operation.name?.value}: fragment ${name.value} is nowhere in src`)
        if (needed.has(fragment)) return
        needed.add(fragment)
        collect(fragment)
      },
    })
  }
  collect(operation)
  return { kind: Kind.DOCUMENT, definitions: [operation, ...needed] }
}

/** Lets Apollo Client itself add `__typename` and take out what only concerns the client. */
function asSent(document: DocumentNode): DocumentNode {
  let sent: DocumentNode | undefined
  const link = new ApolloLink(({ query }) => {
    sent = query
    return EMPTY
  })
  const client = new ApolloClient({ cache: new InMemoryCache(), dataMasking: true, link })
  const [operation] = document.definitions as [OperationDefinitionNode]
  if (operation.operation === 'mutation') client.mutate({ mutation: document }).catch(() => {})
  else if (operation.operation === 'subscription') client.subscribe({ query: document }).subscribe()
  else client.query({ query: document, fetchPolicy: 'no-cache' }).catch(() => {})
  if (!sent) throw new Error(`${operation.name?.value} was not sent`)
  return sent
}

/** The file that the API reads: `{ [id]: document }`. */
export const manifestOf = (operations: StoredOperation[]) =>
  JSON.stringify(Object.fromEntries(operations.map(({ id, document }) => [id, document])), null, 2)

if (import.meta.main) {
  const file = join(root, 'dist/operations.json')
  const operations = await storedOperations()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, manifestOf(operations))
  console.log(`${operations.length} operations in ${file}`)
}
