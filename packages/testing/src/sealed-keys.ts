import type { IdentityEntry } from '@lederkreds/domain/account/identity'
import type { KeyWrap } from '@lederkreds/domain/account/key-wrap'
import { makeRecoveryCode } from '@lederkreds/sealing/recovery-code'
import { Vault } from '@lederkreds/sealing/vault'
import { unwrapWithRecoveryCode } from '@lederkreds/sealing/wrap'
import type { Told, ToldEntry } from './dishonest.ts'
import type { SeededPerson } from './seed.ts'

export interface SealedKeys {
  readonly wraps: readonly KeyWrap[]
  readonly identity: IdentityEntry
  readonly secret: Uint8Array<ArrayBuffer>
  readonly recoveryCode: string
  /** Open, to seal documents with. */
  readonly vault: Vault
}

/**
 * Real keys of a person, as her browser would make them, for `seed.keys(person, …)`. `after` is the identity that she had
 * before she lost everything. Takes most of a second: the passphrase is stretched as it always is.
 */
export async function sealedKeys(
  { id: personId }: Pick<SeededPerson, 'id'>,
  { passphrase, after }: { passphrase: string; after?: IdentityEntry | undefined },
): Promise<SealedKeys> {
  const [vault, recoveryCode] = [new Vault(), makeRecoveryCode()]
  const secrets = [
    { kind: 'passphrase', passphrase },
    { kind: 'recoveryCode', code: recoveryCode },
  ] as const
  const made = await vault.create({
    personId,
    wraps: secrets.map((secret) => ({ wrapId: crypto.randomUUID(), secret })),
    previous: after && { personId, ...after },
  })
  const { personId: _, ...identity } = made.entry
  const wraps = made.wraps.map(({ wrapId, kind, wrapped }) => ({ id: wrapId, kind, passkeyId: null, wrapped }))
  return { wraps, identity, secret: made.secret, recoveryCode, vault }
}

/** The account key itself, which no browser keeps: to look for where it must not be. */
export async function accountKeyOf({ id: personId }: Pick<SeededPerson, 'id'>, { wraps, recoveryCode }: SealedKeys) {
  const wrap = wraps.find(({ kind }) => kind === 'recoveryCode')
  if (!wrap) throw new Error('no recovery code')
  return unwrapWithRecoveryCode(new Uint8Array(wrap.wrapped), recoveryCode, { personId, wrapId: wrap.id })
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Keys as the API tells their owner. */
export const toldKeys = ({ wraps, identity, secret }: SealedKeys): Pick<Told['viewer'], 'keyWraps' | 'identity'> => ({
  keyWraps: wraps.map(({ id, kind, wrapped }) => ({
    ...{ id: `KeyWrap_${id}`, kind, passkeyId: null, version: 1 },
    wrapped: text(wrapped),
  })),
  identity: { number: identity.number, secret: text(secret), entry: toldEntry(identity) },
})

/** A public identity as the API tells everybody. */
export const toldEntry = (entry: IdentityEntry): ToldEntry => ({
  number: entry.number,
  hpkePublicKey: text(entry.hpkePublicKey),
  signingPublicKey: text(entry.signingPublicKey),
  previousHash: entry.previousHash && text(entry.previousHash),
  signature: text(entry.signature),
  endorsement: entry.endorsement && text(entry.endorsement),
})
