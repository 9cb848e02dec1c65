import { gql, type TypedDocumentNode } from '@apollo/client'
import { Anchor, Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { SeasonPageQuery, SeasonPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page, Section } from '../ui/page.tsx'
import { AddMeeting } from './add-meeting.tsx'
import { Follow } from './follow.tsx'
import { MeetingRows } from './meeting-rows.tsx'
import classes from './season.module.css'
import { SeasonPlanner } from './season-planner.tsx'

const query: TypedDocumentNode<SeasonPageQuery, SeasonPageQueryVariables> = gql`
  query SeasonPage($id: ID!) {
    node(id: $id) {
      ... on Network {
        id
        name
        viewerCanPlanSeason
        members {
          id
          isViewer
        }
        currentSeason {
          id
          number
        }
        meetings(when: upcoming, first: 60) {
          edges {
            node {
              id
              ...MeetingRows_meeting
            }
          }
        }
        ...Follow_network
        ...SeasonPlanner_network
        ...AddMeeting_network
      }
    }
  }
  ${MeetingRows.fragment}
  ${Follow.fragment}
  ${SeasonPlanner.fragment}
  ${AddMeeting.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** A network's dates: what is planned, and for those who keep the calendar the plan of the next season. */
export function Component() {
  const { data } = usePreloaded(loader)
  const { t } = useTranslation(['meetings', 'meetings/closing'])
  const [open, setOpen] = useState<'add' | 'plan'>()
  const network = data.node?.__typename === 'Network' ? data.node : notFound()
  const { id, name, currentSeason, viewerCanPlanSeason } = network
  const meetings = network.meetings.edges.map(({ node }) => node)
  const isPlanning = viewerCanPlanSeason && (!currentSeason || open === 'plan')
  const acts = (
    <>
      <Button
        variant="default"
        leftSection={<Icon of={IconPlus} />}
        aria-expanded={open === 'add'}
        onClick={() => setOpen(open === 'add' ? undefined : 'add')}
      >
        {t('season.add')}
      </Button>
      <Button variant="default" onClick={() => setOpen('plan')}>
        {t('season.planMore')}
      </Button>
    </>
  )

  return (
    <Page
      title={t(isPlanning ? 'season.title' : 'season.strip')}
      lead={isPlanning ? t('season.lead') : viewerCanPlanSeason ? undefined : t('season.forbidden')}
      back={{ to: `/networks/${id}`, label: name }}
      actions={viewerCanPlanSeason && currentSeason && !isPlanning && acts}
    >
      <Follow network={network} query="SeasonPage" />
      {viewerCanPlanSeason && open === 'add' && <AddMeeting network={network} onDone={() => setOpen(undefined)} />}
      {isPlanning && <SeasonPlanner network={network} />}
      {(currentSeason || meetings.length > 0) && (
        <Section title={t('season.planned')}>
          <MeetingRows meetings={meetings} />
        </Section>
      )}
      {!currentSeason && !viewerCanPlanSeason && meetings.length === 0 && <p>{t('next.none')}</p>}
      {currentSeason && !isPlanning && (
        <ul className={classes.more}>
          {network.members.some(({ isViewer }) => isViewer) && (
            <li>
              <Anchor component={Link} to={`/networks/${id}/competence`}>
                {t('meetings/closing:own.competence')}
              </Anchor>
              <p>{t('meetings/closing:own.competenceText')}</p>
            </li>
          )}
          <li>
            <Anchor component={Link} to={`/networks/${id}/closing`}>
              {t('meetings/closing:title')}
            </Anchor>
          </li>
        </ul>
      )}
    </Page>
  )
}
