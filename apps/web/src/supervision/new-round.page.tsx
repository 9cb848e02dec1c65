import { gql, type TypedDocumentNode } from '@apollo/client'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { NewRoundQuery, NewRoundQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { BeginRound } from './begin-round.tsx'
import { CallOff } from './call-off.tsx'
import { meetingFacts, networkFacts } from './turn-facts.ts'

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
        ...CallOff_round
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
      ...Follow_network
      ...TurnFacts_network
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
        ...TurnFacts_meeting
      }
    }
  }
  ${Follow.fragment}
  ${CallOff.fragment}
  ${networkFacts}
  ${meetingFacts}
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
      <Follow network={network} query="NewRound" />
      {network.openRound ? (
        <Alert color="gray" title={t('underWay')}>
          <Link to={`/rounds/${network.openRound.id}`}>{t('toRound')}</Link>
          <div>
            <CallOff round={network.openRound} />
          </div>
        </Alert>
      ) : (
        <BeginRound network={network} meeting={meeting} ownProtocols={data.ownProtocols.edges} />
      )}
    </Page>
  )
}
