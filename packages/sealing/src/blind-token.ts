import { sha256 } from './aes.ts'
import { type Bytes, concat, equal, label, uuidBytes } from './bytes.ts'
import { Tampered, UnknownFormat } from './faults.ts'

/** A token as it is spent: who gave it out cannot tell to whom. */
export interface Token {
  /** 32 random bytes. */
  readonly message: Bytes
  /** 256 bytes. */
  readonly signature: Bytes
}

/** A token that is being asked for. Only `blinded` leaves the vault; without `inverse` nobody can use the answer. */
export interface PendingToken {
  readonly message: Bytes
  readonly blinded: Bytes
  readonly inverse: Bytes
}

const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
const modulusBits = 2048
const publicExponent = Uint8Array.of(1, 0, 1)
const messageLength = 32

/**
 * Begins to ask for one token of a cycle (RFC 9474, RSABSSA-SHA384-PSS-Randomized). `issuerKey` is the cycle's public key
 * (SPKI). What is blinded shows nothing of the token, whatever key the issuer chose. Throws {@link UnknownFormat} for a
 * key that is not RSA with 2048 bits and the exponent 65537.
 */
export async function blindToken(cycleId: string, issuerKey: Bytes): Promise<PendingToken> {
  const [suite, key] = await Promise.all([openSuite(), importIssuerKey(issuerKey)])
  const prepared = suite.prepare(cycleBytes(cycleId))
  const { blindedMsg, inv } = await suite.blind(key, prepared)
  return { message: prepared.slice(0, messageLength), blinded: blindedMsg.slice(), inverse: inv.slice() }
}

/**
 * Makes the token of what the issuer answered. Throws {@link Tampered} unless it has signed with this key what was
 * blinded for this cycle, or {@link UnknownFormat}.
 */
export async function finishToken(
  cycleId: string,
  issuerKey: Bytes,
  { message, inverse }: Pick<PendingToken, 'message' | 'inverse'>,
  blindSignature: Bytes,
): Promise<Token> {
  const [suite, key] = await Promise.all([openSuite(), importIssuerKey(issuerKey)])
  const prepared = concat(message, cycleBytes(cycleId))
  try {
    const signature = await suite.finalize(key, prepared, blindSignature, inverse)
    return { message, signature: signature.slice() }
  } catch {
    throw new Tampered()
  }
}

/** By which a receiver names the key of her cycle inside what she seals: SHA-256 of its SPKI. */
export const issuerHash = (issuerKey: Bytes): Promise<Bytes> => sha256(issuerKey)

/** What every token of a cycle is signed over, behind its 32 random bytes. Throws {@link UnknownFormat}. */
const cycleBytes = (cycleId: string): Bytes => concat(label('lederkreds feedback token v1'), uuidBytes(cycleId))

/** Started when it is first needed, because most days no token is: its arithmetic fills its tables as it starts. */
async function openSuite() {
  const { RSABSSA } = await import('@cloudflare/blindrsa-ts')
  return RSABSSA.SHA384.PSS.Randomized()
}

async function importIssuerKey(spki: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']).catch(() => {
    throw new UnknownFormat()
  })
  const found = key.algorithm as { modulusLength?: number; publicExponent?: Uint8Array }
  const isOurs = found.modulusLength === modulusBits && equal(found.publicExponent ?? new Uint8Array(), publicExponent)
  const written = new Uint8Array(await crypto.subtle.exportKey('spki', key))
  if (!isOurs || !equal(written, spki)) throw new UnknownFormat()
  return key
}
