import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSubscription, useSuspenseFragment } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import { askAnew } from '../apollo.ts'
import type {
  Follow_NetworkFragment,
  FollowNetworkSubscription,
  FollowNetworkSubscriptionVariables,
} from '../generated/graphql.ts'

const fragment: TypedDocumentNode<Follow_NetworkFragment> = gql`
  fragment Follow_network on Network {
    id
    eventSeq
  }
`

const followNetwork: TypedDocumentNode<FollowNetworkSubscription, FollowNetworkSubscriptionVariables> = gql`
  subscription FollowNetwork($networkId: ID!, $afterSeq: Int!) {
    networkEvents(networkId: $networkId, afterSeq: $afterSeq) {
      seq
    }
  }
`

interface FollowProps {
  network: FragmentType<Follow_NetworkFragment>
  /** The names of the page's queries, which are asked again when something has happened in the network; or what does so. */
  query: string | string[] | (() => void)
}

/**
 * Keeps a page up to date with one network; shows nothing. Events that come together ask once. When the following ends,
 * because one may not see the network any longer, the page asks too, and learns that.
 */
export function Follow({ network, query }: FollowProps) {
  const { id, eventSeq } = useSuspenseFragment({ fragment, from: network }).data
  const [afterSeq] = useState(eventSeq)
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(soon.current), [])
  const askAgain = () => {
    clearTimeout(soon.current)
    soon.current = setTimeout(() => {
      if (typeof query === 'function') query()
      else void askAnew([query].flat())
    }, 80)
  }
  useSubscription(followNetwork, {
    variables: { networkId: id, afterSeq },
    ignoreResults: true,
    onData: askAgain,
    onError: askAgain,
    onComplete: askAgain,
  })
  return null
}
Follow.fragment = fragment
