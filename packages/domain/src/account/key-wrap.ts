import { z } from 'zod'
import { bytes, isFramed } from '../bytes.ts'
import { Refusal } from '../errors.ts'
import { clientMadeId } from '../request.ts'
import { maxPasskeys } from './passkey.ts'

/** Two ways to open what one writes, so that one forgotten secret is not the end of a journal. */
const minWraps = 2
const maxWraps = maxPasskeys + 2
/** A wrap holds one key, its parameters and a key pair at most. */
const maxWrapBytes = 1024

export const wrapKind = z.enum(['passphrase', 'passkey', 'recoveryCode'], { error: 'unknown' })
export type WrapKind = z.output<typeof wrapKind>

/** A wrap begins with the letters LW, format 1 and the number of its kind. */
const frames: Record<WrapKind, readonly number[]> = {
  passphrase: [0x4c, 0x57, 1, 1],
  passkey: [0x4c, 0x57, 1, 2],
  recoveryCode: [0x4c, 0x57, 1, 3],
}

/** Whether bytes have the frame of a wrap of this kind; what follows it only its secret opens. */
export const isWrapOf = (kind: WrapKind, wrapped: Uint8Array): boolean => isFramed(wrapped, frames[kind])

/** At least frame, nonce, key and tag. */
export const wrappedKey = bytes(4 + 12 + 32 + 16, maxWrapBytes)

/** One wrap as its browser made it. A passkey's wrap names its passkey, the others none. */
export const keyWrap = z
  .object({ id: clientMadeId, kind: wrapKind, passkeyId: z.uuid({ error: 'invalid' }).nullable(), wrapped: wrappedKey })
  .superRefine(({ kind, passkeyId, wrapped }, context) => {
    if (!isWrapOf(kind, wrapped)) context.addIssue({ code: 'custom', message: 'invalid', path: ['wrapped'] })
    if ((kind === 'passkey') !== (passkeyId !== null))
      context.addIssue({ code: 'custom', message: passkeyId ? 'invalid' : 'empty', path: ['passkeyId'] })
  })
export type KeyWrap = z.output<typeof keyWrap>

/** The wraps that somebody begins with: a recovery code and at least one more, none of a kind twice but passkeys. */
export const firstWraps = z
  .array(keyWrap)
  .max(maxWraps, { error: 'tooMany' })
  .superRefine((wraps, context) => {
    if (!hasEnoughWraps(wraps)) context.addIssue({ code: 'custom', message: 'tooFew' })
    wraps.forEach((wrap, index) => {
      if (wraps.slice(0, index).some((before) => isSameWay(before, wrap) || before.id === wrap.id))
        context.addIssue({ code: 'custom', message: 'duplicate', path: [index, 'kind'] })
    })
  })

type Way = Pick<KeyWrap, 'kind' | 'passkeyId'>

/** There is one passphrase, one recovery code, and one wrap for each passkey. */
export const isSameWay = (one: Way, other: Way): boolean => one.kind === other.kind && one.passkeyId === other.passkeyId

/** Whether nobody loses what she writes with one secret: two wraps or more, one of them a recovery code. */
export const hasEnoughWraps = (wraps: readonly Pick<KeyWrap, 'kind'>[]): boolean =>
  wraps.length >= minWraps && wraps.some(({ kind }) => kind === 'recoveryCode')

/** What was taken away would leave fewer wraps than writing needs: another has to come first. */
export class TooFewWraps extends Refusal {
  constructor() {
    super('TooFewWraps')
  }
}

/** Throws {@link TooFewWraps} unless enough remain without this one. */
export function checkWrapsRemain(wraps: readonly Pick<KeyWrap, 'id' | 'kind'>[], removedId: string): void {
  if (!hasEnoughWraps(wraps.filter(({ id }) => id !== removedId))) throw new TooFewWraps()
}

/** There are keys already. Making others in their place would leave what they sealed without a key. */
export class KeysExist extends Refusal {
  constructor() {
    super('KeysExist')
  }
}

/** Nothing can be sealed yet: two wraps, one of them a recovery code, and an identity come first. */
export class KeysMissing extends Refusal {
  constructor() {
    super('KeysMissing')
  }
}

/** Throws {@link KeysMissing} unless what is sealed can be opened again, and its author be known. */
export function checkKeys(wraps: readonly Pick<KeyWrap, 'kind'>[], hasIdentity: boolean): void {
  if (!hasEnoughWraps(wraps) || !hasIdentity) throw new KeysMissing()
}
