import { gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseQuery } from '@apollo/client/react'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TurnsQuery, TurnsQueryVariables } from '../generated/graphql.ts'
import { Turn } from '../ui/turn.tsx'
import classes from './rounds.module.css'
import { meetingFacts, networkFacts } from './turn-facts.ts'
import { useTurns } from './use-turns.ts'

const query: TypedDocumentNode<TurnsQuery, TurnsQueryVariables> = gql`
  query Turns($networkId: ID!) {
    network(id: $networkId) {
      id
      nextMeeting {
        id
        ...TurnFacts_meeting
      }
      ...TurnFacts_network
    }
  }
  ${meetingFacts}
  ${networkFacts}
`

/** Whose case it is at the next meeting, round by round. Asked for by itself, so that the page does not wait. */
export function Turns({ networkId }: { networkId: string }) {
  const { network } = useSuspenseQuery(query, { variables: { networkId } }).data
  return network && <NextTurns network={network} />
}

function NextTurns({ network }: { network: NonNullable<TurnsQuery['network']> }) {
  const { t } = useTranslation('supervision/rounds')
  const { turns, plan, names, me } = useTurns(network, network.nextMeeting)
  const [next, ...after] = plan.filter(({ focusId }) => focusId !== null)
  if (turns.members.length < 2 || !next?.focusId) return <p>{t('turnNobody')}</p>
  const then = after.map(({ focusId }) => names.get(focusId ?? '') ?? '').join(', ')
  return (
    <>
      <p>{next.focusId === me ? <Turn>{t('turnYours')}</Turn> : names.get(next.focusId)}</p>
      {then && <p className={classes.quiet}>{t('turnThen', { name: then })}</p>}
      {me && (
        <Anchor component={Link} to={`/networks/${network.id}/case`}>
          {t('prepare')}
        </Anchor>
      )}
    </>
  )
}
