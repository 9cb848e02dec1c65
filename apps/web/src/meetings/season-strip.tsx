import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SeasonStrip_NetworkFragment } from '../generated/graphql.ts'
import { useDates } from '../ui/use-dates.ts'
import classes from './season-strip.module.css'

const fragment: TypedDocumentNode<SeasonStrip_NetworkFragment> = gql`
  fragment SeasonStrip_network on Network {
    id
    currentSeason {
      id
      number
      meetings {
        id
        startsAt
        endsAt
        cancelledAt
      }
    }
  }
`

/** The season as a row of dots, one for each meeting: held, next, to come or cancelled. */
export function SeasonStrip({ network }: { network: FragmentType<SeasonStrip_NetworkFragment> }) {
  const { id, currentSeason } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('meetings')
  const dates = useDates()
  if (!currentSeason) return <p className={classes.none}>{t('season.later')}</p>
  const now = Date.now()
  const next = currentSeason.meetings.find(({ endsAt, cancelledAt }) => !cancelledAt && Date.parse(endsAt) > now)
  const stateOf = ({ id: meeting, endsAt, cancelledAt }: (typeof currentSeason.meetings)[number]) => {
    if (cancelledAt) return 'off'
    if (meeting === next?.id) return 'nextUp'
    return Date.parse(endsAt) <= now ? 'held' : 'ahead'
  }
  return (
    <div className={classes.season}>
      <ol className={classes.strip} aria-label={t('season.stripLead', { number: currentSeason.number })}>
        {currentSeason.meetings.map((meeting) => (
          <li key={meeting.id} data-state={stateOf(meeting)} className={classes.meeting}>
            <Link to={`/networks/${id}/meetings/${meeting.id}`} className={classes.link}>
              <span className={classes.dot} aria-hidden />
              <span>{dates.day(meeting.startsAt)}</span>
              <span className={classes.state}>{t(`season.${stateOf(meeting)}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className={classes.links}>
        <Anchor component={Link} to={`/networks/${id}/season`}>
          {t('season.open')}
        </Anchor>
        <Anchor component={Link} to={`/networks/${id}/closing`}>
          {t('season.close')}
        </Anchor>
      </p>
    </div>
  )
}
SeasonStrip.fragment = fragment
