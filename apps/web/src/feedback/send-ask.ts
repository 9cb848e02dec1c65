import { gql, type TypedDocumentNode } from '@apollo/client'
import { type AskDraft, askOf } from '@lederkreds/domain/feedback/ask-draft'
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

const asking: TypedDocumentNode<AskForFeedbackMutation, AskForFeedbackMutationVariables> = gql`
  mutation AskForFeedback($input: AskForFeedbackInput!) {
    askForFeedback(input: $input) {
      __typename
      ... on FeedbackCycle {
        id
        deadline
        issuerKey
      }
    }
  }
`

/** A cycle that is there and has no question yet. Ids as the API gives them. */
export interface MadeCycle {
  readonly id: string
  readonly deadline: string
  readonly issuerKey: string | null
}

export type MakeOutcome =
  | { readonly state: 'made'; readonly cycle: MadeCycle }
  | { readonly state: 'refused'; readonly refusal: string }
  | { readonly state: 'failed' }

/** Makes the cycle that the question is then sealed for; one that was made already is answered alike. */
export async function makeCycle(input: AskForFeedbackInput): Promise<MakeOutcome> {
  try {
    const { data } = await client.mutate({ mutation: asking, variables: { input } })
    const answer = data?.askForFeedback
    if (answer?.__typename === 'FeedbackCycle') return { state: 'made', cycle: answer }
    return { state: 'refused', refusal: answer?.__typename ?? 'InvalidInput' }
  } catch {
    return { state: 'failed' }
  }
}

/** A cycle has one question, however often it is tried to send it: its item's id by the cycle's, while the page lives. */
const questionIds = new Map<string, string>()

/** Seals the question to those whom the cycle asks, and only now are they told of it. */
export async function sealAsk(
  room: Room,
  { id: cycleId, deadline, issuerKey }: MadeCycle,
  networkId: string,
  draft: AskDraft,
  giverIds: readonly string[],
): Promise<ShareOutcome | { readonly state: 'failed' }> {
  try {
    const hash = issuerKey === null ? null : toBase64url(await issuerHash(fromBase64url(issuerKey)))
    const promise = hash === null ? 'signed' : 'pooled'
    const document = askOf(draft, { deadline: new Date(deadline), issuerHash: hash, promise, day: today() })
    const itemId = questionIds.get(cycleId) ?? crypto.randomUUID()
    questionIds.set(cycleId, itemId)
    return await shareItem(room, itemId, {
      kind: 'feedbackAsk',
      networkId,
      cycleId,
      expiresOn: null,
      document,
      readerIds: giverIds,
    })
  } catch {
    return { state: 'failed' }
  }
}

/** Where the words of a cycle wait on the device while its question is not sealed yet. `cycleId` as the API gives it. */
export const unsentName = (cycleId: string): string => `feedbackAsk ${cycleId}`
