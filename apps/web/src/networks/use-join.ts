import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { AcceptInvitationMutation, AcceptInvitationMutationVariables } from '../generated/graphql.ts'

const acceptInvitation: TypedDocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables> = gql`
  mutation AcceptInvitation($token: String!) {
    acceptInvitation(token: $token) {
      __typename
      ... on Joined {
        networkId
      }
    }
  }
`

/** Says yes to an invitation as whoever is signed in. `refused` is the name of the refusal, for its words. */
export function useJoin(token: string, onJoined: (networkId: string) => void) {
  const [accept, { loading }] = useMutation(acceptInvitation)
  const [refused, setRefused] = useState<string>()
  const join = async () => {
    setRefused(undefined)
    const result = await accept({ variables: { token } }).catch(() => undefined)
    const answer = result?.data?.acceptInvitation
    if (answer?.__typename === 'Joined') onJoined(answer.networkId)
    else setRefused(answer?.__typename ?? 'unknown')
  }
  return { join, loading, refused }
}
