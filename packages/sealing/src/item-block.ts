import { type Bytes, compare, concat, reader, u16, u32, uuidBytes, uuidText, wipe } from './bytes.ts'
import { signatureLength } from './curve.ts'
import { UnknownFormat, Unsealable } from './faults.ts'
import { pad, sizeClasses, sizeClassOf } from './padding.ts'

/** Who else can open an item: a person and the hash of the identity it was sealed to. */
export interface Reader {
  readonly personId: string
  readonly entryHash: Bytes
}

/** What an item's ciphertext holds before padding. */
export interface Content {
  readonly json: Bytes
  readonly readers: readonly Reader[]
  /** Null only where nobody may know the author. */
  readonly signed: { readonly identityNumber: number; readonly signature: Bytes } | null
}

const format = 1
const signedFlag = 1
const readerLength = 48

/** Readers in the one order there is: by the bytes of their id. Throws {@link Unsealable} for one person twice. */
export function readerBytes(readers: readonly Reader[]): Bytes {
  const lines = readers.map(({ personId, entryHash }) => concat(uuidBytes(personId), entryHash)).sort(compare)
  const isTwice = lines.some(
    (line, at) => compare(line.subarray(0, 16), (lines[at - 1] ?? line).subarray(0, 16)) === 0 && at > 0,
  )
  if (isTwice) throw new Unsealable()
  return concat(u16(lines.length), ...lines)
}

/** The plaintext block, padded to its class, or to a fixed one. Throws {@link TooLarge} or {@link Unsealable}. */
export function writeBlock(
  { json, readers, signed }: Content,
  fixedClass?: number,
): { block: Bytes; sizeClass: number } {
  const content = concat(
    Uint8Array.of(format, signed ? signedFlag : 0),
    u32(json.length),
    readerBytes(readers),
    signed ? concat(u32(signed.identityNumber), signed.signature) : new Uint8Array(),
    json,
  )
  try {
    return pad(content, fixedClass)
  } finally {
    wipe(content)
  }
}

/**
 * Takes a block apart, and refuses every block that {@link writeBlock} would not have written with this fixed class, or
 * without one: UnknownFormat.
 */
export function readBlock(block: Bytes, fixedClass?: number): Content {
  const fields = reader(block)
  const [found, flags, length, count] = [fields.uint(1), fields.uint(1), fields.uint(4), fields.uint(2)]
  if (found !== format || flags > signedFlag) throw new UnknownFormat()
  const lines = Array.from({ length: count }, () => fields.take(readerLength))
  if (lines.some((line, at) => at > 0 && compare(line.subarray(0, 16), (lines[at - 1] ?? line).subarray(0, 16)) <= 0))
    throw new UnknownFormat()
  const signed =
    flags === signedFlag ? { identityNumber: fields.uint(4), signature: fields.take(signatureLength) } : null
  const json = fields.take(length)
  const padding = fields.rest()
  const isInItsClass = sizeClasses[fixedClass ?? sizeClassOf(block.length - padding.length)] === block.length
  if (!isInItsClass || padding.some((byte) => byte !== 0)) throw new UnknownFormat()
  const readers = lines.map((line) => ({ personId: uuidText(line.subarray(0, 16)), entryHash: line.slice(16) }))
  return { json, readers, signed }
}
