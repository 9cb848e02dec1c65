import { gql, type TypedDocumentNode } from '@apollo/client'
import type { IdentityEntry } from '@lederkreds/sealing/identity'
import { client } from '../apollo.ts'
import type { IdentitiesQuery, IdentitiesQueryVariables } from '../generated/graphql.ts'
import { plainId, readEntry } from './keyring.ts'
import { today } from './vault.ts'
import type { Room } from './vault-room.ts'

const query: TypedDocumentNode<IdentitiesQuery, IdentitiesQueryVariables> = gql`
  query Identities($id: ID!) {
    node(id: $id) {
      ... on Person {
        id
        identities {
          number
          hpkePublicKey
          signingPublicKey
          previousHash
          signature
          endorsement
        }
      }
    }
  }
`

/** All public identities of a person as the server tells them; nothing is checked yet. `personId` as the API gives it. */
export async function fetchIdentities(personId: string): Promise<IdentityEntry[]> {
  const { data } = await client.query({ query, variables: { id: personId }, fetchPolicy: 'no-cache' })
  const identities = data?.node?.__typename === 'Person' ? data.node.identities : []
  return identities.map((entry) => readEntry(plainId(personId), entry))
}

/**
 * Whom to seal to: the identity of a colleague, checked against everything that this person's devices have seen of it.
 * Throws an error named `Blocked`, whose message is the reason: `changed`, `different`, `broken` or `noKeys`.
 */
export const recipientFor = async ({ desk }: Room, personId: string): Promise<IdentityEntry> =>
  desk.recipient(plainId(personId), await fetchIdentities(personId), today())
