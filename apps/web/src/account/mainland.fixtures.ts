import { CombinedGraphQLErrors } from '@apollo/client/errors'
import type { DocumentNode } from 'graphql'
import { keptKinds } from './vault-store.ts'

interface Kept {
  readonly expiresOn: string | null
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly envelope: string
  readonly wrappedKey: string
}

interface Saved {
  readonly expiresOn: string | null
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly envelope: string
  readonly keys: readonly { readonly wrapped: string }[]
}

/** Of all operations that are asked here. */
interface Variables {
  readonly ids?: readonly string[]
  readonly id?: string
  readonly input?: Saved
}

interface Request {
  readonly query?: DocumentNode
  readonly mutation?: DocumentNode
  readonly variables: Variables
  readonly context?: { readonly requestId?: string }
}

const gone = new CombinedGraphQLErrors({ errors: [{ message: 'Not found', extensions: { code: 'NOT_FOUND' } }] })
const plain = (id: string) => id.slice(id.indexOf('_') + 1)
const nameOf = (document: DocumentNode | undefined) => {
  const [first] = document?.definitions ?? []
  return first?.kind === 'OperationDefinition' ? first.name?.value : undefined
}

/** What the API does with sealed items, in memory, with the ways in which a server can break its word. */
export class Mainland {
  readonly #items = new Map<string, Kept>()
  readonly #history = new Map<string, number[]>()
  readonly arrivals: { id: string; requestId: string | undefined }[] = []
  readonly asked: string[] = []
  #fails: 'afterKeeping' | undefined

  versions = (id: string): number[] => (this.#items.has(id) ? (this.#history.get(id) ?? []) : [])
  count = (kind: string): number => [...this.#items.values()].filter((item) => item.kind === kind).length
  drop = (id: string): boolean => this.#items.delete(id)
  put = (item: Kept): void => void this.#items.set(item.id, item)

  copy(id: string): Kept {
    const item = this.#items.get(id)
    if (!item) throw new Error('not there')
    return item
  }

  /** Changes one character in the middle of the envelope. */
  spoil(id: string): void {
    const item = this.copy(id)
    const middle = Math.floor(item.envelope.length / 2)
    const other = item.envelope[middle] === 'A' ? 'B' : 'A'
    this.put({ ...item, envelope: item.envelope.slice(0, middle) + other + item.envelope.slice(middle + 1) })
  }

  swap(one: string, other: string): void {
    const [first, second] = [this.copy(one), this.copy(other)]
    this.put({ ...second, id: one })
    this.put({ ...first, id: other })
  }

  /** The next change is kept, but the answer does not arrive. */
  failOnce(when: 'afterKeeping'): void {
    this.#fails = when
  }

  /** Whose session the server finds: null when it has ended. */
  viewer: { id: string } | null

  constructor(personId: string) {
    this.viewer = { id: `Person_${personId}` }
  }

  async query({ query, variables }: Request) {
    if (nameOf(query) === 'SealedHeads') {
      const heads = Object.groupBy(
        [...this.#items.values()].map(({ id, kind, version }) => ({ kind, head: { id: `SealedItem_${id}`, version } })),
        ({ kind }) => kind,
      )
      const told = keptKinds.map((kind) => [kind, (heads[kind] ?? []).map(({ head }) => head)])
      return { data: { viewer: this.viewer && { ...this.viewer, ...Object.fromEntries(told) } } }
    }
    const ids = (variables.ids ?? []).map(plain)
    this.asked.push(...ids)
    const items = ids.flatMap((id) => this.#items.get(id) ?? [])
    const createdOn = '2026-11-25'
    return { data: { sealedItems: items.map((item) => ({ ...item, createdOn, id: `SealedItem_${item.id}` })) } }
  }

  async mutate({ mutation, variables, context }: Request) {
    const { input, id = '' } = variables
    const answer = nameOf(mutation) === 'SaveSealedItem' && input ? this.#save(input, context) : this.#delete(id)
    if (!this.#fails) return { data: answer }
    this.#fails = undefined
    throw new TypeError('fetch failed')
  }

  #delete(id: string) {
    if (!this.#items.delete(plain(id))) throw gone
    return { deleteSealedItem: true }
  }

  #save(input: Saved, context: Request['context']) {
    const { kind, version, envelope, keys, expiresOn } = input
    const id = plain(input.id)
    this.arrivals.push({ id, requestId: context?.requestId })
    const before = this.#items.get(id)
    const isSame = before?.version === version && before?.envelope === envelope
    const isSecondMemory = kind === 'memory' && !before && this.count('memory') > 0
    if (!isSame && ((before?.version ?? 0) !== version - 1 || isSecondMemory))
      return { saveSealedItem: { __typename: 'Stale', theirs: before?.version ?? 0 } }
    if (!isSame) this.#history.set(id, [...(this.#history.get(id) ?? []), version])
    this.#items.set(id, { id, kind, version, expiresOn, envelope, wrappedKey: keys[0]?.wrapped ?? '' })
    return { saveSealedItem: { __typename: 'SavedItem' } }
  }
}

let served: Mainland | undefined

/** A new one, that is asked from now on. */
export function serveMainland(personId: string): Mainland {
  served = new Mainland(personId)
  return served
}

/** In the place of the module `apollo.ts`. */
export const apollo = {
  client: {
    query: (request: Request) => served?.query(request),
    mutate: (request: Request) => served?.mutate(request),
  },
}
