import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, Navigate } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { FeedbackPageQuery, FeedbackPageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { AfterFeedback } from './after-feedback.tsx'
import { placeOf } from './cycle-place.ts'
import { EndedUnread } from './ended-unread.tsx'
import { OwnQuestion } from './own-question.tsx'
import { UnsentAsk } from './unsent-ask.tsx'
import { WaitingCycle } from './waiting-cycle.tsx'

const query: TypedDocumentNode<FeedbackPageQuery, FeedbackPageQueryVariables> = gql`
  query FeedbackPage($id: ID!) {
    viewer {
      id
      name
    }
    feedbackCycle(id: $id) {
      id
      state
      form
      promise
      promiseVersion
      deadline
      closedOn
      issuerKey
      viewerIsReceiver
      viewerIsGiver
      viewerCanCancel
      invited {
        id
        name
      }
      network {
        id
        name
        viewerCanAskForFeedback
        ...Follow_network
        feedbackGivers {
          id
          name
        }
      }
      ask {
        id
      }
      previous {
        id
        state
        form
        promise
        closedOn
      }
      next {
        id
        state
      }
      toldSteps {
        id
        ownerId
      }
    }
  }
  ${Follow.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.cycleId ?? '' })

/** A cycle as its receiver sees it: until the release only when that is, afterwards all answers at once and what comes then. */
export function Component() {
  const { t } = useTranslation('feedback')
  const { viewer, feedbackCycle: cycle } = usePreloaded(loader).data
  if (!viewer || !cycle) return notFound()
  if (!cycle.viewerIsReceiver)
    return cycle.viewerIsGiver ? <Navigate to={`/feedback/${cycle.id}/answer`} replace /> : notFound()
  const place = placeOf(cycle, viewer)
  const isUnread = cycle.state === 'tooFew' || cycle.state === 'cancelled'
  const hasTwo = cycle.state === 'released' && cycle.previous?.state === 'released'
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('cycle.title')}
          lead={place.networkName ?? t('cycle.left')}
          back={{ to: '/feedback', label: t('title') }}
          width={hasTwo ? 'wide' : 'read'}
          discreet
        >
          {cycle.network && <Follow network={cycle.network} query="FeedbackPage" />}
          {place.askId && <OwnQuestion room={room} place={place} askId={place.askId} isShared={!isUnread} />}
          {cycle.state === 'open' && !place.askId && <UnsentAsk room={room} cycle={cycle} place={place} />}
          {cycle.state === 'open' && place.askId && <WaitingCycle cycle={cycle} place={place} />}
          {isUnread && <EndedUnread cycle={cycle} />}
          {cycle.state === 'released' && (
            <AfterFeedback key={cycle.id} room={room} vault={vault} cycle={cycle} place={place} />
          )}
        </Page>
      )}
    </VaultGate>
  )
}
