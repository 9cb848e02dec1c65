import { dayAfter } from '../day.ts'
import type { Entry } from './entry.ts'
import type { JournalPreferences } from './preferences.ts'
import { type Stressor, stressors } from './stressor.ts'
import { writtenDay, writtenHour } from './written-at.ts'

/** An evening begins here on the writer's own clock, and what is written before dawn belongs to the evening before. */
const eveningFrom = 17
const eveningUntil = 4

const evenings = 3
const withinDays = 14
const quietDays = 30

export interface ThemeOffer {
  readonly stressor: Stressor
  /** The days whose evenings it is about, oldest first. */
  readonly evenings: readonly string[]
}

/**
 * A theme that somebody tapped on three evenings of the last two weeks, to take to the network rather than write about
 * once more; null for none. Evenings are those of writing, so that three days caught up on in one evening are one. It goes
 * by the chips alone and never by the texts. A theme that was dismissed rests for 30 days.
 */
export function themeOffer(
  entries: readonly Pick<Entry, 'writtenAt' | 'stressors'>[],
  today: string,
  { off, dismissedThemes }: Pick<JournalPreferences, 'off' | 'dismissedThemes'>,
): ThemeOffer | null {
  if (off.themes) return null
  const written = entries.flatMap(({ writtenAt, stressors }) => {
    const evening = eveningOf(writtenAt)
    return evening !== null && evening <= today && evening > dayAfter(today, -withinDays)
      ? [{ evening, stressors }]
      : []
  })
  const isResting = (stressor: string) =>
    dismissedThemes.some((theme) => theme.stressor === stressor && today < dayAfter(theme.day, quietDays))
  const offers = stressors
    .map(({ key }) => ({
      stressor: key,
      evenings: [
        ...new Set(written.filter((each) => each.stressors.includes(key)).map(({ evening }) => evening)),
      ].sort(),
    }))
    .filter((offer) => offer.evenings.length >= evenings && !isResting(offer.stressor))
  return offers.sort((one, other) => other.evenings.length - one.evenings.length)[0] ?? null
}

/** The preferences after somebody said "not this theme": it rests, and an older word on it is forgotten. */
export const dismissTheme = (preferences: JournalPreferences, stressor: Stressor, day: string): JournalPreferences => ({
  ...preferences,
  dismissedThemes: [...preferences.dismissedThemes.filter((theme) => theme.stressor !== stressor), { stressor, day }],
})

function eveningOf(writtenAt: string): string | null {
  const hour = writtenHour(writtenAt)
  if (hour >= eveningFrom) return writtenDay(writtenAt)
  return hour < eveningUntil ? dayAfter(writtenDay(writtenAt), -1) : null
}
