import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NextMeeting_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { MeetingCard } from './meeting-card.tsx'

const fragment: TypedDocumentNode<NextMeeting_NetworkFragment> = gql`
  fragment NextMeeting_network on Network {
    id
    viewerCanPlanSeason
    nextMeeting {
      id
      ...MeetingCard_meeting
    }
  }
  ${MeetingCard.fragment}
`

/** The network's next meeting with my answer to it; before there is one, who plans it and how. */
export function NextMeeting({ network }: { network: FragmentType<NextMeeting_NetworkFragment> }) {
  const { id, viewerCanPlanSeason, nextMeeting } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('meetings')
  if (nextMeeting) return <MeetingCard meeting={nextMeeting} label={t('next.title')} />
  const plan = (
    <Button component={Link} to={`/networks/${id}/season`}>
      {t('next.plan')}
    </Button>
  )
  return (
    <Fact label={t('next.title')} icon={IconCalendar} action={viewerCanPlanSeason && plan}>
      {t('next.none')}
      {!viewerCanPlanSeason && <p>{t('next.wait')}</p>}
    </Fact>
  )
}
NextMeeting.fragment = fragment
