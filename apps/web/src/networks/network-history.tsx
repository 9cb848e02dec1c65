import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { lazy, Suspense } from 'react'
import type { NetworkHistory_NetworkFragment } from '../generated/graphql.ts'

const HistoryRows = lazy(() => import('./history-rows.tsx').then((module) => ({ default: module.HistoryRows })))

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
  return (
    <Suspense>
      <HistoryRows {...data} />
    </Suspense>
  )
}
NetworkHistory.fragment = fragment
