import { type Bytes, toBase64url } from '@lederkreds/sealing/bytes'
import { SealingFault } from '@lederkreds/sealing/faults'
import { entryHash, type IdentityEntry } from '@lederkreds/sealing/identity'
import type { OpenedItem, SealedItem } from '@lederkreds/sealing/item'
import { believedEntries } from './believed-entries.ts'
import { type Standing, standingOf } from './trust.ts'
import type { Documents } from './vault-documents.ts'

/** A shared item where everybody who carries it can read it. Ids are uuids. */
export interface JointAbout {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly networkId: string
}

/** What the vault does for what is shared; every call throws when it is locked. */
export interface JointSealer {
  sealFor(about: JointAbout, document: unknown, recipients: readonly IdentityEntry[]): Promise<SealedItem>
  openFrom(
    authorId: string,
    about: JointAbout,
    sealed: Pick<JointRow, 'envelope' | 'wrappedKey'>,
    authorEntries: readonly IdentityEntry[] | null,
  ): Promise<OpenedItem>
}

/** Somebody with all public identities of hers that the server tells, unchecked. */
export interface ToldPerson {
  readonly personId: string
  readonly entries: readonly IdentityEntry[]
}

type Doubtful = Exclude<Standing['state'], 'seen' | 'compared'>

/** Sealed, or the names of those who stopped it: nothing is sealed for some of them only. */
export type SealedOrBlocked =
  | { readonly state: 'sealed'; readonly envelope: Bytes; readonly keys: SealedItem['keys'] }
  | { readonly state: 'blocked'; readonly people: readonly { readonly personId: string; readonly why: Doubtful }[] }

/** One item as the server sent it. */
export interface JointRow extends JointAbout {
  readonly ownerId: string
  readonly envelope: Bytes
  readonly wrappedKey: Bytes
}

/**
 * `readers` are all who can open it, its author among them; `signedBy` is the hash of the identity of hers that signed it,
 * in base64url. `author`: her keys are not to be relied on.
 */
export type JointDocument =
  | {
      readonly id: string
      readonly state: 'open'
      readonly document: unknown
      readonly readers: readonly string[]
      readonly signedBy: string
    }
  | { readonly id: string; readonly state: 'shut'; readonly why: 'author' | 'item' }

/**
 * The worker's side of what is sealed to several. It keeps nothing: what it opens is answered to the page that asked and
 * is gone with it, never written on the device, sealed or unsealed.
 */
export class JointDesk {
  readonly #personId: string
  readonly #sealer: JointSealer
  readonly #documents: Pick<Documents, 'memory' | 'acceptPerson'>

  constructor(personId: string, sealer: JointSealer, documents: Pick<Documents, 'memory' | 'acceptPerson'>) {
    this.#personId = personId
    this.#sealer = sealer
    this.#documents = documents
  }

  /**
   * Seals for oneself and for all of these, or for nobody when the keys of any are not to be relied on. Whom it is sealed
   * to is remembered, so that other keys of hers are noticed from then on.
   */
  async seal(
    about: JointAbout,
    document: unknown,
    people: readonly ToldPerson[],
    today: string,
  ): Promise<SealedOrBlocked> {
    const others = people.filter(({ personId }) => personId !== this.#personId)
    const standings = await Promise.all(
      others.map(async ({ personId, entries }) => ({
        personId,
        standing: await standingOf(this.#documents.memory, personId, entries),
      })),
    )
    const blocked = standings.flatMap(({ personId, standing: { state } }) =>
      state === 'seen' || state === 'compared' ? [] : [{ personId, why: state }],
    )
    if (blocked.length > 0) return { state: 'blocked', people: blocked }
    const recipients: IdentityEntry[] = []
    for (const { personId, standing } of standings) {
      if (standing.state !== 'seen' && standing.state !== 'compared') continue
      if (standing.isNew) await this.#documents.acceptPerson(personId, standing.pin, null, today)
      recipients.push(standing.entry)
    }
    const { envelope, keys } = await this.#sealer.sealFor(about, document, recipients)
    return { state: 'sealed', envelope, keys }
  }

  /**
   * Opens what was sealed to this person. An author is believed as far as her keys were seen before: after a change only
   * what she signed with the keys that are known. What does not open is named, and the others are opened all the same.
   */
  async open(rows: readonly JointRow[], authors: readonly ToldPerson[], today: string): Promise<JointDocument[]> {
    const believed = new Map<string, readonly IdentityEntry[] | null>([[this.#personId, null]])
    for (const { personId, entries } of authors.filter(({ personId }) => personId !== this.#personId)) {
      const known = await believedEntries(this.#documents, personId, entries, today)
      if (known) believed.set(personId, known)
    }
    return Promise.all(
      rows.map(async ({ ownerId, envelope, wrappedKey, ...about }): Promise<JointDocument> => {
        const entries = believed.get(ownerId)
        if (entries === undefined) return { id: about.id, state: 'shut', why: 'author' }
        try {
          const sealed = { envelope, wrappedKey }
          const { document, readers, signer } = await this.#sealer.openFrom(ownerId, about, sealed, entries)
          return {
            id: about.id,
            state: 'open',
            document,
            readers: [ownerId, ...readers.map(({ personId }) => personId)],
            signedBy: signer ? toBase64url(await entryHash(signer)) : '',
          }
        } catch (fault) {
          if (!(fault instanceof SealingFault) || fault.name === 'Locked') throw fault
          return { id: about.id, state: 'shut', why: fault.name === 'ForeignAuthor' ? 'author' : 'item' }
        }
      }),
    )
  }
}
