import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MeetingRows_MeetingFragment } from '../generated/graphql.ts'
import { useDates } from '../ui/use-dates.ts'
import { MeetingWhere } from './meeting-where.tsx'
import classes from './season.module.css'
import { useWhoWords } from './use-who-words.ts'

const fragment: TypedDocumentNode<MeetingRows_MeetingFragment> = gql`
  fragment MeetingRows_meeting on Meeting {
    id
    startsAt
    endsAt
    network {
      id
    }
    attendances {
      id
      rsvp
      person {
        id
        name
      }
    }
    ...MeetingWhere_meeting
  }
  ${MeetingWhere.fragment}
`

type MeetingRef = FragmentType<MeetingRows_MeetingFragment> & { id: string }

/** Meetings to come, one line each, with where and who. */
export function MeetingRows({ meetings }: { meetings: readonly MeetingRef[] }) {
  const { t } = useTranslation('meetings')
  if (meetings.length === 0) return <p className={classes.hint}>{t('next.none')}</p>
  return (
    <ul className={classes.days}>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
    </ul>
  )
}

function MeetingRow({ meeting }: { meeting: FragmentType<MeetingRows_MeetingFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: meeting })
  const dates = useDates()
  const who = useWhoWords()
  return (
    <li className={classes.day}>
      <div className={classes.words}>
        <Anchor component={Link} to={`/networks/${data.network.id}/meetings/${data.id}`}>
          {dates.range(data.startsAt, data.endsAt)}
        </Anchor>{' '}
        <span className={classes.week}>{dates.week(data.startsAt)}</span>
        <p className={classes.note}>{who(data.attendances)}</p>
      </div>
      <MeetingWhere meeting={data} />
    </li>
  )
}
MeetingRows.fragment = fragment
