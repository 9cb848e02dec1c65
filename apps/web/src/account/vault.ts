import { type Remote, releaseProxy, wrap } from 'comlink'
import { useSyncExternalStore } from 'react'
import type { VaultRoom, VaultWorker } from '../vault-worker.ts'
import { type Findings, OutboxRefused, pull, sendOutbox } from './sync.ts'
import type { Opener } from './vault-desk.ts'
import { type Keyring, openVaultStore, removeVaultStore, type VaultStore } from './vault-store.ts'

/** `none`: no keys have been made. `locked`: nothing can be read on this device. */
export type VaultState = 'none' | 'locked' | 'open'

export interface VaultStatus {
  readonly state: VaultState
  /** How many changes the server has not heard yet. */
  readonly waiting: number
  readonly reach: 'reached' | 'notReached' | 'refused'
  readonly findings: Findings
  readonly unreadable: readonly string[]
}

/** Without a touch for so long, the vault locks itself. */
const idle = 10 * 60_000
const pullEvery = 60_000
const retryAfter = [1_000, 3_000, 10_000, 30_000]
const nothingFound: Findings = { missing: [], rolledBack: [] }

export const today = (): string => new Date().toLocaleDateString('sv')

/**
 * The page's side of one person's vault. Keys and open documents live in a worker that ends when the vault is locked, by
 * hand, after ten idle minutes, in another tab of this browser, or with the tab.
 */
export class Vault {
  readonly personId: string
  readonly #store: Promise<VaultStore>
  readonly #listeners = new Set<() => void>()
  readonly #others: BroadcastChannel
  #worker: Worker | undefined
  #room: Remote<VaultRoom> | undefined
  #status: VaultStatus = { state: 'locked', waiting: 0, reach: 'reached', findings: nothingFound, unreadable: [] }
  #idle: ReturnType<typeof setTimeout> | undefined
  #next: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #syncing: Promise<void> | undefined
  /** Told before the keys go, so that a text that is being written is kept. */
  readonly beforeLock = new Set<() => Promise<unknown>>()

  constructor(personId: string) {
    this.personId = personId
    this.#store = openVaultStore(personId)
    this.#others = new BroadcastChannel(`lederkreds-${personId}`)
    this.#others.onmessage = ({ data }) => void this.#hear(data)
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, this.#touch, { passive: true })
    addEventListener('online', this.#wake)
    addEventListener('focus', this.#wake)
  }

  get status(): VaultStatus {
    return this.#status
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** What the server knows of the keys, or null where it has none; without a server what this device kept goes on. */
  async takeKeyring(keyring: Keyring | null): Promise<void> {
    const store = await this.#store
    if (keyring) await store.put('keyring', keyring, 'keyring')
    else await store.delete('keyring', 'keyring')
    await this.recall()
  }

  /** Looks at what is kept here: are there keys, and is something waiting to be sent? */
  async recall(): Promise<void> {
    const store = await this.#store
    const [keyring, waiting] = await Promise.all([store.get('keyring', 'keyring'), store.count('outbox')])
    this.#tell({ state: this.#room ? this.#status.state : keyring ? 'locked' : 'none', waiting })
    if (waiting > 0) this.sync()
  }

  keyring = async (): Promise<Keyring | undefined> => (await this.#store).get('keyring', 'keyring')

  /** The worker's side, started when it is first needed. */
  async room(): Promise<Remote<VaultRoom>> {
    if (this.#room) return this.#room
    this.#worker = new Worker(new URL('../vault-worker.ts', import.meta.url), { type: 'module', name: 'vault' })
    this.#room = (await wrap<VaultWorker>(this.#worker).start(this.personId)) as unknown as Remote<VaultRoom>
    return this.#room
  }

  /** Throws the faults of sealing by name: `WrongSecret`, `WrongCheckCharacter`, `Tampered` … */
  async unlock(opener: Opener): Promise<void> {
    const { desk } = await this.room()
    await desk.unlock(opener)
    await this.opened()
  }

  /** The desk has been opened: by a secret, or by making keys. */
  async opened(): Promise<void> {
    const { documents } = await this.room()
    this.#touch()
    this.#tell({ state: 'open', unreadable: await documents.unreadable })
    this.sync()
  }

  async lock(): Promise<void> {
    if (!this.#worker) return
    await Promise.allSettled([...this.beforeLock].map((keep) => keep()))
    this.#end()
    this.#others.postMessage('lock')
  }

  /** Something was written: tell the other tabs, and the server. */
  changed(ids: readonly string[]): void {
    this.#others.postMessage({ changed: ids })
    void this.#count()
    this.sync()
  }

  /** Sends and fetches soon; what is under way is not begun twice. */
  sync(): void {
    clearTimeout(this.#next)
    this.#syncing ??= this.#exchange().finally(() => {
      this.#syncing = undefined
    })
  }

  /** Sends and fetches now, and answers when that is done. */
  async synced(): Promise<void> {
    this.sync()
    await this.#syncing
  }

  /** Takes everything of this person off this device. */
  async forget(): Promise<void> {
    this.#end()
    ;(await this.#store).close()
    await removeVaultStore(this.personId)
  }

  async #exchange(): Promise<void> {
    const store = await this.#store
    try {
      await navigator.locks.request(`lederkreds-sync-${this.personId}`, async () => {
        await sendOutbox(store, this.personId)
        if (this.#status.state !== 'open' || !this.#room) return
        const { documents } = this.#room
        const findings = await pull(store, documents, today())
        await sendOutbox(store, this.personId)
        this.#tell({ findings, unreadable: await documents.unreadable })
      })
      this.#failures = 0
      this.#tell({ reach: 'reached' })
      if (this.#status.state === 'open') this.#next = setTimeout(() => this.sync(), pullEvery)
    } catch (fault) {
      this.#tell({ reach: fault instanceof OutboxRefused ? 'refused' : 'notReached' })
      const wait = retryAfter[Math.min(this.#failures++, retryAfter.length - 1)]
      this.#next = setTimeout(() => this.sync(), wait)
    }
    await this.#count()
  }

  async #count(): Promise<void> {
    this.#tell({ waiting: await (await this.#store).count('outbox') })
  }

  async #hear(message: 'lock' | { changed: readonly string[] }): Promise<void> {
    if (message === 'lock') this.#end()
    else if (this.#status.state === 'open') await this.#room?.documents.reload(message.changed)
  }

  #end(): void {
    clearTimeout(this.#idle)
    this.#room?.[releaseProxy]()
    this.#worker?.terminate()
    this.#worker = undefined
    this.#room = undefined
    if (this.#status.state === 'open') this.#tell({ state: 'locked', findings: nothingFound, unreadable: [] })
  }

  readonly #touch = () => {
    clearTimeout(this.#idle)
    if (this.#room) this.#idle = setTimeout(() => void this.lock(), idle)
  }

  readonly #wake = () => {
    if (this.#status.waiting > 0 || this.#status.state === 'open') this.sync()
  }

  #tell(part: Partial<VaultStatus>): void {
    this.#status = { ...this.#status, ...part }
    for (const listener of this.#listeners) listener()
  }
}

let current: Vault | undefined

/** The vault of whoever is signed in; `personId` is the plain uuid. */
export function vaultOf(personId: string): Vault {
  if (current?.personId !== personId) current = new Vault(personId)
  return current
}

export const useVaultStatus = (vault: Vault): VaultStatus =>
  useSyncExternalStore(vault.subscribe, () => vault.status)
