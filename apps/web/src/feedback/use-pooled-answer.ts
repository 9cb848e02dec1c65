import { gql, type TypedDocumentNode } from '@apollo/client'
import type { FeedbackAnswer } from '@lederkreds/domain/feedback/document'
import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { useCallback, useEffect, useState } from 'react'
import { plainId } from '../account/keyring.ts'
import { today, type Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import type { FeedbackTokenMutation, FeedbackTokenMutationVariables } from '../generated/graphql.ts'
import { type HandIn, handIn, lookAfter, PooledRefusal, withdraw } from './answer-line.ts'
import { type Answering, type AnsweringProblem, problemOf } from './answering.ts'
import type { Asker } from './feedback-desk.ts'
import type { AskedCycle } from './use-opened-ask.ts'

const feedbackToken: TypedDocumentNode<FeedbackTokenMutation, FeedbackTokenMutationVariables> = gql`
  mutation FeedbackToken($input: FeedbackTokenInput!) {
    feedbackToken(input: $input) {
      __typename
      ... on FeedbackToken {
        signature
      }
    }
  }
`

/**
 * Answers in a pool. The token comes when the ask is first opened, under her name and whether she will answer or not; what
 * is handed in with it carries no name. Whether it was handed in the server tells to whoever holds the token, so that
 * nothing of hers has to remember it.
 */
export function usePooledAnswer(
  room: Room,
  vault: Vault,
  cycle: AskedCycle,
  asker: Asker,
  issuerHash: string,
): Answering {
  const [state, setState] = useState<Answering['state']>('looking')
  const [problem, setProblem] = useState<AnsweringProblem>()
  const [isBusy, setBusy] = useState(false)
  const look = useCallback(async () => {
    setState('looking')
    setProblem(undefined)
    setState(await stateOf(room, vault, cycle, issuerHash))
  }, [room, vault, cycle, issuerHash])
  useEffect(() => {
    void look()
  }, [look])

  const attempt = async (work: (token: HandIn) => Promise<void>): Promise<AnsweringProblem | null> => {
    setBusy(true)
    setProblem(undefined)
    const token = await tokenOf(room, cycle)
    try {
      if (!token) throw new TypeError('no token')
      await work(token)
      setState(stateAfter[await lookAfter(token)])
      return null
    } catch (fault) {
      const why = problemOf(fault)
      // Another device of hers was first: what it did is shown.
      if (why === 'spent' && token)
        setState(
          await lookAfter(token).then(
            (found) => stateAfter[found],
            () => 'notReached',
          ),
        )
      setProblem(why)
      return why
    } finally {
      setBusy(false)
    }
  }
  const send = (answer: FeedbackAnswer) =>
    attempt(async (token) => {
      const place = { cycleId: plainId(cycle.id), networkId: plainId(cycle.network.id) }
      const { envelope, wrappedKey } = await room.feedback.sealAnswer('pooled', place, answer, asker, today())
      await mustBeUnused(token)
      await handIn({ ...token, envelope: toBase64url(envelope), wrappedKey: toBase64url(wrappedKey) })
    })
  return {
    ...{ state, problem, isBusy, send },
    decline: () => attempt((token) => mustBeUnused(token).then(() => handIn(token))),
    takeBack: () => attempt(withdraw),
    again: () => void look(),
  }
}

const stateAfter = {
  unused: 'open',
  answered: 'answered',
  blank: 'declined',
  withdrawn: 'withdrawn',
  closed: 'closed',
} as const

async function stateOf(room: Room, vault: Vault, cycle: AskedCycle, issuerHash: string): Promise<Answering['state']> {
  try {
    if (!(await tokenOf(room, cycle))) await vault.synced()
    const token = (await tokenOf(room, cycle)) ?? (await askForToken(room, cycle, issuerHash))
    return typeof token === 'string' ? token : stateAfter[await lookAfter(token)]
  } catch (fault) {
    if (fault instanceof Error && (fault.name === 'Tampered' || fault.name === 'ForeignIssuer')) return 'forged'
    return fault instanceof PooledRefusal ? 'closed' : 'notReached'
  }
}

/** Looks first, so that what arrived unheard, or came from another device, is not sent once more. Throws {@link PooledRefusal}. */
async function mustBeUnused(token: HandIn): Promise<void> {
  const found = await lookAfter(token)
  if (found !== 'unused') throw new PooledRefusal(found === 'closed' ? 'FeedbackClosed' : 'AlreadyAnswered')
}

async function tokenOf(room: Room, cycle: AskedCycle): Promise<HandIn | null> {
  const cycleId = plainId(cycle.id)
  const token = await room.feedback.token(cycleId)
  return token && { cycleId, message: toBase64url(token.message), signature: toBase64url(token.signature) }
}

async function askForToken(room: Room, cycle: AskedCycle, hash: string): Promise<HandIn | 'elsewhere' | 'closed'> {
  const told = { cycleId: plainId(cycle.id), key: fromBase64url(cycle.issuerKey ?? ''), hash }
  const blinded = toBase64url(await room.feedback.blindToken(told))
  const { data } = await client.mutate({
    mutation: feedbackToken,
    variables: { input: { cycleId: cycle.id, blinded } },
    fetchPolicy: 'no-cache',
  })
  const answer = data?.feedbackToken
  if (answer?.__typename !== 'FeedbackToken') return answer?.__typename === 'TokenGiven' ? 'elsewhere' : 'closed'
  await room.feedback.finishToken(told, fromBase64url(answer.signature), today())
  const token = await tokenOf(room, cycle)
  if (!token) throw new TypeError('no token')
  return token
}
