import type { IdentityEntry } from '@lederkreds/domain/account/identity'
import type { KeyWrap } from '@lederkreds/domain/account/key-wrap'
import { makeRecoveryCode } from '@lederkreds/sealing/recovery-code'
import { Vault } from '@lederkreds/sealing/vault'
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
