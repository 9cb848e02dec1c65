import { gql, type TypedDocumentNode } from '@apollo/client'
import { fromBase64url } from '@lederkreds/sealing/bytes'
import { useCallback } from 'react'
import { tell } from '../account/colleague.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import type {
  AnswersToMeQuery,
  AnswersToMeQueryVariables,
  NetworkOfAskQuery,
  NetworkOfAskQueryVariables,
} from '../generated/graphql.ts'
import type { OpenedAnswers } from './feedback-desk.ts'

const query: TypedDocumentNode<AnswersToMeQuery, AnswersToMeQueryVariables> = gql`
  query AnswersToMe($id: ID!) {
    feedbackCycle(id: $id) {
      id
      answers {
        id
        envelope
        wrappedKey
        giver {
          id
          name
        }
      }
    }
  }
`

const askQuery: TypedDocumentNode<NetworkOfAskQuery, NetworkOfAskQueryVariables> = gql`
  query NetworkOfAsk($ids: [ID!]!) {
    sealedItems(ids: $ids) {
      id
      networkId
    }
  }
`

/** One answer as it is read. `name` is null where nobody's name goes with it. */
export interface Letter {
  readonly id: string
  readonly name: string | null
  readonly form: OpenedAnswers['answers'][number]['document']['form']
  readonly fields: Readonly<Record<string, string>>
}

export interface Letters {
  readonly letters: readonly Letter[]
  /** Ids of those that do not open here. */
  readonly unreadable: readonly string[]
}

/** Where answers were given; `networkId` is null once their receiver has left. Ids as the API gives them. */
export interface AnsweredPlace {
  readonly cycleId: string
  readonly networkId: string | null
  readonly askId: string | null
}

/** What was released to whoever looks, fetched and opened when she looks and forgotten with the page. */
export const useAnswers = (room: Room, { cycleId, networkId, askId }: AnsweredPlace) =>
  useLook(useCallback(() => fetchLetters(room, { cycleId, networkId, askId }), [room, cycleId, networkId, askId]))

async function fetchLetters(room: Room, { cycleId, networkId, askId }: AnsweredPlace): Promise<Letters> {
  const { data } = await client.query({ query, variables: { id: cycleId }, fetchPolicy: 'no-cache' })
  const answers = data?.feedbackCycle?.answers ?? []
  const names = new Map(answers.flatMap(({ giver }) => (giver ? [[plainId(giver.id), giver.name] as const] : [])))
  const givers = await tell(answers.flatMap(({ giver }) => giver?.id ?? []))
  const rows = answers.map(({ id, envelope, wrappedKey, giver }) => ({
    id,
    giverId: giver && plainId(giver.id),
    envelope: fromBase64url(envelope),
    wrappedKey: fromBase64url(wrappedKey),
  }))
  const place = { cycleId: plainId(cycleId), networkId: plainId(networkId ?? (await networkOf(askId))) }
  const opened = await room.feedback.openAnswers(place, rows, givers, today())
  return {
    letters: opened.answers.map(({ id, giverId, document }) => ({
      id,
      name: giverId === null ? null : (names.get(giverId) ?? null),
      form: document.form,
      fields: document.fields,
    })),
    unreadable: opened.unreadable,
  }
}

/** Which network a question was asked in; its receiver, who has left that, is told it with what she sealed herself. */
async function networkOf(askId: string | null): Promise<string> {
  const ids = askId === null ? [] : [askId]
  const { data } = await client.query({ query: askQuery, variables: { ids }, fetchPolicy: 'no-cache' })
  return data?.sealedItems[0]?.networkId ?? ''
}
