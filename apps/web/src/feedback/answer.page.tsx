import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { askAnew, preload, usePreloaded } from '../apollo.ts'
import type { AnswerPageQuery, AnswerPageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { AnswerGone } from './answer-gone.tsx'
import { whyOver } from './answer-over.ts'
import { AnswerRoom } from './answer-room.tsx'
import { useDeadline } from './use-deadline.ts'

const query: TypedDocumentNode<AnswerPageQuery, AnswerPageQueryVariables> = gql`
  query AnswerPage($id: ID!) {
    viewer {
      id
      name
      workplace
      pendingGroundRules {
        id
        networkId
      }
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
        ...Follow_network
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
  ${Follow.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.cycleId ?? '' })

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
  const [asked, setAsked] = useState(now)
  const [last, setLast] = useState(now)
  if (now && !asked) setAsked(now)
  if (now && now !== last) setLast(now)
  const pending = viewer?.pendingGroundRules.find(({ networkId }) => !asked || networkId === asked.network.id)
  const why = whyOver(now, pending !== undefined)
  const ask = () => askAnew(['AnswerPage'])
  useDeadline(asked?.deadline, now?.state === 'open' || why === 'rules', ask)
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
          {now && <Follow network={now.network} query={ask} />}
          {asked && last ? (
            <AnswerRoom {...{ room, vault, viewer, asked, last, why }} onRefused={ask} />
          ) : (
            <AnswerGone room={room} vault={vault} cycleId={cycleId} rulesOf={pending?.networkId} />
          )}
        </Page>
      )}
    </VaultGate>
  )
}
