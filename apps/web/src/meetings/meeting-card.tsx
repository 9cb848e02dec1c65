import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MeetingCard_MeetingFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { Turn } from '../ui/turn.tsx'
import { useDates } from '../ui/use-dates.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import classes from './meeting-card.module.css'
import { MeetingWhere } from './meeting-where.tsx'
import { useNearWords } from './use-near-words.ts'
import { useWhoWords } from './use-who-words.ts'

const fragment: TypedDocumentNode<MeetingCard_MeetingFragment> = gql`
  fragment MeetingCard_meeting on Meeting {
    id
    startsAt
    endsAt
    viewerCanAnswer
    network {
      id
      name
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
  }
  ${MeetingWhere.fragment}
  ${AnswerButtons.fragment}
`

interface MeetingCardProps {
  meeting: FragmentType<MeetingCard_MeetingFragment>
  /** Stands over it; the network's name unless told otherwise. */
  label?: string
  /** One of several: then a word says that my answer is missing, and not the whole card. */
  isOneOfMany?: boolean
  /** What there is to say of it besides. */
  children?: ReactNode
}

/** One meeting at a glance: when, where, who comes, and my own answer. Amber while my answer is missing. */
export function MeetingCard({ meeting, label, isOneOfMany = false, children }: MeetingCardProps) {
  const { data } = useSuspenseFragment({ fragment, from: meeting })
  const { t } = useTranslation('meetings')
  const dates = useDates()
  const near = useNearWords()
  const who = useWhoWords()
  const { id, startsAt, endsAt, network, attendances } = data
  const mine = attendances.find(({ isViewer }) => isViewer)
  const isMyTurn = data.viewerCanAnswer && mine !== undefined && mine.rsvp === null
  return (
    <Fact
      label={label ?? network.name}
      icon={IconCalendar}
      yourTurn={isMyTurn && !isOneOfMany}
      action={<AnswerButtons meeting={data} />}
    >
      <Anchor component={Link} to={`/networks/${network.id}/meetings/${id}`} className={classes.when ?? ''}>
        {dates.range(startsAt, endsAt)}
      </Anchor>
      <p className={classes.line}>
        <span>{near(startsAt)}</span>
        {isMyTurn && <Turn>{t('answer.waiting')}</Turn>}
      </p>
      <MeetingWhere meeting={data} />
      {attendances.length > 0 && <p className={classes.who}>{who(attendances)}</p>}
      {children}
    </Fact>
  )
}
MeetingCard.fragment = fragment
