import { gql, type TypedDocumentNode } from '@apollo/client'
import { equal, fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { UnknownFormat } from '@lederkreds/sealing/faults'
import { canonicalEntry } from '@lederkreds/sealing/identity'
import { accountKeyIdIn } from '@lederkreds/sealing/wrap'
import { client } from '../apollo.ts'
import type { KeyringQuery, KeyringQueryVariables, KeysInput } from '../generated/graphql.ts'
import { signInAgain } from '../sign-in-again.ts'
import type { MadeKeys } from './vault-desk.ts'
import type { Keyring } from './vault-store.ts'

/** What is public of an identity, for {@link readEntry}. It is asked for in every shape in which identities come. */
export const publicIdentity = gql`
  fragment PublicIdentity on Identity {
    number
    hpkePublicKey
    signingPublicKey
    previousHash
    signature
    endorsement
  }
`

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
          ...PublicIdentity @unmask
        }
      }
    }
  }
  ${publicIdentity}
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

/** The server answered nobody, or somebody else: its answer says nothing of this person's keys and items. */
class NotThisPerson extends Error {
  override name = 'NotThisPerson'
}

/** Throws unless the server has answered this person. Where it has answered nobody, the session has ended: to the door. */
export function mustBe(personId: string, viewer: { readonly id: string } | null | undefined): void {
  if (plainId(viewer?.id ?? '') === personId) return
  if (!viewer) signInAgain()
  throw new NotThisPerson()
}

/**
 * What the server keeps of somebody's keys, or null where there are none. Never from the page's cache, and never into it.
 * Throws when her session has ended: then nothing is known, least of all that there are none.
 * Throws UnknownFormat for what are no keys.
 */
export async function fetchKeyring(personId: string): Promise<Keyring | null> {
  const { data } = await client.query({ query, fetchPolicy: 'no-cache' })
  mustBe(personId, data?.viewer)
  const { keyWraps = [], passkeys = [], identity = null } = data?.viewer ?? {}
  if (!identity) return null
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

/**
 * Whether what the server tells can be the keys that this device knows: the same identity, and only wraps of the same
 * account key. Identities follow each other only when everything was lost, so another number is other keys.
 */
export function areSameKeys(known: Keyring, told: Keyring | null): told is Keyring {
  const [first] = known.wraps
  if (!told || told.wraps.length === 0 || !first) return false
  try {
    const id = accountKeyIdIn(first.wrapped)
    return (
      equal(canonicalEntry(known.identity.entry), canonicalEntry(told.identity.entry)) &&
      equal(known.identity.secret, told.identity.secret) &&
      told.wraps.every(({ wrapped }) => equal(accountKeyIdIn(wrapped), id))
    )
  } catch (fault) {
    if (fault instanceof UnknownFormat) return false
    throw fault
  }
}

/** Whether both have the same wraps, byte for byte. */
export const haveSameWraps = (one: Keyring, other: Keyring): boolean =>
  one.wraps.length === other.wraps.length &&
  one.wraps.every(({ id, wrapped }) => other.wraps.some((wrap) => wrap.id === id && equal(wrap.wrapped, wrapped)))

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
