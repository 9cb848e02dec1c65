import { type About, canonicalAbout } from './about.ts'
import type { AccountKeys } from './account-key.ts'
import { decrypt, encrypt, importAesKey, makeNonce, nonceLength, sha256, tagLength } from './aes.ts'
import { type Bytes, concat, equal, label, systemRandom, utf8, wipe } from './bytes.ts'
import { sign, verify } from './curve.ts'
import { ForeignAuthor, NotARecipient, Tampered, UnknownFormat, Unsealable } from './faults.ts'
import { entryHash, type IdentityEntry, type IdentityKeys } from './identity.ts'
import { type Content, type Reader, readBlock, readerBytes, writeBlock } from './item-block.ts'
import { itemKeyLength, unwrapForRecipient, unwrapForSelf, wrapForRecipient, wrapForSelf } from './item-key.ts'
import { jsonBytes, parseJson } from './json.ts'
import { sizeClasses } from './padding.ts'

export interface SealRequest {
  /** Anything that JSON can hold. */
  readonly document: unknown
  readonly about: About
  /** The author's own account keys, so that the author can open it again; null when nobody may know the author. */
  readonly self: AccountKeys | null
  /** Signs; null exactly when `about.authorId` is. */
  readonly author: IdentityKeys | null
  /** Everybody else: identities that `checkChain` has checked and that are accepted. */
  readonly recipients: readonly IdentityEntry[]
  /** Where no length may tell one item from another: the class of all of them, whatever they hold. */
  readonly fixedClass?: number | undefined
  /** For tests. */
  readonly random?: typeof systemRandom
}

export interface SealedItem {
  readonly envelope: Bytes
  readonly keys: readonly { readonly personId: string; readonly wrapped: Bytes }[]
  /** 0 to 4: place in `sizeClasses`. */
  readonly sizeClass: number
}

/**
 * Seals one version of one item under a fresh key, and that key for each who may open it, the author first.
 * Throws {@link TooLarge}, {@link Unsealable}, or {@link UnknownFormat} for ids that are none.
 */
export async function sealItem(request: SealRequest): Promise<SealedItem> {
  const { document, about, self, author, recipients, fixedClass, random = systemRandom } = request
  mustMakeSense(request)
  const bound = canonicalAbout(about)
  const readers = await Promise.all(recipients.map(readerOf))
  const json = jsonBytes(document)
  const signed = author && (await signContent(author, bound, json, readers))
  const { block, sizeClass } = writeBlock({ json, readers, signed }, fixedClass)
  const key = random(itemKeyLength)
  const nonce = makeNonce(random)
  const head = headOf(sizeClass)
  try {
    const [sealed, ownKey, otherKeys] = await Promise.all([
      importAesKey(key).then((itemKey) => encrypt(itemKey, nonce, block, concat(head, bound))),
      self && wrapForSelf(key, bound, self, random),
      Promise.all(recipients.map((entry) => wrapForRecipient(key, bound, entry))),
    ])
    const own = ownKey && about.authorId ? [{ personId: about.authorId, wrapped: ownKey }] : []
    const others = recipients.map(({ personId }, at) => ({ personId, wrapped: otherKeys[at] ?? new Uint8Array() }))
    return { envelope: concat(head, nonce, sealed), keys: [...own, ...others], sizeClass }
  } finally {
    wipe(key, json, block)
  }
}

export interface OpenRequest {
  readonly envelope: Bytes
  readonly wrapped: Bytes
  /** What the reader asked for: never what came with the envelope unasked. */
  readonly about: About
  /** The author's own account keys, or the identity that the key was sealed to. */
  readonly reader: { readonly account: AccountKeys } | { readonly identity: IdentityKeys }
  /** The author's identities as `checkChain` gave them; null exactly when `about.authorId` is. */
  readonly authorEntries: readonly IdentityEntry[] | null
  /** What it was sealed with. */
  readonly fixedClass?: number | undefined
}

/** What an item held. `readers` are all who could open it beside its author; `signer` is null where nobody signed. */
export interface OpenedItem {
  readonly document: unknown
  readonly readers: readonly Reader[]
  readonly signer: IdentityEntry | null
}

/**
 * Opens an item, or throws and gives nothing: {@link UnknownFormat}, {@link Tampered}, {@link ForeignAuthor} when the
 * named author did not sign it, {@link NotARecipient} when the author did not seal it for this reader.
 */
export async function openItem(request: OpenRequest): Promise<OpenedItem> {
  const { envelope, wrapped, about, reader, fixedClass } = request
  const bound = canonicalAbout(about)
  const head = headOf(sizeClassIn(envelope))
  const key =
    'account' in reader
      ? await unwrapForSelf(wrapped, bound, reader.account)
      : await unwrapForRecipient(wrapped, bound, reader.identity)
  const itemKey = await importAesKey(key)
  wipe(key)
  const nonce = envelope.subarray(head.length, head.length + nonceLength)
  const sealed = envelope.subarray(head.length + nonceLength)
  const block = await decrypt(itemKey, nonce, sealed, concat(head, bound), Tampered)
  try {
    const content = readBlock(block, fixedClass)
    if ('identity' in reader) await mustBeAmong(content.readers, reader.identity.entry)
    const signer = await signerOf(request, bound, content)
    return { document: parseJson(content.json), readers: content.readers, signer }
  } finally {
    wipe(block)
  }
}

/** 'LI', format 1, size class. */
const headOf = (sizeClass: number): Bytes => concat(utf8('LI'), Uint8Array.of(1, sizeClass))

/** The class that an envelope says it has, and has. Throws {@link UnknownFormat}. */
function sizeClassIn(envelope: Bytes): number {
  const sizeClass = envelope[3] ?? sizeClasses.length
  const size = sizeClasses[sizeClass]
  if (size === undefined || !equal(envelope.subarray(0, 4), headOf(sizeClass))) throw new UnknownFormat()
  if (envelope.length !== 4 + nonceLength + size + tagLength) throw new UnknownFormat()
  return sizeClass
}

function mustMakeSense({ about, self, author, recipients }: SealRequest): void {
  const isAnonymous = about.authorId === null
  const isOwn = author?.entry.personId === about.authorId
  if (isAnonymous ? author !== null || self !== null : !isOwn) throw new Unsealable()
  if (self === null && recipients.length === 0) throw new Unsealable()
  if (recipients.some(({ personId }) => personId === about.authorId)) throw new Unsealable()
}

const readerOf = async (entry: IdentityEntry): Promise<Reader> => ({
  personId: entry.personId,
  entryHash: await entryHash(entry),
})

async function mustBeAmong(readers: readonly Reader[], entry: IdentityEntry): Promise<void> {
  const hash = await entryHash(entry)
  if (!readers.some((reader) => reader.personId === entry.personId && equal(reader.entryHash, hash)))
    throw new NotARecipient()
}

async function signContent(author: IdentityKeys, about: Bytes, json: Bytes, readers: readonly Reader[]) {
  const message = await signedBytes(author.entry, about, json, readers)
  return { identityNumber: author.entry.number, signature: await sign(author.signing, message) }
}

/** The identity of the named author that signed; null where none is named. Throws {@link ForeignAuthor}. */
async function signerOf(
  { about, authorEntries }: OpenRequest,
  bound: Bytes,
  content: Content,
): Promise<IdentityEntry | null> {
  if (about.authorId === null && authorEntries === null && content.signed === null) return null
  const { json, readers, signed } = content
  const entry = authorEntries?.find(({ number }) => number === signed?.identityNumber)
  if (!entry || !signed || entry.personId !== about.authorId) throw new ForeignAuthor()
  const message = await signedBytes(entry, bound, json, readers)
  if (!(await verify(entry.signingPublicKey, signed.signature, message))) throw new ForeignAuthor()
  return entry
}

/** What the author signs: as whom, about what, which text, for whom. */
const signedBytes = async (entry: IdentityEntry, about: Bytes, json: Bytes, readers: readonly Reader[]) =>
  concat(label('lederkreds item signature v1'), await entryHash(entry), about, await sha256(json), readerBytes(readers))
