import { z } from 'zod'
import { type FeedbackAsk, feedbackAsk, promiseKind } from './document.ts'
import { feedbackForm } from './form.ts'
import { fewestPooled, promiseVersion } from './promise.ts'

/**
 * An ask while it is written, kept sealed on the device. The cycle has its id from the beginning, so that sending twice is
 * sending once. Ids are uuids, of people as of everything.
 */
export const askDraft = z.looseObject({
  type: z.literal('askDraft'),
  format: z.literal(1),
  cycleId: z.uuid(),
  question: z.string(),
  situation: z.string(),
  oneWish: z.string(),
  form: feedbackForm,
  promise: promiseKind,
  giverIds: z.array(z.uuid()),
  /** The last day to answer, YYYY-MM-DD, or what stands in the field while it is none. */
  day: z.string(),
  /** When the cycle ends that it was sent as, once it was. */
  sentUntil: z.iso.datetime().optional(),
})
export type AskDraft = z.output<typeof askDraft>

/** What opens as a draft, or null for what is none or of a newer version. */
export const readAskDraft = (opened: unknown): AskDraft | null => askDraft.safeParse(opened).data ?? null

export const emptyAskDraft = (cycleId: string, day: string): AskDraft => ({
  type: 'askDraft',
  format: 1,
  cycleId,
  question: '',
  situation: '',
  oneWish: '',
  form: 'sbi',
  promise: 'signed',
  giverIds: [],
  day,
})

/** The draft filled in with what was asked before, of those who can still be asked. */
export const askedAgain = (
  draft: AskDraft,
  { question, situation, oneWish, form, promise }: FeedbackAsk,
  invitedIds: readonly string[],
  canBeAsked: readonly string[],
): AskDraft => {
  const giverIds = invitedIds.filter((id) => canBeAsked.includes(id))
  return {
    ...draft,
    question,
    situation: situation ?? '',
    oneWish: oneWish ?? '',
    form,
    promise: giverIds.length < fewestPooled ? 'signed' : promise,
    giverIds,
  }
}

/** What must still be done before a draft can be sent, in the order of the page. `deadline` is its day's, or null. */
export type Missing = 'question' | 'tooLong' | 'givers' | 'pooled' | 'deadline'

export function missingIn(draft: AskDraft, deadline: Date | null, now: Date): Missing[] {
  const { question, giverIds, promise } = draft
  const words = feedbackAsk.safeParse(
    askOf(draft, { deadline: now, issuerHash: null, day: '2000-01-01', promise: 'signed' }),
  )
  const missing: (Missing | false)[] = [
    question.trim() === '' && 'question',
    question.trim() !== '' && !words.success && 'tooLong',
    giverIds.length === 0 && 'givers',
    giverIds.length > 0 && promise === 'pooled' && giverIds.length < fewestPooled && 'pooled',
    (deadline === null || deadline.getTime() < now.getTime() + 3_600_000) && 'deadline',
  ]
  return missing.filter((each) => each !== false)
}

interface Sent {
  readonly deadline: Date
  readonly issuerHash: string | null
  readonly promise: FeedbackAsk['promise']
  readonly day: string
}

/** What is sealed of a draft, with the promise that was given: never another one than the cycle has. */
export const askOf = (
  { cycleId, form, question, situation, oneWish }: AskDraft,
  { deadline, issuerHash, promise, day }: Sent,
): FeedbackAsk => ({
  type: 'feedbackAsk',
  format: 1,
  cycleId,
  form,
  promise,
  promiseVersion,
  deadline: deadline.toISOString(),
  question: question.trim(),
  situation: situation.trim() || null,
  oneWish: oneWish.trim() || null,
  issuerHash,
  day,
})

interface Made {
  readonly form: FeedbackAsk['form']
  readonly promise: FeedbackAsk['promise']
  readonly deadline: Date
  readonly giverIds: readonly string[]
}

/** Whether a cycle is the one that a draft was sent as: asked in this way, until then, of these and nobody else. */
export const wasSentAs = ({ form, promise, sentUntil, giverIds }: AskDraft, made: Made): boolean =>
  form === made.form &&
  promise === made.promise &&
  (sentUntil === undefined || Date.parse(sentUntil) === made.deadline.getTime()) &&
  giverIds.length === made.giverIds.length &&
  giverIds.every((id) => made.giverIds.includes(id))

/** Who of those whom a cycle asks are still there, and whether a question can be sealed to them: with a promise of a pool, to five. */
export function stillAsked(
  promise: FeedbackAsk['promise'],
  invitedIds: readonly string[],
  canBeAsked: readonly string[],
): { readonly ids: string[]; readonly areEnough: boolean } {
  const ids = invitedIds.filter((id) => canBeAsked.includes(id))
  return { ids, areEnough: ids.length >= (promise === 'pooled' ? fewestPooled : 1) }
}
