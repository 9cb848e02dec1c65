import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'
import { FeedbackClosed } from '@lederkreds/domain/feedback/cycle'
import { type PooledToken, TokenGiven, tokenContext } from '@lederkreds/domain/feedback/pooled'
import { InvalidInput } from '@lederkreds/domain/text'
import type { Context } from '../context.ts'
import { layOver, takeOff } from '../secret-layer.ts'

/** The key that signs the tokens of one pooled cycle: public as SPKI, private as PKCS 8 under a layer of SECRET. */
export type Issuer = { publicKey: Uint8Array<ArrayBuffer>; privateKey: Uint8Array<ArrayBuffer> }

const generate = promisify(generateKeyPair)

/** A key of the cycle's own, RSA with 2048 bits. The database alone cannot sign with it. */
export async function makeIssuer(secret: string, cycleId: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048, publicExponent: 65_537 })
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    publicKey: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })),
    privateKey: layOver(secret, 'feedback issuer', cycleId, pkcs8),
  }
}

/**
 * Signs what a giver has blinded, once for each giver and cycle; the same again is signed the same. Throws
 * {@link TokenGiven} for another one, {@link FeedbackClosed}, or {@link InvalidInput} for what no key can sign.
 */
export async function giveToken(
  { db, settings }: Context,
  cycleId: string,
  blinded: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256').update(blinded).digest()
  const [taken] = await db.$queryRaw<{ outcome: 'given' | 'other' | 'closed'; private_key: Uint8Array | null }[]>`
    SELECT outcome, private_key FROM app.take_feedback_token(${cycleId}::uuid, ${hash})`
  if (taken?.outcome === 'other') throw new TokenGiven()
  if (!taken?.private_key) throw new FeedbackClosed()
  const key = takeOff(settings.SECRET, 'feedback issuer', cycleId, taken.private_key)
  // Under another SECRET than it began with, a cycle can give no token any more.
  if (!key) throw new FeedbackClosed()
  return signBlinded(key, blinded)
}

/**
 * RSASP1 of RFC 9474, 4.3, by the runtime's own RSA, which blinds against timing. The result is checked as the RFC asks,
 * since a signature that went wrong in computing would give the key away.
 */
export function signBlinded(pkcs8: Uint8Array, blinded: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  const padding = constants.RSA_NO_PADDING
  let signature: Buffer
  try {
    signature = privateDecrypt({ key, padding }, blinded)
  } catch {
    throw new InvalidInput([{ path: 'blinded', problem: 'invalid' }])
  }
  if (!publicEncrypt({ key: createPublicKey(key), padding }, signature).equals(blinded))
    throw new Error('a signature went wrong')
  return Uint8Array.from(signature)
}

/** Whether the holder of the cycle's key has signed this for the cycle. */
export function isToken(publicKey: Uint8Array, { cycleId, message, signature }: PooledToken): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  const signed = Buffer.concat([message, tokenContext(cycleId)])
  return verify('sha384', signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature)
}

/** The form in which the database knows a token. */
export const hashOfToken = ({ message }: Pick<PooledToken, 'message'>): Buffer =>
  createHash('sha256').update(message).digest()
