import { gql, type TypedDocumentNode } from '@apollo/client'
import { type RoundDocument, readRoundDocument } from '@lederkreds/domain/supervision/round-document'
import { useCallback } from 'react'
import { openItems } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { type Look, useLook } from '../account/use-look.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import { fresh } from '../fresh.ts'
import type { RoundItemsQuery, RoundItemsQueryVariables } from '../generated/graphql.ts'
import type { Remaining } from './remains.tsx'

const query: TypedDocumentNode<RoundItemsQuery, RoundItemsQueryVariables> = gql`
  query RoundItems($id: ID!) {
    node(id: $id) {
      ... on Round {
        id
        sealedHeads {
          id
        }
        remains {
          kind
          count
          until
        }
      }
    }
  }
`

/** What the parts below must know of a round. Ids as the API gives them. */
export interface RoundPlace {
  readonly roundId: string
  readonly networkId: string
  readonly networkName: string
  readonly viewerId: string
  readonly stays: 'nothing' | 'focusPerson' | 'group'
  /** The last day of what stays, YYYY-MM-DD. */
  readonly staysUntil: string | null
  /** Whose case it was; null where a method has no focus person. */
  readonly focusId: string | null
  /** Everybody who can read what is shared: those in the round who are members of the network, herself among them. */
  readonly readerIds: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

/** One thing that was left in a round; `document` is null for what could not be opened, or is not what it says to be. */
export interface RoundItem {
  readonly id: string
  readonly ownerId: string
  readonly expiresOn: string | null
  readonly kind: string
  readonly document: RoundDocument | null
  /** How many people can open it, its author among them. */
  readonly readers: number
}

interface Left {
  readonly items: readonly RoundItem[]
  /** What the server says it still has for the group; undefined until it has said so. */
  readonly remains: readonly Remaining[] | undefined
}

/** `items` is undefined until they have been fetched. */
export type RoundItems = Partial<Left> & Pick<Look<Left>, 'isLost' | 'look'>

/** What of a round is sealed to whoever looks, fetched and opened when she looks and forgotten with the page. */
export function useRoundItems(room: Room, roundId: string): RoundItems {
  const { found, isLost, look } = useLook(useCallback(() => fetchItems(room, roundId), [room, roundId]))
  return { ...found, isLost, look }
}

async function fetchItems(room: Room, roundId: string): Promise<Left> {
  const { data } = await client.query({ query, variables: { id: roundId }, ...fresh })
  const round = data?.node?.__typename === 'Round' ? data.node : null
  const opened = await openItems(
    room,
    (round?.sealedHeads ?? []).map(({ id }) => id),
  )
  const items = opened.map(({ id, ownerId, expiresOn, kind, opened }) => ({
    id,
    ownerId,
    expiresOn,
    kind,
    document: opened.state === 'open' ? readRoundDocument(opened.document, kind, plainId(roundId)) : null,
    readers: opened.state === 'open' ? opened.readers.length : 0,
  }))
  return { items, remains: round?.remains ?? undefined }
}
