import { gql, type TypedDocumentNode } from '@apollo/client'
import { type Bytes, fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { client } from '../apollo.ts'
import { isUnreachable } from '../apollo-links.ts'
import { fresh } from '../fresh.ts'
import type {
  DeleteSharedItemMutation,
  DeleteSharedItemMutationVariables,
  SharedItemsQuery,
  SharedItemsQueryVariables,
  ShareItemMutation,
  ShareItemMutationVariables,
} from '../generated/graphql.ts'
import { tell } from './colleague.ts'
import type { JointDocument, JointRow, SealedOrBlocked, ToldPerson } from './joint-desk.ts'
import { plainId } from './keyring.ts'
import { today } from './vault.ts'
import type { Room } from './vault-room.ts'

const itemsQuery: TypedDocumentNode<SharedItemsQuery, SharedItemsQueryVariables> = gql`
  query SharedItems($ids: [ID!]!) {
    sealedItems(ids: $ids) {
      id
      kind
      version
      ownerId
      networkId
      createdOn
      expiresOn
      envelope
      wrappedKey
    }
  }
`

const share: TypedDocumentNode<ShareItemMutation, ShareItemMutationVariables> = gql`
  mutation ShareItem($input: SaveSealedItemInput!) {
    saveSealedItem(input: $input) {
      __typename
    }
  }
`

const remove: TypedDocumentNode<DeleteSharedItemMutation, DeleteSharedItemMutationVariables> = gql`
  mutation DeleteSharedItem($id: ID!) {
    deleteSealedItem(id: $id)
  }
`

const atOnce = 50

/** What it belongs to: a round, a cycle of feedback, or its network alone. `expiresOn` is the last day on which it is there. */
type Belonging =
  | { readonly kind: 'roundNote' | 'nextStep' | 'roundWriting'; readonly roundId: string; readonly expiresOn: string }
  | { readonly kind: 'feedbackStep'; readonly cycleId: string; readonly expiresOn: string }
  | { readonly kind: 'feedbackAsk'; readonly cycleId: string; readonly expiresOn: null }
  | { readonly kind: 'sentence'; readonly expiresOn: null }

/** Something to share in a network. Ids as the API gives them; days are YYYY-MM-DD. */
export type Shareable = Belonging & {
  readonly networkId: string
  readonly document: unknown
  /** Whom to seal it to, beside oneself. */
  readonly readerIds: readonly string[]
}

type Why = Extract<SealedOrBlocked, { state: 'blocked' }>['people'][number]['why']
type Unreliable = readonly { readonly id: string; readonly why: Why }[]

/**
 * `refused`: the server keeps it from some of them, or for so long, by rules of the network; the name says which. `unknown`:
 * it went out, and no answer came.
 */
export type ShareOutcome =
  | { readonly state: 'shared' }
  | { readonly state: 'unknown' }
  | { readonly state: 'blocked'; readonly people: Unreliable }
  | { readonly state: 'refused'; readonly refusal: string }

/**
 * Seals something for several and gives it to the server. `id` is a random UUID that its caller draws once for a document
 * and brings along whenever it is tried again: what arrived by then is not made a second time. Each time it is sealed anew,
 * so that everybody's keys are judged again. Throws when nothing was shared: the vault is locked, the server was not
 * reached before it went out, or has said no.
 */
export async function shareItem(room: Room, id: string, about: Shareable): Promise<ShareOutcome> {
  const { kind, networkId, expiresOn, document, readerIds } = about
  const people = await tell(readerIds)
  const item = { id, kind, version: 1, networkId: plainId(networkId) }
  const sealed = await room.shared.seal(item, document, people, today())
  if (sealed.state === 'blocked')
    return { state: 'blocked', people: sealed.people.map(({ personId, why }) => ({ id: `Person_${personId}`, why })) }
  const input = {
    ...item,
    id: `SealedItem_${id}`,
    networkId,
    roundId: 'roundId' in about ? about.roundId : null,
    cycleId: 'cycleId' in about ? about.cycleId : null,
    expiresOn,
    envelope: toBase64url(sealed.envelope),
    keys: sealed.keys.map(({ personId, wrapped }) => ({
      recipientId: `Person_${personId}`,
      wrapped: toBase64url(wrapped),
    })),
  }
  try {
    const { data } = await client.mutate({ mutation: share, variables: { input }, fetchPolicy: 'no-cache' })
    const answer = data?.saveSealedItem.__typename ?? 'InvalidInput'
    // Its first version is there already: an earlier try has arrived.
    if (answer === 'SavedItem' || answer === 'Stale') return { state: 'shared' }
    return { state: 'refused', refusal: answer }
  } catch (fault) {
    if (isUnreachable(fault)) return { state: 'unknown' }
    throw fault
  }
}

/** Whose keys are not to be relied on now, among these: nothing can be shared with them. Throws when the server is not reached. */
export async function unreliableAmong(room: Room, readerIds: readonly string[]): Promise<Unreliable> {
  const people = await tell(readerIds)
  const standings = await Promise.all(
    people.map(async ({ personId, entries }) => ({
      id: `Person_${personId}`,
      why: (await room.desk.person(personId, entries, 'da')).state,
    })),
  )
  return standings.flatMap(({ id, why }) => (why === 'seen' || why === 'compared' ? [] : [{ id, why }]))
}

/** A shared item with what could be opened of it. Ids as the API gives them. */
export interface JointItem {
  readonly id: string
  readonly kind: string
  readonly ownerId: string
  readonly expiresOn: string | null
  /** The network that it opens under, as its author sealed it. */
  readonly networkId: string | null
  /** Whose it is said to be, with the identities that the server told. */
  readonly author: ToldPerson
  readonly opened: JointDocument
}

/** Fetches and opens items that were sealed to this person, or by her. */
export async function openItems(room: Room, ids: readonly string[]): Promise<JointItem[]> {
  const found: SharedItemsQuery['sealedItems'] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const variables = { ids: ids.slice(from, from + atOnce) }
    const { data } = await client.query({ query: itemsQuery, variables, ...fresh })
    found.push(...(data?.sealedItems ?? []))
  }
  const authors = await tell(found.map(({ ownerId }) => ownerId))
  const rows = found.map(
    ({ id, kind, version, ownerId, networkId, envelope, wrappedKey }): JointRow => ({
      id: plainId(id),
      kind,
      version,
      ownerId: plainId(ownerId),
      networkId: plainId(networkId ?? ''),
      envelope: bytesOrNone(envelope),
      wrappedKey: bytesOrNone(wrappedKey),
    }),
  )
  const opened = new Map((await room.shared.open(rows, authors, today())).map((each) => [each.id, each]))
  return found.flatMap(({ id, kind, ownerId, expiresOn, networkId }) => {
    const each = opened.get(plainId(id))
    const author = authors.find(({ personId }) => personId === plainId(ownerId))
    return each && author ? [{ id, kind, ownerId, expiresOn, networkId, author, opened: each }] : []
  })
}

/** Deletes an item for everybody whom it was sealed to. */
export async function deleteShared(id: string): Promise<void> {
  await client.mutate({ mutation: remove, variables: { id }, fetchPolicy: 'no-cache' })
}

/** What is spelled wrongly is no envelope: it is named as shut, and the others are opened all the same. */
function bytesOrNone(text: string): Bytes {
  try {
    return fromBase64url(text)
  } catch {
    return new Uint8Array()
  }
}
