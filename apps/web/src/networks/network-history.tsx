import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import type { NetworkHistory_NetworkFragment } from '../generated/graphql.ts'
import { later } from '../ui/later.tsx'

const HistoryRows = later(() => import('./history-rows.tsx').then(({ HistoryRows }) => HistoryRows))

const fragment: TypedDocumentNode<NetworkHistory_NetworkFragment> = gql`
  fragment NetworkHistory_network on Network {
    id
    createdAt
    groundRulesVersions {
      id
      version
      createdAt
    }
    members {
      id
      joinedAt
      person {
        id
        name
      }
    }
    formerMembers {
      id
      joinedAt
      leftAt
      person {
        id
        name
      }
    }
  }
`

/** The history of a network. Its rows stand last on the page, and their code comes after what stands before them. */
export function NetworkHistory({ network }: { network: FragmentType<NetworkHistory_NetworkFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: network })
  return <HistoryRows {...data} />
}
NetworkHistory.fragment = fragment
