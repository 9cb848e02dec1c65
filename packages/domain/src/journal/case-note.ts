import { z } from 'zod'
import { isoDate, prose } from '../text.ts'

/** A passage that the writer carried from an entry into preparing a case: a copy, so that the entry itself stays shut. */
export const caseNote = z.looseObject({
  type: z.literal('caseNote'),
  format: z.literal(1),
  text: prose(10_000),
  /** The item that it was copied from; it may be gone by now. */
  fromItem: z.uuid({ error: 'invalid' }),
  day: isoDate,
})
export type CaseNote = z.output<typeof caseNote>
