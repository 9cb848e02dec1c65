import type { PromiseKind } from './document.ts'

/** The wording that new cycles promise. Words that were promised are never changed: other words are another version. */
export const promiseVersion = 1

/** Fewer answers than these, and a pooled cycle is destroyed unread; fewer givers, and it is not offered. */
export const fewestPooled = 5

export interface Promised {
  readonly promise: PromiseKind
  /** How many are asked. */
  readonly givers: number
  readonly deadline: Date
  readonly version: number
}

const sentences = {
  signed: ['onlyReceiver', 'signed', 'together', 'destroyed', 'decline', 'frozen'],
  pooled: ['onlyReceiver', 'unnamed', 'style', 'togetherPooled', 'tooFew', 'destroyed', 'declinePooled', 'frozen'],
} as const satisfies Record<PromiseKind, readonly string[]>

export type PromiseKey = (typeof sentences)[PromiseKind][number]

/** One sentence of a promise, by the name of its words and with what is filled in. */
export interface PromiseSentence {
  readonly key: PromiseKey
  readonly givers: number
  readonly fewest: number
  readonly deadline: Date
}

/**
 * What a receiver promises those whom she asks, sentence by sentence, in the order in which it is read. Null for a version
 * that this app does not know: then nobody can say what was promised, and nobody should answer.
 */
export function sentencesOf({ promise, givers, deadline, version }: Promised): readonly PromiseSentence[] | null {
  if (version !== promiseVersion) return null
  return sentences[promise].map((key) => ({ key, givers, fewest: fewestPooled, deadline }))
}
