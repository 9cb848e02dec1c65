import { gql, type TypedDocumentNode } from '@apollo/client'
import type { FeedbackAnswer } from '@lederkreds/domain/feedback/document'
import { toBase64url } from '@lederkreds/sealing/bytes'
import { useState } from 'react'
import { plainId } from '../account/keyring.ts'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import type {
  AnswerFeedbackMutation,
  AnswerFeedbackMutationVariables,
  DeclineFeedbackMutation,
  DeclineFeedbackMutationVariables,
} from '../generated/graphql.ts'
import { type Answering, type AnsweringProblem, problemNamed, problemOf } from './answering.ts'
import type { Asker } from './feedback-desk.ts'
import type { AskedCycle } from './use-opened-ask.ts'

const answerFeedback: TypedDocumentNode<AnswerFeedbackMutation, AnswerFeedbackMutationVariables> = gql`
  mutation AnswerFeedback($input: AnswerFeedbackInput!) {
    answerFeedback(input: $input) {
      __typename
      ... on FeedbackCycle {
        id
        viewerHasAnswered
        viewerCanAnswer
      }
    }
  }
`

const declineFeedback: TypedDocumentNode<DeclineFeedbackMutation, DeclineFeedbackMutationVariables> = gql`
  mutation DeclineFeedback($cycleId: ID!) {
    declineFeedback(cycleId: $cycleId) {
      __typename
      ... on FeedbackCycle {
        id
        viewerHasDeclined
        viewerCanAnswer
      }
    }
  }
`

/** Answers under the giver's own name: once, or not at all. */
export function useSignedAnswer(room: Room, cycle: AskedCycle, asker: Asker): Answering {
  const [problem, setProblem] = useState<AnsweringProblem>()
  const [isBusy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<string | undefined>): Promise<AnsweringProblem | null> => {
    setBusy(true)
    setProblem(undefined)
    const why = await work().then(
      (typename) => (typename === 'FeedbackCycle' ? null : problemNamed(typename)),
      (fault: unknown) => problemOf(fault),
    )
    setProblem(why ?? undefined)
    setBusy(false)
    return why
  }
  const send = (answer: FeedbackAnswer) =>
    attempt(async () => {
      const place = { cycleId: plainId(cycle.id), networkId: plainId(cycle.network.id) }
      const { envelope, wrappedKey } = await room.feedback.sealAnswer('signed', place, answer, asker, today())
      const input = { cycleId: cycle.id, envelope: toBase64url(envelope), wrappedKey: toBase64url(wrappedKey) }
      const { data } = await client.mutate({ mutation: answerFeedback, variables: { input } })
      return data?.answerFeedback.__typename
    })
  const decline = () =>
    attempt(async () => {
      const { data } = await client.mutate({ mutation: declineFeedback, variables: { cycleId: cycle.id } })
      return data?.declineFeedback.__typename
    })
  return { state: stateOf(cycle), problem, isBusy, send, decline, again: () => setProblem(undefined) }
}

const stateOf = ({ viewerHasAnswered, viewerHasDeclined, viewerCanAnswer }: AskedCycle): Answering['state'] => {
  if (viewerHasAnswered) return 'answered'
  if (viewerHasDeclined) return 'declined'
  return viewerCanAnswer ? 'open' : 'closed'
}
