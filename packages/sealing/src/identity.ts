import type { AccountKeys } from './account-key.ts'
import { decrypt, encrypt, makeNonce, nonceLength, sha256, tagLength } from './aes.ts'
import { type Bytes, concat, equal, label, reader, u32, utf8, uuidBytes, wipe } from './bytes.ts'
import { importHpkePair, importSigningKey, makePair, scalarLength, sign, verify } from './curve.ts'
import { Tampered, UnknownFormat } from './faults.ts'

/** One line of a person's directory of public identities; the next carries its hash. */
export interface IdentityEntry {
  readonly personId: string
  /** From 1. */
  readonly number: number
  /** 65 bytes: a point on P-256, uncompressed. What others seal to. */
  readonly hpkePublicKey: Bytes
  /** 65 bytes: a point on P-256, uncompressed. What the person's items are signed with. */
  readonly signingPublicKey: Bytes
  /** 32 bytes; null only in number 1. */
  readonly previousHash: Bytes | null
  /** 64 bytes, by this entry's own signing key. */
  readonly signature: Bytes
  /** 64 bytes, by the signing key before; null when that was lost, and in number 1. */
  readonly endorsement: Bytes | null
}

/** The private halves of one entry, which cannot be read out of the runtime. */
export interface IdentityKeys {
  readonly entry: IdentityEntry
  readonly hpke: CryptoKeyPair
  readonly signing: CryptoKey
}

/** What is signed and hashed: fixed also for the server, which checks it. Throws {@link UnknownFormat}. */
export function canonicalEntry(entry: Omit<IdentityEntry, 'signature' | 'endorsement'>): Bytes {
  const { personId, number, hpkePublicKey, signingPublicKey, previousHash } = entry
  if (hpkePublicKey.length !== 65 || signingPublicKey.length !== 65 || (previousHash?.length ?? 32) !== 32)
    throw new UnknownFormat()
  const fields = [u32(number), hpkePublicKey, signingPublicKey, previousHash ?? new Uint8Array(32)]
  return concat(label('lederkreds identity v1'), uuidBytes(personId), ...fields)
}

/** SHA-256 of the canonical bytes: what the next entry carries, and what a pin remembers. */
export const entryHash = async (entry: IdentityEntry): Promise<Bytes> => sha256(canonicalEntry(entry))

/** Whether an entry is signed by its own signing key. */
export const isSignedByItself = async (entry: IdentityEntry): Promise<boolean> =>
  verify(entry.signingPublicKey, entry.signature, canonicalEntry(entry))

/**
 * A fresh identity, the person's first or the one after `previous`. `endorser` is the one before when it is at hand:
 * without its endorsement everybody who knew it is warned. `secret` is safe to store anywhere.
 */
export async function makeIdentity(request: {
  readonly personId: string
  readonly account: AccountKeys
  readonly previous?: IdentityEntry | undefined
  readonly endorser?: IdentityKeys | undefined
}): Promise<{ entry: IdentityEntry; secret: Bytes; keys: IdentityKeys }> {
  const { personId, account, previous, endorser } = request
  const [hpkePair, signingPair] = await Promise.all([makePair(), makePair()])
  const bare = {
    personId,
    number: (previous?.number ?? 0) + 1,
    hpkePublicKey: hpkePair.publicKey,
    signingPublicKey: signingPair.publicKey,
    previousHash: previous ? await entryHash(previous) : null,
  }
  const keys = await importKeys(bare, hpkePair.scalar, signingPair.scalar)
  const canonical = canonicalEntry(bare)
  const endorsement = previous && endorser ? await sign(endorser.signing, canonical) : null
  const entry = { ...bare, signature: await sign(keys.signing, canonical), endorsement }

  const [scalars, nonce] = [concat(hpkePair.scalar, signingPair.scalar), makeNonce()]
  const sealed = await encrypt(account.identity, nonce, scalars, concat(secretLabel, await sha256(canonical)))
  wipe(hpkePair.scalar, signingPair.scalar, scalars)
  return { entry, secret: concat(secretHead, nonce, sealed), keys: { entry, ...keys } }
}

/** Opens what {@link makeIdentity} sealed. Throws {@link Tampered} for another account key or entry, or UnknownFormat. */
export async function openIdentity(secret: Bytes, account: AccountKeys, entry: IdentityEntry): Promise<IdentityKeys> {
  const fields = reader(secret)
  if (!equal(fields.take(secretHead.length), secretHead)) throw new UnknownFormat()
  const [nonce, sealed] = [fields.take(nonceLength), fields.take(2 * scalarLength + tagLength)]
  fields.end()
  const associated = concat(secretLabel, await entryHash(entry))
  const scalars = await decrypt(account.identity, nonce, sealed, associated, Tampered)
  const keys = await importKeys(entry, scalars.subarray(0, scalarLength), scalars.subarray(scalarLength))
  wipe(scalars)
  return { entry, ...keys }
}

/** 'LS', format 1, kind 1. */
const secretHead = concat(utf8('LS'), Uint8Array.of(1, 1))
const secretLabel = label('lederkreds identity secret v1')

async function importKeys(
  { hpkePublicKey, signingPublicKey }: Pick<IdentityEntry, 'hpkePublicKey' | 'signingPublicKey'>,
  hpkeScalar: Bytes,
  signingScalar: Bytes,
) {
  const [hpke, signing] = await Promise.all([
    importHpkePair(hpkeScalar, hpkePublicKey),
    importSigningKey(signingScalar, signingPublicKey),
  ])
  return { hpke, signing }
}
