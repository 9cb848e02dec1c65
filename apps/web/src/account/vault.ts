import { SealingFault } from '@lederkreds/sealing/faults'
import { useSyncExternalStore } from 'react'
import { isUnreachable } from '../apollo-links.ts'
import { IdleClock } from './idle-clock.ts'
import { areSameKeys, fetchKeyring, haveSameWraps } from './keyring.ts'
import { offerLock } from './lock.ts'
import { type Findings, pull, sendOutbox } from './sync.ts'
import { type Reach, SyncLoop } from './sync-loop.ts'
import type { Opener } from './vault-desk.ts'
import type { Change } from './vault-documents.ts'
import { type Room, RoomKeeper } from './vault-room.ts'
import {
  clearVaultStore,
  type KeptWrap,
  type Keyring,
  keepsAnything,
  openVaultStore,
  removeVaultStore,
  type VaultStore,
} from './vault-store.ts'

/** `unknown`: not looked yet. `none`: no keys have been made. `locked`: nothing can be read on this device. */
type VaultState = 'unknown' | 'none' | 'locked' | 'open'
/**
 * Why nothing is sent or fetched. `keys`: the server knows none or other keys than those that sealed what is kept here.
 * `way`: what she opened with is not what the server has.
 */
export type Doubt = 'keys' | 'way'

export interface VaultStatus {
  readonly state: VaultState
  /** How many changes the server has not heard yet. */
  readonly waiting: number
  readonly reach: Reach
  readonly findings: Findings
  readonly unreadable: readonly string[]
  readonly doubt: Doubt | null
}

/** Without a touch for so long, the vault locks itself. */
const idle = 10 * 60_000
/** Other tabs are told of a touch no more often than this. */
const touchEvery = 20_000
/** A text that is not kept in so long is not waited for. */
const keepWithin = 2_000
/** Nor is what the server says of the keys, by whoever wants to unlock. */
const hearWithin = 4_000
const atRest = { findings: { missing: [], rolledBack: [] }, unreadable: [] } satisfies Partial<VaultStatus>

export const today = (): string => new Date().toLocaleDateString('sv')

type Message = 'lock' | 'forgotten' | 'touch' | { readonly changed: readonly string[] }

/**
 * The page's side of one person's vault. Keys and open documents live in a worker that ends when the vault is locked: by
 * hand, after ten idle minutes, in another tab of this browser, or with the tab.
 */
export class Vault {
  readonly personId: string
  /** Told before the keys go, so that a text that is being written is kept. */
  readonly beforeLock = new Set<() => Promise<unknown>>()
  #store: Promise<VaultStore>
  readonly #listeners = new Set<() => void>()
  readonly #readers = new Set<(ids: readonly string[]) => void>()
  readonly #others: BroadcastChannel
  readonly #idle = new IdleClock(idle, () => void this.lock())
  readonly #loop = new SyncLoop(
    () => this.#exchange(),
    (reach) => this.#tell({ reach }),
  )
  readonly #keeper: RoomKeeper
  #status: VaultStatus = { state: 'unknown', waiting: 0, reach: 'reached', doubt: null, ...atRest }
  #told = 0
  /** Done when the server has said what it knows of the keys, was not reached, or lets her wait too long. */
  #heard: Promise<unknown> = Promise.resolve()

  constructor(personId: string) {
    this.personId = personId
    this.#keeper = new RoomKeeper(personId, (ids, from) => this.#noteChange(ids, from))
    this.#store = openVaultStore(personId)
    this.#others = new BroadcastChannel(`lederkreds-${personId}`)
    this.#others.onmessage = ({ data }: MessageEvent<Message>) => void this.#hear(data)
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, this.#touch, { passive: true })
    for (const event of ['focus', 'visibilitychange', 'online']) addEventListener(event, this.#wake)
  }

  get status(): VaultStatus {
    return this.#status
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Told the ids of documents that came, changed or went, by whomever. */
  readonly onDocuments = (listener: (ids: readonly string[]) => void): (() => void) => {
    this.#readers.add(listener)
    return () => void this.#readers.delete(listener)
  }

  /** Looks at what this device keeps, then asks the server. Throws when neither knows anything. */
  begin(): Promise<void> {
    const beginning = this.#begin()
    const late = new Promise((resolve) => setTimeout(resolve, hearWithin))
    this.#heard = Promise.race([beginning.catch(() => {}), late])
    return beginning
  }

  async #begin(): Promise<void> {
    await this.#recall()
    try {
      await this.takeKeyring(await fetchKeyring(this.personId))
    } catch (fault) {
      if (fault instanceof SealingFault && (await keepsAnything(await this.#store))) return this.#doubtKeys()
      if (!isUnreachable(fault)) throw fault
      this.#tell({ reach: 'notReached' })
      if (this.#status.state === 'unknown') throw fault
    }
    if (this.#status.waiting > 0) this.#loop.soon()
  }

  /**
   * What the server knows of the keys. Where they are gone or others although something is kept here that they sealed, a
   * server may err or lie: nothing is removed, the vault locks, and its owner is asked.
   */
  async takeKeyring(keyring: Keyring | null): Promise<void> {
    const store = await this.#store
    const known = await store.get('keyring', 'keyring')
    const isSame = !known || areSameKeys(known, keyring)
    if (!isSame && (await keepsAnything(store))) return this.#doubtKeys()
    if (!isSame) {
      this.#end()
      await clearVaultStore(store)
    }
    if (known && isSame && keyring && !haveSameWraps(known, keyring) && !(await store.get('keyring', 'opened')))
      await store.put('keyring', known, 'opened')
    if (keyring) await store.put('keyring', keyring, 'keyring')
    this.#tell({ doubt: null })
    await this.#recall(true)
  }

  /** What this device has changed, and the server has taken: what opened before opens no more. */
  async changeWraps(change: (wraps: readonly KeptWrap[]) => readonly KeptWrap[]): Promise<void> {
    const store = await this.#store
    const known = await store.get('keyring', 'keyring')
    if (known) await store.put('keyring', { ...known, wraps: change(known.wraps) }, 'keyring')
    await store.delete('keyring', 'opened')
  }

  keyring = async (): Promise<Keyring | undefined> => (await this.#store).get('keyring', 'keyring')

  /** The worker's side while it runs. */
  get runningRoom(): Room | undefined {
    return this.#keeper.running
  }

  /** The worker's side, started when it is first needed. */
  room(): Promise<Room> {
    return this.#keeper.start()
  }

  /** Starts the worker while a secret is being typed, so that the button need not wait for it. It holds no key yet. */
  prepare(): void {
    void this.room().catch(() => {})
  }

  /**
   * Throws the faults of sealing by name: `WrongSecret`, `WrongCheckCharacter`, `Tampered` … Tries what the server says of
   * the keys now, not what it said last; where these are others, nothing is opened, and their owner is asked.
   */
  async unlock(opener: Opener, beforeOpen?: () => unknown): Promise<void> {
    const wasDoubted = this.#status.doubt === 'keys'
    await this.#heard
    if (this.#status.doubt === 'keys' && !wasDoubted) return
    const { desk } = await this.room()
    const by = await this.#keeper.untilEnded(desk.unlock(opener))
    const doubt = this.#status.doubt === 'keys' ? 'keys' : by === 'opened' ? 'way' : null
    if (!doubt) beforeOpen?.()
    await this.opened(doubt)
  }

  /** The desk has been opened: by a secret, or by making keys. */
  async opened(doubt: Doubt | null = null): Promise<void> {
    const { documents } = await this.room()
    await documents.expire(today())
    this.#idle.touch()
    offerLock(this.lock)
    this.#tell({ state: 'open', doubt, unreadable: await documents.unreadable })
    this.#loop.soon()
  }

  /** Keeps what is being written, then ends the worker with everything that it knows, here and in the other tabs. */
  readonly lock = async (): Promise<void> => {
    if (!this.#keeper.running) return
    await this.#keepAndEnd()
    this.#post('lock')
  }

  /** A worker that was started and opened nothing is not left behind. */
  rest(): void {
    if (this.#status.state !== 'open') this.#end()
  }

  /** How many sealed items this device keeps. */
  kept = async (): Promise<number> => (await this.#store).count('item')

  /** Sends and fetches soon; what is under way is not begun twice. */
  sync(): void {
    this.#loop.soon()
  }

  /** Sends and fetches, and answers when that was tried. */
  synced(): Promise<void> {
    return this.#loop.now()
  }

  /** Takes everything of this person off this device, and out of the other tabs. Whoever looks meanwhile waits for the end. */
  async forget(): Promise<void> {
    const removed = this.#store.then((store) => {
      store.close()
      return removeVaultStore(this.personId)
    })
    this.#forgotten(removed)
    await this.#store
    this.#post('forgotten')
  }

  async #doubtKeys(): Promise<void> {
    await this.lock()
    this.#tell({ doubt: 'keys' })
    await this.#recall(true)
  }

  async #recall(final = false): Promise<void> {
    const store = await this.#store
    const [keyring, waiting] = await Promise.all([store.get('keyring', 'keyring'), store.count('outbox')])
    const state = keyring ? 'locked' : final ? 'none' : this.#status.state
    this.#tell({ state: this.#status.state === 'open' ? 'open' : state, waiting })
  }

  /** Answers whether to come again by itself. One tab of the browser at a time does it. */
  async #exchange(): Promise<boolean> {
    if (this.#status.doubt) return false
    const store = await this.#store
    await navigator.locks.request(`lederkreds-sync-${this.personId}`, async () => {
      await sendOutbox(store, this.personId)
      const room = this.#keeper.running
      if (this.#status.state !== 'open' || !room) return
      const fetchAll = async () => {
        const findings = await pull(store, this.personId, room.documents, today())
        // What is missing may have been erased on another device, and the keys with it.
        if (findings.missing.length > 0) await this.takeKeyring(await fetchKeyring(this.personId))
        if (!this.#keeper.running) return
        await sendOutbox(store, this.personId)
        this.#tell({ findings, unreadable: await room.documents.unreadable })
      }
      await this.#keeper.untilEnded(fetchAll()).catch(unlessLocked)
    })
    await this.#count()
    return this.#status.state === 'open'
  }

  async #keepAndEnd(): Promise<void> {
    const kept = Promise.allSettled([...this.beforeLock].map((keep) => keep()))
    await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, keepWithin))])
    this.#end()
  }

  /** A store that has been taken away meanwhile has nothing waiting. */
  async #count(): Promise<void> {
    const count = async () => (await this.#store).count('outbox')
    this.#tell({ waiting: await count().catch(() => 0) })
  }

  /** What came from the server is told to the other tabs; what was written here goes to the server too. */
  #noteChange(ids: readonly string[], from: Change): void {
    for (const reader of this.#readers) reader(ids)
    if (from === 'tab') return
    this.#post({ changed: ids })
    if (from === 'here') void this.#count().then(() => this.#loop.soon())
  }

  async #hear(message: Message): Promise<void> {
    if (message === 'lock') return this.#keepAndEnd()
    if (message === 'forgotten') return this.#forgotten()
    if (message === 'touch') return this.#keeper.running && this.#idle.touch()
    await this.#keeper.running?.documents.reload(message.changed)
    await this.#count()
  }

  #forgotten(removed: Promise<unknown> = Promise.resolve()): void {
    this.#stop()
    this.#store = removed.then(() => openVaultStore(this.personId))
    this.#tell({ state: 'unknown', waiting: 0, doubt: null, ...atRest })
  }

  #end(): void {
    this.#stop()
    if (this.#status.state === 'open') this.#tell({ state: 'locked', ...atRest })
  }

  #stop(): void {
    this.#idle.stop()
    offerLock(undefined)
    this.#keeper.end()
  }

  readonly #touch = () => {
    if (!this.#keeper.running) return
    this.#idle.touch()
    if (Date.now() - this.#told < touchEvery) return
    this.#told = Date.now()
    this.#post('touch')
  }

  readonly #wake = () => {
    this.#idle.look()
    if (this.#status.waiting > 0 || this.#status.state === 'open') this.#loop.soon()
  }

  #post(message: Message): void {
    this.#others.postMessage(message)
  }

  #tell(part: Partial<VaultStatus>): void {
    this.#status = { ...this.#status, ...part }
    for (const listener of this.#listeners) listener()
  }
}

/** A worker that was ended in the middle has not failed. */
function unlessLocked(fault: unknown): void {
  if (!(fault instanceof Error) || fault.name !== 'Locked') throw fault
}

let current: Vault | undefined

/** The vault of whoever is signed in; `personId` is the plain uuid. */
export function vaultOf(personId: string): Vault {
  if (current?.personId !== personId) current = new Vault(personId)
  return current
}

export const useVaultStatus = (vault: Vault): VaultStatus => useSyncExternalStore(vault.subscribe, () => vault.status)
