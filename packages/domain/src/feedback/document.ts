import { z } from 'zod'
import { isoDate, optionalProse, prose } from '../text.ts'
import { feedbackForm, feedbackForms } from './form.ts'

const id = z.uuid({ error: 'invalid' })
const base64url = z.string({ error: 'invalid' }).regex(/^[\w-]+$/, { error: 'invalid' })
const head = <const Type extends string>(type: Type) => ({ type: z.literal(type), format: z.literal(1) })

/** Whether answers carry the names of those who gave them, or nobody's. */
export const promiseKind = z.enum(['signed', 'pooled'], { error: 'unknown' })
export type PromiseKind = z.output<typeof promiseKind>

/** How many characters, counted as Unicode code points, each part of an ask may hold. */
export const askLengths = { question: 300, situation: 2000, oneWish: 300 } as const

/**
 * What a receiver asks about, sealed to those whom she asks. Her promise stands inside too: a server that tells them
 * another one, or hands each of them a key of her own, is found out.
 */
export const feedbackAsk = z
  .looseObject({
    ...head('feedbackAsk'),
    cycleId: id,
    form: feedbackForm,
    promise: promiseKind,
    promiseVersion: z.int().positive(),
    deadline: z.iso.datetime({ error: 'notADate' }),
    /** The focus question: her own theme in one sentence. */
    question: prose(askLengths.question),
    /** Where they have seen it, or what it is about. */
    situation: optionalProse(askLengths.situation),
    /** One thing that she hopes they will do when they answer. */
    oneWish: optionalProse(askLengths.oneWish),
    /** SHA-256 of the key that signs tokens, where answers are pooled. */
    issuerHash: base64url.length(43, { error: 'invalid' }).nullable(),
    day: isoDate,
  })
  .refine(({ promise, issuerHash }) => (promise === 'pooled') === (issuerHash !== null), { error: 'invalid' })
export type FeedbackAsk = z.output<typeof feedbackAsk>

/** How many characters one field of an answer may hold. */
export const maxFieldLength = 2000
/** UTF-8 bytes of JSON: every answer is padded to 16 KiB, of which 1 KiB is left to what sealing adds. */
export const maxAnswerBytes = 15 * 1024

/** What a giver writes. It holds no day and no name: a pooled one must tell nothing of who wrote it, or when. */
export const feedbackAnswer = z
  .looseObject({
    ...head('feedbackAnswer'),
    cycleId: id,
    form: feedbackForm,
    /** Random. Two that carry the same one are one answer that was handed in twice. */
    answerId: id,
    /** By the keys of its form; what was left blank is not there. */
    fields: z.record(z.string(), prose(maxFieldLength)),
  })
  .superRefine(({ form, fields }, context) => {
    const issue = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', message, path })
    const known = feedbackForms[form].fields
    for (const { key, isOptional } of known) if (!isOptional && !(key in fields)) issue('empty', 'fields', key)
    for (const key of Object.keys(fields))
      if (!known.some((field) => field.key === key)) issue('unknown', 'fields', key)
    if (Object.keys(fields).length === 0) issue('empty', 'fields')
  })
  .refine((answer) => new TextEncoder().encode(JSON.stringify(answer)).byteLength <= maxAnswerBytes, {
    error: 'tooLong',
  })
export type FeedbackAnswer = z.output<typeof feedbackAnswer>

/** What lets its holder hand in one pooled answer, and look after it. Kept from opening the ask on, never changed. */
const feedbackToken = z.looseObject({
  ...head('token'),
  cycleId: id,
  message: base64url,
  signature: base64url,
})
export type FeedbackToken = z.output<typeof feedbackToken>

/** The steps from refusing what one hears to changing something (feedbacktrappen); placed by the receiver alone. */
export const landings = ['rejection', 'defence', 'explanation', 'understanding', 'change'] as const

/** What the receiver herself makes of the answers. */
export const feedbackReflection = z.looseObject({
  ...head('reflection'),
  cycleId: id,
  text: optionalProse(10_000),
  landing: z.enum(landings, { error: 'unknown' }).nullable(),
  day: isoDate,
})
export type FeedbackReflection = z.output<typeof feedbackReflection>

const step = { cycleId: id, text: prose(2000), by: isoDate.nullable(), day: isoDate }

/** What she will do, as long as it is her own. */
export const ownStep = z.looseObject({ ...head('step'), ...step })
export type OwnStep = z.output<typeof ownStep>

/** The questions to a report from outside, in their order. */
export const reportQuestions = ['surprised', 'recognised', 'examine', 'question'] as const

/** Private notes about a report that came from elsewhere. The report itself never comes in here. */
export const feedbackReport = z.looseObject({
  ...head('report'),
  answers: z.partialRecord(z.enum(reportQuestions), prose(5000)),
  day: isoDate,
})
export type FeedbackReport = z.output<typeof feedbackReport>

const feedbackOwn = z.discriminatedUnion('type', [feedbackToken, feedbackReflection, ownStep, feedbackReport])
/** Everything about feedback that somebody seals to herself alone. */
export type FeedbackOwn = z.output<typeof feedbackOwn>

/** What she will do, told to the group. In what is sealed, and as a kind of item, its name stays 'feedbackStep'. */
export const toldStep = z.looseObject({ ...head('feedbackStep'), ...step })
export type ToldStep = z.output<typeof toldStep>

/** The ask of this cycle; null for another cycle's, for what is none, and for what is newer. */
export const readFeedbackAsk = (opened: unknown, cycleId: string): FeedbackAsk | null =>
  ofCycle(feedbackAsk.safeParse(opened).data, cycleId)

/** An answer to this cycle; null for another cycle's, for what is none, and for what is newer. */
export const readFeedbackAnswer = (opened: unknown, cycleId: string): FeedbackAnswer | null =>
  ofCycle(feedbackAnswer.safeParse(opened).data, cycleId)

/** What was told to the group after this cycle; null for another cycle's, for what is none, and for what is newer. */
export const readToldStep = (opened: unknown, cycleId: string): ToldStep | null =>
  ofCycle(toldStep.safeParse(opened).data, cycleId)

/** Something of one's own, of whatever cycle; null for what is none, and for what is newer. */
export const readFeedbackOwn = (opened: unknown): FeedbackOwn | null => feedbackOwn.safeParse(opened).data ?? null

type OfCycle = Extract<FeedbackOwn, { cycleId: string }>

/** One's own document of this type and this cycle; null for another one. */
export function readOwnOf<const Type extends OfCycle['type']>(
  opened: unknown,
  type: Type,
  cycleId: string,
): Extract<OfCycle, { type: Type }> | null {
  const own = readFeedbackOwn(opened)
  return own?.type === type ? ofCycle(own as Extract<OfCycle, { type: Type }>, cycleId) : null
}

/** What the server says of a cycle, as far as its receiver has said it too. */
export type ToldCycle = Pick<FeedbackAsk, 'form' | 'promise' | 'promiseVersion'> & { readonly deadline: Date }

/** Whether the server tells the same promise as the receiver sealed. If not, nobody should answer. */
export const isAsPromised = (ask: FeedbackAsk, told: ToldCycle): boolean =>
  ask.form === told.form &&
  ask.promise === told.promise &&
  ask.promiseVersion === told.promiseVersion &&
  Date.parse(ask.deadline) === told.deadline.getTime()

const ofCycle = <Document extends { cycleId: string }>(
  document: Document | undefined,
  cycleId: string,
): Document | null => (document?.cycleId === cycleId ? document : null)
