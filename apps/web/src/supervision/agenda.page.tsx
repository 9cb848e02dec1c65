import { gql, type TypedDocumentNode } from '@apollo/client'
import { isForGroup, partAt, planAgenda } from '@lederkreds/domain/supervision/agenda'
import { usualMethod } from '@lederkreds/domain/supervision/usual-method'
import { minutesOf, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { AgendaPageQuery, AgendaPageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { later } from '../ui/later.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { useDates } from '../ui/use-dates.ts'
import { AgendaParts } from './agenda-parts.tsx'
import { agendaPeople } from './agenda-people.ts'
import { AgendaSheet } from './agenda-sheet.tsx'
import { PlannedRounds } from './planned-rounds.tsx'
import { roundMethods } from './round-methods.ts'
import { meetingFacts, networkFacts } from './turn-facts.ts'
import { useServerClock } from './use-server-clock.ts'
import { useTurns } from './use-turns.ts'

const EarlierSteps = later(() => import('./earlier-steps.tsx').then(({ EarlierSteps }) => EarlierSteps))

const query: TypedDocumentNode<AgendaPageQuery, AgendaPageQueryVariables> = gql`
  query AgendaPage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Meeting {
        id
        startsAt
        endsAt
        place
        cancelledAt
        viewerCanPlanRounds
        attendances {
          id
          rsvp
        }
        rounds {
          id
          protocol
          startedAt
          endedAt
        }
        earlierSteps {
          id
        }
        network {
          id
          name
          methods
          organisation {
            id
          }
          members {
            id
            isViewer
          }
          nextMeeting {
            id
            startsAt
          }
          meetings(first: 3, when: past) {
            edges {
              node {
                id
                startsAt
                cancelledAt
              }
            }
          }
          ...Follow_network
          ...TurnFacts_network
        }
        ...TurnFacts_meeting
        ...PlannedRounds_meeting
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
  }
  ${Follow.fragment}
  ${networkFacts}
  ${meetingFacts}
  ${PlannedRounds.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.meetingId ?? '' })

/** What a meeting holds and when, made of its hours and its rounds, for the screen and for the table. Of it the rounds alone are kept. */
export function Component() {
  const { data } = usePreloaded(loader)
  const { t } = useTranslation('supervision/agenda')
  const dates = useDates()
  const meeting = data.node?.__typename === 'Meeting' ? data.node : notFound()
  const { id, startsAt, endsAt, network, attendances, place } = meeting
  const now = useServerClock(id)
  const turnsNow = useTurns(network, meeting)

  const frame = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), followsUp: isLater(meeting) }
  const { chosen, own, others } = roundMethods(network, data.ownProtocols.edges)
  const offered = [...chosen, ...own, ...others].filter(({ protocol }) => isForGroup(protocol))
  const usual = offered.find((each) => each.id === usualMethod(network.methods).id) ?? notFound()
  const begun = meeting.rounds.filter((round) => !isCalledOff(round)).map(({ protocol }) => protocol as Protocol)
  const ahead = turnsNow.ahead.map(
    ({ id: wanted, method }) =>
      offered.find((each) => each.id === wanted) ?? offered.find((each) => each.id === method) ?? usual,
  )
  const rounds = [...begun, ...ahead.map(({ protocol }) => protocol)]
  const agenda = planAgenda({ ...frame, rounds: rounds.map(minutesOf) })
  const part = now && partAt(agenda, now)
  const people = attendances.filter(({ rsvp }) => rsvp !== 'regrets').length
  const isMember = network.members.some(({ isViewer }) => isViewer)
  const isPast = meeting.cancelledAt !== null || Date.parse(endsAt) < Date.now()
  const named = agendaPeople(turnsNow).filter(({ isProposed }) => !(isProposed && isPast))

  return (
    <Page
      title={t('title')}
      lead={dates.range(startsAt, endsAt)}
      back={{ to: `/networks/${network.id}/meetings/${id}`, label: t('meeting') }}
      actions={<PrintButton label={t('print')} />}
      width="read"
    >
      <Follow network={network} query="AgendaPage" />
      {meeting.cancelledAt && <Alert color="gray" title={t('cancelled')} />}
      {agenda.missingMinutes > 0 && (
        <Alert color="gray" title={t('tooLong', { count: agenda.missingMinutes })}>
          {t('tooLongText')}
        </Alert>
      )}
      <AgendaParts
        agenda={agenda}
        rounds={rounds}
        now={part}
        people={people}
        named={named}
        followUp={
          isMember &&
          data.viewer && (
            <EarlierSteps
              viewerId={data.viewer.id}
              meetingId={id}
              networkId={network.id}
              count={meeting.earlierSteps.length}
            />
          )
        }
      />
      {agenda.spareMinutes > 0 && <p>{t('spare', { count: agenda.spareMinutes })}</p>}
      {(meeting.viewerCanPlanRounds || !isPast) && (
        <PlannedRounds meeting={meeting} begun={begun} ahead={ahead} offered={offered} usual={usual} />
      )}
      <AgendaSheet
        agenda={agenda}
        rounds={rounds}
        people={people}
        named={named}
        title={`${network.name}, ${dates.range(startsAt, endsAt)}`}
        place={place}
      />
    </Page>
  )
}

type Shown = Extract<NonNullable<AgendaPageQuery['node']>, { __typename: 'Meeting' }>

/** Whether there was, or is to be, a meeting of its network before it. */
function isLater({ id, startsAt, network: { meetings, nextMeeting } }: Shown): boolean {
  const held = meetings.edges.map(({ node }) => node).filter(({ cancelledAt }) => !cancelledAt)
  const others = [...held, ...(nextMeeting ? [nextMeeting] : [])].filter((each) => each.id !== id)
  return others.some((each) => Date.parse(each.startsAt) < Date.parse(startsAt))
}

type Round = Shown['rounds'][number]
const isCalledOff = ({ startedAt, endedAt }: Round) => startedAt === null && endedAt !== null
