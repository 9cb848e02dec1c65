import { type FeedbackPromise, fewestPooled, promiseVersion } from './cycle.ts'

export interface Promised {
  readonly promise: FeedbackPromise
  /** How many are asked. */
  readonly givers: number
  readonly deadline: Date
  readonly version: number
}

const sentences = {
  signed: ['onlyReceiver', 'signed', 'together', 'destroyed', 'decline', 'frozen'],
  pooled: ['onlyReceiver', 'unnamed', 'style', 'togetherPooled', 'tooFew', 'destroyed', 'declinePooled', 'frozen'],
} as const satisfies Record<FeedbackPromise, readonly string[]>

export type PromiseKey = (typeof sentences)[FeedbackPromise][number]

/** One sentence of a promise, by the name of its words and with what is filled in. */
export interface PromiseSentence {
  readonly key: PromiseKey
  readonly givers: number
  readonly fewest: number
  readonly deadline: Date
}

/**
 * What a receiver promises those whom she asks, sentence by sentence, in the order in which it is read. Null for a version
 * that this app does not know: words that were promised are never changed, other words are another version. Then nobody can say what was promised, and nobody should answer.
 */
export function sentencesOf({ promise, givers, deadline, version }: Promised): readonly PromiseSentence[] | null {
  if (version !== promiseVersion) return null
  return sentences[promise].map((key) => ({ key, givers, fewest: fewestPooled, deadline }))
}
