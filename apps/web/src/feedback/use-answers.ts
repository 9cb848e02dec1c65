import { gql, type TypedDocumentNode } from '@apollo/client'
import { fromBase64url } from '@lederkreds/sealing/bytes'
import { useCallback } from 'react'
import { tell } from '../account/colleague.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import type { AnswersToMeQuery, AnswersToMeQueryVariables } from '../generated/graphql.ts'
import type { OpenedAnswers } from './feedback-desk.ts'
import { openAsk } from './use-ask.ts'

const query: TypedDocumentNode<AnswersToMeQuery, AnswersToMeQueryVariables> = gql`
  query AnswersToMe($id: ID!) {
    feedbackCycle(id: $id) {
      id
      promise
      networkId
      ask {
        id
      }
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

/** What was released to whoever looks, fetched and opened when she looks and forgotten with the page. */
export const useAnswers = (room: Room, cycleId: string, viewerId: string) =>
  useLook(useCallback(() => fetchLetters(room, cycleId, viewerId), [room, cycleId, viewerId]))

/** Throws when the server is not reached. Ids as the API gives them. */
export async function fetchLetters(room: Room, cycleId: string, viewerId: string): Promise<Letters> {
  const { data } = await client.query({ query, variables: { id: cycleId }, fetchPolicy: 'no-cache' })
  const cycle = data?.feedbackCycle
  const promise = cycle && (await promiseOf(room, cycle, viewerId))
  const answers = cycle?.answers ?? []
  if (!promise) return { letters: [], unreadable: answers.map(({ id }) => id) }
  const names = new Map(answers.flatMap(({ giver }) => (giver ? [[plainId(giver.id), giver.name] as const] : [])))
  const givers = await tell(answers.flatMap(({ giver }) => giver?.id ?? []))
  const rows = answers.map(({ id, envelope, wrappedKey, giver }) => ({
    id,
    giverId: giver && plainId(giver.id),
    envelope: fromBase64url(envelope),
    wrappedKey: fromBase64url(wrappedKey),
  }))
  const place = { cycleId: plainId(cycleId), networkId: plainId(cycle.networkId) }
  const opened = await room.feedback.openAnswers(promise, place, rows, givers, today())
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

type AnsweredCycle = NonNullable<AnswersToMeQuery['feedbackCycle']>

/**
 * What was promised to those who answered, as she sealed it in her own question; null where that does not open. Sixty days
 * after its network has closed the question is gone, and the server's word has to do. A server that lies then can show
 * letters of its own making as those of a pool: in the place of letters with names, never among them.
 */
async function promiseOf(room: Room, { id, ask, promise }: AnsweredCycle, viewerId: string) {
  if (!ask) return promise
  const opened = await openAsk(room, id, viewerId, ask.id)
  return opened.state === 'open' ? opened.ask.promise : null
}
