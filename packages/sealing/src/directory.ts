import { equal, toBase64url } from './bytes.ts'
import { verify } from './curve.ts'
import { BrokenChain, Replaced, RolledBack, SealingFault } from './faults.ts'
import { canonicalEntry, entryHash, type IdentityEntry, isSignedByItself } from './identity.ts'

/** What was last seen of a person's directory: the number of the newest identity, and its hash in base64url. */
export interface Pin {
  readonly number: number
  readonly hash: string
}

export interface CheckedChain {
  readonly entries: readonly IdentityEntry[]
  readonly current: IdentityEntry
  /** To remember once the person who reads has accepted `current`. */
  readonly pin: Pin
  /** Something came after what was pinned: show it, and seal nothing to it until it is accepted. */
  readonly changed: boolean
  /** Everything after the pin (after number 1 without one) was endorsed by the identity before. */
  readonly endorsed: boolean
  /** How far number 1 vouches: the newest identity before the first that is not endorsed by the one before it. */
  readonly vouched: Pin
}

/**
 * Checks all of a person's identities, from number 1, against each other and against what was seen before.
 * Throws {@link BrokenChain}, {@link RolledBack} or {@link Replaced}.
 */
export async function checkChain(
  personId: string,
  entries: readonly IdentityEntry[],
  pin?: Pin,
): Promise<CheckedChain> {
  const current = entries.at(-1)
  if (pin && entries.length < pin.number) throw new RolledBack()
  if (!current) throw new BrokenChain()
  const hashes = await Promise.all(entries.map((entry) => entryHash(entry).catch(asBroken)))
  const areSound = await Promise.all(
    entries.map(
      async (entry, at) =>
        entry.personId === personId &&
        entry.number === at + 1 &&
        isSame(entry.previousHash, hashes[at - 1] ?? null) &&
        (await isSignedByItself(entry)) &&
        (await hasSoundEndorsement(entry, entries[at - 1])),
    ),
  )
  if (areSound.includes(false)) throw new BrokenChain()
  const pinned = pin && hashes[pin.number - 1]
  if (pin && !(pinned && toBase64url(pinned) === pin.hash)) throw new Replaced()
  const unseen = entries.slice(pin?.number ?? 1)
  const pinAt = (at: number): Pin => ({ number: at + 1, hash: toBase64url(hashes[at] ?? new Uint8Array()) })
  const unvouched = entries.findIndex(({ endorsement }, at) => at > 0 && endorsement === null)
  return {
    entries,
    current,
    pin: pinAt(entries.length - 1),
    changed: pin !== undefined && unseen.length > 0,
    endorsed: unseen.every((entry) => entry.endorsement !== null),
    vouched: pinAt((unvouched < 0 ? entries.length : unvouched) - 1),
  }
}

async function hasSoundEndorsement(entry: IdentityEntry, previous: IdentityEntry | undefined): Promise<boolean> {
  if (!entry.endorsement) return true
  return previous !== undefined && verify(previous.signingPublicKey, entry.endorsement, canonicalEntry(entry))
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null) =>
  one === null || other === null ? one === other : equal(one, other)

function asBroken(error: unknown): never {
  throw error instanceof SealingFault ? new BrokenChain() : error
}
