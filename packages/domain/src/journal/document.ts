import { z } from 'zod'
import { caseNote } from './case-note.ts'
import { entry } from './entry.ts'
import { exerciseDocument } from './exercise.ts'
import { journalPreferences } from './preferences.ts'
import { pulse } from './pulse.ts'
import { sleepDocument } from './sleep.ts'

/**
 * UTF-8 bytes of JSON. The largest class of a sealed item is 64 KiB, of which 1 KiB is left to what sealing adds. The
 * texts of a document have limits of their own, in characters, that Danish and English prose stays inside; together in
 * another script they may pass this one, and then the document is refused as `tooLong`.
 */
export const maxDocumentBytes = 63 * 1024

/**
 * Everything that the journal seals to its writer. Fields that this version does not know are kept, so that saving in an
 * older version loses nothing of a newer one.
 */
export const journalDocument = z
  .discriminatedUnion('type', [entry, exerciseDocument, pulse, sleepDocument, caseNote, journalPreferences], {
    error: 'unknown',
  })
  .refine((document) => documentBytes(document) <= maxDocumentBytes, { error: 'tooLong' })
export type JournalDocument = z.output<typeof journalDocument>

export type ReadDocument =
  | { readonly isKnown: true; readonly document: JournalDocument }
  /** Of a newer version, or damaged: shown as such, taken out as it is, never saved over. */
  | { readonly isKnown: false; readonly type: string | null; readonly original: unknown }

/** What an opened item holds. Never throws and never leaves anything out: what it cannot read is given back as it was. */
export function readDocument(opened: unknown): ReadDocument {
  const result = journalDocument.safeParse(opened)
  if (result.success) return { isKnown: true, document: result.data }
  const type = typeof opened === 'object' && opened !== null && 'type' in opened ? opened.type : null
  return { isKnown: false, type: typeof type === 'string' ? type : null, original: opened }
}

/** The size that counts against {@link maxDocumentBytes}; a page can say how much room is left. */
export const documentBytes = (document: unknown): number =>
  new TextEncoder().encode(JSON.stringify(document)).byteLength
