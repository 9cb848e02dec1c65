import { gql, type TypedDocumentNode } from '@apollo/client'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { NewRoundQuery, NewRoundQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { BeginRound } from './begin-round.tsx'

const query: TypedDocumentNode<NewRoundQuery, NewRoundQueryVariables> = gql`
  query NewRound($networkId: ID!, $meetingId: ID!) {
    network(id: $networkId) {
      id
      name
      methods
      organisation {
        id
      }
      viewerCanBeginRound
      viewerIsConsultant
      openRound {
        id
      }
      members {
        id
        hasAccepted
        person {
          id
          name
        }
      }
      consultants {
        isViewer
        person {
          id
          name
        }
      }
      rounds(first: 50) {
        edges {
          node {
            id
            endedAt
            lead {
              id
            }
            timekeeper {
              id
            }
            people {
              isFocus
              person {
                id
              }
            }
          }
        }
      }
    }
    ownProtocols(first: 100) {
      edges {
        node {
          id
          basedOn
          archivedAt
          organisation {
            id
          }
          newest {
            id
            definition
          }
        }
      }
    }
    node(id: $meetingId) {
      ... on Meeting {
        id
        attendances {
          id
          rsvp
          attended
          person {
            id
          }
        }
      }
    }
  }
`

/** Without a meeting the network is asked for once more, and is no meeting. */
export const loader = ({ params: { networkId = '' }, request }: LoaderFunctionArgs) =>
  preload(query, { networkId, meetingId: new URL(request.url).searchParams.get('meeting') ?? networkId })

/** Before a round: the method, who is here, who does what, and what stays. Every choice is made already. */
export function Component() {
  const { data } = usePreloaded(loader)
  const { t } = useTranslation('supervision/begin')
  const network = data.network ?? notFound()
  const meeting = data.node?.__typename === 'Meeting' ? data.node : null
  const back = meeting
    ? { to: `/networks/${network.id}/meetings/${meeting.id}`, label: t('meeting') }
    : { to: `/networks/${network.id}`, label: network.name }
  if (!network.viewerCanBeginRound) return notFound()
  return (
    <Page title={t('title')} lead={t('lead')} back={back} width="read">
      {network.openRound ? (
        <Alert color="gray" title={t('underWay')}>
          <Link to={`/rounds/${network.openRound.id}`}>{t('toRound')}</Link>
        </Alert>
      ) : (
        <BeginRound network={network} meeting={meeting} ownProtocols={data.ownProtocols.edges} />
      )}
    </Page>
  )
}
