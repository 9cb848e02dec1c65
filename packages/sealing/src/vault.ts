import type { About } from './about.ts'
import { type AccountKeys, makeAccountKey, openAccountKey } from './account-key.ts'
import { type Bytes, wipe } from './bytes.ts'
import { Locked, Tampered, Unsealable } from './faults.ts'
import { type IdentityEntry, type IdentityKeys, makeIdentity, openIdentity } from './identity.ts'
import { openItem, type SealedItem, sealItem } from './item.ts'
import { identityNumberOf } from './item-key.ts'
import { openLocal, sealLocal } from './local.ts'
import { type Secret, unwrapWith, type WrapKind, wrapKind, wrapWith } from './wrap.ts'

/** One wrap to make: its client-made id, and what shall open it. */
export interface NewWrap {
  readonly wrapId: string
  readonly secret: Secret
}

/** One wrap to open: its id, its bytes, and what opens it. */
export interface KnownWrap extends NewWrap {
  readonly wrapped: Bytes
}

export interface MadeWrap {
  readonly wrapId: string
  readonly kind: WrapKind
  readonly wrapped: Bytes
}

/** An identity of one's own as it is stored: the public entry and its sealed private keys. */
export interface StoredIdentity {
  readonly entry: IdentityEntry
  readonly secret: Bytes
}

interface Open {
  readonly personId: string
  readonly account: AccountKeys
  /** Oldest first; the last one signs. */
  readonly identities: readonly IdentityKeys[]
}

/**
 * One person's keys while they are unlocked: one vault in one worker. After {@link Vault.lock} every method throws
 * {@link Locked}, also one that had begun before, and nothing here refers to a key any more.
 */
export class Vault {
  #open: Open | null = null
  /** Counts locks, so that an unlocking that a lock overtook does not unlock. */
  #locks = 0

  get isLocked(): boolean {
    return this.#open === null
  }

  lock(): void {
    this.#open = null
    this.#locks++
  }

  /**
   * Makes an account key and an identity (after `previous`, when all secrets were lost), and unlocks.
   * Throws {@link Unsealable} without at least two wraps, one of them a recovery code; {@link UnfitPassphrase}.
   */
  async create(request: {
    readonly personId: string
    readonly wraps: readonly NewWrap[]
    readonly previous?: IdentityEntry | undefined
  }): Promise<{ wraps: MadeWrap[]; entry: IdentityEntry; secret: Bytes }> {
    const { personId, wraps, previous } = request
    if (wraps.length < 2 || !wraps.some(({ secret }) => secret.kind === 'recoveryCode')) throw new Unsealable()
    const locks = this.#locks
    const raw = makeAccountKey()
    try {
      const made: MadeWrap[] = []
      for (const wrap of wraps) made.push(await makeWrap(raw, personId, wrap))
      const account = await openAccountKey(raw)
      const { entry, secret, keys } = await makeIdentity({ personId, account, previous })
      this.#unlock({ personId, account, identities: [keys] }, locks)
      return { wraps: made, entry, secret }
    } finally {
      wipe(raw)
    }
  }

  /**
   * Opens one wrap and the person's own identities, oldest first. Throws WrongSecret, WrongCheckCharacter,
   * WeakParameters, ExcessiveParameters, {@link Tampered}, {@link UnknownFormat}; {@link Locked} if locked meanwhile.
   */
  async unlock(request: {
    readonly personId: string
    readonly wrap: KnownWrap
    readonly identities: readonly StoredIdentity[]
  }): Promise<void> {
    const { personId, wrap, identities } = request
    const locks = this.#locks
    const raw = await unwrapWith(wrap.secret, wrap.wrapped, { personId, wrapId: wrap.wrapId })
    try {
      const account = await openAccountKey(raw)
      if (identities.length === 0 || identities.some(({ entry }) => entry.personId !== personId)) throw new Tampered()
      const opened = await Promise.all(identities.map(({ entry, secret }) => openIdentity(secret, account, entry)))
      this.#unlock({ personId, account, identities: opened }, locks)
    } finally {
      wipe(raw)
    }
  }

  /**
   * The same account key behind another secret: a new passphrase, a further passkey, a new recovery code. The raw key is
   * not kept while unlocked, so a secret that opens a wrap is asked for again. Throws what unlocking throws.
   */
  async addWrap(from: KnownWrap, to: NewWrap): Promise<MadeWrap> {
    return this.#whileOpen(async ({ personId }) => {
      const raw = await unwrapWith(from.secret, from.wrapped, { personId, wrapId: from.wrapId })
      try {
        return await makeWrap(raw, personId, to)
      } finally {
        wipe(raw)
      }
    })
  }

  /** Seals as the person whose vault this is, for the person and for `recipients`: see {@link sealItem}. */
  async seal(request: {
    readonly document: unknown
    readonly about: Omit<About, 'authorId'>
    readonly recipients?: readonly IdentityEntry[]
    readonly fixedClass?: number | undefined
  }): Promise<SealedItem> {
    return this.#whileOpen(({ personId, account, identities }) => {
      const { document, about, recipients = [], fixedClass } = request
      const author = identities.at(-1) ?? null
      const sealedAbout = { ...about, authorId: personId }
      return sealItem({ document, about: sealedAbout, self: account, author, recipients, fixedClass })
    })
  }

  /**
   * Opens what the person sealed, or what was sealed for the person: see {@link openItem}. `authorEntries` may be left
   * out for one's own items: then only identities that are in this vault are believed.
   */
  async open(request: {
    readonly envelope: Bytes
    readonly wrapped: Bytes
    readonly about: About
    readonly authorEntries?: readonly IdentityEntry[] | null
    readonly fixedClass?: number | undefined
  }): ReturnType<typeof openItem> {
    return this.#whileOpen(({ personId, account, identities }) => {
      const { envelope, wrapped, about, fixedClass } = request
      const number = identityNumberOf(wrapped)
      const identity = identities.find(({ entry }) => entry.number === number)
      if (number !== null && !identity) throw new Tampered()
      const isOwn = about.authorId === personId
      const authorEntries = request.authorEntries ?? (isOwn ? identities.map(({ entry }) => entry) : null)
      const reader = identity ? { identity } : { account }
      return openItem({ envelope, wrapped, about, reader, authorEntries, fixedClass })
    })
  }

  /** Seals what stays on this device, for one purpose: drafts, outbox, device memory. */
  async sealLocal(purpose: string, value: unknown): Promise<Bytes> {
    return this.#whileOpen(({ account }) => sealLocal(account, purpose, value))
  }

  /** Throws {@link Tampered} for another account key or purpose, or {@link UnknownFormat}. */
  async openLocal(purpose: string, sealed: Bytes): Promise<unknown> {
    return this.#whileOpen(({ account }) => openLocal(account, purpose, sealed))
  }

  #unlock(open: Open, locks: number): void {
    if (locks !== this.#locks) throw new Locked()
    this.#open = open
  }

  async #whileOpen<Result>(work: (open: Open) => Promise<Result>): Promise<Result> {
    const [open, locks] = [this.#open, this.#locks]
    if (!open) throw new Locked()
    const result = await work(open)
    if (locks !== this.#locks) throw new Locked()
    return result
  }
}

async function makeWrap(raw: Bytes, personId: string, { wrapId, secret }: NewWrap): Promise<MadeWrap> {
  const wrapped = await wrapWith(secret, raw, { personId, wrapId })
  return { wrapId, kind: wrapKind(wrapped), wrapped }
}
