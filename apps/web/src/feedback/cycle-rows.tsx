import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AskedByMe_CycleFragment, AskedOfMe_CycleFragment } from '../generated/graphql.ts'
import { useDates } from '../ui/use-dates.ts'
import classes from './cycle-rows.module.css'

const ofMe: TypedDocumentNode<AskedOfMe_CycleFragment> = gql`
  fragment AskedOfMe_cycle on FeedbackCycle {
    id
    promise
    deadline
    viewerHasAnswered
    viewerHasDeclined
    receiver {
      id
      name
    }
    network {
      id
      name
    }
  }
`

/** Somebody asks for an answer. Where answers are pooled, only her own devices know whether she has given one. */
export function AskedOfMe({ cycle }: { cycle: FragmentType<AskedOfMe_CycleFragment> }) {
  const { id, promise, deadline, receiver, network, viewerHasAnswered, viewerHasDeclined } = useSuspenseFragment({
    fragment: ofMe,
    from: cycle,
  }).data
  const { t } = useTranslation('feedback')
  const dates = useDates()
  const done = viewerHasAnswered ? 'answered' : viewerHasDeclined ? 'declined' : null
  return (
    <li className={classes.row}>
      <Link to={`/feedback/${id}/answer`} className={classes.link}>
        {receiver.name}
      </Link>
      {network && <span className={classes.quiet}>{network.name}</span>}
      <span className={classes.quiet}>
        {done ? t(`list.${done}`) : t(`list.until_${promise}`, { deadline: dates.moment(deadline) })}
      </span>
    </li>
  )
}
AskedOfMe.fragment = ofMe

const byMe: TypedDocumentNode<AskedByMe_CycleFragment> = gql`
  fragment AskedByMe_cycle on FeedbackCycle {
    id
    state
    promise
    deadline
    createdOn
    closedOn
    invitedCount
    isSent
    network {
      id
      name
    }
  }
`

/** One's own cycle: the network, how many are asked, and how far it is. */
export function AskedByMe({ cycle }: { cycle: FragmentType<AskedByMe_CycleFragment> }) {
  const { id, state, promise, deadline, createdOn, closedOn, invitedCount, isSent, network } = useSuspenseFragment({
    fragment: byMe,
    from: cycle,
  }).data
  const { t } = useTranslation(['feedback'])
  const dates = useDates()
  const where = () => {
    if (state === 'open') return isSent ? t('list.open', { deadline: dates.moment(deadline) }) : t('list.unsent')
    return t(`list.${state}`, { day: closedOn ? dates.date(closedOn) : '' })
  }
  return (
    <li className={classes.row}>
      <Link to={`/feedback/${id}`} className={classes.link}>
        {t('list.askedOn', { day: dates.date(createdOn) })}
      </Link>
      <span className={classes.quiet}>
        {network && `${network.name} · `}
        {t(`list.invited_${promise}`, { count: invitedCount })}
      </span>
      <span className={state === 'released' ? undefined : classes.quiet}>{where()}</span>
    </li>
  )
}
AskedByMe.fragment = byMe
