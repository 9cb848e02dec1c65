import { gql, type TypedDocumentNode } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { type Bytes, fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import type { Remote } from 'comlink'
import { client } from '../apollo.ts'
import { isUnreachable } from '../apollo-links.ts'
import type {
  DeleteSealedItemMutation,
  DeleteSealedItemMutationVariables,
  SaveSealedItemMutation,
  SaveSealedItemMutationVariables,
  SealedHeadsQuery,
  SealedHeadsQueryVariables,
  SealedItemsQuery,
  SealedItemsQueryVariables,
} from '../generated/graphql.ts'
import { mustBe, plainId } from './keyring.ts'
import type { Documents } from './vault-documents.ts'
import { type ItemRow, keptKinds, type OutboxRow, type VaultStore } from './vault-store.ts'

/** Each of {@link keptKinds} under its own name, so that one that is not asked for is a fault of types. */
const heads: TypedDocumentNode<SealedHeadsQuery, SealedHeadsQueryVariables> = gql`
  query SealedHeads {
    viewer {
      id
      memory: sealedHeads(kind: memory) {
        id
        version
        roundId
      }
      journal: sealedHeads(kind: journal) {
        id
        version
        roundId
      }
      caseNote: sealedHeads(kind: caseNote) {
        id
        version
        roundId
      }
      caseDraft: sealedHeads(kind: caseDraft) {
        id
        version
        roundId
      }
      roundNote: sealedHeads(kind: roundNote) {
        id
        version
        roundId
      }
      nextStep: sealedHeads(kind: nextStep) {
        id
        version
        roundId
      }
      feedbackOwn: sealedHeads(kind: feedbackOwn) {
        id
        version
        roundId
      }
      competence: sealedHeads(kind: competence) {
        id
        version
        roundId
      }
    }
  }
`

const items: TypedDocumentNode<SealedItemsQuery, SealedItemsQueryVariables> = gql`
  query SealedItems($ids: [ID!]!) {
    sealedItems(ids: $ids) {
      id
      kind
      version
      createdOn
      expiresOn
      envelope
      wrappedKey
    }
  }
`

const save: TypedDocumentNode<SaveSealedItemMutation, SaveSealedItemMutationVariables> = gql`
  mutation SaveSealedItem($input: SaveSealedItemInput!) {
    saveSealedItem(input: $input) {
      __typename
      ... on Stale {
        theirs
      }
    }
  }
`

const remove: TypedDocumentNode<DeleteSealedItemMutation, DeleteSealedItemMutationVariables> = gql`
  mutation DeleteSealedItem($id: ID!) {
    deleteSealedItem(id: $id)
  }
`

/** What goes out and comes in is asked for once, and never kept in the page's cache. */
const fresh = 'no-cache' as const
const atOnce = 50

const globalId = (id: string) => `SealedItem_${id}`

/** What the server had to say of one line: kept, not reached, or somebody else's version stands there. */
type Outcome = 'done' | 'stale' | 'refused'

/**
 * Sends what is in line, in its order, one at a time, each with the number that it has had from the start. Needs no key.
 * Stops at what another device has overtaken, and throws when the server is not reached. One tab at a time does it.
 */
export async function sendOutbox(store: VaultStore, personId: string): Promise<void> {
  for (;;) {
    const row = (await store.getAll('outbox', null, 1))[0]
    if (!row || row.stale) return
    const sent = await markSent(store, row)
    if (!sent) continue
    const outcome = await send(sent, personId)
    if (outcome === 'done') await store.delete('outbox', sent.place as number)
    else if (outcome === 'stale') await store.put('outbox', { ...sent, stale: true })
    else throw new OutboxRefused()
  }
}

/** The server refuses what this device keeps in line, for a reason that no second try mends. Nothing is lost. */
class OutboxRefused extends Error {}

/** From here on the line may have arrived, so its text stays as it is; a newer one comes after it. */
async function markSent(store: VaultStore, { place }: OutboxRow): Promise<OutboxRow | undefined> {
  const transaction = store.transaction('outbox', 'readwrite')
  const row = await transaction.store.get(place as number)
  if (row && !row.sent) await transaction.store.put({ ...row, sent: true })
  await transaction.done
  return row && { ...row, sent: true }
}

async function send({ action, item, requestId }: OutboxRow, personId: string): Promise<Outcome> {
  const context = { requestId }
  if (action === 'delete') {
    const variables = { id: globalId(item.id) }
    await client.mutate({ mutation: remove, variables, context, fetchPolicy: fresh }).catch(unlessGone)
    return 'done'
  }
  const { id, kind, version, expiresOn, envelope, wrappedKey } = item
  const key = { recipientId: `Person_${personId}`, wrapped: toBase64url(wrappedKey) }
  const input = {
    id: globalId(id),
    kind,
    networkId: null,
    version,
    expiresOn,
    envelope: toBase64url(envelope),
    keys: [key],
  }
  const { data } = await client.mutate({ mutation: save, variables: { input }, context, fetchPolicy: fresh })
  switch (data?.saveSealedItem.__typename) {
    case 'SavedItem':
      return 'done'
    case 'Stale':
      return 'stale'
    default:
      return 'refused'
  }
}

/** Deleting what is not there any longer is no fault; an unreachable server is. */
function unlessGone(error: unknown): undefined {
  if (isUnreachable(error)) throw error
  if (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND'))
    return undefined
  throw error
}

export interface Findings {
  /** Here, but no longer offered by the server. */
  readonly missing: readonly string[]
  /** Offered in an older version than was seen here. */
  readonly rolledBack: readonly string[]
}

/** Fetches what other devices wrote, and says what does not fit with what was seen here. Needs the vault to be open. */
export async function pull(
  store: VaultStore,
  personId: string,
  documents: Remote<Documents>,
  today: string,
): Promise<Findings> {
  await documents.expire(today)
  await partStale(store, documents, today)
  const findings = { missing: [] as string[], rolledBack: [] as string[] }
  const { data } = await client.query({ query: heads, fetchPolicy: fresh })
  mustBe(personId, data?.viewer)
  for (const kind of keptKinds) {
    // What belongs to a round is sealed to others too: it is fetched where it is looked at, and never kept here.
    const own = (data?.viewer?.[kind] ?? []).filter(({ roundId }) => !roundId)
    const offered = own.map(({ id, version }) => ({ id: plainId(id), version }))
    const { fetch, missing, rolledBack } = await documents.compare(kind, offered, today)
    findings.missing.push(...missing)
    findings.rolledBack.push(...rolledBack)
    for (let from = 0; from < fetch.length; from += atOnce) {
      const rows = await fetchItems(fetch.slice(from, from + atOnce))
      await documents.receive(rows, today)
    }
  }
  return findings
}

/** What another device has overtaken becomes a document of its own, and both are shown. */
async function partStale(store: VaultStore, documents: Remote<Documents>, today: string): Promise<void> {
  for (const { stale, item } of await store.getAll('outbox')) if (stale) await documents.part(item.id, today)
}

async function fetchItems(ids: readonly string[]): Promise<ItemRow[]> {
  const { data } = await client.query({
    query: items,
    variables: { ids: ids.map(globalId) },
    fetchPolicy: fresh,
  })
  return (data?.sealedItems ?? []).flatMap(({ __typename, ...row }) => {
    const kind = keptKinds.find((each) => each === row.kind)
    if (!kind) return []
    const [envelope, wrappedKey] = [bytesOrNone(row.envelope), bytesOrNone(row.wrappedKey)]
    return [{ ...row, kind, id: plainId(row.id), envelope, wrappedKey }]
  })
}

/** What is spelled wrongly is no envelope: the item is named as unreadable, and the others are fetched all the same. */
function bytesOrNone(text: string): Bytes {
  try {
    return fromBase64url(text)
  } catch {
    return new Uint8Array()
  }
}
