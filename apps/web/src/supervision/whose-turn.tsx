import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor, Button } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WhoseTurn_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { historyOf } from './round-history.ts'

const Turns = lazy(() => import('./turns.tsx').then((module) => ({ default: module.Turns })))

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
  const names = new Map(here.map(({ person }) => [person.id, person.name]))
  const begin = (
    <Button component={Link} to={`/networks/${id}/rounds/new`} variant="default">
      {t('begin')}
    </Button>
  )
  return (
    <Fact label={t('turn')} icon={IconArrowsShuffle} action={viewerCanBeginRound && !openRound && begin}>
      {names.size > 1 ? (
        <Suspense fallback={<p>…</p>}>
          <Turns
            names={names}
            history={historyOf(rounds.edges)}
            viewerId={here.find(({ isViewer }) => isViewer)?.person.id}
          />
        </Suspense>
      ) : (
        <p>{t('turnNobody')}</p>
      )}
      {members.some(({ isViewer }) => isViewer) && (
        <Anchor component={Link} to={`/networks/${id}/case`}>
          {t('prepare')}
        </Anchor>
      )}
    </Fact>
  )
}
WhoseTurn.fragment = fragment
