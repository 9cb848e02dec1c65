import { gql, type TypedDocumentNode } from '@apollo/client'
import type { IdentityEntry } from '@lederkreds/sealing/identity'
import { client } from '../apollo.ts'
import type { IdentitiesQuery, IdentitiesQueryVariables } from '../generated/graphql.ts'
import type { ToldPerson } from './joint-desk.ts'
import { plainId, publicIdentity, readEntry } from './keyring.ts'
import { today } from './vault.ts'
import type { Room } from './vault-room.ts'

const query: TypedDocumentNode<IdentitiesQuery, IdentitiesQueryVariables> = gql`
  query Identities($personIds: [ID!]!) {
    identities(personIds: $personIds) {
      personId
      ...PublicIdentity @unmask
    }
  }
  ${publicIdentity}
`

/** How many people the server tells of at once: more than are in one network. */
const atOnce = 50

/**
 * These people with all public identities of theirs that the server tells, unchecked: whoever uses them has the vault judge
 * each. Without a word for nobody, once for a whole network. Ids as the API gives them; throws when the server is not reached.
 */
export async function tell(ids: readonly string[]): Promise<ToldPerson[]> {
  const personIds = [...new Set(ids)]
  const found: IdentitiesQuery['identities'] = []
  for (let from = 0; from < personIds.length; from += atOnce) {
    const variables = { personIds: personIds.slice(from, from + atOnce) }
    const { data } = await client.query({ query, variables, fetchPolicy: 'no-cache' })
    found.push(...(data?.identities ?? []))
  }
  const told = Object.groupBy(found, ({ personId }) => personId)
  return personIds.map((id) => {
    const personId = plainId(id)
    return { personId, entries: (told[id] ?? []).map((entry) => readEntry(personId, entry)) }
  })
}

/** All public identities of a person as the server tells them; nothing is checked yet. `personId` as the API gives it. */
export async function fetchIdentities(personId: string): Promise<readonly IdentityEntry[]> {
  const [person] = await tell([personId])
  return person?.entries ?? []
}

/**
 * Whom to seal to: the identity of a colleague, checked against everything that this person's devices have seen of it.
 * Throws an error named `Blocked`, whose message is the reason: `changed`, `different`, `broken` or `noKeys`.
 */
export const recipientFor = async ({ desk }: Room, personId: string): Promise<IdentityEntry> =>
  desk.recipient(plainId(personId), await fetchIdentities(personId), today())
