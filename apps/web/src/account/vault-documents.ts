import type { Bytes } from '@lederkreds/sealing/bytes'
import { SealingFault } from '@lederkreds/sealing/faults'
import { checkSeen, emptyMemory, forget, type Head, type Memory, merge } from '@lederkreds/sealing/memory'
import type { ItemRow, OutboxRow, SealedKind, VaultStore } from './vault-store.ts'

/** What the vault does for its documents; every call throws when it is locked. */
export interface Sealer {
  /** Seals to oneself, signed. */
  seal(about: ItemAbout, document: unknown): Promise<Pick<ItemRow, 'envelope' | 'wrappedKey'>>
  open(about: ItemAbout, sealed: Pick<ItemRow, 'envelope' | 'wrappedKey'>): Promise<unknown>
  sealLocal(name: string, document: unknown): Promise<Bytes>
  openLocal(name: string, sealed: Bytes): Promise<unknown>
}

export type ItemAbout = Pick<ItemRow, 'id' | 'kind' | 'version'>

/** A document that is open in the vault's memory. */
export interface OpenDocument<Document = unknown> {
  readonly id: string
  readonly kind: SealedKind
  readonly version: number
  readonly createdOn: string
  readonly document: Document
}

/** Who changed a document: this page, another device by way of the server, or another tab of this browser. */
export type Change = 'here' | 'server' | 'tab'
type Listener = (ids: readonly string[], from: Change) => void

/** What a comparison with the server found. */
export interface Comparison {
  /** New, or newer there. */
  readonly fetch: readonly string[]
  /** Kept here, not offered by the server any longer, and not deleted by its owner. */
  readonly missing: readonly string[]
  /** Offered in an older version than was seen here before. */
  readonly rolledBack: readonly string[]
}

/**
 * One person's documents, open in memory, sealed in IndexedDB, and in line for the server. A change resolves when it is
 * sealed and kept on this device; nothing is overwritten that another device wrote.
 */
export class Documents {
  readonly #store: VaultStore
  readonly #sealer: Sealer
  readonly #open = new Map<string, OpenDocument>()
  readonly #unreadable = new Map<string, number>()
  readonly #listeners = new Set<Listener>()
  /** What was deleted, and whose keys were accepted, on any of this person's devices that this one has heard of. */
  #memory: Memory = emptyMemory
  /** Changes take their turns, so that two of one document cannot take the same version. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(store: VaultStore, sealer: Sealer) {
    this.#store = store
    this.#sealer = sealer
  }

  /** Opens everything that is kept here. What cannot be opened is named, and left where it is. */
  async load(): Promise<void> {
    await Promise.all((await this.#store.getAll('item')).map((row) => this.#take(row, 'tab')))
  }

  all<Document>(kind: SealedKind): OpenDocument<Document>[] {
    return [...this.#open.values()].filter((each) => each.kind === kind) as OpenDocument<Document>[]
  }

  get(id: string): OpenDocument | undefined {
    return this.#open.get(id)
  }

  /** Ids of items that this vault's keys do not open, or that were changed by somebody else. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable.keys()]
  }

  /** Ids of the documents of which the server has not heard the newest yet. */
  async unsent(): Promise<readonly string[]> {
    return [...new Set((await this.#store.getAll('outbox')).map(({ item }) => item.id))]
  }

  /** Told the ids of documents that came, changed or went, until the vault is locked. */
  onChange(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** Keeps a new document (`id` null) or a new version of one, and puts it in line for the server. */
  save(kind: SealedKind, id: string | null, document: unknown, today: string): Promise<OpenDocument> {
    return this.#inTurn(() => this.#write(kind, id, document, today))
  }

  /** Deletes here at once, and in line for the server; other devices learn that it was meant. */
  remove(id: string, today: string): Promise<void> {
    return this.#inTurn(async () => {
      const row = await this.#store.get('item', id)
      if (!row) return
      await this.#shareMemory(forget(this.#memory, id), today)
      const transaction = this.#store.transaction(['item', 'outbox'], 'readwrite')
      await transaction.objectStore('item').delete(id)
      for (const place of await transaction.objectStore('outbox').index('item').getAllKeys(id)) {
        const each = await transaction.objectStore('outbox').get(place)
        if (each && !each.sent) await transaction.objectStore('outbox').delete(place)
      }
      await transaction.objectStore('outbox').add(inLine('delete', row))
      await transaction.done
      this.#drop(id, 'here')
    })
  }

  /** Compares with what the server offers of one kind. Ask for `memory` first: it says what other devices deleted. */
  async compare(kind: SealedKind, heads: readonly Head[]): Promise<Comparison> {
    return this.#inTurn(async () => {
      const waiting = new Set((await this.#store.getAll('outbox')).map(({ item }) => item.id))
      const rows = (await this.#store.getAll('item')).filter((row) => row.kind === kind && !waiting.has(row.id))
      for (const { id } of rows.filter((row) => this.#memory.deleted.includes(row.id))) {
        await this.#store.delete('item', id)
        this.#drop(id, 'server')
      }
      const isOurs = ({ id }: Head) => !waiting.has(id) && !this.#memory.deleted.includes(id)
      const versions = Object.fromEntries(rows.filter(isOurs).map(({ id, version }) => [id, version]))
      const { fresh, missing, rolledBack } = checkSeen({ ...emptyMemory, versions }, heads.filter(isOurs))
      const isTried = ({ id, version }: Head) => this.#unreadable.get(id) === version
      const tried = new Set(heads.filter(isTried).map(({ id }) => id))
      return { fetch: fresh.filter((id) => !tried.has(id)), missing, rolledBack }
    })
  }

  /** Takes what the server sent. What was not sealed by this person, or is older than what is here, is refused and named. */
  receive(rows: readonly ItemRow[], today: string): Promise<void> {
    return this.#inTurn(async () => {
      for (const row of rows) {
        if ((await this.#lastWaiting(row.id)) || row.version <= (this.#open.get(row.id)?.version ?? 0)) continue
        if (await this.#take(row, 'server')) await this.#store.put('item', row)
      }
      const [shared] = this.all<Memory>('memory')
      if (shared && !isSame(shared.document, this.#memory)) await this.#shareMemory(this.#memory, today)
    })
  }

  /** Another tab of this browser has written these. */
  reload(ids: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const id of ids) await this.#reread(id)
    })
  }

  /**
   * Both are kept: what stands here becomes a document of its own that names the one it differs from, and the other
   * device's version takes the old place with the next {@link receive}, which also merges what both remember.
   */
  part(id: string, today: string): Promise<void> {
    return this.#inTurn(async () => {
      const mine = this.#open.get(id)
      const transaction = this.#store.transaction(['item', 'outbox'], 'readwrite')
      for (const place of await transaction.objectStore('outbox').index('item').getAllKeys(id))
        await transaction.objectStore('outbox').delete(place)
      await transaction.objectStore('item').delete(id)
      await transaction.done
      this.#drop(id, 'server')
      if (!mine || mine.kind === 'memory') return
      await this.#write(mine.kind, null, { ...(mine.document as object), conflictOf: id }, today)
    })
  }

  /** A document that the server has lost is put in line again, under a new id. */
  async putBack(id: string, today: string): Promise<void> {
    const kept = this.#open.get(id)
    if (!kept) return
    await this.save(kept.kind, null, kept.document, today)
    await this.remove(id, today)
  }

  /** A draft of this device: kept sealed, never sent. */
  async keepDraft(name: string, document: unknown): Promise<void> {
    await this.#store.put('device', await this.#sealer.sealLocal(name, document), name)
  }

  async draft(name: string): Promise<unknown> {
    const sealed = await this.#store.get('device', name)
    return sealed && this.#sealer.openLocal(name, sealed)
  }

  async dropDraft(name: string): Promise<void> {
    await this.#store.delete('device', name)
  }

  /** Forgets everything that is open. */
  close(): void {
    this.#open.clear()
    this.#listeners.clear()
    this.#memory = emptyMemory
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work, work)
    this.#turn = turn.catch(() => {})
    return turn
  }

  async #lastWaiting(id: string): Promise<OutboxRow | undefined> {
    return (await this.#store.getAllFromIndex('outbox', 'item', id)).at(-1)
  }

  /**
   * What has not been sent yet is replaced; what may have arrived is followed by one version more. What another tab has
   * written meanwhile is left alone: this text then becomes a document of its own.
   */
  async #write(kind: SealedKind, id: string | null, document: unknown, today: string): Promise<OpenDocument> {
    const known = id ? this.#open.get(id) : undefined
    const waiting = known && (await this.#lastWaiting(known.id))
    const unsent = waiting?.action === 'save' && !waiting.sent && !waiting.stale ? waiting : undefined
    const about = { id: known?.id ?? crypto.randomUUID(), kind, version: (known?.version ?? 0) + (unsent ? 0 : 1) }
    const sealed = await this.#sealer.seal(about, document)
    const row: ItemRow = { ...about, createdOn: known?.createdOn ?? today, expiresOn: null, ...sealed }
    const kept = await this.#keep(row, known?.version ?? 0, unsent)
    if (kept === 'kept') return this.#show(row, document, 'here')
    if (kept === 'sentMeanwhile') return this.#write(kind, id, document, today)
    await this.#reread(row.id)
    if (kind === 'memory') return this.#write(kind, id, { ...(document as object), ...this.#memory }, today)
    return this.#write(kind, null, { ...(document as object), conflictOf: row.id }, today)
  }

  /** Both or none. Looks again, since other tabs write here too, and the line may have been sent while this was sealed. */
  async #keep(row: ItemRow, before: number, unsent: OutboxRow | undefined) {
    const transaction = this.#store.transaction(['item', 'outbox'], 'readwrite')
    const [items, outbox] = [transaction.objectStore('item'), transaction.objectStore('outbox')]
    const isElsewhere = ((await items.get(row.id))?.version ?? 0) !== before
    const place = unsent?.place
    const line = place === undefined ? undefined : await outbox.get(place)
    const isSent = place !== undefined && (!line || line.sent)
    if (!isElsewhere && !isSent) {
      await items.put(row)
      await outbox.put({ ...inLine('save', row), ...(place !== undefined && { place }) })
    }
    await transaction.done
    return isElsewhere ? 'writtenElsewhere' : isSent ? 'sentMeanwhile' : 'kept'
  }

  async #reread(id: string): Promise<void> {
    const row = await this.#store.get('item', id)
    if (row) await this.#take(row, 'tab')
    else this.#drop(id, 'tab')
  }

  /** Travels to this person's other devices as one sealed document. */
  async #shareMemory(memory: Memory, today: string): Promise<void> {
    const [shared] = this.all<Memory>('memory')
    this.#memory = memory
    await this.#write('memory', shared?.id ?? null, { type: 'memory', format: 1, ...memory }, today)
  }

  /** Opens a row into memory; answers whether it could be opened. */
  async #take(row: ItemRow, from: Change): Promise<boolean> {
    try {
      const document = await this.#sealer.open(row, row)
      this.#unreadable.delete(row.id)
      if (row.kind === 'memory') this.#memory = merge(this.#memory, document as Memory)
      this.#show(row, document, from)
      return true
    } catch (fault) {
      if (!(fault instanceof SealingFault)) throw fault
      this.#unreadable.set(row.id, row.version)
      return false
    }
  }

  #show({ id, kind, version, createdOn }: ItemRow, document: unknown, from: Change): OpenDocument {
    const shown = { id, kind, version, createdOn, document }
    this.#open.set(id, shown)
    for (const listener of this.#listeners) listener([id], from)
    return shown
  }

  #drop(id: string, from: Change): void {
    this.#unreadable.delete(id)
    if (!this.#open.delete(id)) return
    for (const listener of this.#listeners) listener([id], from)
  }
}

const inLine = (action: 'save' | 'delete', item: ItemRow): OutboxRow => ({
  action,
  requestId: crypto.randomUUID(),
  item,
  sent: false,
  stale: false,
})

/** Whether both remember the same; both come from `merge`, which puts everything in order. */
const isSame = (shared: Memory, memory: Memory) => {
  const { versions, deleted, pins } = shared
  return JSON.stringify([versions, deleted, pins]) === JSON.stringify([memory.versions, memory.deleted, memory.pins])
}
