import { type Bytes, concat, label, u32, utf8, uuidBytes, uuidBytesOrZeros } from './bytes.ts'
import { UnknownFormat } from './faults.ts'

/** What a sealed item is, where everybody who carries it can read it; nothing of it can be changed unnoticed. */
export interface About {
  /** 1 to 32 ASCII letters. */
  readonly kind: string
  readonly itemId: string
  /** From 1; one more for each save. */
  readonly version: number
  /** Null only where nobody may know: pooled feedback. */
  readonly authorId: string | null
  readonly networkId: string | null
}

/** The bytes that stand for it in associated data and signatures. Throws {@link UnknownFormat}. */
export function canonicalAbout({ kind, itemId, version, authorId, networkId }: About): Bytes {
  if (!/^[A-Za-z]{1,32}$/.test(kind) || version < 1) throw new UnknownFormat()
  return concat(
    label('lederkreds item v1'),
    Uint8Array.of(kind.length),
    utf8(kind),
    uuidBytes(itemId),
    u32(version),
    uuidBytesOrZeros(authorId),
    uuidBytesOrZeros(networkId),
  )
}
