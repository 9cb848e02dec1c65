import { gql, type TypedDocumentNode } from '@apollo/client'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { MeetingPageQuery, MeetingPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { MeetingRounds } from '../supervision/meeting-rounds.tsx'
import { TurnPlan } from '../supervision/turn-plan.tsx'
import { later } from '../ui/later.tsx'
import { Page, Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { useDates } from '../ui/use-dates.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import { AttendanceList } from './attendance-list.tsx'
import { CancelMeeting } from './cancel-meeting.tsx'
import { Follow } from './follow.tsx'
import classes from './meeting.module.css'
import { MeetingWhere } from './meeting-where.tsx'
import { PlaceMeeting } from './place-meeting.tsx'
import { useNearWords } from './use-near-words.ts'
import { useWhoWords } from './use-who-words.ts'
import { WhoComes } from './who-comes.tsx'

const MoveMeeting = later(() => import('./move-meeting.tsx').then(({ MoveMeeting }) => MoveMeeting), <CardSkeleton />)

const EarlierSteps = later(() => import('../supervision/earlier-steps.tsx').then(({ EarlierSteps }) => EarlierSteps))

const query: TypedDocumentNode<MeetingPageQuery, MeetingPageQueryVariables> = gql`
  query MeetingPage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Meeting {
        id
        startsAt
        endsAt
        cancelledAt
        version
        viewerCanAnswer
        viewerCanChange
        viewerCanMark
        earlierSteps {
          id
        }
        network {
          id
          name
          members {
            id
            isViewer
          }
          ...Follow_network
        }
        attendances {
          id
          rsvp
          isViewer
          person {
            id
            name
          }
        }
        ...MeetingWhere_meeting
        ...AnswerButtons_meeting
        ...WhoComes_meeting
        ...AttendanceList_meeting
        ...PlaceMeeting_meeting
        ...CancelMeeting_meeting
        ...MeetingRounds_meeting
        ...TurnPlan_meeting
      }
    }
  }
  ${Follow.fragment}
  ${MeetingWhere.fragment}
  ${AnswerButtons.fragment}
  ${WhoComes.fragment}
  ${AttendanceList.fragment}
  ${PlaceMeeting.fragment}
  ${CancelMeeting.fragment}
  ${MeetingRounds.fragment}
  ${TurnPlan.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.meetingId ?? '' })

/** One meeting: when and where, who comes, my answer; on the day who was there; for its keeper to move and to cancel. */
export function Component() {
  const { data } = usePreloaded(loader)
  const { t } = useTranslation('meetings')
  const dates = useDates()
  const near = useNearWords()
  const who = useWhoWords()
  const [open, setOpen] = useState<'move' | 'where'>()
  const meeting = data.node?.__typename === 'Meeting' ? data.node : notFound()
  const { startsAt, endsAt, network, attendances } = meeting
  const mine = attendances.find(({ isViewer }) => isViewer)
  const toggle = (form: 'move' | 'where') => setOpen(open === form ? undefined : form)
  const isOver = Date.parse(endsAt) < Date.now()
  const close = () => setOpen(undefined)

  return (
    <Page
      title={capitalised(dates.range(startsAt, endsAt))}
      lead={`${t('meeting')}, ${near(startsAt)}`}
      back={{ to: `/networks/${network.id}`, label: network.name }}
      actions={
        !meeting.cancelledAt && (
          <Button component={Link} to={`/networks/${network.id}/meetings/${meeting.id}/agenda`} variant="default">
            {t('agenda')}
          </Button>
        )
      }
    >
      <Follow network={network} query="MeetingPage" />
      {meeting.cancelledAt && <Alert color="gray" title={t('change.cancelledText')} />}
      <Paper className={classes.card ?? ''}>
        <MeetingWhere meeting={meeting} />
        {mine && meeting.viewerCanAnswer && (
          <div className={classes.answer}>
            <h2 className={classes.question}>{t('answer.question')}</h2>
            <AnswerButtons meeting={meeting} />
            <p className={classes.hint}>{t('answer.seen')}</p>
          </div>
        )}
      </Paper>
      {meeting.viewerCanMark && attendances.length > 0 && (
        <Section title={t('mark.title')}>
          <Paper>
            <AttendanceList meeting={meeting} />
          </Paper>
        </Section>
      )}
      <Section title={t(isOver ? 'who.invited' : 'who.title')}>
        <p className={classes.hint}>{who(attendances)}</p>
        <Paper>
          <WhoComes meeting={meeting} />
        </Paper>
      </Section>
      {!meeting.cancelledAt && !isOver && <TurnPlan meeting={meeting} />}
      {!meeting.cancelledAt && <MeetingRounds meeting={meeting} />}
      {!meeting.cancelledAt && !isOver && data.viewer && network.members.some(({ isViewer }) => isViewer) && (
        <EarlierSteps
          viewerId={data.viewer.id}
          meetingId={meeting.id}
          networkId={network.id}
          count={meeting.earlierSteps.length}
        />
      )}
      {meeting.viewerCanChange && (
        <Section title={t('change.title')}>
          <div className={classes.changes}>
            <Button variant="default" aria-expanded={open === 'move'} onClick={() => toggle('move')}>
              {t('change.move')}
            </Button>
            <Button variant="default" aria-expanded={open === 'where'} onClick={() => toggle('where')}>
              {t('change.where')}
            </Button>
            <CancelMeeting meeting={meeting} />
          </div>
          {open === 'move' && <MoveMeeting {...meeting} onDone={close} />}
          {open === 'where' && <PlaceMeeting meeting={meeting} onDone={close} />}
        </Section>
      )}
    </Page>
  )
}

const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1)
