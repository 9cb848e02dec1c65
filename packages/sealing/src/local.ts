import type { AccountKeys } from './account-key.ts'
import { decrypt, encrypt, makeNonce, nonceLength } from './aes.ts'
import { type Bytes, concat, equal, label, reader, utf8, wipe } from './bytes.ts'
import { Tampered, UnknownFormat } from './faults.ts'
import { jsonBytes, parseJson } from './json.ts'

/** 'LL', format 1, kind 1. */
const head = concat(utf8('LL'), Uint8Array.of(1, 1))
const bound = (purpose: string) => concat(label('lederkreds local v1'), utf8(purpose))

/** Seals what never leaves this device; not padded. One purpose cannot be opened as another. */
export async function sealLocal({ local }: AccountKeys, purpose: string, value: unknown): Promise<Bytes> {
  const [nonce, json] = [makeNonce(), jsonBytes(value)]
  try {
    return concat(head, nonce, await encrypt(local, nonce, json, bound(purpose)))
  } finally {
    wipe(json)
  }
}

/** Throws {@link Tampered} for another account key or purpose, or {@link UnknownFormat}. */
export async function openLocal({ local }: AccountKeys, purpose: string, sealed: Bytes): Promise<unknown> {
  const fields = reader(sealed)
  if (!equal(fields.take(head.length), head)) throw new UnknownFormat()
  const json = await decrypt(local, fields.take(nonceLength), fields.rest(), bound(purpose), Tampered)
  try {
    return parseJson(json)
  } finally {
    wipe(json)
  }
}
