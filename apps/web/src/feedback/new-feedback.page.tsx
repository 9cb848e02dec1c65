import { gql, type TypedDocumentNode } from '@apollo/client'
import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useSearchParams } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { NewFeedbackQuery, NewFeedbackQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { AskForm } from './ask-form.tsx'
import type { AskedMember, AskPlace } from './ask-place.ts'

const query: TypedDocumentNode<NewFeedbackQuery, NewFeedbackQueryVariables> = gql`
  query NewFeedback($networkId: ID!, $previousId: ID!) {
    viewer {
      id
      name
    }
    network(id: $networkId) {
      id
      name
      viewerCanAskForFeedback
      members {
        id
        hasAccepted
        isViewer
        person {
          id
          name
          workplace
        }
      }
      feedbackGivers {
        id
      }
      feedbackSteps(first: 20) {
        edges {
          node {
            id
            form
            promise
            deadline
            viewerCanJoin
          }
        }
      }
      unsentFeedback {
        id
      }
    }
    node(id: $previousId) {
      ... on FeedbackCycle {
        id
        viewerIsReceiver
        invited {
          id
        }
        ask {
          id
        }
      }
    }
  }
`

/** Without an earlier cycle the network is asked for once more, and is none. */
export const loader = ({ params: { networkId = '' }, request }: LoaderFunctionArgs) =>
  preload(query, { networkId, previousId: new URL(request.url).searchParams.get('previous') ?? networkId })

/** Asking for feedback: what about, in which form, whom, by when, and the promise as they will read it. */
export function Component() {
  const { t } = useTranslation('feedback')
  const { data } = usePreloaded(loader)
  const [search] = useSearchParams()
  const { viewer, network } = data
  if (!viewer || !network?.viewerCanAskForFeedback) return notFound()
  const place = placeOf(data, viewer, network, search.get('step'))
  const waiting = network.unsentFeedback
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t(place.previous ? 'ask.againTitle' : 'ask.title')}
          lead={t('ask.lead')}
          back={{ to: `/networks/${network.id}`, label: network.name }}
          width="read"
          discreet
        >
          {waiting && (
            <Alert color="gray">
              {t('ask.waiting')}{' '}
              <Anchor component={Link} to={`/feedback/${waiting.id}`} underline="always">
                {t('ask.toWaiting')}
              </Anchor>
            </Alert>
          )}
          <AskForm key={search.toString()} room={room} vault={vault} place={place} />
        </Page>
      )}
    </VaultGate>
  )
}

function placeOf(
  data: NewFeedbackQuery,
  viewer: NonNullable<NewFeedbackQuery['viewer']>,
  network: NonNullable<NewFeedbackQuery['network']>,
  stepId: string | null,
): AskPlace {
  const previous = data.node?.__typename === 'FeedbackCycle' && data.node.viewerIsReceiver ? data.node : null
  const able = new Set(network.feedbackGivers.map(({ id }) => id))
  const members = network.members
    .filter(({ isViewer }) => !isViewer)
    .map(({ hasAccepted, person }): AskedMember => {
      return { ...person, unready: able.has(person.id) ? null : hasAccepted ? 'noKeys' : 'notAccepted' }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
  return {
    networkId: network.id,
    networkName: network.name,
    viewerId: viewer.id,
    viewerName: viewer.name,
    members,
    previous,
    step:
      network.feedbackSteps.edges.find(({ node: { id, viewerCanJoin } }) => id === stepId && viewerCanJoin)?.node ??
      null,
  }
}
