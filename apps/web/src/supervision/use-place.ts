import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { useMemo } from 'react'
import type { RoundPlaceFragment } from '../generated/graphql.ts'
import type { RoundPlace } from './use-round-items.ts'

/** What {@link usePlace} reads of a round. */
export const placeFragment: TypedDocumentNode<RoundPlaceFragment> = gql`
  fragment RoundPlace on Round {
    id
    stays
    staysUntil
    network {
      id
      name
      members {
        id
        hasAccepted
        person {
          id
          name
        }
      }
    }
    people {
      isFocus
      person {
        id
        name
      }
    }
  }
`

/**
 * A round as its sealed parts need it. Its readers are those who were in it and are members still: to nobody else can
 * anything be sealed.
 */
export function usePlace(from: FragmentType<RoundPlaceFragment>, viewerId: string): RoundPlace {
  const { data } = useSuspenseFragment({ fragment: placeFragment, from })
  return useMemo(() => {
    const { id, stays, staysUntil, network, people } = data
    const inside = new Set(network.members.filter(({ hasAccepted }) => hasAccepted).map(({ person }) => person.id))
    return {
      roundId: id,
      networkId: network.id,
      networkName: network.name,
      viewerId,
      stays,
      staysUntil,
      focusId: people.find(({ isFocus }) => isFocus)?.person.id ?? null,
      readerIds: people.map(({ person }) => person.id).filter((person) => inside.has(person)),
      names: new Map([...network.members, ...people].map(({ person }) => [person.id, person.name])),
    }
  }, [data, viewerId])
}
