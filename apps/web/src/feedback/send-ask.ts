import { gql, type TypedDocumentNode } from '@apollo/client'
import { type AskDraft, askOf } from '@lederkreds/domain/feedback/ask-draft'
import { AskedOtherwise, checkSame } from '@lederkreds/domain/feedback/cycle'
import { issuerHash } from '@lederkreds/sealing/blind-token'
import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { type ShareOutcome, shareItem } from '../account/joint-items.ts'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import type {
  AskForFeedbackInput,
  AskForFeedbackMutation,
  AskForFeedbackMutationVariables,
} from '../generated/graphql.ts'
import type { ShownCycle } from './cycle-place.ts'

const asking: TypedDocumentNode<AskForFeedbackMutation, AskForFeedbackMutationVariables> = gql`
  mutation AskForFeedback($input: AskForFeedbackInput!) {
    askForFeedback(input: $input) {
      __typename
      ... on FeedbackCycle {
        id
        form
        promise
        deadline
        issuerKey
        invited {
          id
        }
        previous {
          id
        }
        step {
          id
        }
      }
    }
  }
`

/** A cycle that is there and has no question yet. Ids as the API gives them. */
export type MadeCycle = Pick<ShownCycle, 'id' | 'form' | 'promise' | 'deadline' | 'issuerKey'>

export type MakeOutcome =
  | { readonly state: 'made'; readonly cycle: MadeCycle }
  | { readonly state: 'refused'; readonly refusal: string }
  | { readonly state: 'failed' }

/**
 * Makes the cycle that the question is then sealed for; one that was made already is answered alike. What comes back is
 * what was asked for, or refused: nothing is ever sealed with a promise that the cycle does not have.
 */
export async function makeCycle(input: AskForFeedbackInput): Promise<MakeOutcome> {
  try {
    const { data } = await client.mutate({ mutation: asking, variables: { input } })
    const answer = data?.askForFeedback
    if (answer?.__typename !== 'FeedbackCycle')
      return { state: 'refused', refusal: answer?.__typename ?? 'InvalidInput' }
    const { previousId = null, stepId = null } = input
    const there = {
      previousId: answer.previous?.id ?? null,
      stepId: answer.step?.id ?? null,
      giverIds: answer.invited.map(({ id }) => id),
      deadline: new Date(answer.deadline),
    }
    checkSame({ ...input, previousId, stepId, deadline: new Date(input.deadline) }, { ...answer, ...there })
    return { state: 'made', cycle: answer }
  } catch (fault) {
    return fault instanceof AskedOtherwise ? { state: 'refused', refusal: fault.code } : { state: 'failed' }
  }
}

/** A cycle has one question, however often it is tried to send it: its item's id by the cycle's, while the page lives. */
const questionIds = new Map<string, string>()

/** Seals the question to these of those whom the cycle asks, as the cycle asks; only now are they told of it. */
export async function sealAsk(
  room: Room,
  { id: cycleId, form, promise, deadline, issuerKey }: MadeCycle,
  networkId: string,
  draft: AskDraft,
  readerIds: readonly string[],
): Promise<ShareOutcome | { readonly state: 'failed' }> {
  try {
    const hash = issuerKey === null ? null : toBase64url(await issuerHash(fromBase64url(issuerKey)))
    if ((promise === 'pooled') !== (hash !== null)) return { state: 'failed' }
    const sent = { deadline: new Date(deadline), issuerHash: hash, promise, day: today() }
    const document = askOf({ ...draft, form }, sent)
    const itemId = questionIds.get(cycleId) ?? crypto.randomUUID()
    questionIds.set(cycleId, itemId)
    const about = { kind: 'feedbackAsk', networkId, cycleId, expiresOn: null, document, readerIds } as const
    return await shareItem(room, itemId, about)
  } catch {
    return { state: 'failed' }
  }
}

/** Where the words of a cycle wait on the device while its question is not sealed yet. `cycleId` as the API gives it. */
export const unsentName = (cycleId: string): string => `feedbackAsk ${cycleId}`
