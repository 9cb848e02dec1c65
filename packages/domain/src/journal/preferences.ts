import { z } from 'zod'
import { isoDate, line } from '../text.ts'

const off = z.boolean({ error: 'invalid' }).default(false)

/** How somebody wants the journal. Sealed like the rest of it: even what is switched off is nobody else's business. */
export const journalPreferences = z.looseObject({
  type: z.literal('preferences'),
  format: z.literal(1),
  /** Switched off for good, until the writer switches it on again. */
  off: withDefaults(z.looseObject({ pulse: off, sleep: off, sliders: off, recovery: off, hardWeek: off, themes: off })),
  /** The day on which the pulse was met with "not now". */
  pulsePutOffOn: isoDate.nullable().default(null),
  /** Themes that the writer did not want to take further, with the day of saying so; one for each stressor. */
  dismissedThemes: z
    .array(z.looseObject({ stressor: line(40), day: isoDate }), { error: 'invalid' })
    .max(50, { error: 'tooMany' })
    .default([]),
})
export type JournalPreferences = z.output<typeof journalPreferences>

/** What holds until somebody chooses: everything on offer. */
export const defaultPreferences: JournalPreferences = journalPreferences.parse({ type: 'preferences', format: 1 })

function withDefaults<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((input) => input ?? {}, schema)
}
