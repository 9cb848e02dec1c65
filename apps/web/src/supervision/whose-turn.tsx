import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WhoseTurn_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'

const Turns = lazy(() => import('./turns.tsx').then((module) => ({ default: module.Turns })))

const fragment: TypedDocumentNode<WhoseTurn_NetworkFragment> = gql`
  fragment WhoseTurn_network on Network {
    id
    viewerCanBeginRound
    openRound {
      id
    }
  }
`

/** Whose case it is next, as the turn order has it: of those who come, who has had none, or had hers longest ago. */
export function WhoseTurn({ network }: { network: FragmentType<WhoseTurn_NetworkFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: network })
  const { id, viewerCanBeginRound, openRound } = data
  const { t } = useTranslation('supervision/rounds')
  const begin = (
    <Button component={Link} to={`/networks/${id}/rounds/new`} variant="default">
      {t('begin')}
    </Button>
  )
  return (
    <Fact label={t('turn')} icon={IconArrowsShuffle} action={viewerCanBeginRound && !openRound && begin}>
      <Suspense fallback={<p>…</p>}>
        <Turns networkId={id} />
      </Suspense>
    </Fact>
  )
}
WhoseTurn.fragment = fragment
