import { z } from 'zod'
import type { FeedbackAsk } from './document.ts'
import { feedbackForm } from './form.ts'

/** An answer while it is written, with the id that it will carry, so that whoever hands it in twice is heard once. */
const answerDraft = z.object({
  form: feedbackForm,
  answerId: z.uuid({ error: 'invalid' }),
  fields: z.record(z.string(), z.string()),
})
export type AnswerDraft = z.output<typeof answerDraft>

/** What a device has kept, or null where that is no draft. */
export const readAnswerDraft = (kept: unknown): AnswerDraft | null => answerDraft.safeParse(kept).data ?? null

/** Whether nothing stands in it. */
export const isBlankAnswer = ({ fields }: AnswerDraft): boolean => Object.values(fields).every((text) => isBlank(text))

/** The draft as an answer to this ask, unchecked. What is blank is left out: a field that stands there says something. */
export const answerOf = ({ cycleId, form }: FeedbackAsk, { answerId, fields }: AnswerDraft) => ({
  type: 'feedbackAnswer' as const,
  format: 1 as const,
  cycleId,
  form,
  answerId,
  fields: Object.fromEntries(Object.entries(fields).filter(([, text]) => !isBlank(text))),
})

const isBlank = (text: string): boolean => text.trim() === ''
