import { z } from 'zod'
import { isoDate, type Words, wholeNumber } from '../text.ts'

/** The eight statements, in our own words. Not a validated instrument: something to talk about, not a test. */
export const statements = [
  {
    key: 'conversation',
    text: {
      da: 'Jeg kan tage en svær samtale uden at udskyde den.',
      en: 'I can hold a difficult conversation without postponing it.',
    },
  },
  {
    key: 'decision',
    text: { da: 'Jeg kan stå ved en upopulær beslutning.', en: 'I can stand by an unpopular decision.' },
  },
  {
    key: 'sleep',
    text: {
      da: 'Jeg sover godt, også når jeg har truffet en hård beslutning.',
      en: 'I sleep well even after a hard decision.',
    },
  },
  {
    key: 'distance',
    text: {
      da: 'Jeg kan holde professionel distance, når andre bliver vrede eller kede af det.',
      en: 'I can keep professional distance when others become angry or upset.',
    },
  },
  {
    key: 'change',
    text: {
      da: 'Jeg kan lede en forandring, jeg ikke selv har valgt.',
      en: 'I can lead a change I did not choose.',
    },
  },
  {
    key: 'stress',
    text: {
      da: 'Jeg ved, hvad der stresser mig, og gør noget ved det i tide.',
      en: 'I know what stresses me and act in time.',
    },
  },
  {
    key: 'feedback',
    text: { da: 'Jeg kan give feedback, der bliver brugt.', en: 'I can give feedback that is used.' },
  },
  {
    key: 'somebody',
    text: {
      da: 'Jeg har nogen at gå til, når jeg er i tvivl.',
      en: 'I have somebody to turn to when in doubt.',
    },
  },
] as const satisfies readonly { key: string; text: Words }[]
export type StatementKey = (typeof statements)[number]['key']

/** 1 to 7; these of them have words. */
export const scale = [1, 2, 3, 4, 5, 6, 7] as const
export const scaleWords: Readonly<Record<1 | 4 | 7, Words>> = {
  1: { da: 'slet ikke', en: 'not at all' },
  4: { da: 'nogenlunde', en: 'fairly' },
  7: { da: 'i meget høj grad', en: 'to a very high degree' },
}

/** One answer; null for a statement that was passed over. */
const rating = z.preprocess((input) => input ?? null, wholeNumber(1, 7).nullable())
export const ratings = z.looseObject({
  conversation: rating,
  decision: rating,
  sleep: rating,
  distance: rating,
  change: rating,
  stress: rating,
  feedback: rating,
  somebody: rating,
})
export type Ratings = z.output<typeof ratings>

export const noRatings: Ratings = {
  conversation: null,
  decision: null,
  sleep: null,
  distance: null,
  change: null,
  stress: null,
  feedback: null,
  somebody: null,
}

/** Whether nothing has been answered. */
export const isUnanswered = (given: Ratings): boolean => statements.every(({ key }) => given[key] === null)

/**
 * How somebody rates herself over one season of a network, for herself alone; which network stands inside, so that the
 * server does not learn of it. The baseline is answered at the start. At the end come `now` and, after it, `lookingBack`: how she was
 * at the start, seen from now. She looks back without seeing her baseline.
 */
export const competence = z.looseObject({
  type: z.literal('competence'),
  format: z.literal(1),
  networkId: z.uuid({ error: 'invalid' }),
  /** The day on which it was begun. */
  day: isoDate,
  baseline: z.looseObject({ day: isoDate, ratings }).nullable(),
  end: z.looseObject({ day: isoDate, now: ratings, lookingBack: ratings }).nullable(),
})
export type Competence = z.output<typeof competence>

export const newCompetence = (networkId: string, day: string): Competence => ({
  type: 'competence',
  format: 1,
  networkId,
  day,
  baseline: null,
  end: null,
})

/** What opens as a self-rating in that network; null for another network's, for what is none, and for what is newer. */
export function readCompetence(opened: unknown, networkId: string): Competence | null {
  const { data } = competence.safeParse(opened)
  return data && data.networkId === networkId ? data : null
}

/** The three series, in the order in which they are shown: as it was rated then, as it looks from now, and now. */
export const seriesNames = ['baseline', 'lookingBack', 'now'] as const
export type SeriesName = (typeof seriesNames)[number]

export type StatementSeries = Readonly<Record<SeriesName, number | null>> & { readonly key: StatementKey }

/** All that was answered to each statement. Never a sum, a mean or a difference: those would look like a result. */
export const threeSeries = ({ baseline, end }: Competence): readonly StatementSeries[] =>
  statements.map(({ key }) => ({
    key,
    baseline: baseline?.ratings[key] ?? null,
    lookingBack: end?.lookingBack[key] ?? null,
    now: end?.now[key] ?? null,
  }))

/**
 * What may be said of the three series in words. `yardstick`: to how many statements she answers "then" otherwise than she
 * did at the start (response shift: one learns better what one did not know); `compared`: of how many. Nothing is
 * said of now against either of them, since in leadership training a remembered start lay below the true one and made the
 * gain look larger than it was, also among raters who were not trained (Gilding the outcome by tarnishing the past). Null without all three.
 */
export function yardstickOf(self: Competence): { readonly yardstick: number; readonly compared: number } | null {
  if (!self.baseline || !self.end) return null
  const both = threeSeries(self).filter(({ baseline, lookingBack }) => baseline !== null && lookingBack !== null)
  return {
    yardstick: both.filter(({ baseline, lookingBack }) => baseline !== lookingBack).length,
    compared: both.length,
  }
}
