import { z } from 'zod'
import { isoDate, optionalLine, optionalProse } from '../text.ts'

/**
 * A case as somebody prepares it, for herself alone: what she wants, what she has tried, what may leave the room. Which
 * network it is for stands inside, so that the server does not learn of it.
 */
export const caseDraft = z.looseObject({
  type: z.literal('caseDraft'),
  format: z.literal(1),
  networkId: z.uuid({ error: 'invalid' }).nullable(),
  /** Neutral: it may stand where others see it. */
  title: optionalLine(60),
  want: optionalProse(5000),
  tried: optionalProse(5000),
  mayLeave: optionalProse(2000),
  /** Passages that were carried over from the journal. */
  carried: optionalProse(10_000),
  day: isoDate,
})
export type CaseDraft = z.output<typeof caseDraft>

export const emptyCaseDraft = (networkId: string | null, day: string): CaseDraft => ({
  type: 'caseDraft',
  format: 1,
  networkId,
  title: null,
  want: null,
  tried: null,
  mayLeave: null,
  carried: null,
  day,
})

/** What the texts of a draft are, in the order of the page. */
export const caseTexts = ['title', 'want', 'tried', 'mayLeave', 'carried'] as const satisfies (keyof CaseDraft)[]

export const isBlankDraft = (draft: CaseDraft): boolean => caseTexts.every((key) => !draft[key])

/** The draft with a passage of the journal added behind what is there. */
export const takeIn = (draft: CaseDraft, passage: string): CaseDraft => ({
  ...draft,
  carried: [draft.carried, passage].filter(Boolean).join('\n\n'),
})

/** What opens as a draft, or null for what is none or of a newer version. */
export const readCaseDraft = (opened: unknown): CaseDraft | null => caseDraft.safeParse(opened).data ?? null
