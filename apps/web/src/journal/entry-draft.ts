import type { Entry } from '@lederkreds/domain/journal/entry'

/** An entry that is being written. `before` is what it was when that began; null for a new one. */
export interface EntryDraft {
  readonly before: Entry | null
  readonly entry: Entry
}

/** A draft as it was kept on this device; anything else there is none. */
export function readEntryDraft(kept: unknown): EntryDraft | null {
  const isDraft = typeof kept === 'object' && kept !== null && 'before' in kept && 'entry' in kept
  return isDraft ? (kept as EntryDraft) : null
}
