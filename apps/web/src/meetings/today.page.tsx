import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import { feedbackToday, TodayFeedback } from '../feedback/today-feedback.tsx'
import type { TodayQuery, TodayQueryVariables } from '../generated/graphql.ts'
import { MyTurn } from '../supervision/my-turn.tsx'
import { OpenRoundCard } from '../supervision/open-round-card.tsx'
import { formatTime } from '../ui/date.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import { Follow } from './follow.tsx'
import { MeetingCard } from './meeting-card.tsx'
import { Waiting } from './waiting.tsx'

const query: TypedDocumentNode<TodayQuery, TodayQueryVariables> = gql`
  query Today {
    viewer {
      id
      name
      isConsultant
      pendingGroundRules {
        networkId
        networkName
      }
    }
    networks(first: 20) {
      edges {
        node {
          id
          ...Follow_network
          ...OpenRoundCard_network
          name
          feedbackSteps(first: 5) {
            edges {
              node {
                id
                deadline
                viewerCanJoin
              }
            }
          }
        }
      }
    }
    feedbackToAnswer(which: waiting, first: 5) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          promise
          deadline
          receiver {
            id
            name
          }
          network {
            id
            name
          }
        }
      }
    }
    feedbackNews: feedbackAsked(which: news, first: 5) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          state
          network {
            id
            name
          }
        }
      }
    }
    feedbackToAskAgain: feedbackAsked(which: toAskAgain, first: 3) {
      edges {
        node {
          id
          network {
            id
            name
          }
        }
      }
    }
    facilitatedNetworks(first: 50) {
      edges {
        node {
          id
          name
          state
          invitations {
            id
            state
          }
          ...Follow_network
          ...OpenRoundCard_network
        }
      }
    }
    meetingsToMark(first: 6) {
      edges {
        node {
          id
          startsAt
          network {
            id
            name
          }
        }
      }
    }
    viewerMeetings(first: 4) {
      edges {
        node {
          id
          ...MeetingCard_meeting
        }
      }
    }
    next: viewerMeetings(first: 1) {
      edges {
        node {
          id
          ...MyTurn_meeting
        }
      }
    }
  }
  ${Follow.fragment}
  ${MeetingCard.fragment}
  ${OpenRoundCard.fragment}
  ${MyTurn.fragment}
`

export const loader = () => preload(query)

/** What waits for me over all my networks, and my next meetings. */
export function Component() {
  const { data } = usePreloaded(loader)
  const { t } = useTranslation('meetings')
  const dates = useDates()
  const { viewer, networks, facilitatedNetworks, meetingsToMark, viewerMeetings, next } = data
  const now = new Date()
  const rules = viewer?.pendingGroundRules ?? []
  const [name = ''] = viewer?.name.split(' ') ?? []
  const isMember = networks.edges.length > 0
  const isNew = !isMember && facilitatedNetworks.edges.length === 0 && rules.length === 0
  const known = new Set(networks.edges.map(({ node }) => node.id))
  const facilitated = facilitatedNetworks.edges.map(({ node }) => node)
  const mine = [
    ...networks.edges.map(({ node }) => node),
    ...facilitated.filter(({ id, state }) => state === 'active' && !known.has(id)),
  ]
  const meetings = viewerMeetings.edges.map(({ node }) => node)
  const feedback = feedbackToday(data)

  return (
    <Page title={t(`today.${partOfDay(now)}`, { name })} lead={`${dates.longDay(now)}, ${dates.week(now)}`}>
      {mine.map((network) => (
        <Follow key={network.id} network={network} query="Today" />
      ))}
      {mine.map((network) => (
        <OpenRoundCard key={network.id} network={network} isOneOfMany />
      ))}
      {isNew && (
        <EmptyState
          icon={IconUsers}
          title={t('today.noNetworks')}
          action={
            viewer?.isConsultant && (
              <Button component={Link} to="/consultant">
                {t('today.create')}
              </Button>
            )
          }
        >
          {t(viewer?.isConsultant ? 'today.noNetworksConsultant' : 'today.noNetworksText')}
        </EmptyState>
      )}
      {!isNew && (
        <Waiting
          rules={rules}
          marks={meetingsToMark.edges}
          facilitated={facilitatedNetworks.edges}
          hasMore={feedback !== undefined}
        />
      )}
      <TodayFeedback tasks={feedback} />
      {isMember && (
        <Section title={t('today.meetings')}>
          {meetings.length === 0 && <p>{t('today.noMeetings')}</p>}
          <Facts>
            {meetings.map((meeting, index) => (
              <MeetingCard key={meeting.id} meeting={meeting} isOneOfMany={index > 0}>
                {next.edges.map(({ node }) => node.id === meeting.id && <MyTurn key={node.id} meeting={node} />)}
              </MeetingCard>
            ))}
          </Facts>
        </Section>
      )}
    </Page>
  )
}

/** Morning until ten, day until six, then evening: by the clock in Copenhagen. */
function partOfDay(now: Date): 'morning' | 'day' | 'evening' {
  const hour = Number(formatTime(now, 'en').slice(0, 2))
  if (hour >= 4 && hour < 10) return 'morning'
  return hour >= 10 && hour < 18 ? 'day' : 'evening'
}
