import type { Period } from '@lederkreds/domain/journal/comparison'
import {
  type JournalDocument,
  journalDocument,
  type ReadDocument,
  readDocument,
} from '@lederkreds/domain/journal/document'
import { type Entry, newEntry } from '@lederkreds/domain/journal/entry'
import { type FoundPlace, foundPlace } from '@lederkreds/domain/journal/found-place'
import { type HardWeekLevel, hardWeek } from '@lederkreds/domain/journal/hard-week'
import type { JournalPreferences } from '@lederkreds/domain/journal/preferences'
import { isPulseDue } from '@lederkreds/domain/journal/pulse'
import { makeSearchIndex } from '@lederkreds/domain/journal/search'
import { dismissTheme, type ThemeOffer, themeOffer } from '@lederkreds/domain/journal/theme'
import { type InputIssue, InvalidInput, type Locale, parse } from '@lederkreds/domain/text'
import { proxy } from 'comlink'
import type { Documents, OpenDocument } from '../account/vault-documents.ts'
import { newSlots } from './draft-slot.ts'
import { type CaseNoteRow, type JournalRow, newerRow, newestFirst, rowOf } from './journal-row.ts'
import { keptPreferences } from './kept-preferences.ts'
import { comparedOf, type MeasureCompared, type Pictures, picturesOf } from './pictures.ts'
import { type TakenOut, takeOut } from './taken-out.ts'

/** Kinds of her own that are not of the journal: they are taken out with it and stand nowhere else in it. */
const besides = ['caseDraft', 'roundNote', 'nextStep'] as const

/** What the journal asks of the vault's documents. */
export type JournalDocuments = Pick<
  Documents,
  'all' | 'get' | 'onChange' | 'save' | 'remove' | 'unsent' | 'keepDraft' | 'draft' | 'dropDraft'
>

export interface JournalFront {
  readonly rows: readonly JournalRow[]
  readonly total: number
  readonly caseNotes: readonly CaseNoteRow[]
  readonly preferences: JournalPreferences
  readonly isPulseDue: boolean
  readonly hardWeek: HardWeekLevel
  /** With the newest entry about it, to carry a passage from. */
  readonly theme: (ThemeOffer & { readonly entry: string | null }) | null
  /** Whether a night that ended today has been written down. */
  readonly hasSlept: boolean
  /** Whether something was begun and neither saved nor thrown away. */
  readonly hasDraft: boolean
  readonly unsent: readonly string[]
}

export interface FoundRow {
  readonly row: JournalRow
  /** Null when only a label in the other language holds what was looked for. */
  readonly place: FoundPlace | null
}

/** A document as it is open; what this version of the app cannot read is given as it is. */
export type OpenItem = { readonly id: string; readonly createdOn: string; readonly isUnsent: boolean } & ReadDocument

/** Where a document was kept, or what stands in the way. `beside` names the document that another device has changed meanwhile. */
export type Kept =
  | { readonly isKept: true; readonly id: string; readonly beside: string | null }
  | { readonly isKept: false; readonly issues: readonly InputIssue[] }

const pageSize = 30

/**
 * The journal beside the keys, in the vault's worker: lists, search, and everything that is worked out from what somebody
 * wrote. The page is given what it shows, and nobody else anything.
 */
export class JournalDesk {
  readonly #documents: JournalDocuments
  readonly #shelf = new Map<string, { open: OpenDocument; read: ReadDocument }>()
  readonly #index = makeSearchIndex()
  readonly #listeners = new Set<() => unknown>()
  #isTelling = false

  constructor(documents: JournalDocuments) {
    this.#documents = documents
    documents.onChange((ids) => this.#take(ids))
  }

  /** Told when something came, changed or went; many changes at once are one. Answers how to stop. */
  onChange(listener: () => unknown): () => void {
    this.#listeners.add(listener)
    return proxy(() => void this.#listeners.delete(listener))
  }

  /** What the front of the journal shows on a day. */
  async front(today: string): Promise<JournalFront> {
    const documents = this.documents()
    const { preferences } = this.#preferences()
    const of = <Type extends JournalDocument['type']>(type: Type) =>
      documents.filter((each): each is Extract<JournalDocument, { type: Type }> => each.type === type)
    const rows = this.#rows()
    return {
      rows: rows.slice(0, 5),
      total: rows.length,
      caseNotes: this.caseNotes(),
      preferences,
      isPulseDue: isPulseDue(of('pulse'), today, preferences),
      hardWeek: hardWeek(of('pulse'), today, preferences),
      theme: this.#theme(themeOffer(of('entry'), today, preferences), rows),
      hasSlept: documents.some(
        (each) => (each.type === 'sleep' || (each.type === 'entry' && each.sleep)) && each.day === today,
      ),
      hasDraft: await this.#hasDraft(),
      unsent: await this.#documents.unsent(),
    }
  }

  /** One page of everything that was written, newest day first. */
  list(page: number): { rows: readonly JournalRow[]; total: number } {
    const rows = this.#rows()
    return { rows: rows.slice(page * pageSize, (page + 1) * pageSize), total: rows.length }
  }

  /** What holds every word of the query, newest first, each with the place; nothing is looked for while it is blank. */
  search(query: string, locale: Locale): readonly FoundRow[] {
    return this.#index.find(query).flatMap((id) => {
      const [row, read] = [this.#row(id), this.#shelf.get(id)?.read]
      return row && read?.isKnown ? [{ row, place: foundPlace(read.document, query, locale) }] : []
    })
  }

  /** What was written about one day. */
  day(day: string): readonly JournalRow[] {
    return this.#rows().filter((row) => row.day === day)
  }

  /** The patterns of so many weeks, null for all of them: pictures, and the same in words. */
  pictures(today: string, weeks: number | null): Pictures {
    return picturesOf(this.documents(), today, weeks)
  }

  compared(before: Period, after: Period): readonly MeasureCompared[] {
    return comparedOf(this.documents(), before, after)
  }

  /** Everything, as two files that anybody can read. */
  takeOut(today: string, locale: Locale): TakenOut {
    return takeOut(this.items(), today, locale)
  }

  caseNotes(): readonly CaseNoteRow[] {
    return [...this.#shelf]
      .flatMap(([id, { read }]) =>
        read.isKnown && read.document.type === 'caseNote' ? [{ id, note: read.document }] : [],
      )
      .sort((one, other) => (one.note.day < other.note.day ? 1 : -1))
  }

  /** Everything that is open and readable: for pictures and whatever else is worked out here. */
  documents(): readonly JournalDocument[] {
    return [...this.#shelf.values()].flatMap(({ read }) => (read.isKnown ? [read.document] : []))
  }

  /** Everything that is open, as it is stored, also what is not of the journal, or this version cannot read: to be taken out. */
  items(): readonly { id: string; document: unknown }[] {
    const others = besides.flatMap((kind) => this.#documents.all(kind))
    return [...[...this.#shelf.values()].map(({ open }) => open), ...others].map(({ id, document }) => ({
      id,
      document,
    }))
  }

  /** Null when it is not here: deleted, or not fetched yet. */
  async item(id: string): Promise<OpenItem | null> {
    const found = this.#shelf.get(id)
    if (!found) return null
    const { createdOn } = found.open
    return { id, createdOn, isUnsent: (await this.#documents.unsent()).includes(id), ...found.read }
  }

  /** A blank page, stamped with the writer's own time. */
  blank(writtenAt: string): Entry {
    return newEntry(writtenAt)
  }

  /**
   * Keeps a document: sealed, on this device, and in line for the server. `before` is the document as it was when the
   * writer began to change it (null for a new one). Where another device has changed it since, both are kept.
   */
  async save(id: string | null, before: JournalDocument | null, document: unknown, today: string): Promise<Kept> {
    const checked = check(document)
    if ('issues' in checked) return { isKept: false, issues: checked.issues }
    const now = id === null ? undefined : this.#shelf.get(id)?.read
    const isOvertaken = now !== undefined && !(now.isKnown && isSame(now.document, before))
    const kept = isOvertaken ? { ...checked.document, conflictOf: id } : checked.document
    const kind = checked.document.type === 'caseNote' ? 'caseNote' : 'journal'
    const saved = await this.#documents.save(kind, isOvertaken ? null : id, kept, today)
    return { isKept: true, id: saved.id, beside: isOvertaken ? id : null }
  }

  /** Deletes, also what this version cannot read, and what was begun to be changed in it. */
  async remove(id: string, today: string): Promise<void> {
    await this.#documents.dropDraft(draftName(id))
    await this.#documents.remove(id, today)
  }

  /** A passage becomes a document of its own, for a case; what it was taken from is not changed and not opened to anybody. */
  carryIn(text: string, fromItem: string, today: string): Promise<Kept> {
    return this.save(null, null, { type: 'caseNote', format: 1, text, fromItem, day: today }, today)
  }

  preferences(): JournalPreferences {
    return this.#preferences().preferences
  }

  /** Changes what somebody chose; where two devices had kept choices of their own, one document is left. */
  async choose(changes: Partial<JournalPreferences>, today: string): Promise<void> {
    const { preferences, ids } = this.#preferences()
    const [id = null, ...others] = ids
    await this.#documents.save('journal', id, { ...preferences, ...changes }, today)
    for (const other of others) await this.#documents.remove(other, today)
  }

  /** The theme rests for a while. */
  dismissTheme(stressor: ThemeOffer['stressor'], today: string): Promise<void> {
    const { dismissedThemes } = dismissTheme(this.preferences(), stressor, today)
    return this.choose({ dismissedThemes }, today)
  }

  /** What is being written, sealed on this device alone. `slot` is one of {@link newSlots}, an item's id, or `exercises`. */
  keepDraft(slot: string, draft: unknown): Promise<void> {
    return this.#documents.keepDraft(draftName(slot), draft)
  }

  draft(slot: string): Promise<unknown> {
    return this.#documents.draft(draftName(slot))
  }

  async dropDraft(slot: string): Promise<void> {
    await this.#documents.dropDraft(draftName(slot))
    this.#tell()
  }

  async #hasDraft(): Promise<boolean> {
    const drafts = await Promise.all(newSlots.map((slot) => this.#documents.draft(draftName(slot))))
    return drafts.some((draft) => draft !== undefined)
  }

  #preferences() {
    const kept = [...this.#shelf].flatMap(([id, { read }]) =>
      read.isKnown && read.document.type === 'preferences' ? [{ id, document: read.document }] : [],
    )
    return keptPreferences(kept)
  }

  #theme(offer: ThemeOffer | null, rows: readonly JournalRow[]): JournalFront['theme'] {
    return offer && { ...offer, entry: rows.find(({ stressors }) => stressors.includes(offer.stressor))?.id ?? null }
  }

  #rows(): readonly JournalRow[] {
    return [...this.#shelf.keys()].flatMap((id) => this.#row(id) ?? []).sort(newestFirst)
  }

  #row(id: string): JournalRow | undefined {
    const found = this.#shelf.get(id)
    if (!found) return undefined
    if (!found.read.isKnown) return newerRow(id, found.open.createdOn)
    const { document } = found.read
    return document.type === 'preferences' || document.type === 'caseNote' ? undefined : rowOf(id, document)
  }

  #take(ids: readonly string[]): void {
    for (const id of ids) {
      const open = this.#documents.get(id)
      if (open && open.kind !== 'journal' && open.kind !== 'caseNote') continue
      if (!open) {
        this.#shelf.delete(id)
        this.#index.remove(id)
        continue
      }
      const read = readDocument(open.document)
      this.#shelf.set(id, { open, read })
      if (read.isKnown) this.#index.add(id, read.document)
      else this.#index.remove(id)
    }
    this.#tell()
  }

  #tell(): void {
    if (this.#isTelling) return
    this.#isTelling = true
    setTimeout(() => {
      this.#isTelling = false
      for (const listener of this.#listeners) listener()
    })
  }
}

const draftName = (slot: string) => `journal ${slot}`

function check(document: unknown): { document: JournalDocument } | { issues: readonly InputIssue[] } {
  try {
    return { document: parse(journalDocument, document) }
  } catch (refusal) {
    if (refusal instanceof InvalidInput) return { issues: refusal.issues }
    throw refusal
  }
}

/** Documents are read by the same schema, which lays their fields in one order. */
const isSame = (one: JournalDocument, other: JournalDocument | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
