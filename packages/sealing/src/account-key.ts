import { deriveAesKey, deriveBytes, hkdfBase } from './aes.ts'
import { type Bytes, systemRandom } from './bytes.ts'
import { UnknownFormat } from './faults.ts'

export const accountKeyLength = 32

/** The three keys that the account key is for; none of them can be read out of the runtime. */
export interface AccountKeys {
  /** Wraps the keys of one's own items. */
  readonly selfWrap: CryptoKey
  /** Seals the private keys of one's identities. */
  readonly identity: CryptoKey
  /** Seals what stays on this device: drafts, outbox. */
  readonly local: CryptoKey
}

/** Thirty-two fresh random bytes: wrap them at least twice, open them, then wipe them. */
export const makeAccountKey = (random = systemRandom): Bytes => random(accountKeyLength)

/** The account key's three keys, each by HKDF-SHA256 under its own name. Does not wipe `raw`. Throws {@link UnknownFormat}. */
export async function openAccountKey(raw: Bytes): Promise<AccountKeys> {
  const base = await baseOf(raw)
  const derive = (use: string) => deriveAesKey(base, `lederkreds account key v1 ${use}`)
  const [selfWrap, identity, local] = await Promise.all([derive('self'), derive('identity'), derive('local')])
  return { selfWrap, identity, local }
}

/** Sixteen bytes that tell one account key from another and nothing about either; in every wrap. */
export const accountKeyId = async (raw: Bytes): Promise<Bytes> =>
  deriveBytes(await baseOf(raw), 'lederkreds account key v1 id', 16)

async function baseOf(raw: Bytes): Promise<CryptoKey> {
  if (raw.length !== accountKeyLength) throw new UnknownFormat()
  return hkdfBase(raw)
}
