import { type FeedbackAsk, isAsPromised, type ToldCycle } from './document.ts'
import { fewestPooled, sentencesOf } from './promise.ts'

/** Why an ask that opened must not be answered: what the server tells beside it is not what its receiver sealed. */
export type AskDoubt = 'promise' | 'newer' | 'issuer' | 'tooFew'

interface ToldBeside extends ToldCycle {
  /** SHA-256 in base64url of the key for tokens that the server gives; null where it gives none. */
  readonly issuerHash: string | null
  /** To how many the receiver has sealed the ask, herself not among them. */
  readonly givers: number
}

/**
 * Compares an ask with what the server tells of its cycle. `issuer`: each giver could have been handed a key of her own,
 * by which her answer would be known again. `tooFew`: those whom the ask was sealed to are too few to hide among. Null
 * where everything is as the receiver promised.
 */
export function doubtOf(ask: FeedbackAsk, told: ToldBeside): AskDoubt | null {
  if (!isAsPromised(ask, told)) return 'promise'
  const { promise, promiseVersion: version } = ask
  if (!sentencesOf({ promise, version, givers: told.givers, deadline: told.deadline })) return 'newer'
  if (ask.issuerHash !== told.issuerHash) return 'issuer'
  return promise === 'pooled' && told.givers < fewestPooled ? 'tooFew' : null
}
