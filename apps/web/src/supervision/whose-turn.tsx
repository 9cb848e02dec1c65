import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { proposeRoles } from '@lederkreds/domain/supervision/turn-order'
import { Button } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WhoseTurn_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { historyOf } from './round-history.ts'
import classes from './rounds.module.css'
import { shortNames } from './short-names.ts'

const fragment: TypedDocumentNode<WhoseTurn_NetworkFragment> = gql`
  fragment WhoseTurn_network on Network {
    id
    viewerCanBeginRound
    openRound {
      id
    }
    members {
      id
      hasAccepted
      isViewer
      person {
        id
        name
      }
    }
    nextMeeting {
      id
      attendances {
        id
        rsvp
        person {
          id
        }
      }
    }
    rounds(first: 50) {
      edges {
        node {
          id
          endedAt
          lead {
            id
          }
          timekeeper {
            id
          }
          people {
            isFocus
            person {
              id
            }
          }
        }
      }
    }
  }
`

/** Whose case it is next, as the turn order has it: of those who come, who has had none, or had hers longest ago. */
export function WhoseTurn({ network }: { network: FragmentType<WhoseTurn_NetworkFragment> }) {
  const { id, members, nextMeeting, rounds, viewerCanBeginRound, openRound } = useSuspenseFragment({
    fragment,
    from: network,
  }).data
  const { t } = useTranslation('supervision/rounds')
  const regrets = new Set(
    nextMeeting?.attendances.filter(({ rsvp }) => rsvp === 'regrets').map(({ person }) => person.id),
  )
  const here = members
    .filter(({ hasAccepted, person }) => hasAccepted && !regrets.has(person.id))
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'da'))
  const present = here.map(({ person }) => person.id)
  const names = shortNames(new Map(here.map(({ person }) => [person.id, person.name])))
  const turns = { present, history: historyOf(rounds.edges), passes: [], ties: [], swaps: [], kept: [] }
  const [next, after] =
    present.length > 1 ? proposeRoles({ ...turns, protocol: { focusRole: 'focus' }, rounds: 2 }) : []
  const isMine = here.some(({ isViewer, person }) => isViewer && person.id === next?.focusId)
  const begin = (
    <Button component={Link} to={`/networks/${id}/rounds/new`} variant="default">
      {t('begin')}
    </Button>
  )
  return (
    <Fact
      label={t('turn')}
      icon={IconArrowsShuffle}
      yourTurn={isMine}
      action={viewerCanBeginRound && !openRound && begin}
    >
      {next?.focusId ? (
        <>
          <p>{isMine ? t('turnYours') : names.get(next.focusId)}</p>
          {after?.focusId && <p className={classes.quiet}>{t('turnThen', { name: names.get(after.focusId) ?? '' })}</p>}
        </>
      ) : (
        <p>{t('turnNobody')}</p>
      )}
    </Fact>
  )
}
WhoseTurn.fragment = fragment
