import { accountKeyId, accountKeyLength } from './account-key.ts'
import { decrypt, deriveAesKey, deriveMacKey, encrypt, hkdfBase, makeNonce, nonceLength, tagLength } from './aes.ts'
import { type Bytes, concat, equal, label, reader, systemRandom, u32, utf8, uuidBytes, wipe } from './bytes.ts'
import { importHpkePair, makePair, publicKeyLength, scalarLength } from './curve.ts'
import { Tampered, UnknownFormat, WrongSecret } from './faults.ts'
import { encapsulatedLength, hpkeOpen, hpkeSeal } from './hpke.ts'
import { cost, mustBeAcceptable, mustBeFit, saltLength, stretch } from './passphrase.ts'
import { codeBody } from './recovery-code.ts'

/** Whose wrap it is, and which: both uuids are bound into it. */
export interface WrapIds {
  readonly personId: string
  readonly wrapId: string
}

export type WrapKind = 'passphrase' | 'passkey' | 'recoveryCode'

/** What somebody has to show to get at the account key. `prf`: the 32 bytes of WebAuthn's PRF extension. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'passkey'; readonly prf: Bytes }
  | { readonly kind: 'recoveryCode'; readonly code: string }

const kinds: WrapKind[] = ['passphrase', 'passkey', 'recoveryCode']
const idLength = 16
const sealedKeyLength = accountKeyLength + tagLength
const domain = label('lederkreds wrap v1')

/** 'LW', format 1, kind. */
const head = (kind: WrapKind): Bytes => concat(utf8('LW'), Uint8Array.of(1, kinds.indexOf(kind) + 1))

/** Which kind of wrap these bytes are. Throws {@link UnknownFormat}. */
export function wrapKind(wrapped: Bytes): WrapKind {
  const kind = kinds[(wrapped[3] ?? 0) - 1]
  if (!kind || !equal(wrapped.subarray(0, 4), head(kind))) throw new UnknownFormat()
  return kind
}

/** Which account key is in a wrap, as the wrap itself says without being opened. Throws {@link UnknownFormat}. */
export function accountKeyIdIn(wrapped: Bytes): Bytes {
  return open(wrapped, wrapKind(wrapped)).take(idLength)
}

/** The account key behind that secret. `raw` is not wiped. Throws {@link UnfitPassphrase} and WrongCheckCharacter. */
export function wrapWith(secret: Secret, raw: Bytes, ids: WrapIds): Promise<Bytes> {
  if (secret.kind === 'passphrase') return wrapWithPassphrase(raw, secret.passphrase, ids)
  if (secret.kind === 'passkey') return wrapWithPrf(raw, secret.prf, ids)
  return wrapWithRecoveryCode(raw, secret.code, ids)
}

/** The raw account key: open it, then wipe it. Throws what the three below throw. */
export function unwrapWith(secret: Secret, wrapped: Bytes, ids: WrapIds): Promise<Bytes> {
  if (secret.kind === 'passphrase') return unwrapWithPassphrase(wrapped, secret.passphrase, ids)
  if (secret.kind === 'passkey') return unwrapWithPrf(wrapped, secret.prf, ids)
  return unwrapWithRecoveryCode(wrapped, secret.code, ids)
}

/** Throws {@link UnfitPassphrase} for one that `checkPassphrase` refuses. */
export async function wrapWithPassphrase(raw: Bytes, passphrase: string, ids: WrapIds): Promise<Bytes> {
  mustBeFit(passphrase)
  const [id, salt, nonce] = [await accountKeyId(raw), systemRandom(saltLength), makeNonce()]
  const { memory, passes, lanes } = cost
  const front = concat(head('passphrase'), id, u32(memory), u32(passes), Uint8Array.of(lanes), salt)
  const key = await stretchedKey(passphrase, salt, cost)
  return concat(front, nonce, await encrypt(key, nonce, raw, bound(front, ids)))
}

/** Throws {@link WrongSecret}, UnknownFormat, WeakParameters or ExcessiveParameters (both before any derivation). */
export async function unwrapWithPassphrase(wrapped: Bytes, passphrase: string, ids: WrapIds): Promise<Bytes> {
  const fields = open(wrapped, 'passphrase')
  const id = fields.take(idLength)
  const spent = { memory: fields.uint(4), passes: fields.uint(4), lanes: fields.uint(1) }
  mustBeAcceptable(spent)
  const [salt, nonce, sealed] = [fields.take(saltLength), fields.take(nonceLength), fields.take(sealedKeyLength)]
  fields.end()
  const front = wrapped.subarray(0, wrapped.length - nonceLength - sealedKeyLength)
  const key = await stretchedKey(passphrase, salt, spent)
  return mustBe(id, await decrypt(key, nonce, sealed, bound(front, ids), WrongSecret))
}

/** `typed` may be spelled as `readRecoveryCode` allows. Throws {@link WrongCheckCharacter}. */
export async function wrapWithRecoveryCode(raw: Bytes, typed: string, ids: WrapIds): Promise<Bytes> {
  const [key, nonce] = [await codeKey(typed), makeNonce()]
  const front = concat(head('recoveryCode'), await accountKeyId(raw))
  return concat(front, nonce, await encrypt(key, nonce, raw, bound(front, ids)))
}

/** Throws {@link WrongCheckCharacter} when mistyped, {@link WrongSecret} when another code, or UnknownFormat. */
export async function unwrapWithRecoveryCode(wrapped: Bytes, typed: string, ids: WrapIds): Promise<Bytes> {
  const fields = open(wrapped, 'recoveryCode')
  const [id, nonce, sealed] = [fields.take(idLength), fields.take(nonceLength), fields.take(sealedKeyLength)]
  fields.end()
  const front = wrapped.subarray(0, 4 + idLength)
  return mustBe(id, await decrypt(await codeKey(typed), nonce, sealed, bound(front, ids), WrongSecret))
}

/**
 * Behind a passkey: its PRF output seals the private half of a fresh pair, and the account key is sealed to that pair,
 * so that a new account key can be put behind a passkey that is not at hand.
 */
export async function wrapWithPrf(raw: Bytes, prf: Bytes, ids: WrapIds): Promise<Bytes> {
  const [{ publicKey, scalar }, nonce] = [await makePair(), makeNonce()]
  const sealed = await encrypt(await prfKey(prf), nonce, scalar, boundPair(publicKey, ids))
  wipe(scalar)
  return sealToPair(raw, { publicKey, nonce, sealed }, ids)
}

/** Throws {@link WrongSecret}, {@link Tampered} or UnknownFormat. */
export async function unwrapWithPrf(wrapped: Bytes, prf: Bytes, ids: WrapIds): Promise<Bytes> {
  const { id, pair, encapsulated, ciphertext, tag } = passkeyFields(wrapped)
  const scalar = await decrypt(await prfKey(prf), pair.nonce, pair.sealed, boundPair(pair.publicKey, ids), WrongSecret)
  const keys = await importHpkePair(scalar, pair.publicKey)
  wipe(scalar)
  const associated = bound(concat(head('passkey'), id, pair.publicKey), ids)
  const raw = await hpkeOpen(keys, passkeyInfo, { encapsulated, ciphertext }, associated, Tampered)
  await mustBe(id, raw)
  if (await isTag(raw, tag, concat(boundPair(pair.publicKey, ids), pair.nonce, pair.sealed))) return raw
  wipe(raw)
  throw new Tampered()
}

/**
 * The same passkey in front of a new account key, without the passkey at hand. The old account key proves that the
 * public key is the one the passkey's wrap was made with: a server that put in its own is refused with {@link Tampered}.
 */
export async function rewrapForPasskey(
  wrapped: Bytes,
  { from, to }: { from: Bytes; to: Bytes },
  ids: WrapIds,
): Promise<Bytes> {
  const { pair, tag } = passkeyFields(wrapped)
  const isOurs = await isTag(from, tag, concat(boundPair(pair.publicKey, ids), pair.nonce, pair.sealed))
  if (!isOurs) throw new Tampered()
  return sealToPair(to, pair, ids)
}

/** The public key of a passkey's wrap with its private half behind the PRF output. */
interface PasskeyPair {
  readonly publicKey: Bytes
  readonly nonce: Bytes
  readonly sealed: Bytes
}

const passkeyInfo = label('lederkreds wrap v1 passkey')

async function sealToPair(raw: Bytes, { publicKey, nonce, sealed }: PasskeyPair, ids: WrapIds): Promise<Bytes> {
  const front = concat(head('passkey'), await accountKeyId(raw), publicKey)
  const { encapsulated, ciphertext } = await hpkeSeal(publicKey, passkeyInfo, raw, bound(front, ids))
  const tag = await crypto.subtle.sign('HMAC', await tagKey(raw), concat(boundPair(publicKey, ids), nonce, sealed))
  return concat(front, nonce, sealed, encapsulated, ciphertext, new Uint8Array(tag))
}

function passkeyFields(wrapped: Bytes) {
  const fields = open(wrapped, 'passkey')
  const id = fields.take(idLength)
  const publicKey = fields.take(publicKeyLength)
  const pair = { publicKey, nonce: fields.take(nonceLength), sealed: fields.take(scalarLength + tagLength) }
  const [encapsulated, ciphertext] = [fields.take(encapsulatedLength), fields.take(sealedKeyLength)]
  const tag = fields.take(32)
  fields.end()
  return { id, pair, encapsulated, ciphertext, tag }
}

const tagKey = async (raw: Bytes) => deriveMacKey(await hkdfBase(raw), 'lederkreds account key v1 passkey')

const isTag = async (raw: Bytes, tag: Bytes, message: Bytes): Promise<boolean> =>
  crypto.subtle.verify('HMAC', await tagKey(raw), tag, message)

/** Anything but 32 bytes is no PRF output: an empty one would be a key that everybody has. */
async function prfKey(prf: Bytes): Promise<CryptoKey> {
  if (prf.length !== 32) throw new UnknownFormat()
  return deriveAesKey(await hkdfBase(prf), 'lederkreds wrap v1 passkey')
}

const codeKey = async (typed: string) =>
  deriveAesKey(await hkdfBase(utf8(codeBody(typed))), 'lederkreds wrap v1 recovery code')

async function stretchedKey(passphrase: string, salt: Bytes, spent: typeof cost): Promise<CryptoKey> {
  const stretched = await stretch(passphrase, salt, spent)
  const key = await deriveAesKey(await hkdfBase(stretched), 'lederkreds wrap v1 passphrase')
  wipe(stretched)
  return key
}

/** Everything before the ciphertext, and whose wrap it is. */
const bound = (front: Bytes, ids: WrapIds): Bytes =>
  concat(domain, uuidBytes(ids.personId), uuidBytes(ids.wrapId), front)

/** A passkey's pair outlives the account key, so it is bound to everything but that. */
const boundPair = (publicKey: Bytes, ids: WrapIds): Bytes => bound(concat(head('passkey'), publicKey), ids)

function open(wrapped: Bytes, kind: WrapKind) {
  if (wrapKind(wrapped) !== kind) throw new UnknownFormat()
  const fields = reader(wrapped)
  fields.take(4)
  return fields
}

async function mustBe(id: Bytes, raw: Bytes): Promise<Bytes> {
  if (raw.length === accountKeyLength && equal(id, await accountKeyId(raw))) return raw
  wipe(raw)
  throw new Tampered()
}
