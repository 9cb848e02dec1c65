import { type Bytes, utf8 } from './bytes.ts'
import { UnknownFormat, Unsealable } from './faults.ts'

/** A document as UTF-8 JSON. Throws {@link Unsealable} for what JSON cannot hold at all. */
export function jsonBytes(document: unknown): Bytes {
  const text: string | undefined = JSON.stringify(document)
  if (text === undefined) throw new Unsealable()
  return utf8(text)
}

/** Throws {@link UnknownFormat}, which, unlike the parser's own error, quotes nothing of the text. */
export function parseJson(json: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(json))
  } catch {
    throw new UnknownFormat()
  }
}
