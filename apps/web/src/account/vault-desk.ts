import type { Bytes } from '@lederkreds/sealing/bytes'
import type { Pin } from '@lederkreds/sealing/directory'
import { Locked, SealingFault, WrongSecret } from '@lederkreds/sealing/faults'
import type { IdentityEntry } from '@lederkreds/sealing/identity'
import type { SealedItem } from '@lederkreds/sealing/item'
import { checkPassphrase, type PassphraseProblem } from '@lederkreds/sealing/passphrase'
import { makeRecoveryCode, readRecoveryCode } from '@lederkreds/sealing/recovery-code'
import { type KnownWrap, type MadeWrap, type NewWrap, Vault } from '@lederkreds/sealing/vault'
import { wordsOf } from '@lederkreds/sealing/words'
import type { Secret } from '@lederkreds/sealing/wrap'
import type { Verdict } from './device-memory.ts'
import { type JointAbout, JointDesk, type JointSealer } from './joint-desk.ts'
import { Blocked, standingOf } from './trust.ts'
import { Documents, type ItemAbout, type Sealer } from './vault-documents.ts'
import { clearVaultStore, type ItemRow, type KeptWrap, type Keyring, type VaultStore } from './vault-store.ts'

/** What opens the vault; a passkey says which one it is: by the API's id, and by its own. */
export type Opener = Secret & { readonly passkeyId?: string; readonly credentialId?: string }

type NewKeyWrap = Omit<KeptWrap, 'version'>

/** New keys as the server is to keep them. Ids are uuids. */
export interface MadeKeys {
  readonly wraps: readonly NewKeyWrap[]
  readonly entry: IdentityEntry
  readonly secret: Bytes
}

/**
 * The worker's side of the vault: the keys of one person, and her documents. Nothing secret is answered to the page but a
 * recovery code that has just been made, and the documents that it asks for. Everything throws `Locked` when locked.
 */
export class VaultDesk implements Sealer, JointSealer {
  readonly #store: VaultStore
  readonly #personId: string
  readonly #vault = new Vault()
  #code: string | undefined
  #made: MadeKeys | undefined
  readonly documents: Documents
  readonly shared: JointDesk

  constructor(store: VaultStore, personId: string) {
    this.#store = store
    this.#personId = personId
    this.documents = new Documents(store, this)
    this.shared = new JointDesk(personId, this, this.documents)
  }

  /**
   * Makes keys and answers the recovery code, to be shown once. They count when the code has been typed back and the
   * server has kept them. `previous` is the newest identity of somebody who has lost everything that opens the old keys.
   */
  async makeKeys(openers: readonly Opener[], previous?: IdentityEntry): Promise<string> {
    const code = makeRecoveryCode()
    const secrets: Opener[] = [...openers, { kind: 'recoveryCode', code }]
    const wraps = secrets.map((secret): NewWrap => ({ wrapId: crypto.randomUUID(), secret }))
    const made = await this.#vault.create({ personId: this.#personId, wraps, previous })
    const known = ({ wrapId: id, kind, wrapped }: MadeWrap, at: number): NewKeyWrap => {
      const { passkeyId = null, credentialId = null } = secrets[at] ?? {}
      return { id, kind, wrapped, passkeyId, credentialId }
    }
    this.#made = { ...made, wraps: made.wraps.map(known) }
    this.#code = code
    return code
  }

  /** What is wrong with a passphrase that somebody thinks of choosing; empty where nothing is. */
  problemsOf(passphrase: string): PassphraseProblem[] {
    return checkPassphrase(passphrase)
  }

  /** The keys that were made, once the code is typed back. Throws WrongCheckCharacter or {@link WrongSecret}. */
  madeKeys(typed: string): MadeKeys {
    if (!this.#made || !this.#code) throw new Locked()
    if (readRecoveryCode(typed) !== readRecoveryCode(this.#code)) throw new WrongSecret()
    return this.#made
  }

  /** The server has kept them: from now on this device opens them too, and the code is forgotten. */
  async keepMadeKeys(): Promise<void> {
    if (!this.#made) throw new Locked()
    const { wraps, entry, secret } = this.#made
    await clearVaultStore(this.#store)
    const keyring: Keyring = {
      personId: this.#personId,
      wraps: wraps.map((wrap) => ({ ...wrap, version: 1 })),
      identity: { entry, secret },
    }
    await this.#store.put('keyring', keyring, 'keyring')
    this.#made = undefined
    this.#code = undefined
    await this.documents.load()
  }

  /**
   * Opens the vault with whatever wrap the secret fits: what the server told last, else what opened here before that.
   * Answers which of them it was. Throws `WrongSecret` and the other faults of sealing.
   */
  async unlock(opener: Opener): Promise<'keyring' | 'opened'> {
    const by = await this.#unlockBy(opener)
    if (by === 'keyring') await this.#store.delete('keyring', 'opened')
    await this.documents.load()
    return by
  }

  async #unlockBy(opener: Opener): Promise<'keyring' | 'opened'> {
    const told = await this.#keyring()
    try {
      await this.#unlockWith(told, opener)
      return 'keyring'
    } catch (fault) {
      const opened = await this.#store.get('keyring', 'opened')
      if (!opened || !(fault instanceof SealingFault)) throw fault
      await this.#unlockWith(opened, opener).catch(() => {
        throw fault
      })
      return 'opened'
    }
  }

  #unlockWith({ wraps, identity }: Keyring, opener: Opener): Promise<void> {
    const personId = this.#personId
    return tryEach(wraps, opener, (wrap) => this.#vault.unlock({ personId, wrap, identities: [identity] }))
  }

  /** Whether a secret opens: throws `WrongSecret` and the other faults if not. */
  async prove(by: Opener): Promise<void> {
    const prf = crypto.getRandomValues(new Uint8Array(32))
    await this.newWrap(by, { wrapId: crypto.randomUUID(), secret: { kind: 'passkey', prf } })
  }

  /** The account key behind one more secret, or another one: the new bytes of the wrap with that id. */
  async newWrap(by: Opener, to: NewWrap): Promise<MadeWrap> {
    return tryEach((await this.#keyring()).wraps, by, (wrap) => this.#vault.addWrap(wrap, to))
  }

  /** The same for a new recovery code, which is shown once. The old one opens nothing as soon as the server has this. */
  async newRecoveryCode(by: Opener): Promise<{ code: string; wrap: MadeWrap }> {
    const code = makeRecoveryCode()
    const { wraps } = await this.#keyring()
    const wrapId = wraps.find(({ kind }) => kind === 'recoveryCode')?.id ?? crypto.randomUUID()
    return { code, wrap: await this.newWrap(by, { wrapId, secret: { kind: 'recoveryCode', code } }) }
  }

  /** How far a colleague's identities can be relied on, and the twelve words that show it, where there are any. */
  async person(personId: string, entries: readonly IdentityEntry[], language: 'da' | 'en') {
    const standing = await standingOf(this.documents.memory, personId, entries)
    const { identity } = await this.#keyring()
    const words = 'entry' in standing ? await wordsOf(identity.entry, standing.entry, language) : null
    return { ...standing, words }
  }

  /** What she says after comparing words: the same, and the identity is accepted; different, and nothing is sealed to it. */
  async judge(
    personId: string,
    { number, hash }: Pin,
    said: Verdict['said'],
    now: string,
    today: string,
  ): Promise<void> {
    await this.documents.acceptPerson(personId, { number, hash }, { number, hash, said, at: now }, today)
  }

  /**
   * The identity to seal to, remembered from now on. Throws {@link Blocked} for one that is not to be relied on: changed
   * since it was seen, found different, broken, or not there.
   */
  async recipient(personId: string, entries: readonly IdentityEntry[], today: string): Promise<IdentityEntry> {
    const standing = await standingOf(this.documents.memory, personId, entries)
    if (standing.state !== 'seen' && standing.state !== 'compared') throw new Blocked(standing.state)
    if (standing.isNew) await this.documents.acceptPerson(personId, standing.pin, null, today)
    return standing.entry
  }

  lock(): void {
    this.#vault.lock()
    this.documents.close()
    this.#made = undefined
    this.#code = undefined
  }

  async seal({ id, kind, version }: ItemAbout, document: unknown) {
    const { envelope, keys } = await this.#vault.seal({
      document,
      about: { kind, itemId: id, version, networkId: null },
    })
    const wrappedKey = keys[0]?.wrapped
    if (!wrappedKey) throw new Locked()
    return { envelope, wrappedKey }
  }

  async open({ id, kind, version }: ItemAbout, { envelope, wrappedKey }: Pick<ItemRow, 'envelope' | 'wrappedKey'>) {
    const about = { kind, itemId: id, version, authorId: this.#personId, networkId: null }
    return (await this.#vault.open({ envelope, wrapped: wrappedKey, about })).document
  }

  sealFor(
    { id, ...about }: JointAbout,
    document: unknown,
    recipients: readonly IdentityEntry[],
    fixedClass?: number,
  ): Promise<SealedItem> {
    return this.#vault.seal({ document, about: { ...about, itemId: id }, recipients, fixedClass })
  }

  /** `authorId` and `authorEntries` are null where nobody may know the author. */
  openFrom(
    authorId: string | null,
    { id, kind, version, networkId }: JointAbout,
    { envelope, wrappedKey: wrapped }: Pick<ItemRow, 'envelope' | 'wrappedKey'>,
    authorEntries: readonly IdentityEntry[] | null,
    fixedClass?: number,
  ) {
    const about = { kind, itemId: id, version, authorId, networkId }
    return this.#vault.open({ envelope, wrapped, about, authorEntries, fixedClass })
  }

  sealLocal(name: string, document: unknown): Promise<Bytes> {
    return this.#vault.sealLocal(name, document)
  }

  openLocal(name: string, sealed: Bytes): Promise<unknown> {
    return this.#vault.openLocal(name, sealed)
  }

  async #keyring(): Promise<Keyring> {
    const keyring = await this.#store.get('keyring', 'keyring')
    if (!keyring || keyring.personId !== this.#personId) throw new Locked()
    return keyring
  }
}

/** The first wrap that the opener fits. */
async function tryEach<Result>(
  wraps: readonly KeptWrap[],
  opener: Opener,
  work: (wrap: KnownWrap) => Promise<Result>,
): Promise<Result> {
  const fits = ({ kind, passkeyId }: KeptWrap) =>
    kind === opener.kind && (kind !== 'passkey' || passkeyId === (opener.passkeyId ?? passkeyId))
  for (const { id, wrapped } of wraps.filter(fits)) {
    try {
      return await work({ wrapId: id, wrapped, secret: opener })
    } catch (fault) {
      if (!(fault instanceof WrongSecret)) throw fault
    }
  }
  throw new WrongSecret()
}
