import { z } from 'zod'
import { isoDate, type Locale } from '../text.ts'
import type { CsvDialect } from './csv.ts'
import { csvDialects } from './csv.ts'

/**
 * The two files that leave the product. Each speaks one language whoever fetches it, so that what reads it next need not
 * know who did: Danish for Danish Excel, English for programs.
 */
export const exportFiles = {
  excel: { dialect: csvDialects.danishExcel, locale: 'da' },
  plain: { dialect: csvDialects.plain, locale: 'en' },
} as const satisfies Record<string, { dialect: CsvDialect; locale: Locale }>
export type ExportFile = keyof typeof exportFiles

/**
 * What is asked for: which file, which days (both included; left out means no limit) and perhaps one network only. A word
 * that is not among these is refused: a limit that was mistyped must not become a file without a limit.
 */
export const exportRequest = z
  .strictObject({
    dialect: z.enum(['excel', 'plain'], { error: 'unknown' }).default('excel'),
    from: isoDate.optional(),
    until: isoDate.optional(),
    network: z.uuid({ error: 'unknown' }).optional(),
  })
  .superRefine(({ from, until }, context) => {
    if (from && until && until < from) context.addIssue({ code: 'custom', message: 'tooEarly', path: ['until'] })
  })
export type ExportRequest = z.output<typeof exportRequest>

/** What the file is called: it says what it is and whose days, never who or which network is in it. */
export const exportFileName = ({ from, until }: Pick<ExportRequest, 'from' | 'until'>): string =>
  `${['deltagelse', from, until && `til-${until}`].filter(Boolean).join('-')}.csv`
