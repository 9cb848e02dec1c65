import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import type { OpenRoundCard_NetworkFragment } from '../generated/graphql.ts'
import { later } from '../ui/later.tsx'

const OpenRoundFact = later(() => import('./open-round-fact.tsx').then(({ OpenRoundFact }) => OpenRoundFact))

const fragment: TypedDocumentNode<OpenRoundCard_NetworkFragment> = gql`
  fragment OpenRoundCard_network on Network {
    id
    name
    openRound {
      id
      method
      viewerTakesPart
    }
  }
`

interface OpenRoundCardProps {
  network: FragmentType<OpenRoundCard_NetworkFragment>
  /** Where the network is not said elsewhere on the page. */
  isOneOfMany?: boolean
}

/** The round that is under way, for as long as it is; shows nothing otherwise, and then fetches nothing. */
export function OpenRoundCard({ network, isOneOfMany = false }: OpenRoundCardProps) {
  const { name, openRound } = useSuspenseFragment({ fragment, from: network }).data
  return openRound && <OpenRoundFact round={openRound} network={isOneOfMany ? name : undefined} />
}
OpenRoundCard.fragment = fragment
