import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type DocumentNode, getOperationAST, Kind, parse, type SelectionSetNode } from 'graphql'
import { maxRootFields, tooCostly } from './cost.ts'
import { badRequest } from './errors.ts'

export type Operation = {
  readonly source: string
  readonly document: DocumentNode
  readonly kind: 'query' | 'mutation' | 'subscription'
}

/** Reads an operation once; throws what the caller gets as 400 when it is none. */
function read(source: string, name?: string | null): Operation {
  const { document, operation } = parseOperation(source, name)
  if (isTooWide(document, operation.selectionSet)) throw tooCostly()
  return { source, document, kind: operation.operation }
}

function parseOperation(source: string, name: string | null | undefined) {
  try {
    const document = parse(source, { maxTokens: 4_000 })
    const operation = getOperationAST(document, name)
    if (operation) return { document, operation }
  } catch {}
  throw badRequest('This is not a GraphQL operation.')
}

/** The fields that stand side by side, those of fragments where they are spread; a circle of fragments does not end it. */
function* sideBySide({ definitions }: DocumentNode, { selections }: SelectionSetNode, depth = 0): Generator<unknown> {
  for (const selection of selections) {
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value)
        : selection
    const isFragment = inner && 'selectionSet' in inner && inner.selectionSet && inner.kind !== Kind.FIELD
    if (isFragment && depth < maxRootFields)
      yield* sideBySide({ definitions } as DocumentNode, inner.selectionSet, depth + 1)
    else yield selection
  }
}

function isTooWide(document: DocumentNode, fields: SelectionSetNode): boolean {
  let count = 0
  for (const _ of sideBySide(document, fields)) if (++count > maxRootFields) return true
  return false
}

type Asked = { query?: unknown; operationName?: unknown; extensions?: unknown }

/** Finds the operation that a request means. */
export type Operations = (asked: Asked) => Operation

/** Accepts any document; for development and for tests of the API alone. */
export function anyOperation(): Operations {
  const known = new Map<string, Operation>()
  return ({ query, operationName }) => {
    if (typeof query !== 'string' || query.length > 64_000) throw badRequest('Send one GraphQL document as "query".')
    const name = typeof operationName === 'string' ? operationName : null
    const key = `${name}:${query}`
    let operation = known.get(key)
    if (!operation) {
      operation = read(query, name)
      if (known.size > 2_000) known.clear()
      known.set(key, operation)
    }
    return operation
  }
}

/**
 * Accepts only operations of the web's manifests (SHA-256 of the document → document), by id. The manifest of the
 * previous release may be given second, so that open pages go on working. Throws when a manifest is not what it says.
 */
export function storedOperations(...manifests: string[]): Operations {
  const known = new Map<string, Operation>()
  for (const path of manifests)
    for (const [id, source] of Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)) {
      if (createHash('sha256').update(source).digest('hex') !== id)
        throw new Error(`The manifest ${path} holds an operation under a wrong id.`)
      known.set(id, read(source))
    }
  return ({ query, extensions }) => {
    const id = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery?.sha256Hash
    const operation = typeof id === 'string' && !query ? known.get(id) : undefined
    if (!operation) throw badRequest('Only the operations of this release are answered.')
    return operation
  }
}
