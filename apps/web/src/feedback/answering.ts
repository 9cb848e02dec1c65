import type { FeedbackAnswer } from '@lederkreds/domain/feedback/document'
import { isUnreachable } from '../apollo-links.ts'
import { PooledRefusal } from './answer-line.ts'

/** `elsewhere`: another device of hers was given the token, and it has not come to this one yet. `forged`: what the server gave is none. */
type AnsweringState =
  | 'looking'
  | 'notReached'
  | 'elsewhere'
  | 'forged'
  | 'open'
  | 'answered'
  | 'declined'
  | 'withdrawn'
  | 'closed'

/** Why something was not done. What she wrote is still there. */
export type AnsweringProblem = 'notReached' | 'closed' | 'keys' | 'spent' | 'issuer' | 'refused'

/** One giver's way to answer one cycle, signed or pooled. */
export interface Answering {
  readonly state: AnsweringState
  readonly problem: AnsweringProblem | undefined
  readonly isBusy: boolean
  /** Answers why it was not sent, or null. */
  readonly send: (answer: FeedbackAnswer) => Promise<AnsweringProblem | null>
  readonly decline: () => Promise<AnsweringProblem | null>
  /** Only where answers are pooled, until the deadline. */
  readonly takeBack?: () => Promise<unknown>
  readonly again: () => void
}

const refusals: Readonly<Record<string, AnsweringProblem>> = { FeedbackClosed: 'closed', AlreadyAnswered: 'spent' }

/** Of a refusal by its name. */
export const problemNamed = (refusal: string | undefined): AnsweringProblem => refusals[refusal ?? ''] ?? 'refused'

/** Of something that was thrown. Only a server that was not reached may have been sent nothing. */
export function problemOf(fault: unknown): AnsweringProblem {
  if (fault instanceof PooledRefusal) return problemNamed(fault.refusal)
  if (fault instanceof Error && fault.name === 'Blocked') return 'keys'
  if (fault instanceof Error && fault.name === 'ForeignIssuer') return 'issuer'
  return isUnreachable(fault) ? 'notReached' : 'refused'
}
