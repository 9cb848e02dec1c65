import { gql, type TypedDocumentNode } from '@apollo/client'
import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { client } from '../apollo.ts'
import type { KeyringQuery, KeyringQueryVariables, KeysInput } from '../generated/graphql.ts'
import type { MadeKeys } from './vault-desk.ts'
import type { Keyring } from './vault-store.ts'

const query: TypedDocumentNode<KeyringQuery, KeyringQueryVariables> = gql`
  query Keyring {
    viewer {
      id
      keyWraps {
        id
        kind
        passkeyId
        wrapped
        version
      }
      passkeys {
        id
        credentialId
      }
      identity {
        number
        secret
        entry {
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

export const plainId = (id: string): string => id.slice(id.indexOf('_') + 1)

interface EntryOnTheWire {
  readonly number: number
  readonly hpkePublicKey: string
  readonly signingPublicKey: string
  readonly previousHash: string | null
  readonly signature: string
  readonly endorsement: string | null
}

/** A public identity as the server tells it; whether it is true is checked by whoever uses it. */
export const readEntry = (personId: string, entry: EntryOnTheWire) => ({
  personId,
  number: entry.number,
  hpkePublicKey: fromBase64url(entry.hpkePublicKey),
  signingPublicKey: fromBase64url(entry.signingPublicKey),
  previousHash: entry.previousHash === null ? null : fromBase64url(entry.previousHash),
  signature: fromBase64url(entry.signature),
  endorsement: entry.endorsement === null ? null : fromBase64url(entry.endorsement),
})

/** What the server keeps of somebody's keys, or null where there are none. Never from the page's cache, and never into it. */
export async function fetchKeyring(personId: string): Promise<Keyring | null> {
  const { data } = await client.query({ query, fetchPolicy: 'no-cache' })
  const { keyWraps = [], passkeys = [], identity = null } = data?.viewer ?? {}
  if (!identity || plainId(data?.viewer?.id ?? '') !== personId) return null
  const credentialIds = new Map(passkeys.map((passkey) => [passkey.id, passkey.credentialId]))
  return {
    personId,
    wraps: keyWraps.map(({ id, kind, passkeyId, wrapped, version }) => ({
      id: plainId(id),
      kind,
      passkeyId: passkeyId && plainId(passkeyId),
      credentialId: (passkeyId && credentialIds.get(passkeyId)) ?? null,
      wrapped: fromBase64url(wrapped),
      version,
    })),
    identity: { entry: readEntry(personId, identity.entry), secret: fromBase64url(identity.secret) },
  }
}

/** New keys as the API takes them. */
export const keysInput = ({ wraps, entry, secret }: MadeKeys): KeysInput => ({
  wraps: wraps.map(({ id, kind, passkeyId, wrapped }) => ({
    id: `KeyWrap_${id}`,
    kind,
    passkeyId: passkeyId && `Passkey_${passkeyId}`,
    wrapped: toBase64url(wrapped),
  })),
  identity: {
    number: entry.number,
    hpkePublicKey: toBase64url(entry.hpkePublicKey),
    signingPublicKey: toBase64url(entry.signingPublicKey),
    previousHash: entry.previousHash && toBase64url(entry.previousHash),
    signature: toBase64url(entry.signature),
    endorsement: entry.endorsement && toBase64url(entry.endorsement),
  },
  secret: toBase64url(secret),
})
