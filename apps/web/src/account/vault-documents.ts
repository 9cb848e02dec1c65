import type { Bytes } from '@lederkreds/sealing/bytes'
import type { Pin } from '@lederkreds/sealing/directory'
import { SealingFault } from '@lederkreds/sealing/faults'
import { checkSeen, forget, type Head, rememberPin } from '@lederkreds/sealing/memory'
import {
  emptySharedMemory,
  isSameMemory,
  mergeShared,
  readMemory,
  type SharedMemory,
  type Verdict,
} from './device-memory.ts'
import { deleteInLine, giveUp, keepInLine, lastInLine } from './outbox.ts'
import type { ItemRow, SealedKind, VaultStore } from './vault-store.ts'

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
  /** The last day on which it is there, as it says itself; null for what stays until it is deleted. */
  readonly expiresOn: string | null
  readonly document: Document
}

/** Who changed a document: this page, another device by way of the server, or another tab of this browser. */
export type Change = 'here' | 'server' | 'tab'
type Listener = (ids: readonly string[], from: Change) => void

/** What a comparison with the server found. */
export interface Comparison {
  /** New, or newer there. */
  readonly fetch: readonly string[]
  /** Kept here, not offered by the server any longer, though its owner has not deleted it and its last day is to come. */
  readonly missing: readonly string[]
  /** Offered in an older version than was seen here before. */
  readonly rolledBack: readonly string[]
}

/**
 * One person's documents, open in memory, sealed in IndexedDB, and in line for the server. A change resolves when it is
 * sealed and kept on this device; nothing is overwritten that another device or another tab wrote.
 */
export class Documents {
  readonly #store: VaultStore
  readonly #sealer: Sealer
  readonly #open = new Map<string, OpenDocument>()
  /** The version that could not be opened, by id. */
  readonly #unreadable = new Map<string, number>()
  /** The version that was past its last day, by id: a server may offer it until it has deleted it too. */
  readonly #over = new Map<string, number>()
  readonly #listeners = new Set<Listener>()
  #memory: SharedMemory = emptySharedMemory
  /** Changes take their turns, so that two of one document cannot take the same version. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(store: VaultStore, sealer: Sealer) {
    this.#store = store
    this.#sealer = sealer
  }

  /** Opens everything that is kept here, and tells of it once. What cannot be opened is named, and left where it is. */
  async load(): Promise<void> {
    const rows = await this.#store.getAll('item')
    const opened = await Promise.all(rows.map((row) => this.#take(row)))
    this.#tell(
      rows.filter((_, at) => opened[at]).map(({ id }) => id),
      'tab',
    )
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

  /** What this person's devices have told each other, as far as this one has heard. */
  get memory(): SharedMemory {
    return this.#memory
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
      await this.#share({ ...this.#memory, ...forget(this.#memory, id, today) }, today)
      await deleteInLine(this.#store, row)
      this.#drop(id, 'here')
    })
  }

  /**
   * Takes off this device what is past its last day. Only the day that stands in the document itself counts, which its
   * owner sealed: a server that tells of another one deletes nothing here.
   */
  expire(today: string): Promise<void> {
    return this.#inTurn(async () => {
      for (const each of [...this.#open.values()]) if (isOver(each, today)) await this.#putAway(each)
    })
  }

  /** From now on this is the identity of a colleague that counts; `verdict` is what comparing words has shown of it. */
  acceptPerson(personId: string, pin: Pin, verdict: Verdict | null, today: string): Promise<void> {
    return this.#inTurn(async () => {
      const isRefused = verdict?.said === 'different'
      const seen = isRefused ? this.#memory : { ...this.#memory, ...rememberPin(this.#memory, personId, pin) }
      const verdicts = verdict ? { ...seen.verdicts, [personId]: verdict } : seen.verdicts
      await this.#share({ ...seen, verdicts }, today)
    })
  }

  /**
   * Compares with what the server offers of one kind. Ask for `memory` first: it says what other devices deleted. What had
   * its last day may be gone there already, where the day ends earlier.
   */
  compare(kind: SealedKind, heads: readonly Head[], today: string): Promise<Comparison> {
    return this.#inTurn(async () => {
      const waiting = new Set((await this.#store.getAll('outbox')).map(({ item }) => item.id))
      const rows = (await this.#store.getAll('item')).filter((row) => row.kind === kind && !waiting.has(row.id))
      for (const { id } of rows.filter((row) => this.#isDeleted(row.id))) {
        await this.#store.delete('item', id)
        this.#drop(id, 'server')
      }
      const isOurs = ({ id }: Head) => !waiting.has(id) && !this.#isDeleted(id)
      const versions = Object.fromEntries(rows.filter(isOurs).map(({ id, version }) => [id, version]))
      const { fresh, missing, rolledBack } = checkSeen(versions, heads.filter(isOurs))
      const isTried = ({ id, version }: Head) => [this.#unreadable, this.#over].some((all) => all.get(id) === version)
      const isAwaited = (id: string) => (this.#open.get(id)?.expiresOn ?? later) > today
      const tried = new Set(heads.filter(isTried).map(({ id }) => id))
      return { fetch: fresh.filter((id) => !tried.has(id)), missing: missing.filter(isAwaited), rolledBack }
    })
  }

  /**
   * Takes what the server sent. What was not sealed by this person, or is older than what is here, is refused and named;
   * what she has deleted is passed over, whether it was asked for or not.
   */
  receive(rows: readonly ItemRow[], today: string): Promise<void> {
    return this.#inTurn(async () => {
      const taken: string[] = []
      try {
        for (const row of rows) {
          if (this.#isDeleted(row.id)) continue
          if ((await lastInLine(this.#store, row.id)) || row.version <= (this.#open.get(row.id)?.version ?? 0)) continue
          const opened = await this.#take(row)
          if (!opened) continue
          if (isOver(opened, today)) {
            await this.#putAway(opened)
            continue
          }
          taken.push(row.id)
          await this.#store.put('item', { ...row, expiresOn: opened.expiresOn })
        }
      } finally {
        this.#tell(taken, 'server')
      }
      const [shared] = this.all('memory')
      if (shared && !isSameMemory(readMemory(shared.document), this.#memory))
        await this.#share(this.#memory, today, 'server')
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
      await giveUp(this.#store, id)
      this.#drop(id, 'server')
      if (!mine || mine.kind === 'memory') return
      // Sent with the exchange that is under way: a server that always says so must not keep this device busy.
      await this.#write(mine.kind, null, { ...(mine.document as object), conflictOf: id }, today, 'server')
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
    this.#unreadable.clear()
    this.#over.clear()
    this.#listeners.clear()
    this.#memory = emptySharedMemory
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work, work)
    this.#turn = turn.catch(() => {})
    return turn
  }

  /**
   * What has not been sent yet is replaced; what may have arrived is followed by one version more. What another tab has
   * written meanwhile is left alone: this text then becomes a document of its own.
   */
  async #write(
    kind: SealedKind,
    id: string | null,
    document: unknown,
    today: string,
    from: Change = 'here',
  ): Promise<OpenDocument> {
    const known = id ? this.#open.get(id) : undefined
    const waiting = known && (await lastInLine(this.#store, known.id))
    const unsent = waiting?.action === 'save' && !waiting.sent && !waiting.stale ? waiting : undefined
    const about = { id: known?.id ?? crypto.randomUUID(), kind, version: (known?.version ?? 0) + (unsent ? 0 : 1) }
    const sealed = await this.#sealer.seal(about, document)
    const row: ItemRow = { ...about, createdOn: known?.createdOn ?? today, expiresOn: lastDayOf(document), ...sealed }
    const kept = await keepInLine(this.#store, row, known?.version ?? 0, unsent)
    if (kept === 'kept') {
      const shown = this.#show(row, document)
      this.#tell([row.id], from)
      return shown
    }
    if (kept === 'sentMeanwhile') return this.#write(kind, id, document, today)
    await this.#reread(row.id)
    if (kind === 'memory') return this.#write(kind, id, shareable(this.#memory), today)
    return this.#write(kind, null, { ...(document as object), conflictOf: row.id }, today)
  }

  /** Travels to this person's other devices as one sealed document. */
  async #share(memory: SharedMemory, today: string, from: Change = 'here'): Promise<void> {
    const [shared] = this.all('memory')
    this.#memory = mergeShared(this.#memory, memory)
    await this.#write('memory', shared?.id ?? null, shareable(this.#memory), today, from)
  }

  async #reread(id: string): Promise<void> {
    const row = await this.#store.get('item', id)
    if (!row) return this.#drop(id, 'tab')
    if (await this.#take(row)) this.#tell([id], 'tab')
  }

  /** Opens a row into memory; answers nothing where it could not be opened, and leaves the telling to whoever asked. */
  async #take(row: ItemRow): Promise<OpenDocument | undefined> {
    try {
      const document = await this.#sealer.open(row, row)
      this.#unreadable.delete(row.id)
      if (row.kind === 'memory') this.#memory = mergeShared(this.#memory, readMemory(document))
      return this.#show(row, document)
    } catch (fault) {
      if (!(fault instanceof SealingFault)) throw fault
      this.#unreadable.set(row.id, row.version)
      return undefined
    }
  }

  async #putAway({ id, version }: OpenDocument): Promise<void> {
    this.#over.set(id, version)
    await giveUp(this.#store, id)
    this.#drop(id, 'server')
  }

  #isDeleted(id: string): boolean {
    return Object.hasOwn(this.#memory.deleted, id)
  }

  #show({ id, kind, version, createdOn }: ItemRow, document: unknown): OpenDocument {
    const shown = { id, kind, version, createdOn, expiresOn: lastDayOf(document), document }
    this.#open.set(id, shown)
    return shown
  }

  #tell(ids: readonly string[], from: Change): void {
    if (ids.length > 0) for (const listener of this.#listeners) listener(ids, from)
  }

  #drop(id: string, from: Change): void {
    this.#unreadable.delete(id)
    if (this.#open.delete(id)) this.#tell([id], from)
  }
}

const shareable = (memory: SharedMemory) => ({ type: 'memory', format: 2, ...memory })

/** After every day that anything expires on. */
const later = '9999-12-31'

/** A document that is to go by itself names its last day, YYYY-MM-DD, as `expiresOn`. */
function lastDayOf(document: unknown): string | null {
  const expiresOn = (document as { readonly expiresOn?: unknown } | null)?.expiresOn
  return typeof expiresOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(expiresOn) ? expiresOn : null
}

const isOver = ({ expiresOn }: OpenDocument, today: string): boolean => expiresOn !== null && expiresOn < today
