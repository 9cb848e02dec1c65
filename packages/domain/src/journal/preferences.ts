import { z } from 'zod'
import { isoDate, line, wholeNumber } from '../text.ts'
import { isWeekend } from './week.ts'

const off = z.boolean({ error: 'invalid' }).default(false)

/** How somebody wants the journal. Sealed like the rest of it: even what is switched off is nobody else's business. */
export const journalPreferences = z.looseObject({
  type: z.literal('preferences'),
  format: z.literal(1),
  /** Switched off for good, until the writer switches it on again. */
  off: withDefaults(z.looseObject({ pulse: off, sleep: off, sliders: off, recovery: off, hardWeek: off, themes: off })),
  reminder: withDefaults(
    z.looseObject({
      on: z.boolean({ error: 'invalid' }).default(false),
      /** On the writer's own clock. */
      hour: wholeNumber(0, 23).default(16),
      weekends: z.boolean({ error: 'invalid' }).default(false),
    }),
  ),
  /** The day on which the pulse was met with "not now". */
  pulsePutOffOn: isoDate.nullable().default(null),
  /** Themes that the writer did not want to take further, with the day of saying so; one for each stressor. */
  dismissedThemes: z
    .array(z.looseObject({ stressor: line(40), day: isoDate }), { error: 'invalid' })
    .max(50, { error: 'tooMany' })
    .default([]),
})
export type JournalPreferences = z.output<typeof journalPreferences>

/** What holds until somebody chooses: everything on offer, no reminder. */
export const defaultPreferences: JournalPreferences = journalPreferences.parse({ type: 'preferences', format: 1 })

/**
 * Whether a reminder may be shown in this hour of the writer's day. It is told nothing of what was written or left
 * unwritten, so it cannot shame anybody.
 */
export const isTimeToRemind = (reminder: JournalPreferences['reminder'], day: string, hour: number): boolean =>
  reminder.on && reminder.hour === hour && (reminder.weekends || !isWeekend(day))

function withDefaults<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((input) => input ?? {}, schema)
}
