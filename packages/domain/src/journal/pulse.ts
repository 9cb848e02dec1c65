import { z } from 'zod'
import { dayAfter } from '../day.ts'
import type { Words } from '../text.ts'
import { isoDate } from '../text.ts'
import { chipsOf } from './chip.ts'
import type { JournalPreferences } from './preferences.ts'
import { writtenAt } from './written-at.ts'

/** The one item. Our own words; on the theme of Danish surveys of leaders, whose period is two weeks too. */
export const pulseQuestion: Words = {
  da: 'Hvor ofte har du følt dig stresset de seneste to uger?',
  en: 'How often have you felt stressed over the last two weeks?',
}

/** From never to always; that order is their value, 0 to 4. */
export const pulseAnswers = chipsOf({
  never: ['Aldrig', 'Never'],
  rarely: ['Sjældent', 'Rarely'],
  sometimes: ['Sommetider', 'Sometimes'],
  often: ['Ofte', 'Often'],
  always: ['Hele tiden', 'All the time'],
})
export type PulseAnswer = (typeof pulseAnswers)[number]['key']

/** An answer speaks of this many days up to and with its own; so the question is not asked again before they have passed. */
export const pulseDays = 14

export const pulse = z.looseObject({
  type: z.literal('pulse'),
  format: z.literal(1),
  day: isoDate,
  writtenAt,
  answer: z.enum(['never', 'rarely', 'sometimes', 'often', 'always'], { error: 'unknown' }),
})
export type Pulse = z.output<typeof pulse>

export const pulseValue = (answer: PulseAnswer): number => pulseAnswers.findIndex(({ key }) => key === answer)

/**
 * Whether the question may be shown: {@link pulseDays} after it was last answered or put off, never when switched off.
 * Somebody who never met it may be asked at once.
 */
export function isPulseDue(
  pulses: readonly Pick<Pulse, 'day'>[],
  today: string,
  { off, pulsePutOffOn }: Pick<JournalPreferences, 'off' | 'pulsePutOffOn'>,
): boolean {
  const met = [...pulses.map(({ day }) => day), ...(pulsePutOffOn === null ? [] : [pulsePutOffOn])].sort().at(-1)
  return !off.pulse && (met === undefined || today >= dayAfter(met, pulseDays))
}
