import { defaultPreferences, type JournalPreferences } from '@lederkreds/domain/journal/preferences'

/** What somebody chose, and the documents that say so: more than one where two devices chose before they met. */
export interface KeptPreferences {
  readonly preferences: JournalPreferences
  readonly ids: readonly string[]
}

/**
 * One set of choices out of however many there are, the same on every device: what is switched off anywhere stays off, what
 * was dismissed anywhere stays dismissed, and the later "not now" holds.
 */
export function keptPreferences(all: readonly { id: string; document: JournalPreferences }[]): KeptPreferences {
  const inOrder = [...all].sort((one, other) => (one.id < other.id ? -1 : 1))
  const [first, ...others] = inOrder.map(({ document }) => document)
  return { preferences: first ? others.reduce(together, first) : defaultPreferences, ids: inOrder.map(({ id }) => id) }
}

function together(one: JournalPreferences, other: JournalPreferences): JournalPreferences {
  const { pulse, sleep, sliders, recovery, hardWeek, themes } = other.off
  const dismissed = new Map(one.dismissedThemes.map((theme) => [theme.stressor, theme]))
  for (const theme of other.dismissedThemes)
    if (theme.day > (dismissed.get(theme.stressor)?.day ?? '')) dismissed.set(theme.stressor, theme)
  return {
    ...one,
    off: {
      ...one.off,
      pulse: one.off.pulse || pulse,
      sleep: one.off.sleep || sleep,
      sliders: one.off.sliders || sliders,
      recovery: one.off.recovery || recovery,
      hardWeek: one.off.hardWeek || hardWeek,
      themes: one.off.themes || themes,
    },
    pulsePutOffOn: [one.pulsePutOffOn, other.pulsePutOffOn].sort().at(-1) ?? one.pulsePutOffOn,
    dismissedThemes: [...dismissed.values()],
  }
}
