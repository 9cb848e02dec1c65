import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TurnPlan_MeetingFragment } from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { PassTurn } from './pass-turn.tsx'
import { meetingFacts, networkFacts } from './turn-facts.ts'
import classes from './turn-plan.module.css'
import { TurnSeat } from './turn-seat.tsx'
import { roles, useTurns } from './use-turns.ts'
import { useWords } from './use-words.ts'

const fragment: TypedDocumentNode<TurnPlan_MeetingFragment> = gql`
  fragment TurnPlan_meeting on Meeting {
    id
    network {
      id
      viewerCanDeclareTies
      ...TurnFacts_network
    }
    ...TurnFacts_meeting
    ...TurnSeat_meeting
    ...PassTurn_meeting
  }
  ${networkFacts}
  ${meetingFacts}
  ${TurnSeat.fragment}
  ${PassTurn.fragment}
`

/** Who is proposed for what in every round that the meeting has before it, and why; to its members, who can change it. */
export function TurnPlan({ meeting }: { meeting: FragmentType<TurnPlan_MeetingFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: meeting })
  const { t } = useTranslation('supervision/turns')
  const { list } = useWords()
  const now = useTurns(data.network, data)
  const { turns, plan, names, me } = now
  if (!me || turns.members.length < 2 || plan.length === 0) return null
  const isAway = turns.changes.some((change) => change.kind === 'absent' && change.personId === me)
  const nameOf = (id: string) => (id === me ? t('you') : (names.get(id) ?? ''))
  return (
    <Section
      title={t('title')}
      actions={
        data.network.viewerCanDeclareTies && (
          <Anchor component={Link} to={`/networks/${data.network.id}/ties`}>
            {t('ties')}
          </Anchor>
        )
      }
    >
      <p className={classes.quiet}>{t('lead')}</p>
      <div className={classes.rounds}>
        {plan.map((each) => {
          const team = each.teamIds.filter((id) => id !== each.timekeeperId).map(nameOf)
          return (
            <Paper key={each.round} component="section" aria-labelledby={`turn-${each.round}`}>
              <h3 className={classes.name} id={`turn-${each.round}`}>
                {t('round', { count: each.round + 1 })}
              </h3>
              <dl className={classes.seats}>
                {roles
                  .filter((role) => role !== 'focus' || !turns.withoutFocus.includes(each.round))
                  .map((role) => (
                    <TurnSeat key={role} meeting={data} now={now} planned={each} role={role} />
                  ))}
                {team.length > 0 && (
                  <div className={classes.seat}>
                    <dt>{t('team')}</dt>
                    <dd className={classes.who}>{list(team)}</dd>
                  </div>
                )}
              </dl>
            </Paper>
          )
        })}
      </div>
      <PassTurn meeting={data} names={names} isAway={isAway} />
    </Section>
  )
}
TurnPlan.fragment = fragment
