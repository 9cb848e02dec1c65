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
    node(id: $networkId) {
      ... on Network {
        id
        nextMeeting {
          id
          ...TurnFacts_meeting
        }
        ...TurnFacts_network
      }
    }
  }
  ${meetingFacts}
  ${networkFacts}
`

/**
 * Whose case it is at the next meeting, round by round. Asked for by itself, so that the page does not wait; as a node and
 * with faults left aside, so that an answer which comes before the page's own does not take the page's network away.
 */
export function Turns({ networkId }: { networkId: string }) {
  const { data } = useSuspenseQuery(query, { variables: { networkId }, errorPolicy: 'all' })
  return data?.node?.__typename === 'Network' && <NextTurns network={data.node} />
}

type Shown = Extract<NonNullable<TurnsQuery['node']>, { __typename: 'Network' }>

function NextTurns({ network }: { network: Shown }) {
  const { t } = useTranslation('supervision/rounds')
  const { turns, plan, names, me } = useTurns(network, network.nextMeeting)
  const [next, ...after] = plan.filter(({ focusId }) => focusId !== null)
  if (turns.members.length < 2) return <p>{t('turnNobody')}</p>
  if (!next?.focusId) return <NoCase />
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

/** Its words come with what shows them: most meetings have a case. */
function NoCase() {
  const { t } = useTranslation('supervision/turns')
  return <p>{t('noCase')}</p>
}
