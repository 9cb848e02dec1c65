import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { client, preload, usePreloaded } from '../apollo.ts'
import type { AnswerPageQuery, AnswerPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { AnswerGone } from './answer-gone.tsx'
import { AnswerRoom } from './answer-room.tsx'
import { useDeadline } from './use-deadline.ts'

const query: TypedDocumentNode<AnswerPageQuery, AnswerPageQueryVariables> = gql`
  query AnswerPage($id: ID!) {
    viewer {
      id
      name
      workplace
    }
    feedbackCycle(id: $id) {
      id
      form
      promise
      promiseVersion
      deadline
      state
      issuerKey
      viewerIsGiver
      viewerCanAnswer
      viewerHasAnswered
      viewerHasDeclined
      network {
        id
        name
      }
      receiver {
        id
        name
      }
      ask {
        id
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.cycleId ?? '' })

/** What comes of it is shown; where the server is not reached, the page and what is written on it stay as they are. */
const askAgain = (id: string) =>
  void client.query({ query, variables: { id }, fetchPolicy: 'network-only' }).catch(() => {})

/** Where somebody who is asked reads the promise and the question, and answers or says no. */
export function Component() {
  const { cycleId = '' } = useParams()
  return <Answering key={cycleId} cycleId={cycleId} />
}

function Answering({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('feedback/answer')
  const { viewer, feedbackCycle } = usePreloaded(loader).data
  const { network } = feedbackCycle ?? {}
  const now = useMemo(
    () => (feedbackCycle?.viewerIsGiver && network ? { ...feedbackCycle, network } : null),
    [feedbackCycle, network],
  )
  // What she began to answer is shown until she leaves, also when it is taken from her meanwhile: her text must not go too.
  const [asked] = useState(now)
  const ask = () => askAgain(cycleId)
  useDeadline(asked?.deadline, now?.state === 'open', ask)
  if (!viewer) return notFound()
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={asked ? t('title', { name: asked.receiver.name }) : t('goneTitle')}
          back={{ to: '/feedback', label: t('back') }}
          width="read"
          discreet
        >
          {asked ? (
            <AnswerRoom room={room} vault={vault} viewer={viewer} asked={asked} now={now} onRefused={ask} />
          ) : (
            <AnswerGone room={room} vault={vault} cycleId={cycleId} />
          )}
        </Page>
      )}
    </VaultGate>
  )
}
