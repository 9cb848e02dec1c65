import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { isMethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { Anchor, Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MeetingRounds_MeetingFragment } from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import { CallOff } from './call-off.tsx'
import classes from './rounds.module.css'
import { useWords } from './use-words.ts'

const fragment: TypedDocumentNode<MeetingRounds_MeetingFragment> = gql`
  fragment MeetingRounds_meeting on Meeting {
    id
    network {
      id
      viewerCanBeginRound
      openRound {
        id
      }
    }
    rounds {
      id
      method
      startedAt
      endedAt
      viewerTakesPart
      ...CallOff_round
      people {
        isFocus
        person {
          id
          name
        }
      }
    }
  }
  ${CallOff.fragment}
`

/** The rounds of a meeting: which method, whose case, when. A new one begins here. */
export function MeetingRounds({ meeting }: { meeting: FragmentType<MeetingRounds_MeetingFragment> }) {
  const { id, network, rounds } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('supervision/rounds')
  const { words } = useWords()
  const dates = useDates()
  const when = ({ startedAt, endedAt }: (typeof rounds)[number]) => {
    if (!startedAt) return t(endedAt ? 'calledOff' : 'waiting')
    return endedAt ? t('held', { from: dates.time(startedAt), to: dates.time(endedAt) }) : t('open')
  }
  const canBegin = network.viewerCanBeginRound && !network.openRound
  if (rounds.length === 0 && !canBegin) return null
  return (
    <Section title={t('title')}>
      {rounds.length > 0 && (
        <Paper component="ul" className={classes.rounds ?? ''}>
          {rounds.map((round) => {
            const { method, endedAt, viewerTakesPart } = round
            const name = isMethodId(method) ? words(methodOf(method).name) : method
            const focus = round.people.find(({ isFocus }) => isFocus)?.person.name
            return (
              <li key={round.id} className={classes.round}>
                {viewerTakesPart && !endedAt ? (
                  <Anchor component={Link} to={`/rounds/${round.id}`}>
                    {name}
                  </Anchor>
                ) : (
                  <span className={classes.name}>{name}</span>
                )}
                <span className={classes.quiet}>
                  {[focus && t('focus', { name: focus }), when(round)].filter(Boolean).join(' · ')}
                </span>
                <CallOff round={round} />
              </li>
            )
          })}
        </Paper>
      )}
      {canBegin && (
        <div>
          <Button component={Link} to={`/networks/${network.id}/rounds/new?meeting=${id}`} variant="default">
            {t('begin')}
          </Button>
        </div>
      )}
    </Section>
  )
}
MeetingRounds.fragment = fragment
